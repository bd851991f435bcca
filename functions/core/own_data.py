"""What somebody asks about the data on them, by the fields that Loket itself reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from functions.core.answers import read
from functions.core.case import Case
from functions.core.dates import calendar_day
from functions.core.errors import Gone, Invalid, NotNow
from functions.core.facts import Claim, Letter
from functions.core.form import FormField
from functions.core.kinds import DONE
from functions.core.ports import Fingerprints
from functions.core.sop import Sop

SORT, ABOUT, STORY = "permintaan", "nomor", "uraian"
COPY, CORRECTION, ERASURE = "akses", "perbaikan", "hapus"
RECEIVED = "permintaan-diterima"
COPY_LASTS = timedelta(days=30)
WHY = "Tulis penjelasannya: data yang keliru beserta yang benar, atau alasan penghapusan."
OVER = "Salinan ini hanya tersedia selama 30 hari. Ajukan permintaan baru bila masih diperlukan."
UNASKED = ("email", "user-id")
"""The types of what leads into an account: no request on data changes it."""


def concerned(sop: Sop) -> bool:
    """Whether requests are made about cases of this SOP: about applications, not about what was
    complained of, or asked, under rules of its own."""
    return not (sop.hears or sop.grants)


def asked_of(sop: Sop) -> tuple[FormField, ...]:
    """What a person is asked; which case it is about, their link says."""
    return tuple(f for f in sop.fields({}) if f.id != ABOUT)


@dataclass(frozen=True)
class Asking:
    """A request before it has a number. `sop`: by which it is met, `about`: the case whose link
    was shown."""

    sop: Sop
    about: Case
    answers: Mapping[str, str]

    @classmethod
    def of(cls, sop: Sop, about: Case, given: Mapping[str, str], day: date) -> Self:
        """Invalid for what does not fit, field by field."""
        said = read(asked_of(sop), given, day)
        if said[SORT] != COPY and not said[STORY]:
            raise Invalid({STORY: WHY})
        return cls(sop, about, {**said, ABOUT: about.id})

    def opened(self, number: str, prints: Fingerprints, at: datetime) -> Case:
        """The case, not saved yet; Taken by the one that asks the same and is open."""
        only = Claim(f"{self.answers[SORT]}-{self.sop.id}", prints.of("case", self.about.id))
        case = Case.opened(
            number, self.sop, self.about.email, at, only, answers=self.answers,
            barred=self.about.barred,
        )  # fmt: skip
        return case.share(asked_about(self.about, self.sop, prints)).write(Letter(RECEIVED))


def asked_about(about: Case, sop: Sop, prints: Fingerprints) -> Claim:
    """What every request about this case holds, open or closed."""
    return Claim(sop.id, prints.of("case", about.id), exclusive=False)


def correctable(case: Case, sop: Sop) -> tuple[FormField, ...]:
    """What may be put right at the person's request."""
    asked = (f for s in sop.sections for f in s.asked(case.answers))
    return tuple(f for f in asked if f.type not in UNASKED)


def corrected(case: Case, sop: Sop, given: Mapping[str, str], day: date) -> dict[str, str]:
    """What is new in `given`, read as the form reads it; what stays as it was is not read again."""
    new = {name: text for name, text in given.items() if case.answers.get(name, "") != text}
    fields = (f for f in correctable(case, sop) if f.id in new)
    return read(fields, new, day)


def kept_because(case: Case, sop: Sop) -> str:
    """Why the case cannot be erased yet, in words for whoever asked; "" if it can."""
    if case.closed is None:
        return f"Permohonan {case.id} masih diproses. Datanya dapat dihapus sesudah berakhir."
    if case.hold:
        return f"Pemusnahan data permohonan {case.id} sedang ditahan untuk keperluan hukum."
    until = case.kept_until(sop)
    if case.closed.end != DONE or case.doomed or until is None:
        return ""
    basis = sop.retention[DONE].basis
    return f"Arsip permohonan {case.id} wajib disimpan sampai {calendar_day(until)}: {basis}."


def copied_until(request: Case, sop: Sop) -> datetime | None:
    """Until when the copy can be had that this request was met with, if it was with one."""
    closed = request.closed
    if closed is None or closed.end != DONE or not sop.grants or request.answers[SORT] != COPY:
        return None
    return closed.at + COPY_LASTS


def demand_copy(request: Case, sop: Sop, at: datetime) -> str:
    """The number of the case that the copy is of; else NotNow, or Gone."""
    until = copied_until(request, sop)
    if until is None:
        raise NotNow
    if at > until:
        raise Gone(OVER)
    return request.answers[ABOUT]
