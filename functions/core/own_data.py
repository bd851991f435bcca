"""What somebody asks about the data on them, by the fields that Loket itself reads."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from functions.core.answers import read
from functions.core.case import Case
from functions.core.counter import Entered
from functions.core.dates import calendar_day
from functions.core.errors import Gone, Invalid, NotNow
from functions.core.facts import Claim, Letter
from functions.core.form import FormField
from functions.core.grievance import IDENTITY, OPEN
from functions.core.holders import APPLICANT
from functions.core.kinds import DONE
from functions.core.number import listed, numbers_of
from functions.core.ports import Fingerprints
from functions.core.sop import Sop

SORT, STORY = "permintaan", "uraian"
ABOUT, PERSON, NIK = "nomor", "nama", "nik"
PROOF, MAILBOX, STANDING = "dokumen-identitas", "surel", "selaku"
IN_PERSON = {PERSON, PROOF, MAILBOX, STANDING}
"""What a link says, and an officer asks."""
COPY, CORRECTION, ERASURE = "akses", "perbaikan", "hapus"
NAMED = "disebut"
"""How somebody stands in a case who did not apply, and whose data are in it."""
RECEIVED = "permintaan-diterima"
COPY_LASTS = timedelta(days=30)
WHY = "Tulis penjelasannya: data yang keliru beserta yang benar, atau alasan penghapusan."
ONE = "Perbaikan dan penghapusan diajukan untuk satu nomor setiap kali."
SHUT = "Laporan {number} hanya dibuka pelapornya sendiri, dengan nomor dan kode rahasianya."
ALONE = "Permintaan atas laporan dicatat sendiri, tidak bersama nomor lain."
FIXED = "Isi laporan tidak diubah. Pelapor menulis pembetulannya sebagai pesan pada laporan itu."
MOVED = "Salinan ini dikirim ke alamat email yang sudah tidak dipakai. Ajukan permintaan baru."
OVER = "Salinan ini hanya tersedia selama 30 hari. Ajukan permintaan baru bila masih diperlukan."
UNASKED = ("email", "user-id")
"""The types of what leads into an account: no request on data changes it."""


def asked_of(sop: Sop) -> tuple[FormField, ...]:
    """What a person is asked who shows a link: it says who they are, and of which case."""
    return next(s.fields for s in sop.sections if SORT in {f.id for f in s.fields})


def asked_in_person(sop: Sop) -> tuple[FormField, ...]:
    """What an officer writes down of a person who stands before them, or who wrote."""
    return tuple(
        f.model_copy(update={"optional": False}) if f.id in IN_PERSON else f for f in sop.fields({})
    )


@dataclass(frozen=True)
class Asking:
    """A request before it has a number. `sop`: by which it is met, `about`: the cases that it is
    about, `email`: the mailbox that it is answered to. `entered`: by an officer, for whoever came
    or wrote."""

    sop: Sop
    about: tuple[Case, ...]
    answers: Mapping[str, str]
    email: str
    entered: Entered | None = None

    @classmethod
    def by_link(
        cls, sop: Sop, case: Case, others: tuple[Case, ...], given: Mapping[str, str], day: date
    ) -> Self:
        """By the link of `case`, or its secret: whoever complains in secret asks so too. `others`:
        of the same mailbox, and in the same copy. Invalid for what does not fit, field by field."""
        said = explained(read(asked_of(sop), given, day))
        about = (case, *others) if said[SORT] == COPY else (case,)
        whose = {IDENTITY: case.answers[IDENTITY]} if IDENTITY in case.answers else {}
        numbers = {ABOUT: listed(c.id for c in about)}
        return cls(sop, about, {**said, **numbers, **whose}, case.email)

    def opened(self, number: str, prints: Fingerprints, at: datetime, nonce: str = "") -> Case:
        """The case, not saved yet; Taken by the one that asks the same and is open."""
        case = Case.opened(
            number, self.sop, self.email, at, self._only(prints), self.entered,
            answers=self.answers, barred=self._barred(), nonce=nonce,
        )  # fmt: skip
        shares = [asked_about(case, self.sop, prints) for case in self.about]
        return case.share(*shares).write(Letter(RECEIVED))

    def _only(self, prints: Fingerprints) -> Claim:
        said = (self.answers.get(name, "") for name in (ABOUT, PERSON, STANDING))
        whose = " ".join((*said, self.email)).casefold()
        return Claim(f"{self.answers[SORT]}-{self.sop.id}", prints.of("case", whose))

    def _barred(self) -> tuple[str, ...]:
        return tuple(sorted({officer for case in self.about for officer in case.barred}))


def explained(said: dict[str, str]) -> dict[str, str]:
    """Invalid, unless it is said what is wrong, or why something is to be erased."""
    if said[SORT] != COPY and not said[STORY]:
        raise Invalid({STORY: WHY})
    return said


def demand_meetable(said: Mapping[str, str], about: Collection[tuple[Case, Sop]]) -> None:
    """Invalid, if what an officer wrote down cannot be had of these cases: of a complaint only by
    whoever made it in the open, and in no other case's history; and what it says stays."""
    if said[SORT] != COPY and len(about) > 1:
        raise Invalid({ABOUT: ONE})
    complaints = [case for case, sop in about if sop.hears]
    if complaints and len(about) > 1:
        raise Invalid({ABOUT: ALONE})
    for case in complaints:
        if said[STANDING] == NAMED or case.answers.get(IDENTITY) != OPEN:
            raise Invalid({ABOUT: SHUT.format(number=case.id)})
        if said[SORT] == CORRECTION:
            raise Invalid({SORT: FIXED})


