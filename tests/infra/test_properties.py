"""What holds for the machine of every SOP: the offices', and any that could be written."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from functions.core.attention import wake_at
from functions.core.errors import BadOutcome, NotAllowed
from functions.core.facts import Actor
from functions.core.kinds import ENDS
from functions.core.rules import demand_may
from functions.core.sop import HEAD, Sop
from functions.core.step import Step
from functions.sops import all_sops
from infra.asl import ENTRY, definition
from tests.infra.machines import changed, sound
from tests.infra.walks import at_step, leads, reached

MONDAY = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
MINE = pytest.mark.parametrize("sop", all_sops().values(), ids=lambda sop: sop.key)


@MINE
def test_an_offices_machine_keeps_its_promises(sop: Sop) -> None:
    demand_all(sop)


@given(sound())
@settings(max_examples=150, deadline=None)
def test_any_sound_sop_makes_a_machine_that_keeps_them(data: dict[str, Any]) -> None:
    demand_all(Sop.model_validate(data))


@given(changed())
@settings(max_examples=300, deadline=None)
def test_a_careless_change_is_refused_or_breaks_none(data: dict[str, Any]) -> None:
    try:
        sop = Sop.model_validate(data)
    except ValidationError:
        return
    demand_all(sop)


def demand_all(sop: Sop) -> None:
    states = definition(sop)["States"]
    demand_that_an_end_is_never_out_of_reach(states)
    demand_that_a_stumble_is_not_the_end(states)
    demand_that_a_repaired_execution_may_enter_anywhere(sop, states)
    for step in (s for s in sop.steps if s.kinds.waits):
        demand_that_somebody_owns_it(sop, step)
        demand_that_silence_is_noticed(sop, step, states[step.id])
        demand_that_people_may_say_what_the_machine_knows(sop, step, states)


def demand_that_an_end_is_never_out_of_reach(states: dict[str, Any]) -> None:
    ways = leads(states)
    for state in reached([ENTRY], ways):
        ends = {name for name in reached([state], ways) if states[name].get("End")}
        assert ends & set(ENDS), f"no end from {state}"


def demand_that_a_stumble_is_not_the_end(states: dict[str, Any]) -> None:
    for state in (s for s in states.values() if s["Type"] == "Task"):
        (retry,) = state["Retry"]
        assert retry["ErrorEquals"] == ["States.TaskFailed"]
        assert retry["MaxAttempts"] > 0


def demand_that_a_repaired_execution_may_enter_anywhere(sop: Sop, states: dict[str, Any]) -> None:
    ends = {to for step in sop.steps for to in step.next.values() if to in ENDS}
    assert leads(states)[ENTRY] == {step.id for step in sop.steps} | ends


def demand_that_somebody_owns_it(sop: Sop, step: Step) -> None:
    assert step.by in sop.roles
    if step.by not in {sop.applicant, HEAD}:
        above = sop.superior(step.by)
        assert above in {*sop.roles, HEAD}
        assert above not in {step.by, sop.applicant}


def demand_that_silence_is_noticed(sop: Sop, step: Step, state: dict[str, Any]) -> None:
    """By the machine in the end, by people before that: reminders, or the word to those above."""
    assert state["TimeoutSeconds"] > 0
    assert [c["ErrorEquals"] for c in state["Catch"]] == [["States.Timeout"]]
    looked_after = wake_at(at_step(sop, step, MONDAY), sop)
    assert looked_after is not None
    assert looked_after > MONDAY


def demand_that_people_may_say_what_the_machine_knows(
    sop: Sop, step: Step, states: dict[str, Any]
) -> None:
    after = states[step.id]["Next"]
    choices = {c["Condition"].split("'")[1] for c in states[after].get("Choices", ())}
    sayable = {o for o in step.kinds.outcomes | set(step.next) if any(_may(sop, step, o))}
    assert sayable == (choices if after.endswith("?") else set(step.next)) == set(step.next)


def _may(sop: Sop, step: Step, outcome: str) -> list[str]:
    """The roles that may end the step so."""

    def allowed(role: str) -> bool:
        try:
            demand_may(sop, step, Actor("x", role), outcome)
        except (NotAllowed, BadOutcome):
            return False
        return True

    return [role for role in sop.roles if allowed(role)]
