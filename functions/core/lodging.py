"""A complaint comes in: whose eyes it must not meet, and on whose desk it lies first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from functions.core.answers import read
from functions.core.case import Case
from functions.core.counter import Entered
from functions.core.errors import NotFound
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
        """The case, not saved yet."""
        barred = self._barred(self._concerned(cases))
        case = Case.opened(
            number, self.sop, self.answers[MAILBOX], at, None, self.entered,
            self._outcome(barred), answers=self.answers, barred=barred,
            channel=self.channel, nonce=nonce,
        )  # fmt: skip
        return case.share(*shared_values(case, self.sop, prints))

    def _outcome(self, barred: Collection[str]) -> str:
        """Past the usual desk, where nobody there may see it."""
        left = acting(apart_from(self.staff, barred), self._desk(), self.day)
        start = self.sop.step(self.sop.start)
        return PASSED_UP if not left and barred and PASSED_UP in start.next else ""

    def _barred(self, concerned: Collection[str]) -> tuple[str, ...]:
        """The ids of those whom it is about: rather one too many than one too few."""
        whom = self.answers[WHOM]
        found = {officer.id for officer in self.staff if self._names(officer)}
        if whom == OFFICER:
            found |= {officer.id for officer in self.staff if officer.id in concerned}
        for said, role in ((DESK, self._desk()), (CHIEF, HEAD)):
            found |= {o.id for o in acting(self.staff, role, self.day) if whom == said}
        return tuple(sorted(found))

    def _names(self, officer: Officer) -> bool:
        """In a mail, that has no place to say who it is about, a story is the answer."""
        story = f"{self.answers[SUBJECT]} {self.answers[STORY]}"
        told = called if self.channel == MAIL else told_of
        return called(officer, self.answers[ACCUSED]) or told(officer, story)

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
