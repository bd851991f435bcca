"""The applicant's word that the qualification data are in SIKaP."""

from functions.core.change import change
from functions.core.errors import Invalid
from functions.core.place import at_kind
from functions.register.room import acting, applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class Filled(Command):
    """`done`: "ya", that the qualification data are filled in."""

    done: str = ""


class SikapPage(View):
    page = "sikap.html"
    base: str
    number: str
    password_waits: bool


@room.page("/p/<token>/sikap")
def sikap(token: str) -> SikapPage:
    case, sop = applicant(token)
    at_kind(case, sop, "follow-up")
    waits = bool(case.account and case.account.waits)
    return SikapPage(office=case.office, base=f"/p/{token}", number=case.id, password_waits=waits)


@sikap.accepts(Filled)
def sikap_filled(said: Filled, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    if said.done != "ya":
        raise Invalid({"done": "Beri tanda bahwa data kualifikasi di SIKaP sudah Anda isi."})
    now = world().now()
    change(
        world().cases,
        case.id,
        lambda c: c.decide(sop, acting(sop), "terisi", now, nonce=said.nonce),
    )
    return f"/p/{token}"
