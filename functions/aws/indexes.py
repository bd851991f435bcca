"""The sparse indexes of a case: `desk`, the officers' queues, and `wake`, the sweep's."""

from datetime import datetime

from functions.aws.items import moment
from functions.aws.table import Record
from functions.core.attention import desk, wake_at
from functions.core.case import Case
from functions.core.facts import OpenStep
from functions.core.ports import Waiting
from functions.sops import sop_of


def indexed(case: Case) -> dict[str, str]:
    sop = sop_of(case)
    role, wake = desk(case, sop), wake_at(case, sop)
    lines = _line(case, case.here, role) if case.here and role else {}
    return lines | ({"wake": "case", "wake_due": moment(wake)} if wake else {})


def waiting(line: Record) -> Waiting:
    """One line of a desk's queue, from what the index carries."""
    due = datetime.fromisoformat(line["due"]) if "due" in line else None
    since = datetime.fromisoformat(line["since"])
    return Waiting(line["pk"], line["sop"], line["step"], since, due)


def _line(case: Case, here: OpenStep, role: str) -> dict[str, str]:
    """In a queue, what has a due time comes before what has none."""
    sorting = moment(here.due) if here.due else f"9{moment(here.since)}"
    line = {"desk": f"{case.office}#{role}", "desk_due": sorting, "sop": case.sop}
    line |= {"step": here.id, "since": moment(here.since)}
    return line | ({"due": moment(here.due)} if here.due else {})