def asked_about(about: Case, sop: Sop, prints: Fingerprints) -> Claim:
    """What every request about this case holds, open or closed."""
    return Claim(sop.id, prints.of("case", about.id), exclusive=False)


def openers(case: Case, sop: Sop) -> set[str]:
    """The fields whose answers open a sealed password."""
    if sop.credential != "sealed":
        return set()
    return {sop.opener(holder).id for holder in case.holders or (APPLICANT,)}


def guarded(request: Case, case: Case, sop: Sop) -> bool:
    """Whether a copy must not tell what opens a password: to whoever has the link alone, as long
    as one may still be sealed."""
    sealed = any(account.waits for account in case.accounts.values())
    return not request.entered and sop.credential == "sealed" and (sealed or not case.closed)


def correctable(request: Case, case: Case, sop: Sop) -> tuple[FormField, ...]:
    """What may be put right at the person's request; what opens a password only if they were
    seen."""
    shut = set() if request.entered else openers(case, sop)
    asked = (f for s in sop.sections for f in s.asked(case.answers))
    return tuple(f for f in asked if f.type not in UNASKED and f.id not in shut)


def corrected(
    fields: tuple[FormField, ...], case: Case, given: Mapping[str, str], day: date
) -> dict[str, str]:
    """What is new in `given`, read as the form reads it; what stays as it was is not read again."""
    new = {name: text for name, text in given.items() if case.answers.get(name, "") != text}
    return read((f for f in fields if f.id in new), new, day)


def kept_because(case: Case, sop: Sop) -> str:
    """Why the case cannot be erased yet, in words for whoever asked; "" if it can."""
    matter = sop.matter
    if case.closed is None:
        return f"{matter} {case.id} masih diproses. Datanya dapat dihapus sesudah berakhir."
    if case.hold:
        return f"Pemusnahan data {matter.lower()} {case.id} sedang ditahan untuk keperluan hukum."
    until = case.kept_until(sop)
    if case.closed.end != DONE or case.doomed or until is None:
        return ""
    basis = sop.retention[DONE].basis
    day = calendar_day(until)
    return f"Arsip {matter.lower()} {case.id} wajib disimpan sampai {day}: {basis}."


def copied_until(request: Case, sop: Sop) -> datetime | None:
    """Until when the copy can be had that this request was met with, if it was with one."""
    closed = request.closed
    if closed is None or closed.end != DONE or not sop.grants or request.answers[SORT] != COPY:
        return None
    return closed.at + COPY_LASTS


def demand_copy(request: Case, sop: Sop, at: datetime) -> list[str]:
    """The numbers of the cases that the copy is of; else NotNow, or Gone."""
    until, disclosed = copied_until(request, sop), request.disclosure
    if until is None or disclosed is None:
        raise NotNow
    if at > until:
        raise Gone(OVER)
    if request.email != disclosed.to:
        raise Gone(MOVED)
    return list(disclosed.parts) or numbers_of(request.answers[ABOUT])


def reaches(request: Case, about: Case) -> bool:
    """Whether the answer still goes where it may: to the mailbox that an officer was told, or to
    the case's own, whose link proved who asks; and to none that was named on the phone."""
    told = request.answers[MAILBOX] if request.entered else about.email
    return request.email == told and not request.moves
