"""A case's history in words: who did what, and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from functions.core.chronicle import MACHINERY
from functions.core.deviation import WHAT
from functions.core.erasure import GROUNDS
from functions.core.flow import outcome_words
from functions.core.history import Event
from functions.core.kinds import ENDS
from functions.core.lodging import CHANNELS
from functions.core.sop import HEAD, Sop
from functions.offices import all_offices
from functions.web.looks import called, purpose
from functions.web.posted import NAMES, STATES

KINDS: Mapping[str, str] = {
    "opened": "{matter} dibuka",
    "begun": "Tahap dimulai",
    "decided": "Tahap selesai",
    "saved": "Isian disimpan",
    "document": "Dokumen diterima",
    "refused-document": "Dokumen tidak dapat diterima",
    "discarded": "Dokumen dihapus pengirimnya",
    "looked": "Dokumen dilihat",
    "consented": "Pemohon menyetujui tangkapan layar",
    "said": "Pesan ditulis",
    "reopened": "{matter} dibuka kembali",
    "wished": "Pemohon memilih waktu panggilan",
    "taken": "Tugas diambil",
    "given-back": "Tugas dikembalikan",
    "handed": "Tugas diserahkan",
    "deviated": "Penyimpangan",
    "explained": "Penyimpangan dijelaskan",
    "resumed": "Waktu layanan dilanjutkan",
    "reminded": "Pemohon diingatkan",
    "alerted": "Petugas diingatkan",
    "recovered": "Alur dijalankan ulang",
    "closed": "{matter} ditutup",
    "surveyed": "Survei kepuasan diisi",
    "attempted": "Kata sandi awal dicoba dibuka",
    "password-shown": "Kata sandi awal ditampilkan",
    "password-reissued": "Kata sandi awal baru diterbitkan",
    "held-back": "Pemusnahan data ditahan",
    "let-go": "Penahanan pemusnahan dilepas",
    "corrected": "Data diperbaiki atas permintaan pemiliknya",
    "copied": "Salinan data diberikan kepada yang meminta",
    "doomed": "Permintaan pemusnahan dikabulkan",
    "condemned": "Pemusnahan data dimulai",
    "erased": "Data pribadi dimusnahkan",
    "bounced": "Surel tidak sampai",
    "called": "Telepon",
}


class Line(BaseModel):
    at: datetime
    who: str
    what: str


@dataclass(frozen=True)
class Teller:
    """`people`: the names of the office's staff, by id."""

    sop: Sop
    people: Mapping[str, str]

    def who(self, by: str) -> str:
        """Whoever acted: an officer, the applicant, or Loket itself."""
        if by == MACHINERY:
            return "Loket"
        return self.people.get(by) or self.title(by)

    def title(self, role: str) -> str:
        titles = {HEAD: all_offices()[self.sop.office].head, **self.sop.roles}
        return titles.get(role, role)

    def labels(self, names: str) -> str:
        """What fields of the form are called."""
        called = {f.id: f.label for s in self.sop.pages for f in s.fields}
        return ", ".join(called.get(name, name) for name in names.split(","))

    def line(self, event: Event) -> Line:
        style, _, role = event.detail.get("as", "").partition(" ")
        acting = f" ({style} {self.title(role)})" if style else ""
        kind = KINDS.get(event.kind, event.kind).format(matter=self.sop.matter)
        told = ", ".join(self._details(event))
        what = f"{kind}: {told}" if told else kind
        return Line(at=event.at, who=self.who(event.by) + acting, what=what)

    def _details(self, event: Event) -> Iterator[str]:
        return (read(self, event.detail[name]) for name, read in DETAILS.items()
                if name in event.detail)  # fmt: skip


DETAILS: Mapping[str, Callable[[Teller, str], str]] = {
    "what": lambda _, what: WHAT.get(what, what).lower(),
    "step": lambda teller, step: teller.sop.step(step).title,
    "rows": lambda _, rows: f"baris {rows}",
    "outcome": lambda teller, outcome: outcome_words(teller.sop, outcome).lower(),
    "section": lambda teller, section: called(section, teller.sop),
    "document": lambda teller, document: called(document, teller.sop),
    "why": lambda teller, why: purpose(why, teller.sop),
    "holder": lambda teller, holder: called(holder, teller.sop),
    "left": lambda *_: "seorang pemegang akun dikeluarkan",
    "from": lambda teller, by: f"dari {teller.who(by)}",
    "to": lambda teller, to: f"kepada {teller.who(to)}",
    "letter": lambda _, letter: NAMES[letter].lower(),
    "kind": lambda _, kind: STATES[kind][0].lower(),
    "channel": lambda _, channel: CHANNELS.get(channel, channel),
    "ground": lambda _, ground: GROUNDS[ground],
    "fields": lambda teller, names: teller.labels(names),
    "request": lambda _, request: f"permintaan {request}",
    "objects": lambda _, objects: f"{objects} objek",
    "end": lambda _, end: ENDS[end].lower(),
}
"""What of an event's detail is said, in this order; the rest is for programs."""


def chronology(history: Iterable[Event], teller: Teller) -> list[Line]:
    """The latest first."""
    return [teller.line(event) for event in reversed([*history])]
