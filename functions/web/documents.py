"""Scans of the required documents, posted by the browser straight to the store."""

from dataclasses import dataclass

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import asked_scans, fresh, kept, refusal
from functions.core.document import MOST, Leaf
from functions.core.form import Requirement
from functions.core.scans import TYPES, key_of, upload_of
from functions.core.sop import Sop
from functions.core.stores import Scans
from functions.web.answer import Outside, View
from functions.web.uploads import Upload, upload
from functions.web.waiting import Asked, Waiting, waiting_among


class Kept(BaseModel):
    """One file of a document; `preview`: where its small picture is, `look`: the whole of it;
    `replace`: where another takes its place, `discard`: where it alone is taken back."""

    label: str
    preview: str
    look: str
    replace: str
    discard: str


class Scan(BaseModel):
    """`state`: missing, pending (being examined), accepted or refused. What was kept stays while
    more is examined or refused. `form` takes the place of all that is kept, `more` adds to it;
    `discard`: where it is taken back."""

    id: str
    name: str
    hint: str = ""
    filled: bool = False
    state: str
    waiting: Waiting | None
    problem: str = ""
    kept: list[Kept]
    form: Upload
    more: Upload | None
    discard: str


class Documents(View):
    page = "documents.html"
    back: str
    number: str
    scans: list[Scan]
    waiting: Waiting | None


@dataclass(frozen=True)
class Place:
    """Where the forms stand: under `base`; `asked`: what the address says. `look`: where a file is
    shown, if it is, "{name}" and "{leaf}" standing for which; `preview`: where a small picture of
    it is."""

    scans: Scans
    outside: Outside
    base: str
    asked: Asked
    look: str
    preview: str = ""

    @property
    def documents(self) -> str:
        return f"{self.base}/dokumen"


def documents_page(case: Case, sop: Sop, at: Place) -> Documents:
    """Forms for every scan that is asked for."""
    scans = [_scan(case, requirement, at) for requirement in asked_scans(case, sop)]
    return Documents(
        office=case.office,
        back=at.base,
        number=case.id,
        scans=scans,
        waiting=next((s.waiting for s in scans if s.waiting), None),
    )


def _scan(case: Case, requirement: Requirement, at: Place) -> Scan:
    name, document = requirement.id, kept(case, requirement.id)
    waits, leaves = waiting_among(case, name, at.asked), document.leaves if document else ()
    return Scan(
        id=name,
        name=requirement.name,
        hint=requirement.hint,
        filled=requirement.filled,
        state="pending" if waits else _state(case, name),
        waiting=waits,
        problem="" if waits else refusal(case, name),
        kept=[shown(name, n, leaf, at) for n, leaf in enumerate(leaves, 1)],
        form=upload_form(case, requirement, at),
        more=upload_form(case, requirement, at, instead=None) if 0 < len(leaves) < MOST else None,
        discard=_discard(name, at) if leaves else "",
    )


def _state(case: Case, name: str) -> str:
    if refusal(case, name):
        return "refused"
    return "accepted" if fresh(case, name) else "missing"


def described(leaf: Leaf) -> str:
    """What kind of file it is, of how many pages, and how large."""
    pages = f"{leaf.pages} halaman, " if leaf.pages > 1 else ""
    return f"{TYPES[leaf.type]}, {pages}{max(1, round(leaf.size / 1000))} kB"


def shown(name: str, n: int, leaf: Leaf, at: Place) -> Kept:
    """The file at place `n` of a document."""
    return Kept(
        label=described(leaf),
        preview=at.preview.format(name=name, leaf=n) if leaf.preview else "",
        look=at.look.format(name=name, leaf=n),
        replace=f"{at.documents}/{name}/{n}/ganti",
        discard=f"{_discard(name, at)}?berkas={n}",
    )


def _discard(name: str, at: Place) -> str:
    return f"{at.documents}/{name}/hapus"


def upload_form(
    case: Case, requirement: Requirement, at: Place, *, instead: str | None = ""
) -> Upload:
    """It leads to the page of documents, which waits for what was sent; `instead`: as
    `upload_of`."""
    id_ = upload_of(case.rounds, at.outside.token(), instead=instead)
    after = f"{at.outside.site}{at.documents}?unggah={requirement.id}.{id_}"
    key = key_of(case.id, requirement.id, id_)
    return upload(at.scans, requirement.id, requirement.name, key, after)
