"""Pages for everybody: the services, and registration by e-mail."""

from datetime import timedelta
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from pydantic import AfterValidator, BaseModel

from functions.core.answers import mailbox
from functions.core.case import Case
from functions.core.errors import Taken
from functions.core.facts import Claim, Letter
from functions.core.opening import mailbox_claim, open_case
from functions.core.sameness import shared_values
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import room
from functions.sops import current, services
from functions.web.answer import View
from functions.web.assets import asset, programs_side
from functions.web.body import Command
from functions.web.headers import security
from functions.world import world

JUST_NOW = timedelta(minutes=1)


class Service(BaseModel):
    id: str
    title: str
    office: str
    product: str


class Home(View):
    page = "home.html"
    services: list[Service]


@room.page("/")
def home() -> Home:
    names = {office.id: office.name for office in all_offices().values()}
    return Home(
        services=[
            Service(id=s.id, title=s.service, office=names[s.office], product=s.product)
            for s in services()
        ]
    )


class Registration(Command):
    email: Annotated[str, AfterValidator(mailbox)]


class RegistrationPage(View):
    page = "register.html"
    sop: str
    service: str
    fee: str
    requirements: list[str]
    ways: list[str]


@room.page("/daftar/<sop_id>")
def register(sop_id: str) -> RegistrationPage:
    sop = current(sop_id)
    return RegistrationPage(
        office=sop.office,
        sop=sop.id,
        service=sop.service,
        fee=sop.fee,
        requirements=[r.name for r in sop.requirements],
        ways=[w.label for w in sop.ways],
    )


@register.accepts(Registration)
def registered(said: Registration, sop_id: str) -> str:
    """Open a case, or send the link of the one that is open: nobody learns which."""
    sop = current(sop_id)
    claim = mailbox_claim(sop, said.email, world().fingerprints)
    try:
        _open(sop, said.email, claim)
    except Taken:
        for case_id in world().cases.holding(claim.kind, claim.fingerprint):
            _send_again(case_id)
    return f"/daftar/{sop_id}/terkirim"


def _send_again(case_id: str) -> None:
    """The link of a case that is open; not of one whose first link is just leaving."""
    now = world().now()
    if now - world().cases.get(case_id).opened_at > JUST_NOW:
        world().outbox.post(case_id, Letter("tautan-lagi"), now)


def _open(sop: Sop, email: str, claim: Claim) -> None:
    def made(number: str) -> Case:
        case = Case.opened(number, sop, email, world().now(), claim)
        return case.share(*shared_values(case, sop, world().fingerprints))

    open_case(world().cases, all_offices()[sop.office].prefix, world().pick, made)


class MailSent(View):
    page = "mail-sent.html"
    sop: str
    service: str


@room.page("/daftar/<sop_id>/terkirim")
def mail_sent(sop_id: str) -> MailSent:
    sop = current(sop_id)
    return MailSent(office=sop.office, sop=sop.id, service=sop.service)


@room.file("/static/<version>/<name>")
def static(version: str, name: str) -> Response[str]:
    return _file(*asset(name), "public, max-age=31536000, immutable")


@room.file("/openapi.json")
def openapi() -> Response[str]:
    return _file("application/json", programs_side(), "max-age=300")


def _file(kind: str, text: str, keep: str) -> Response[str]:
    return Response(200, kind, text, {**security(""), "Cache-Control": keep})
