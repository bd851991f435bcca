"""The sparse indexes of a case: whose desk it lies on, and when the sweep must look at it."""

from datetime import datetime, timedelta

from functions.aws.items import moment
from functions.aws.table import Record
from functions.core.case import Case
from functions.core.facts import OpenStep
from functions.core.ports import Waiting
from functions.sops import all_sops

PATIENCE = timedelta(minutes=2)
"""How long a case may be in transit before the sweep looks after it."""


def indexed(case: Case) -> dict[str, str]:
    lines = _desk(case, case.here) if case.here else {}
    wake = _wake(case)
    return lines | ({"wake": "case", "wake_due": moment(wake)} if wake else {})


def waiting(line: Record) -> Waiting:
    """One line of a desk's queue, from what the index carries."""
    due = datetime.fromisoformat(line["due"]) if "due" in line else None
    since = datetime.fromisoformat(line["since"])
    return Waiting(line["pk"], line["sop"], line["step"], since, due)


def _desk(case: Case, here: OpenStep) -> dict[str, str]:
    """In an officers' queue, what has a due time comes before what has none."""
    sop = all_sops()[case.sop]
    officers = sop.step(here.id).roles - {sop.applicant}
    if not officers:
        return {}
    sorting = moment(here.due) if here.due else f"9{moment(here.since)}"
    line = {"desk": f"{case.office}#{min(officers)}", "desk_due": sorting, "sop": case.sop}
    line |= {"step": here.id, "since": moment(here.since)}
    return line | ({"due": moment(here.due)} if here.due else {})


def _wake(case: Case) -> datetime | None:
    if case.transit:
        return case.transit.since + PATIENCE
    if not case.here:
        return None
    reminders = all_sops()[case.sop].step(case.here.id).reminders[case.here.reminded :]
    return case.here.since + reminders[0].calendar if reminders else None
