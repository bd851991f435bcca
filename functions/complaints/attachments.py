"""What the complainant attaches: letters, photos, evidence, while the complaint is open."""

from functions.complaints.room import acting, following, room
from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import leaf_of
from functions.core.errors import NotFound, NotNow
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.web.discarding import Discard, DiscardPage, discard_page, discarded
from functions.web.documents import Documents, Place, documents_page
from functions.web.following import HOME
from functions.web.replacing import ReplacePage, replace_page
from functions.world import world

HERE = f"{HOME}/dokumen"
FILE = f"{HERE}/{{name}}/{{leaf}}"
PREVIEW = "image/jpeg"


@room.page(HERE)
def attachments() -> Documents:
    """A form for each; `?unggah=ID.UPLOAD` waits for that one to be examined."""
    return documents_page(*_open(), _place())


@room.page(f"{HERE}/<name>/<leaf>/kecil")
def preview(name: str, leaf: str) -> str:
    """Off to the small picture of a file, by an address that lives a minute."""
    found = leaf_of(_open()[0], name, leaf)
    if not found.preview:
        raise NotFound
    return world().clean.view(found.preview, "", PREVIEW)


@room.page(f"{HERE}/<name>/<leaf>/lihat")
def whole(name: str, leaf: str) -> str:
    """Off to a file as it is kept, by an address that lives a minute."""
    found = leaf_of(_open()[0], name, leaf)
    return world().clean.view(found.key, found.version, found.type)


@room.page(f"{HERE}/<name>/<leaf>/ganti")
def replacing(name: str, leaf: str) -> ReplacePage:
    """A form for another file in the place of this one."""
    return replace_page(*_open(), name, leaf, _place())


@room.page(f"{HERE}/<name>/hapus")
def discarding(name: str) -> DiscardPage:
    return discard_page(*_open(), name, _place())


@discarding.accepts(Discard)
def gone(said: Discard, name: str) -> str:
    """Taken back; that it was there stays in the history."""
    case, _ = _open()
    if not case.heard(said.nonce):
        change(world().cases, case.id, lambda c: _discard(c, name, said))
    return HERE


def _discard(case: Case, name: str, said: Discard) -> Case:
    sop = sop_of(case)
    return discarded(case, sop, name, acting(sop), said, world().now())


def _place() -> Place:
    shown = f"{FILE}/lihat", f"{FILE}/kecil"
    return Place(world().scans, room.outside(), HOME, room.asked, *shown)


def _open() -> tuple[Case, Sop]:
    """The complaint, while anything may be attached to it."""
    case, sop = following()
    if case.closed:
        raise NotNow
    return case, sop
