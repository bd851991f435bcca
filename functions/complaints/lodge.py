"""The form: anybody may complain, with a name, in secret, or without one."""

from datetime import timedelta

from pydantic import ConfigDict

from functions.complaints.receipt import Lodged, handed_out
from functions.complaints.room import office_of, room
from functions.core.case import Case
from functions.core.errors import Decided, Taken
from functions.core.facts import Claim
from functions.core.form import Section
from functions.core.grievance import MAILBOX
from functions.core.limits import Limit
from functions.core.lodging import Lodging
from functions.core.office import Channel, Office
from functions.core.opening import open_case
from functions.sops import hearing
from functions.web.answer import Going, View
from functions.web.body import Command
from functions.world import world

FLOOD = Limit("lapor", 10, timedelta(hours=1))
"""Several people may share one address; a flood is more than they would write."""
MAILED = Limit("lapor-surel", 3, timedelta(hours=1))
"""To the mailbox that is typed, be it theirs or not."""


class Grievance(Command):
    """The fields of the form, by their ids in the SOP; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]


class Form(View):
    page = "complaint-form.html"
    sections: list[Section]
    channels: list[Channel]


@room.page("/pengaduan/<office>/lapor")
def form(office: str) -> Form:
    """The whole form on one page."""
    place = office_of(office)
    sections = list(hearing(place.id).sections)
    return Form(office=place.id, sections=sections, channels=list(place.channels))


@form.accepts(Grievance)
def lodged(said: Grievance, office: str) -> Lodged | Going:
    """Open a complaint. The same form sent twice is one, with the same receipt."""
    place = office_of(office)
    given = dict(said.__pydantic_extra__ or {})
    staff, day = world().staff.everybody(place.id), place.today(world().now())
    lodging = Lodging.of(hearing(place.id), given, staff, day)
    return handed_out(_once(lodging, place, said.nonce.split(":")[0]))


def _once(lodging: Lodging, place: Office, nonce: str) -> Case:
    """The complaint of this form: what was opened by it before, or else a new one."""
    claims = [Claim("lapor", world().fingerprints.of("nonce", nonce))] if nonce else []
    for claim in claims:
        for case_id in world().cases.holding(claim.kind, claim.fingerprint):
            return _same(case_id, lodging)
    _demand_no_flood(lodging.answers.get(MAILBOX, ""))
    try:
        return _open(lodging, place, claims)
    except Taken as taken:
        (case_id,) = world().cases.holding(taken.kind, taken.fingerprint)
        return _same(case_id, lodging)


def _open(lodging: Lodging, place: Office, claims: list[Claim]) -> Case:
    prints, now = world().fingerprints, world().now()

    def made(number: str) -> Case:
        return lodging.opened(number, world().cases, prints, now).claim(*claims)

    return open_case(world().cases, place.prefix, world().pick, made)


def _same(case_id: str, lodging: Lodging) -> Case:
    """Decided, if the form was sent before with other words in it."""
    case = world().cases.get(case_id)
    if (case.sop, case.office) != (lodging.sop.key, lodging.sop.office):
        raise Decided
    if case.answers != lodging.answers:
        raise Decided
    return case


def _demand_no_flood(mailbox: str) -> None:
    counted, now = (world().counters, world().fingerprints), world().now()
    FLOOD.demand(*counted, room.address, now)
    if mailbox:
        MAILED.demand(*counted, mailbox, now)
