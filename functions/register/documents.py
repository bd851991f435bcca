"""The applicant sends scans of the required documents, sees them, and takes them back."""

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import leaf_of
from functions.core.errors import Decided, NotFound
from functions.core.place import kind_here
from functions.core.sop import Sop
from functions.register.room import acting, applicant, room
from functions.sops import sop_of
from functions.web.discarding import Discard, DiscardPage, discard_page, discarded
from functions.web.documents import Documents, Place, documents_page
from functions.web.replacing import ReplacePage, replace_page
from functions.world import world

PREVIEW = "image/jpeg"


@room.page("/p/<token>/dokumen")
def documents(token: str) -> Documents:
    """Forms for every scan asked for; `?unggah=ID.UPLOAD` waits for that one to be examined."""
    return documents_page(*_collecting(token), _place(token))


@room.page("/p/<token>/dokumen/<name>/<leaf>/kecil")
def preview(token: str, name: str, leaf: str) -> str:
    """Off to the small picture of a file, by an address that lives a minute."""
    found = leaf_of(_collecting(token)[0], name, leaf)
    if not found.preview:
        raise NotFound
    return world().clean.view(found.preview, "", PREVIEW)


@room.page("/p/<token>/dokumen/<name>/<leaf>/lihat")
def whole(token: str, name: str, leaf: str) -> str:
    """Off to a file as it is kept, by an address that lives a minute."""
    found = leaf_of(_collecting(token)[0], name, leaf)
    return world().clean.view(found.key, found.version, found.type)


@room.page("/p/<token>/dokumen/<name>/<leaf>/ganti")
def replacing(token: str, name: str, leaf: str) -> ReplacePage:
    """A form for another file in the place of this one."""
    return replace_page(*_collecting(token), name, leaf, _place(token))


@room.page("/p/<token>/dokumen/<name>/hapus")
def discarding(token: str, name: str) -> DiscardPage:
    return discard_page(*_collecting(token), name, _place(token))


@discarding.accepts(Discard)
def gone(said: Discard, token: str, name: str) -> str:
    case, _ = applicant(token)
    if not case.heard(said.nonce):
        change(world().cases, case.id, lambda c: _discard(c, name, said))
    return f"/p/{token}/dokumen"


def _discard(case: Case, name: str, said: Discard) -> Case:
    sop = sop_of(case)
    return discarded(case, sop, name, acting(sop), said, world().now())


def _place(token: str) -> Place:
    base = f"/p/{token}"
    shown = f"{base}/dokumen/{{name}}/{{leaf}}"
    return Place(
        world().scans, room.outside(), base, room.asked, f"{shown}/lihat", f"{shown}/kecil"
    )


def _collecting(token: str) -> tuple[Case, Sop]:
    """The applicant's case, if scans are asked for just now."""
    case, sop = applicant(token)
    if kind_here(case, sop) not in {"apply", "complete"}:
        raise Decided
    return case, sop
