"""The machine that is written from an SOP, against that SOP: no AWS needed to tell."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from cfnlint.api import ManualArgs, lint

from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Step
from functions.sops import all_sops
from infra.asl import BEGIN, ENTRY, definition

States = Mapping[str, Any]
YEAR = 365 * 24 * 60 * 60


@pytest.fixture(params=all_sops().values(), ids=lambda sop: sop.key)
def sop(request: pytest.FixtureRequest) -> Sop:
    found: Sop = request.param
    return found


@pytest.fixture
def states(sop: Sop) -> States:
    found: States = definition(sop)["States"]
    return found


def waits(sop: Sop) -> list[Step]:
    return [step for step in sop.steps if step.kinds.waits]


def named(choice: Mapping[str, Any], what: str) -> dict[str, str]:
    """Where a Choice goes, by the value of `what` that it looks for."""
    said = re.compile(rf"{{% \$states\.input\.{what} = '([a-z-]+)' %}}")
    found = [(said.fullmatch(c["Condition"]), c["Next"]) for c in choice["Choices"]]
    assert all(match for match, _ in found)
    return {match[1]: to for match, to in found if match}


def test_each_outcome_leads_where_the_sop_leads_and_nowhere_else(sop: Sop, states: States) -> None:
    for step in waits(sop):
        after = states[step.id]["Next"]
        if len(step.next) == 1:
            assert [after] == list(step.next.values())
        else:
            assert named(states[after], "outcome") == dict(step.next)


def test_a_step_done_by_opening_passes_straight_on(sop: Sop, states: States) -> None:
    for step in (s for s in sop.steps if not s.kinds.waits):
        usual = next(iter(step.next.values()))
        assert (states[step.id]["Type"], states[step.id]["Next"]) == ("Pass", usual)


def test_an_unforeseen_outcome_fails_loudly_instead_of_going_somewhere(states: States) -> None:
    choices = [state for state in states.values() if state["Type"] == "Choice"]
    assert choices
    assert not any("Default" in choice for choice in choices)


def test_the_machine_has_the_sops_states_and_no_others(sop: Sop, states: States) -> None:
    forks = {f"{step.id}?" for step in waits(sop) if len(step.next) > 1}
    lapses = {step.kinds.lapses for step in waits(sop) if step.by == sop.applicant}
    ends = {to for step in sop.steps for to in step.next.values() if to in ENDS} | lapses
    assert set(states) == {ENTRY, *(step.id for step in sop.steps), *forks, *ends}


def test_a_case_may_enter_wherever_it_may_have_been_going(sop: Sop, states: States) -> None:
    """A recovery enters at the recorded target: G3."""
    targets = {to for step in sop.steps for to in step.next.values()}
    places = {*targets, *(step.id for step in sop.steps)}
    assert definition(sop)["StartAt"] == ENTRY
    assert named(states[ENTRY], "step") == {place: place for place in places}


def test_no_wait_is_without_a_timeout(sop: Sop, states: States) -> None:
    """G14. Literal seconds: not every engine reads an expression there."""
    for step in waits(sop):
        seconds = states[step.id]["TimeoutSeconds"]
        assert isinstance(seconds, int)
        assert 0 < seconds <= YEAR


def test_an_applicants_silence_lapses_when_the_sop_says_and_not_before(
    sop: Sop, states: States
) -> None:
    """G14"""
    mine = [step for step in waits(sop) if step.by == sop.applicant]
    assert mine or sop.grants
    for step in mine:
        assert states[step.id]["TimeoutSeconds"] == step.expires.calendar.total_seconds()
        assert states[step.id]["Catch"][0]["Next"] == step.kinds.lapses
        assert step.kinds.lapses in ENDS


def test_an_officers_silence_never_ends_a_case(sop: Sop, states: States) -> None:
    """G14: the wait is only begun anew."""
    theirs = [step for step in waits(sop) if step.by != sop.applicant]
    assert theirs
    assert all(states[step.id]["Catch"][0]["Next"] == step.id for step in theirs)


def test_only_silence_is_caught_and_it_brings_the_case_along(sop: Sop, states: States) -> None:
    for step in waits(sop):
        (caught,) = states[step.id]["Catch"]
        assert caught["ErrorEquals"] == ["States.Timeout"]
        assert caught["Output"] == {"case": "{% $states.input.case %}"}


def test_a_stumbling_lambda_is_called_again_but_silence_is_not_waited_for_twice(
    states: States,
) -> None:
    """States.ALL would retry after the timeout too."""
    for state in (s for s in states.values() if s["Type"] == "Task"):
        (retry,) = state["Retry"]
        assert retry["ErrorEquals"] == ["States.TaskFailed"]
        assert retry["MaxAttempts"] >= 3
        assert retry["BackoffRate"] > 1


def test_every_step_waits_for_a_token_that_begin_keeps(sop: Sop, states: States) -> None:
    for step in waits(sop):
        call = states[step.id]["Arguments"]
        assert states[step.id]["Resource"].endswith(":lambda:invoke.waitForTaskToken")
        assert call["FunctionName"] == BEGIN
        assert call["Payload"]["token"] == "{% $states.context.Task.Token %}"
        assert call["Payload"]["step"] == step.id


def test_every_end_is_acknowledged_before_the_machine_stops(states: States) -> None:
    ends = {name: state for name, state in states.items() if state.get("End")}
    assert set(ends) == set(states) & set(ENDS)
    for name, state in ends.items():
        assert state["Resource"].endswith(":lambda:invoke")
        assert state["Arguments"]["FunctionName"] == BEGIN
        assert state["Arguments"]["Payload"]["step"] == name


def test_the_machine_knows_a_case_by_its_number_alone(states: States) -> None:
    """G8: whatever a case holds, its executions cannot show it."""
    known = {
        "case": "{% $states.input.case %}",
        "execution": "{% $states.context.Execution.Name %}",
    }
    for state in (s for s in states.values() if s["Type"] == "Task"):
        payload = state["Arguments"]["Payload"]
        assert {k: payload[k] for k in known} == known
        assert set(payload) - {"token"} == {*known, "step"}
        kept = {"case": known["case"], "outcome": "{% $states.result.outcome %}"}
        assert state["Output"].items() <= kept.items()


def test_the_machine_is_what_step_functions_accepts(sop: Sop) -> None:
    role = "arn:aws:iam::123456789012:role/machine"
    machine = {"Definition": definition(sop), "RoleArn": role}
    machine["DefinitionSubstitutions"] = {"Begin": "arn:aws:lambda:::function:begin"}
    resource = {"Type": "AWS::StepFunctions::StateMachine", "Properties": machine}
    template = {"Resources": {"Machine": resource}}
    assert lint(json.dumps(template), config=ManualArgs(regions=["ap-southeast-3"])) == []
