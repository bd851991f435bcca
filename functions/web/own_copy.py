"""The copy of all that is held on a person, for that person alone, as a page, a paper, or data.

What concerns others in the same case is left out, and so are officers' names: people are told of
the roles in which they acted.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import BaseModel, RootModel

from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.completeness import leaf_of
from functions.core.errors import NotFound
from functions.core.extent import WHOLE, Extent
from functions.core.facts import Letter
from functions.core.history import Event
from functions.core.holders import APPLICANT
from functions.core.office import Office
from functions.core.paper import Block, Facts, Grid, Paper, Words
from functions.core.records import Whole
from functions.core.sop import HEAD, Sop
from functions.core.stores import CleanScans
from functions.web.answer import View
from functions.web.chronology import Line, Teller, chronology
from functions.web.download import Download
from functions.web.looks import called, task_of
from functions.web.own_data import Part, held
from functions.web.posted import Posted, posted
from functions.web.words import moment

OFFICER = "Petugas"
TITLE = "Salinan Data Pribadi"
JSON = "application/json"


class File(BaseModel):
    """One file of a document; `place`: where it is shown, within the copy's address."""

    label: str
    place: str


class Copy(BaseModel):
    """Of one case. `trail`: who did what with it and when, the latest first. `guarded`: whether
    what opens a password is left out for now."""

    number: str
    service: str
    office: str
    made: datetime
    parts: list[Part]
    files: list[File]
    letters: list[Posted]
    trail: list[Line]
    guarded: bool


class CopyPage(View):
    """`base`: where the copy is, `back`: from where one comes, if it is not a letter."""

    page = "own-copy.html"
    base: str
    back: str = ""
    copies: list[Copy]


def copy_of(whole: Whole, sop: Sop, office: Office, at: datetime, extent: Extent = WHOLE) -> Copy:
    """`sop`: as the case goes by it, with all whom it concerns."""
    case = whole.case
    mine = [sent for sent in whole.letters if _reads(sent.letter, extent.holders(case))]
    return Copy(
        number=case.id,
        service=sop.service,
        office=office.name,
        made=at,
        parts=held(case, sop, office, extent),
        files=[*_files(case, sop, extent)],
        letters=posted(Whole(case, (), tuple(mine)), sop, {}),
        trail=chronology(_unasked(whole.history), Teller(sop, roles_in(whole.history, sop))),
        guarded=bool(extent.shut),
    )


def shown(case: Case, extent: Extent, scans: CleanScans, name: str, leaf: str) -> str:
    """Off to a file as it is kept, by an address that lives a minute."""
    if extent.shut or not extent.has(case, name):
        raise NotFound
    found = leaf_of(case, name, leaf)
    return scans.view(found.key, found.version, found.type)


def roles_in(history: tuple[Event, ...], sop: Sop) -> Mapping[str, str]:
    """By officer, the role in which they first acted."""
    passed = [(e.detail.get(way, ""), OFFICER) for e in history for way in ("to", "from")]
    acted = [(e.by, _role(e, sop)) for e in reversed(history)]
    known = {*sop.roles, HEAD, MACHINERY, ""}
    return {who: role for who, role in (*passed, *acted) if who not in known}


def data_of(copies: list[Copy], name: str) -> Download:
    data = RootModel[list[Copy]](copies).model_dump_json(indent=2)
    return Download(f"data-{name}.json", JSON, data)


def pdf_of(name: str) -> str:
    """What a copy to be printed is called."""
    return f"data-{name}.pdf"


def copy_paper(copies: list[Copy], name: str, office: Office) -> Paper:
    """The copy to be printed."""
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=TITLE,
        blocks=tuple(block for copy in copies for block in _blocks(copy, office)),
        foot=f"{TITLE} · {name}",
    )


def _unasked(history: Iterable[Event]) -> Iterator[Event]:
    """Without saying which request it was for, as it may be somebody else's."""
    for event in history:
        told = {name: said for name, said in event.detail.items() if name != "request"}
        yield replace(event, detail=told)


def _blocks(copy: Copy, office: Office) -> Iterator[Block]:
    letters = tuple((moment(p.at, office), p.what, p.state) for p in copy.letters)
    trail = tuple((moment(line.at, office), line.who, line.what) for line in copy.trail)
    yield Words(text=f"{copy.number}, {copy.service}", style="heading")
    yield Words(text=f"Dibuat {moment(copy.made, office)}.", style="small")
    for part in copy.parts:
        yield Words(text=part.title, style="heading")
        yield Facts(rows=tuple(part.facts))
    if letters:
        yield Words(text="Surat kepada Anda", style="heading")
        yield Grid(head=("Waktu", "Surat", "Keadaan"), rows=letters, widths=(3, 4, 2))
    yield Words(text="Riwayat pemrosesan", style="heading")
    yield Grid(head=("Waktu", "Oleh", "Tindakan"), rows=trail, widths=(3, 2, 5))


def _files(case: Case, sop: Sop, extent: Extent) -> Iterator[File]:
    for name, document in case.documents.items():
        shown = extent.has(case, name) and not extent.shut
        for place, _ in enumerate(document.leaves if shown else (), 1):
            label = f"{called(name, sop)}, berkas {place}"
            yield File(label=label, place=f"dokumen/{case.id}/{name}/{place}")


def _reads(letter: Letter, holders: Collection[str]) -> bool:
    """Whether it went to the applicant, or to one of these account holders."""
    if letter.reader == "holder":
        return letter.to in holders
    return letter.reader == "applicant" and APPLICANT in holders


def _role(event: Event, sop: Sop) -> str:
    """In which role an officer acted; at what is the applicant's, in none of the SOP's."""
    name = event.detail.get("step") or task_of(event.detail.get("why", ""))
    by = next((step.by for step in sop.steps if step.id == name), sop.applicant)
    return OFFICER if by == sop.applicant else sop.roles[by]
