"""What whoever complained in person takes along: the number, and the secret that opens it.

For the officer who wrote the complaint down, and on that day alone; the secret, which speaks for
whoever complains, is there for a shorter while.
"""

from dataclasses import dataclass

from functions.core.case import Case
from functions.core.change import change
from functions.core.counter import Entered
from functions.core.errors import NotFound, NotNow
from functions.core.facts import Actor
from functions.core.officer import Officer
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.counter.place import listener
from functions.verify.rights import today
from functions.verify.room import room, theirs
from functions.web.answer import View
from functions.web.coming import Coming, coming
from functions.web.discarding import Discard, DiscardPage, discard_page, discarded
from functions.web.documents import Documents, Place, documents_page
from functions.web.download import PDF, Download
from functions.web.following import shown_secret
from functions.web.replacing import ReplacePage, replace_page
from functions.web.slip import slip
from functions.world import world

SHOWN = "Kode rahasia sudah ditampilkan dan tidak dicetak lagi."


@dataclass(frozen=True)
class Taken:
    """A complaint before the officer who wrote it down today."""

    case: Case
    sop: Sop
    entered: Entered
    officer: Officer

    @property
    def base(self) -> str:
        return f"/loket/pengaduan/{self.case.id}"

    @property
    def secret(self) -> str:
        """ "" once it was shown."""
        return shown_secret(world().fingerprints, self.case, world().now())


class ComplaintTaken(View):
    """`coming`: what happens next; `moving`: on its way there, and the page looks again."""

    page = "counter-complaint-taken.html"
    base: str
    number: str
    secret: str
    coming: Coming | None
    moving: bool


@room.page("/loket/pengaduan/<number>")
def taken(number: str) -> ComplaintTaken:
    at = _taken(number)
    return ComplaintTaken(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        secret=at.secret,
        coming=coming(at.case, at.sop, world().now()),
        moving=at.case.transit is not None,
    )


@room.page("/loket/pengaduan/<number>/dokumen")
def attachments(number: str) -> Documents:
    """A form for the scan of what was brought; `?unggah=ID.UPLOAD` waits for that one."""
    at = _taken(number)
    return documents_page(at.case, at.sop, _place(at))


@room.page("/loket/pengaduan/<number>/dokumen/<name>/<leaf>/ganti")
def replacing(number: str, name: str, leaf: str) -> ReplacePage:
    """A form for another file in the place of this one."""
    at = _taken(number)
    return replace_page(at.case, at.sop, name, leaf, _place(at))


@room.page("/loket/pengaduan/<number>/dokumen/<name>/hapus")
def detaching(number: str, name: str) -> DiscardPage:
    at = _taken(number)
    return discard_page(at.case, at.sop, name, _place(at))


@detaching.accepts(Discard)
def detached(said: Discard, number: str, name: str) -> str:
    at = _taken(number)
    actor, now = Actor(at.entered.by, at.sop.applicant), world().now()

    def verb(case: Case) -> Case:
        return discarded(case, at.sop, name, actor, said, now)

    if not at.case.heard(said.nonce):
        change(world().cases, at.case.id, verb, at.officer)
    return f"{at.base}/dokumen"


@room.download("/loket/pengaduan/<number>/tanda-terima")
def handed(number: str) -> Download:
    at = _taken(number)
    if not at.secret:
        raise NotNow(SHOWN)
    paper = slip(at.case, at.sop, at.entered, at.secret, world().site, world().now())
    return Download(f"tanda-terima-{at.case.id}.pdf", PDF, world().press.pdf(paper))


def _place(at: Taken) -> Place:
    """To look at what was brought is for whoever hears the complaint."""
    return Place(world().scans, room.outside(), at.base, room.asked, look="")


def _taken(number: str) -> Taken:
    officer = listener()
    case = theirs(officer, number).case
    sop, entered = sop_of(case), case.entered
    if entered is None or not sop.hears or entered.by != officer.id:
        raise NotFound
    if all_offices()[case.office].today(entered.at) != today(case.office):
        raise NotFound
    return Taken(case, sop, entered, officer)
