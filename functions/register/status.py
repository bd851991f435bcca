"""A case's status, without signing in: by its number and secret."""

import hmac

from functions.core.case import Case
from functions.core.errors import Invalid, NotFound
from functions.core.number import tidy
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import room, secret_of
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.body import Command
from functions.web.views import Entry, Standing, standing, timeline
from functions.web.whatsapp import shareable
from functions.world import world

NO_SUCH = "Nomor dan kode rahasia ini tidak cocok. Periksa kembali keduanya."


class Question(View):
    page = "status-question.html"


class Status(View):
    """`text`: what may be passed on of it."""

    page = "status.html"
    standing: Standing
    timeline: list[Entry]
    text: str


class Query(Command):
    """`number` and `secret` as the confirmation and every mail give them."""

    number: str
    secret: str


@room.page("/status")
def ask_status() -> Question:
    return Question()


@ask_status.accepts(Query)
def status(said: Query) -> Status:
    """One neutral answer for a wrong number and a wrong secret."""
    case, sop = by_secret(said.number, said.secret)
    history, stands = world().cases.history(case.id), standing(case, sop)
    return Status(
        office=case.office,
        standing=stands,
        timeline=timeline(case, sop, history),
        text=shareable(stands, all_offices()[case.office], world().site),
    )


def by_secret(number: str, secret: str) -> tuple[Case, Sop]:
    """The case of this number, for who knows its secret; Invalid says not which was wrong."""
    case_id = tidy(number[:40])
    given = secret.strip().upper().replace("-", "")
    right = secret_of(case_id).replace("-", "")
    if not case_id or not hmac.compare_digest(right.encode(), given.encode()):
        raise Invalid({"number": NO_SUCH})
    try:
        case = world().cases.get(case_id)
    except NotFound:
        raise Invalid({"number": NO_SUCH}) from None
    case.demand_unerased()
    return case, sop_of(case)
