"""The sparse indexes of a case: `desk`, the officers' queues, and `wake`, the sweep's."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from functions.aws.items import moment
from functions.aws.table import Record
from functions.core.attention import desk, wake_at
from functions.core.case import Case
from functions.core.facts import Hand, OpenStep
from functions.core.records import Page, Waiting
from functions.core.sop import Sop
from functions.sops import sop_of

UNDUE = "9"
"""What has no due time comes after all that has one."""


def indexed(case: Case) -> dict[str, str]:
    sop = sop_of(case)
    role, wake = desk(case, sop), wake_at(case, sop)
    lines = _line(case, sop, case.here, role) if case.here and role else {}
    return lines | ({"wake": "case", "wake_due": moment(wake)} if wake else {})


def waiting(line: Record) -> Waiting:
    """One line of a desk's queue, from what the index carries."""
    due = datetime.fromisoformat(line["due"]) if "due" in line else None
    since = datetime.fromisoformat(line["since"])
    hand = Hand(line["hand"], line["hand_name"]) if "hand" in line else None
    place = line["pk"], line["sop"], line["step"], int(line["round"])
    return Waiting(*place, since, due, line.get("name", ""), hand, "paused" in line)


def parted(desks: Iterable[Sequence[Record]], size: int) -> Page:
    """The first `size` lines of several desks, each of which gave its own first."""
    lines = sorted((line for desk in desks for line in desk), key=lambda line: line["desk_due"])
    shown = lines[:size]
    following = shown[-1]["desk_due"] if len(lines) > size else ""
    return Page(tuple(waiting(line) for line in shown), following)


def _line(case: Case, sop: Sop, here: OpenStep, role: str) -> dict[str, str]:
    """The sort key ends with the case, so that each line has a place of its own."""
    sorting = moment(here.due) if here.due else UNDUE + moment(here.since)
    line = {"desk": f"{case.office}#{role}", "desk_due": f"{sorting}#{case.id}", "sop": case.sop}
    line |= {"step": here.id, "round": str(here.round), "since": moment(here.since)}
    line |= {"name": name} if (name := sop.known_as(case.answers)) else {}
    line |= {"hand": here.hand.id, "hand_name": here.hand.name} if here.hand else {}
    line |= {"paused": moment(here.paused)} if here.paused else {}
    return line | ({"due": moment(here.due)} if here.due else {})
