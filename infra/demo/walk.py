"""One case walked from its first page to its end: each step is done by whoever it waits for."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from functions.core.form import applies
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Step
from infra.demo.applicant import Applicant, opened
from infra.demo.client import Client
from infra.demo.inbox import Inbox, until
from infra.demo.officer import Officer
from infra.demo.seats import seats
from infra.demo.story import Story, Turn
from infra.local.stage import Stage

Status = dict[str, Any]
Inboxes = Callable[[str], Inbox]


class RowMissing(Exception):
    """Rows of the paper that did not happen, or something else that a story promises."""


@dataclass
class Walk:
    """`inboxes`: where anybody's mails are read. `desk`: what the officers work with."""

    stage: Stage
    story: Story
    inboxes: Inboxes
    applicant: Applicant
    desk: Client
    officers: dict[str, Officer] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    _seen: tuple[str, str] = ("", "")
    _tasks: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def sop(self) -> Sop:
        return self.story.service

    def run(self) -> Status:
        """To the very end; the status page as it stands there."""
        for _ in self.waits():
            pass
        return self.applicant.status()

    def until_at(self, *kinds: str) -> Step:
        """On to the next step of one of these kinds, which is left to the caller."""
        return next(step for step in self.waits(*kinds) if step.kind in kinds)

    def waits(self, *left: str) -> Iterator[Step]:
        """Each step that the case comes to, done; those of a kind that is `left` are not."""
        if not self.applicant.number:
            self.applicant.register()
        while step := self._next():
            if step.kind not in left:
                self.act(step)
            yield step

    def act(self, step: Step) -> None:
        turn = self._turn(step)
        if step.by == self.sop.applicant and not turn.helper:
            self.applicant.act(step.kind, turn)
            return
        if turn.halt:
            self.officer(turn.halt.by).halt(self.applicant.number, turn.halt)
        officer = self.officer(self._role(step))
        officer.act(step.kind, self.task(step, turn), turn)
        if step.kind == "account" and not turn.outcome:
            self._hand_over(officer)

    def task(self, step: Step, turn: Turn | None = None) -> str:
        """The officer's link to the step at which the case waits."""
        if self._seen not in self._tasks:
            officer = self.officer(self._role(step))
            find = officer.fetch if turn and turn.helper else officer.task
            self._tasks[self._seen] = find(step.title, self.applicant.number)
        return self._tasks[self._seen]

    def _role(self, step: Step) -> str:
        """Of the officer who has a part in the step."""
        return next(r for r in (step.by, *sorted(step.roles)) if r != self.sop.applicant)

    def officer(self, role: str) -> Officer:
        """The first on the staff who has the role."""
        if role not in self.officers:
            theirs = (p for p in self.stage.staff if p["office"] == self.sop.office)
            email = next(p["email"] for p in theirs if role in p["roles"])
            cookie = seats(self.stage.site, self.stage.mailbox).cookie(email)
            client = self.desk.seated(cookie)
            self.officers[role] = Officer(client, self.inboxes(email), self.story)
        return self.officers[role]

    def _next(self) -> Step | None:
        """The step at which the case waits anew; None at its end."""

        def arrived() -> Status | None:
            at = self.applicant.status()["standing"]
            fresh = at["task"] and (at["task"], at["since"]) != self._seen
            return at if fresh or at["state"] in ENDS.values() else None

        at = until(arrived, f"{self.applicant.number} to go on after {self._seen[0]}")
        self._seen = at["task"], at["since"]
        return next((s for s in self.sop.steps if s.title == at["task"]), None)

    def _turn(self, step: Step) -> Turn:
        """What the story says of this time at the step, or nothing out of the ordinary."""
        found = next((t for t in self.turns if t.at == step.id), None)
        if found:
            self.turns.remove(found)
        return found or Turn(at=step.id)

    def _hand_over(self, officer: Officer) -> None:
        """Each holder opens their own password, once."""
        for holder, password in officer.passwords.items():
            if self._opened(holder) != password:
                raise RowMissing("the password that was shown is not the one that was sealed")

    def _opened(self, holder: str) -> str:
        holders = self.sop.holders
        if not holders:
            return self.applicant.read_password()
        person = self.story.holders[int(holder.removeprefix("h")) - 1]
        inbox = self.inboxes(person[holders.email])
        return opened(self.applicant.client, inbox, "/h/", person[holders.second_fact])


def walk(
    stage: Stage,
    story: Story,
    inboxes: Inboxes | None = None,
    phone: Client | None = None,
    desk: Client | None = None,
) -> Walk:
    """The story about to begin, with people who were never there before.

    `phone`, `desk`: what the applicant and the officers use, if not a program.
    """
    client = Client(stage.site)
    told = story.retold(Random(secrets.randbits(64)))  # noqa: S311 - to tell people apart
    found = inboxes or (lambda address: Inbox(client, stage.mailbox, address))
    inbox = found(f"pemohon-{secrets.token_hex(4)}@contoh.test")
    applicant = Applicant(phone or client, inbox, told)
    return Walk(stage, told, found, applicant, desk or client, turns=list(told.turns))


def demand_rows(story: Story, status: Status) -> None:
    """RowMissing unless each row of the paper that applies to the case was done."""
    wanted = {row.no for row in story.service.rows if applies(row.only, story.given)}
    done = {entry["no"] for entry in status["timeline"] if entry["state"] == "done"}
    shown = {entry["no"] for entry in status["timeline"]}
    if wrong := (wanted ^ done) | (wanted ^ shown):
        raise RowMissing(f"{story.title}: rows {sorted(wrong)}")
