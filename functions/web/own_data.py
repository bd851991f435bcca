"""All that is held on the person a case is about, for that person alone.

What concerns others in the same case is left out, and so are officers' names: people are told of
the roles in which they acted.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.completeness import kept
from functions.core.deeds import Guest
from functions.core.facts import VERDICTS
from functions.core.history import Event
from functions.core.kinds import ENDS
from functions.core.office import Office
from functions.core.paper import Block, Facts, Grid, Paper, Words
from functions.core.records import Whole
from functions.core.sop import HEAD, Sop
from functions.web.chronology import Line, Teller, chronology
from functions.web.looks import called, task_of
from functions.web.posted import Posted, posted
from functions.web.words import moment

OFFICER = "Petugas"
VISITED = "Ada kunjungan"
TITLE = "Salinan Data Pribadi"
Fact = tuple[str, str]


class Part(BaseModel):
    """What is held of one sort: label and value."""

    title: str
    facts: list[Fact]


class Copy(BaseModel):
    """`trail`: who did what with it and when, the latest first."""

    number: str
    service: str
    office: str
    made: datetime
    parts: list[Part]
    letters: list[Posted]
    trail: list[Line]


def copy_of(whole: Whole, sop: Sop, office: Office, at: datetime) -> Copy:
    """`sop`: as the case goes by it, with all whom it concerns."""
    mine = [sent for sent in whole.letters if sent.letter.reader == "applicant"]
    return Copy(
        number=whole.case.id,
        service=sop.service,
        office=office.name,
        made=at,
        parts=held(whole.case, sop, office),
        letters=posted(Whole(whole.case, (), tuple(mine)), sop, {}),
        trail=chronology(whole.history, Teller(sop, roles_in(whole.history, sop))),
    )


def held(case: Case, sop: Sop, office: Office) -> list[Part]:
    """What the case knows of its applicant, part by part; none is empty."""
    found = {
        "Permohonan": _opened(case, sop, office),
        **_answers(case, sop),
        "Dokumen": _documents(case, sop, office),
        "Hasil pemeriksaan": _findings(case, sop),
        "Kunjungan dan panggilan": _met(case, office),
        "Surat pernyataan": _signed(case, office),
        "Akun": _account(case, office),
    }
    return [Part(title=title, facts=facts) for title, facts in found.items() if facts]


def roles_in(history: tuple[Event, ...], sop: Sop) -> Mapping[str, str]:
    """By officer, the role in which they first acted."""
    passed = [(e.detail.get(way, ""), OFFICER) for e in history for way in ("to", "from")]
    acted = [(e.by, _role(e, sop)) for e in reversed(history)]
    known = {*sop.roles, HEAD, MACHINERY, ""}
    return {who: role for who, role in (*passed, *acted) if who not in known}


def copy_paper(copy: Copy, office: Office) -> Paper:
    """The copy to be printed."""
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=TITLE,
        blocks=(
            Words(text=f"Dibuat {moment(copy.made, office)}", style="small"),
            *_blocks(copy, office),
        ),
        foot=f"{TITLE} · {copy.number}",
    )


def _blocks(copy: Copy, office: Office) -> Iterator[Block]:
    for part in copy.parts:
        yield Words(text=part.title, style="heading")
        yield Facts(rows=tuple(part.facts))
    letters = tuple((moment(p.at, office), p.what, p.state) for p in copy.letters)
    trail = tuple((moment(line.at, office), line.who, line.what) for line in copy.trail)
    yield Words(text="Surat kepada Anda", style="heading")
    yield Grid(head=("Waktu", "Surat", "Keadaan"), rows=letters, widths=(3, 4, 2))
    yield Words(text="Riwayat pemrosesan", style="heading")
    yield Grid(head=("Waktu", "Oleh", "Tindakan"), rows=trail, widths=(3, 2, 5))


def _role(event: Event, sop: Sop) -> str:
    """In which role an officer acted; at what is the applicant's, in none of the SOP's."""
    name = event.detail.get("step") or task_of(event.detail.get("why", ""))
    by = next((step.by for step in sop.steps if step.id == name), sop.applicant)
    return OFFICER if by == sop.applicant else sop.roles[by]


def _opened(case: Case, sop: Sop, office: Office) -> list[Fact]:
    facts = [
        ("Nomor permohonan", case.id),
        ("Layanan", sop.service),
        ("Diterima", moment(case.received, office)),
        ("Alamat email", case.email),
        ("Pesan petugas", case.message),
    ]
    if case.closed:
        facts.append(("Berakhir", f"{ENDS[case.closed.end]}, {moment(case.closed.at, office)}"))
    return [fact for fact in facts if fact[1]]


def _answers(case: Case, sop: Sop) -> dict[str, list[Fact]]:
    return {
        s.title: [(f.label, f.said(said)) for f in s.fields if (said := case.answers.get(f.id))]
        for s in sop.pages
        if s.id not in case.holders
    }


def _documents(case: Case, sop: Sop, office: Office) -> list[Fact]:
    papers = {n: kept(case, n) for n in case.documents if is_own(case, n)}
    return [
        (called(name, sop), f"{len(d.leaves)} berkas, {moment(d.at, office)}, SHA-256 {d.sha256}")
        for name, d in papers.items()
        if d
    ]


def _findings(case: Case, sop: Sop) -> list[Fact]:
    return [
        (called(name, sop), ": ".join(filter(None, (VERDICTS[found.verdict], found.note))))
        for name, found in case.findings.items()
        if is_own(case, name) and name in sop.names
    ]


def is_own(case: Case, name: str) -> bool:
    """Whether a document or section is not about one of several account holders."""
    return name.split(".")[-1] not in case.holders


def _met(case: Case, office: Office) -> list[Fact]:
    facts = []
    if guest := case.guest:
        facts.append((f"Buku tamu, {moment(guest.at, office)}", _visited(case, guest)))
    if case.originals:
        facts.append(("Dokumen asli dilihat petugas", moment(case.originals.at, office)))
    if case.meeting:
        facts.append(("Panggilan video", moment(case.meeting.starts, office)))
    if case.consented:
        facts.append(("Persetujuan tangkapan layar", moment(case.consented, office)))
    return [*facts, *([("Permintaan waktu", case.wish)] if case.wish else [])]


def _visited(case: Case, guest: Guest) -> str:
    """The line of the guest book, if it is the applicant's own; another's says only that it is."""
    if guest.email != case.email:
        return VISITED
    said = (guest.name, guest.company, guest.address, guest.phone, guest.email, guest.purpose)
    return ", ".join(filter(None, said))


def _signed(case: Case, office: Office) -> list[Fact]:
    if case.statement is None:
        return []
    name = case.statement.name or "Diunggah"
    return [("Ditandatangani", f"{name}, {moment(case.statement.at, office)}")]


def _account(case: Case, office: Office) -> list[Fact]:
    """Of the applicant's own; the password is nobody's to see."""
    if case.account is None:
        return []
    return [("User ID", f"{case.account.user_id}, {moment(case.account.at, office)}")]
