"""What an SOP is: the paper's table, as data that can be checked."""

from collections.abc import Collection, Mapping
from typing import Literal, Self

from pydantic import model_validator

from functions.core.form import (
    FormField,
    Frozen,
    Option,
    Requirement,
    Section,
    Way,
    applies,
)
from functions.core.holders import Holders
from functions.core.kinds import SENT
from functions.core.phrases import Card, Cause, Template
from functions.core.reasons import Reason
from functions.core.retention import Retention
from functions.core.soundness import faults
from functions.core.step import Row, SpanText, Step

WAY = "cara"
HEAD = "pimpinan"
"""The role of every office's head, which no SOP has to name."""


class Sop(Frozen):
    """One service of one office, as its paper has it; or, without `office`, of every office.

    `created` to `approved`: dates and name of the paper's head, as it writes them.
    `within`, `condition`: the paper's time for the whole, and when it counts.
    `credential`: "sealed", an initial password is handed over once; "notice", the applicant chose
    it in the application. `second_fact`: the field whose answer opens the seal.
    `channel`: the office's own confidential way of handing over, if it has one.
    `principal`: the field with the mailbox of whom a proxy acts for.
    `known_by`: the field with the name that the office knows an application by.
    `then`: what the applicant does after sending, where there are no ways.
    `cards`: the answers to what is often asked here, and belongs elsewhere.
    `replies`: what an officer may begin an answer with.
    `above`: who hears of a role's lateness, if not the office's head.
    `retention`: by end, how long what is known of people is kept.
    """

    id: str
    revision: str
    number: str = ""
    title: str
    service: str
    office: str = ""
    product: str
    fee: str
    within: SpanText | None = None
    condition: str = ""
    start: str
    applicant: str
    created: str = ""
    revised: str = ""
    effective: str = ""
    approved: str = ""
    credential: Literal["sealed", "notice"]
    second_fact: str = ""
    channel: str = ""
    principal: str = ""
    known_by: str = ""
    then: str = ""
    basis: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    roles: Mapping[str, str]
    above: Mapping[str, str] = {}
    retention: Mapping[str, Retention]
    pauses: tuple[Cause, ...] = ()
    reasons: tuple[Reason, ...] = ()
    statement: Template | None = None
    letter: Template | None = None
    holders: Holders | None = None
    cards: tuple[Card, ...] = ()
    replies: tuple[Template, ...] = ()
    ways: tuple[Way, ...] = ()
    way_question: str = ""
    sections: tuple[Section, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    steps: tuple[Step, ...]

    @property
    def hears(self) -> bool:
        """Whether complaints go by it."""
        return any(step.kinds.hears for step in self.steps)

    @property
    def grants(self) -> bool:
        """Whether requests on one's own data go by it."""
        return any(step.kind == "rights" for step in self.steps)

    @property
    def serves(self) -> bool:
        """Whether people apply by it, as it is neither of these."""
        return not (self.hears or self.grants)

    @property
    def matter(self) -> str:
        """What a case of it is called, at the beginning of a sentence."""
        if self.grants:
            return "Permintaan"
        return "Laporan" if self.hears else "Permohonan"

    def at(self, office: str) -> "Sop":
        """This SOP as it goes at the office, if it is one that every office has."""
        return self if self.office else self.model_copy(update={"office": office})

    @property
    def key(self) -> str:
        return f"{self.id}@{self.revision}"

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(r for s in self.steps for r in s.rows)

    def step(self, step_id: str) -> Step:
        return next(s for s in self.steps if s.id == step_id)

    def superior(self, role: str) -> str:
        """The role that hears of this one's lateness."""
        return self.above.get(role, HEAD)

    def target(self, step_id: str, outcome: str) -> str:
        return self.step(step_id).next[outcome]

    @property
    def pages(self) -> tuple[Section, ...]:
        """The form's sections, and the choice of a way where there is one."""
        if not self.ways:
            return self.sections
        options = tuple(Option(value=w.id, label=w.label, hint=w.hint) for w in self.ways)
        asked = FormField(id=WAY, label=self.way_question, type="choice", options=options)
        return (*self.sections, Section(id=WAY, title="Cara verifikasi", fields=(asked,)))

    @property
    def names(self) -> dict[str, str]:
        """What documents and sections are called, by id."""
        return {r.id: r.name for r in self.requirements} | {s.id: s.title for s in self.pages}

    def section(self, section_id: str) -> Section | None:
        return next((s for s in self.pages if s.id == section_id), None)

    def fields(self, answers: Mapping[str, str]) -> tuple[FormField, ...]:
        """The fields asked of somebody who has answered `answers` so far."""
        return tuple(f for s in self.pages for f in s.asked(answers))

    def required(self, answers: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The documents that are asked of somebody who has answered `answers`."""
        asked = (r for r in self.requirements if not r.implied)
        return tuple(r for r in asked if applies(r.only, answers))

    def scanned(self, answers: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The requirements of which the applicant uploads a scan."""
        return tuple(r for r in self.required(answers) if r.scanned(answers))

    def way(self, answers: Mapping[str, str]) -> Way | None:
        return next((w for w in self.ways if w.id == answers.get(WAY)), None)

    def known_as(self, answers: Mapping[str, str]) -> str:
        """Whose application it is, once they said so."""
        return answers.get(self.known_by, "")

    def fork(self, answers: Mapping[str, str]) -> str:
        """The outcome with which an application of these answers is sent."""
        return answers.get(WAY, SENT)

    def remote(self, answers: Mapping[str, str]) -> bool:
        """Whether the applicant is seen on a screen only."""
        way = self.way(answers)
        return way is not None and way.remote

    def opener(self, holder: str) -> FormField:
        """The field whose answer opens the holder's sealed password."""
        wanted = f"{self.holders.second_fact}.{holder}" if self.holders else self.second_fact
        return next(f for s in self.sections for f in s.fields if f.id == wanted)

    def unfolded(self, holders: Collection[str]) -> "Sop":
        """This SOP for an application that asks accounts for these people."""
        if self.holders is None or not holders:
            return self
        sections = (*self.sections, *self.holders.sections(holders))
        papers = (*self.requirements, *self.holders.papers(holders))
        return self.model_copy(update={"sections": sections, "requirements": papers})

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if found := faults(self):
            raise ValueError("; ".join(found))
        return self
