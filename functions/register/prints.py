"""What the applicant prints: the receipt, the form filled in, the office's letter."""

from datetime import datetime

import segno

from functions.core.errors import NotFound
from functions.core.scans import NOTIFICATION, archive_key
from functions.offices import all_offices
from functions.register.room import applicant, room, secret_of
from functions.web import papers
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.world import world


class Receipt(View):
    """The tanda terima, on A5; `code` is the QR of `address`."""

    page = "receipt.html"
    base: str
    number: str
    secret: str
    service: str
    received: datetime
    documents: list[str]
    visits: bool
    address: str
    code: str


@room.page("/p/<token>/tanda-terima")
def receipt(token: str) -> Receipt:
    """With a code that leads to the guest book, or else to the status."""
    case, sop = applicant(token)
    visits = any(s.kind == "visit" for s in sop.steps)
    address = f"{world().site}/buku-tamu/{case.id}" if visits else f"{world().site}/status"
    return Receipt(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        secret=secret_of(case.id),
        service=sop.service,
        received=case.opened_at,
        documents=[r.name for r in sop.required(case.answers)],
        visits=visits,
        address=address,
        code=segno.make(address, micro=False).svg_inline(omitsize=True, title="Kode QR"),
    )


@room.download("/p/<token>/formulir/<requirement>")
def filled_form(token: str, requirement: str) -> Download:
    """A form that Loket filled in from the answers, to be signed."""
    case, sop = applicant(token)
    paper = papers.filled_form(case, sop, all_offices()[case.office], requirement)
    return Download(f"{requirement}-{case.id}.pdf", PDF, world().press.pdf(paper))


@room.page("/p/<token>/surat")
def letter(token: str) -> str:
    """Off to the office's signed letter, by an address that lives a minute."""
    case, _ = applicant(token)
    if not case.notification.archived_at:
        raise NotFound
    key = archive_key(case.id, NOTIFICATION, case.notification.sha256)
    return world().archive.view(key, PDF)
