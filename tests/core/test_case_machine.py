"""Whatever people and machinery do, in whatever order: what must hold holds (G3, G8, G10, G12)."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import BadOutcome, Decided, NotAllowed
from functions.core.facts import Actor, Letter
from functions.core.form import applies
from functions.core.history import first_break
from functions.core.kinds import ENDS
from functions.core.step import Step
from tests.core.arrivals import arrival
from tests.core.story import COLLEAGUE, MORNING, NUMBER, OFFICER, SOP, VENDOR, opened
from tests.fakes import MemoryCases

ACTORS = st.sampled_from([VENDOR, OFFICER, COLLEAGUE])
OUTCOMES = st.sampled_from(sorted({outcome for step in SOP.steps for outcome in step.next}))


class Counter(RuleBasedStateMachine):
    """One case at Batang's counter."""

    def __init__(self) -> None:
        super().__init__()
        self.cases = MemoryCases()
        self.now = MORNING
        self.case = self.cases.save(opened())
        self.given_up: list[str] = []
        self.tokens: list[str] = []

    def does(self, verb: str, *args: object, **more: object) -> None:
        self.now += timedelta(minutes=7)
        self.case = change(
            self.cases, NUMBER, lambda case: getattr(case, verb)(*args, at=self.now, **more)
        )

    def token(self) -> str:
        self.tokens.append(f"secret-token-{len(self.tokens)}")
        return self.tokens[-1]

    @property
    def step(self) -> Step:
        assert self.case.here
        return SOP.step(self.case.here.id)

    def is_here(self) -> bool:
        return bool(self.case.here)

    def is_moving(self) -> bool:
        return self.case.transit is not None

    def is_reminding(self) -> bool:
        return bool(self.case.here and self.case.here.reminded < len(self.step.reminders))

    @precondition(is_moving)
    @rule()
    def the_workflow_arrives(self) -> None:
        assert self.case.transit
        target = self.case.transit.target
        if target in ENDS:
            self.does("close", SOP, target, self.case.execution)
        else:
            self.begin(SOP.step(target))

    @precondition(is_here)
    @rule()
    def the_workflow_tries_again(self) -> None:
        mails = len(self.cases.outbox.entries)
        self.begin(self.step)
        assert len(self.cases.outbox.entries) == mails
        assert self.case.here.token == self.tokens[-1]

    def begin(self, step: Step) -> None:
        due = self.now + timedelta(minutes=10)
        self.does("begin", step, self.case.execution, self.token(), [Letter("tugas")], due, due)

    def offered(self) -> list[tuple[Actor, str]]:
        """Every decision that somebody may make just now."""
        kind = self.step.kinds
        mine = frozenset(self.step.next) if kind.forks else kind.applicant
        theirs = kind.officer - ({kind.recall} if self.case.here.touched else set())
        may = [(VENDOR, mine), (OFFICER, theirs), (COLLEAGUE, theirs)]
        return [(actor, to) for actor, known in may for to in sorted(known & set(self.step.next))]

    @precondition(is_here)
    @rule(data=st.data())
    def somebody_decides(self, data: st.DataObject) -> None:
        self.decide(*data.draw(st.sampled_from(self.offered())))

    @precondition(is_here)
    @rule(way=st.sampled_from(["tatap-muka", "daring"]))
    def all_is_in_order(self, way: str) -> None:
        fine = {way, "dijadwalkan", "sesuai", "dilengkapi", "disetujui", "terisi"}
        self.decide(*next(pair for pair in self.offered() if pair[1] in fine))
        self.the_workflow_arrives()

    def decide(self, actor: Actor, outcome: str) -> None:
        way = {"answers": {"cara": outcome}} if self.step.kind == "apply" else {}
        self.does("decide", SOP, actor, outcome, **way)

    @precondition(is_here)
    @rule(actor=ACTORS, outcome=OUTCOMES)
    def somebody_oversteps(self, actor: Actor, outcome: str) -> None:
        if (actor, outcome) not in self.offered():
            with pytest.raises((NotAllowed, BadOutcome, Decided)):
                self.does("decide", SOP, actor, outcome)

    @precondition(lambda self: not self.is_here())
    @rule(actor=ACTORS, outcome=OUTCOMES)
    def somebody_decides_what_is_decided(self, actor: Actor, outcome: str) -> None:
        with pytest.raises(Decided):
            self.does("decide", SOP, actor, outcome)

    @precondition(lambda self: self.is_here() and self.case.here.reminded)
    @rule()
    def the_applicant_is_silent(self) -> None:
        self.does("close", SOP, self.step.kinds.lapses, self.case.execution)

    @precondition(is_reminding)
    @rule()
    def the_applicant_is_reminded(self) -> None:
        self.does("remind", self.step.kinds.reminds)

    @precondition(is_here)
    @rule(name=st.sampled_from(["ktp-pemilik", "npwp-pemilik"]), version=st.integers(1, 3))
    def a_scan_arrives(self, name: str, version: int) -> None:
        self.does("receive", name, arrival(f"1-{version}", at=self.now))

    @precondition(lambda self: self.is_moving() and len(self.given_up) < 2)
    @rule()
    def the_sweep_finds_the_execution_gone(self) -> None:
        self.given_up.append(self.case.execution)
        self.does("recover")
        assert self.case.execution not in self.given_up

    @precondition(lambda self: self.given_up)
    @rule(end=st.sampled_from(sorted(ENDS)))
    def an_execution_that_was_given_up_goes_on(self, end: str) -> None:
        with pytest.raises(Decided):
            self.does("close", SOP, end, self.given_up[-1])
        with pytest.raises(Decided):
            self.does("begin", SOP.step("jadwal"), self.given_up[-1], self.token(), [], None, None)

    @invariant()
    def what_is_stored_is_what_was_answered(self) -> None:
        assert self.cases.get(NUMBER) == self.case

    @invariant()
    def the_case_is_in_exactly_one_place(self) -> None:
        places = (self.case.here, self.case.transit, self.case.closed)
        assert sum(place is not None for place in places) == 1

    @invariant()
    def history_verifies(self) -> None:
        told = self.cases.history(NUMBER)
        assert first_break(NUMBER, told, self.case.seq, self.case.head) is None

    @invariant()
    def an_end_can_be_reached_by_what_people_may_do(self) -> None:
        seen, todo = set(), [place_of(self.case)]
        while todo:
            if (place := todo.pop()) not in seen:
                seen.add(place)
                todo += [] if place in ENDS else SOP.step(place).next.values()
        assert seen & set(ENDS)
        assert not self.case.here or self.offered()

    @invariant()
    def only_rows_of_the_applying_variant_are_done(self) -> None:
        for event in (e for e in self.cases.history(NUMBER) if e.rows):
            step = SOP.step(event.detail.get("step", SOP.start))
            done = [row for row in step.rows if row.no in event.rows]
            assert len(done) == len(event.rows)
            assert all(applies(row.only, self.case.answers) for row in done)

    @invariant()
    def no_token_is_ever_told(self) -> None:
        letters = repr(self.cases.outbox.entries).encode()
        assert not any(b"secret-token" in text for text in (*self.cases.events.values(), letters))

    @invariant()
    def the_address_is_held_until_the_end(self) -> None:
        assert bool(self.cases.claims) == (self.case.closed is None)


def place_of(case: Case) -> str:
    """Where the case is, or is on its way to, or ended."""
    if case.closed:
        return case.closed.end
    return case.here.id if case.here else case.transit.target if case.transit else ""


TestCounter = Counter.TestCase
TestCounter.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
