"""What a case holds on a person, by part: for themselves, and for whoever meets their request."""

from collections.abc import Callable, Mapping

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import kept
from functions.core.deeds import Guest
from functions.core.extent import GUEST, WHOLE, Extent, is_own
from functions.core.facts import VERDICTS
from functions.core.form import FormField
from functions.core.identity import masked
from functions.core.kinds import ENDS
from functions.core.office import Office
from functions.core.sop import Sop
from functions.web.looks import called
from functions.web.words import moment

VISITED = "Ada kunjungan"
Fact = tuple[str, str]


class Kind(BaseModel):
    """Data of one sort, by their labels."""

    title: str
    labels: list[str]


class Part(BaseModel):
    """What is held of one sort: label and value."""

    title: str
    facts: list[Fact]

    @property
    def kind(self) -> Kind:
        return Kind(title=self.title, labels=[label for label, _ in self.facts])


def held(case: Case, sop: Sop, office: Office, extent: Extent = WHOLE) -> list[Part]:
    """What the case knows of a person, part by part; none is empty."""
    found = [
        ("Keadaan", _opened(case, sop, office, extent)),
        *_answers(case, sop, extent),
        ("Dokumen", _documents(case, sop, office, extent)),
        ("Hasil pemeriksaan", _findings(case, sop) if extent.own else []),
        ("Kunjungan", _visit(case, sop, office, extent)),
        *((title, tell(case, office)) for title, tell in OWN.items() if extent.own),
        ("Akun", _accounts(case, office, extent)),
    ]
    return [Part(title=title, facts=facts) for title, facts in found if facts]


def _opened(case: Case, sop: Sop, office: Office, extent: Extent) -> list[Fact]:
    facts = [
        ("Nomor", case.id),
        ("Layanan", sop.service),
        ("Diterima", moment(case.received, office)),
    ]
    if extent.own:
        facts += [("Alamat email", case.email), ("Pesan petugas", case.message)]
    if case.closed:
        facts.append(("Berakhir", f"{ENDS[case.closed.end]}, {moment(case.closed.at, office)}"))
    return [fact for fact in facts if fact[1]]


def _answers(case: Case, sop: Sop, extent: Extent) -> list[tuple[str, list[Fact]]]:
    return [
        (s.title, [(f.label, _said_of(f, said, extent)) for f in s.fields
                   if (said := case.answers.get(f.id))])
        for s in sop.pages
        if extent.has(case, s.id)
    ]  # fmt: skip


def _said_of(asked: FormField, said: str, extent: Extent) -> str:
    return masked(said) if asked.id in extent.shut else asked.said(said)


def _documents(case: Case, sop: Sop, office: Office, extent: Extent) -> list[Fact]:
    papers = {n: kept(case, n) for n in case.documents if extent.has(case, n)}
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


def _visit(case: Case, sop: Sop, office: Office, extent: Extent) -> list[Fact]:
    """Of a visitor sent by the applicant, the applicant's own says only that there was one."""
    facts = []
    if case.guest and (extent.own or extent.met(case)):
        said = _visited(case.guest) if extent.met(case) else VISITED
        facts.append((f"{called(GUEST, sop)}, {moment(case.guest.at, office)}", said))
    if case.originals and extent.own:
        facts.append(("Dokumen asli dilihat petugas", moment(case.originals.at, office)))
    return facts


def _visited(guest: Guest) -> str:
    said = (guest.name, guest.company, guest.address, guest.phone, guest.email, guest.purpose)
    return ", ".join(filter(None, said))


def _calls(case: Case, office: Office) -> list[Fact]:
    facts = []
    if case.meeting:
        facts.append(("Panggilan video", moment(case.meeting.starts, office)))
    if case.consented:
        facts.append(("Persetujuan tangkapan layar", moment(case.consented, office)))
    return [*facts, *([("Permintaan waktu", case.wish)] if case.wish else [])]


def _signed(case: Case, office: Office) -> list[Fact]:
    if case.statement is None:
        return []
    name = case.statement.name or "Diunggah"
    return [("Ditandatangani", f"{name}, {moment(case.statement.at, office)}")]


def _spoken(case: Case, office: Office) -> list[Fact]:
    """Both sides of a complaint's talk."""
    return [
        (f"{'Petugas' if said.by else 'Anda'}, {moment(said.at, office)}", said.text)
        for said in case.messages
    ]


def _accounts(case: Case, office: Office, extent: Extent) -> list[Fact]:
    """The password is nobody's to see."""
    made = [case.accounts.get(holder) for holder in extent.holders(case)]
    return [("User ID", f"{a.user_id}, {moment(a.at, office)}") for a in made if a]


OWN: Mapping[str, Callable[[Case, Office], list[Fact]]] = {
    "Panggilan": _calls,
    "Surat pernyataan": _signed,
    "Percakapan": _spoken,
}
"""What concerns nobody but whoever applies or complains."""
