"""Write an SOP as an Amazon States Language document. Pure: no CDK, no AWS."""

from typing import Any

from functions.core.clock import Span
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Step

BEGIN = "${Begin}"
ENTRY = "mulai"
OFFICER_PATIENCE = Span(90, "hari")
"""Then it is waited for anew; an execution may not last longer than a year. The sweep has told the
officers, and those above them, long before."""
_DONE = {"case": "{% $states.input.case %}"}


def definition(sop: Sop) -> dict[str, Any]:
    """The machine. Its input, and all it ever knows: {"case": id, "step": where to enter}."""
    states: dict[str, Any] = {ENTRY: _entry(sop)}
    for step in sop.steps:
        states[step.id] = _wait(step, sop) if step.kinds.waits else _pass(step)
        if step.kinds.waits and len(step.next) > 1:
            states[_fork(step)] = _choose(step)
    reached = {to for s in sop.steps for to in s.next.values()}
    lapses = {s.kinds.lapses for s in sop.steps if s.kinds.waits and s.by == sop.applicant}
    for end in sorted((reached | lapses) & set(ENDS)):
        states[end] = _end(end)
    return {
        "Comment": f"{sop.title} ({sop.key})",
        "QueryLanguage": "JSONata",
        "StartAt": ENTRY,
        "States": states,
    }


def _entry(sop: Sop) -> dict[str, Any]:
    """A case enters at its recorded step: the SOP's start, or where an execution was lost."""
    places = [s.id for s in sop.steps] + sorted(
        {to for s in sop.steps for to in s.next.values()} & set(ENDS)
    )
    choices = [
        {"Condition": f"{{% $states.input.step = '{place}' %}}", "Next": place} for place in places
    ]
    return {"Type": "Choice", "Choices": choices}


def _pass(step: Step) -> dict[str, Any]:
    """A step that is done by the act that opened the case."""
    return {"Type": "Pass", "Comment": _comment(step), "Next": next(iter(step.next.values()))}


def _wait(step: Step, sop: Sop) -> dict[str, Any]:
    mine = step.by == sop.applicant
    patience = step.expires if mine else OFFICER_PATIENCE
    return {
        "Type": "Task",
        "Comment": _comment(step),
        "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Arguments": _call(step.id, token="{% $states.context.Task.Token %}"),
        "TimeoutSeconds": int(patience.calendar.total_seconds()),
        "Retry": [_RETRY],
        "Catch": [
            {
                "ErrorEquals": ["States.Timeout"],
                "Output": _DONE,
                "Next": step.kinds.lapses if mine else step.id,
            }
        ],
        "Output": {**_DONE, "outcome": "{% $states.result.outcome %}"},
        "Next": _fork(step) if len(step.next) > 1 else next(iter(step.next.values())),
    }


def _choose(step: Step) -> dict[str, Any]:
    choices = [
        {"Condition": f"{{% $states.input.outcome = '{outcome}' %}}", "Next": to}
        for outcome, to in step.next.items()
    ]
    return {"Type": "Choice", "Choices": choices}


def _end(end: str) -> dict[str, Any]:
    return {
        "Type": "Task",
        "Comment": ENDS[end],
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": _call(end),
        "Retry": [_RETRY],
        "Output": _DONE,
        "End": True,
    }


def _call(step: str, **more: str) -> dict[str, Any]:
    payload = {
        "case": "{% $states.input.case %}",
        "step": step,
        "execution": "{% $states.context.Execution.Name %}",
        **more,
    }
    return {"FunctionName": BEGIN, "Payload": payload}


# Not States.ALL: that would wait anew after a timeout.
_RETRY = {
    "ErrorEquals": ["States.TaskFailed"],
    "IntervalSeconds": 2,
    "BackoffRate": 2,
    "MaxAttempts": 6,
}


def _fork(step: Step) -> str:
    return f"{step.id}?"


def _comment(step: Step) -> str:
    return "; ".join(f"{r.no}. {r.text}" for r in step.rows)[:1000] or step.title
