"""The receipt: number and secret, what happens next and by when."""

from datetime import datetime

from functions.complaints.room import following, room
from functions.core.case import Case
from functions.core.number import status_secret
from functions.offices import all_offices
from functions.web.answer import Going, View
from functions.web.coming import Coming, coming
from functions.web.following import ENTRANCE, ticket
from functions.web.views import standing
from functions.world import world

RECEIPT = "/pengaduan/tanda-terima"


class Lodged(View):
    """`next`: where a person reads what happens now; `follow`: where number and secret open it."""

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
    prints = world().fingerprints
    made = Lodged(office=case.office, number=case.id, secret=status_secret(prints, case.id))
    return Going(RECEIPT, (ticket(prints, world().epoch, case.id),), made)


@room.page(RECEIPT)
def receipt() -> Receipt:
    """Number and secret, what happens next and by when."""
    case, sop = following()
    office = all_offices()[case.office]
    return Receipt(
        office=office.id,
        number=case.id,
        secret=status_secret(world().fingerprints, case.id),
        received=case.received,
        mailed=bool(case.email),
        coming=None if standing(case, sop).yours else coming(case, sop, world().now()),
        grades=[f"{g.label.lower()} {g.within}" for g in office.complaints.grades],
        follow=f"{world().site}{ENTRANCE}",
    )
