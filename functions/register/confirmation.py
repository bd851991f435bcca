"""The page after sending: the number, who has the case now, what happens next and by when."""

from functions.core.errors import Decided
from functions.core.place import kind_here
from functions.register.room import applicant, room, secret_of
from functions.web.answer import View
from functions.web.coming import Coming, coming
from functions.world import world


class Confirmation(View):
    page = "confirmation.html"
    base: str
    number: str
    secret: str
    service: str
    coming: Coming


@room.page("/p/<token>/terkirim")
def confirmation(token: str) -> Confirmation | str:
    """The number, who has the case now, what happens next and by when."""
    case, sop = applicant(token)
    if kind_here(case, sop) in {"apply", "complete"}:
        return f"/p/{token}"
    following = coming(case, sop, world().now())
    if following is None:
        raise Decided
    return Confirmation(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        secret=secret_of(case.id),
        service=sop.service,
        coming=following,
    )
