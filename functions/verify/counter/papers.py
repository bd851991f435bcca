"""What a visitor's application is made of on paper: scans, forms to be signed, the receipt."""

from functions.core.case import Case
from functions.core.errors import NotNow
from functions.core.number import status_secret
from functions.core.place import at_kind
from functions.offices import all_offices
from functions.verify.counter.form import sent
from functions.verify.counter.place import Counter, act, counter
from functions.verify.room import room
from functions.web import papers
from functions.web.discarding import Discard, DiscardPage, discard_page, discarded
from functions.web.documents import Documents, Place, documents_page
from functions.web.download import PDF, Download
from functions.web.receipt import receipt
from functions.web.replacing import ReplacePage, replace_page
from functions.world import world


@room.page("/loket/<number>/dokumen")
def documents(number: str) -> Documents:
    """Forms for every scan asked for; `?unggah=ID.UPLOAD` waits for that one to be examined."""
    at = counter(number, "apply")
    return documents_page(at.case, at.sop, _place(at))


@room.page("/loket/<number>/dokumen/<name>/<leaf>/ganti")
def replacing(number: str, name: str, leaf: str) -> ReplacePage:
    """A form for another file in the place of this one."""
    at = counter(number, "apply")
    return replace_page(at.case, at.sop, name, leaf, _place(at))


@room.page("/loket/<number>/dokumen/<name>/hapus")
def discarding(number: str, name: str) -> DiscardPage:
    at = counter(number, "apply")
    return discard_page(at.case, at.sop, name, _place(at))


@discarding.accepts(Discard)
def gone(said: Discard, number: str, name: str) -> str:
    at = counter(number)
    if not at.case.heard(said.nonce):
        act(at, lambda case: _discard(case, at, name, said))
    return f"{at.base}/dokumen"


def _place(at: Counter) -> Place:
    """An officer looks at a scan from the case's file, where looking is an act."""
    look = f"/berkas/{at.case.id}/dokumen/{{name}}"
    return Place(world().scans, room.outside(), at.base, room.asked, look)


def _discard(case: Case, at: Counter, name: str, said: Discard) -> Case:
    at_kind(case, at.sop, "apply")
    return discarded(case, at.sop, name, at.actor, said, world().now())


@room.download("/loket/<number>/formulir/<requirement>")
def filled_form(number: str, requirement: str) -> Download:
    """A form that Loket filled in from the answers, to be signed."""
    at = counter(number, "apply")
    paper = papers.filled_form(at.case, at.sop, all_offices()[at.case.office], requirement)
    return Download(f"{requirement}-{at.case.id}.pdf", PDF, world().press.pdf(paper))


@room.download("/loket/<number>/tanda-terima")
def handed(number: str) -> Download:
    """The visitor's tanda terima, once the application is sent."""
    at = counter(number)
    if not sent(at.case, at.sop):
        raise NotNow
    secret = status_secret(world().fingerprints, at.case.id)
    paper = receipt(at.case, at.sop, at.entered, secret, world().site, world().now())
    return Download(f"tanda-terima-{at.case.id}.pdf", PDF, world().press.pdf(paper))
