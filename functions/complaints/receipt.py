"""The receipt: number and secret, what happens next and by when."""

from datetime import datetime

from functions.complaints.room import following, room
from functions.core.case import Case
from functions.offices import all_offices
from functions.web.answer import Going, View
from functions.web.coming import Coming, coming
from functions.web.following import ENTRANCE, shown_secret, ticket
from functions.web.views import standing
from functions.world import world

RECEIPT = "/pengaduan/tanda-terima"


class Lodged(View):
    """`secret`: "" once it was shown long enough; `next`: where a person reads what happens now;
    `follow`: where number and secret open it."""

    status = 201
    number: str
    secret: str
    next: str = RECEIPT
    follow: str = ENTRANCE


class Receipt(View):
    """`coming`: what the office does next; none, if it waits for the complainant, or is done.
    `grades`: within which times a complaint is answered, by how grave it is."""

    page = "complaint-receipt.html"
    number: str
    secret: str
    received: datetime
    mailed: bool
    coming: Coming | None
    grades: list[str]
    follow: str


def handed_out(case: Case) -> Going:
    """Off to the receipt, which this browser may read from now on."""
    prints, now = world().fingerprints, world().now()
    made = Lodged(office=case.office, number=case.id, secret=shown_secret(prints, case, now))
    return Going(RECEIPT, (ticket(prints, world().epoch, case.id, now),), made)


@room.page(RECEIPT)
def receipt() -> Receipt:
    """Number and secret, what happens next and by when."""
    case, sop = following()
    now = world().now()
    office = all_offices()[case.office]
    return Receipt(
        office=office.id,
        number=case.id,
        secret=shown_secret(world().fingerprints, case, now),
        received=case.received,
        mailed=bool(case.email),
        coming=None if standing(case, sop).yours else coming(case, sop, now),
        grades=[f"{g.label.lower()} {g.within}" for g in office.complaints.grades],
        follow=f"{world().site}{ENTRANCE}",
    )
