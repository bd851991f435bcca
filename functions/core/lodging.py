"""A complaint comes in: whose eyes it must not meet, and on whose desk it lies first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from functions.core.answers import read
from functions.core.case import Case
from functions.core.counter import Entered
from functions.core.errors import Invalid, NotFound
from functions.core.grievance import (
    ABOUT,
    ACCUSED,
    CHIEF,
    DESK,
    MAILBOX,
    OFFICER,
    STORY,
    SUBJECT,
    WHOM,
    Answers,
    known,
)
from functions.core.kinds import PASSED_UP
from functions.core.naming import called, told_of
from functions.core.officer import Officer, acting, apart_from
from functions.core.ports import Cases, Fingerprints
from functions.core.sameness import shared_values
from functions.core.sop import HEAD, Sop

WEB, MAIL = "web", "surel"
CHANNELS = {
    WEB: "Halaman web",
    "tatap-muka": "Tatap muka",
    "telepon": "Telepon atau WhatsApp",
    "kotak": "Kotak pengaduan",
    "surat": "Surat resmi",
    MAIL: "Surat elektronik",
}
"""By which a complaint may come, of all that the offices' papers name."""
NOBODY = (
    "Tidak ada petugas lain di kantor ini yang dapat menanganinya."
    " Sampaikan kepada Ombudsman RI atau SP4N-LAPOR!"
)


@dataclass(frozen=True)
class Lodging:
    """A complaint before it has a number. `staff`: of the office, `day`: its date. `entered`: by an
    officer, for whoever came or wrote."""

    sop: Sop
    answers: Answers
    staff: Sequence[Officer]
    day: date
    channel: str = WEB
    entered: Entered | None = None

    @classmethod
    def of(cls, sop: Sop, given: Answers, staff: Sequence[Officer], day: date, **how: Any) -> Self:
        """Invalid for what does not fit, field by field."""
        return cls(sop, known(read(sop.fields({}), given, day)), staff, day, **how)

    def opened(
        self, number: str, cases: Cases, prints: Fingerprints, at: datetime, nonce: str = ""
    ) -> Case:
        """The case, not saved yet; Invalid, if nobody is left to hear it."""
        barred = self._barred(self._concerned(cases))
        case = Case.opened(
            number, self.sop, self.answers[MAILBOX], at, None, self.entered,
            self._outcome(barred), answers=self.answers, barred=barred,
            channel=self.channel, nonce=nonce,
        )  # fmt: skip
        return case.share(*shared_values(case, self.sop, prints))

    def _outcome(self, barred: Collection[str]) -> str:
        """Past the usual desk, where nobody there may see it; Invalid, where nobody above may
        either. Where nobody serves at all it waits: that is the operator's to mend."""
        start, desk = self.sop.step(self.sop.start), self._serving(self._desk())
        above = self._serving(HEAD) if PASSED_UP in start.next else ()
        if not barred or apart_from(desk, barred):
            return ""
        if apart_from(above, barred):
            return PASSED_UP
        if desk or above:
            raise Invalid({ACCUSED: NOBODY})
        return ""

    def _barred(self, concerned: Collection[str]) -> tuple[str, ...]:
        """The ids of those whom it is about, rather one too many than one too few, and of whoever
        complains."""
        whom = self.answers[WHOM]
        found = {o.id for o in self.staff if self._names(o) or self._complains(o)}
        if whom == OFFICER:
            found |= {officer.id for officer in self.staff if officer.id in concerned}
        for said, role in ((DESK, self._desk()), (CHIEF, HEAD)):
            found |= {o.id for o in self._serving(role) if whom == said}
        return tuple(sorted(found))

    def _names(self, officer: Officer) -> bool:
        """In a mail, that has no place to say who it is about, a story is the answer."""
        story = f"{self.answers[SUBJECT]} {self.answers[STORY]}"
        told = called if self.channel == MAIL else told_of
        return called(officer, self.answers[ACCUSED]) or told(officer, story)

    def _complains(self, officer: Officer) -> bool:
        """Whether it is the officer's own."""
        return self.answers[MAILBOX].casefold() == officer.email.casefold() != ""

    def _serving(self, role: str) -> tuple[Officer, ...]:
        return acting(self.staff, role, self.day)

    def _desk(self) -> str:
        """The role that complaints usually come to."""
        return next(step.by for step in self.sop.steps if step.kinds.hears)

    def _concerned(self, cases: Cases) -> list[str]:
        """Who had a hand in the case that it is about; a number of nobody's, or of another
        office's, says nothing."""
        try:
            history = cases.history(self.answers[ABOUT]) if self.answers[ABOUT] else ()
        except NotFound:
            return []
        return [event.by for event in history]
