"""The sparse indexes of a case: `desk`, the officers' queues, and `wake`, the sweep's, and of what
is to be erased."""

from collections.abc import Iterable
from datetime import datetime

from functions.aws.items import moment
from functions.aws.table import If, Part, Record
from functions.core.attention import desk, queued, wake_at
from functions.core.case import Case
from functions.core.facts import Hand
from functions.core.records import Page, Sift, Waiting
from functions.core.sop import Sop
from functions.sops import sop_of

KEPT = "keep"
UNDUE = "9"
"""What has no due time comes after all that has one."""


def indexed(case: Case) -> dict[str, str]:
    sop = sop_of(case)
    role, line = desk(case, sop), queued(case, sop)
    lines = _line(line, case.office, role) if line else {}
    return lines | _wake(case, sop)


def waiting(line: Record) -> Waiting:
    """One line of a desk's queue, from what the index carries."""
    due = datetime.fromisoformat(line["due"]) if "due" in line else None
    since = datetime.fromisoformat(line["since"])
    hand = Hand(line["hand"], line["hand_name"]) if "hand" in line else None
    place = line["pk"], line["sop"], line["step"], int(line["round"])
    barred = tuple(line.get("barred", "").split())
    return Waiting(*place, since, due, line.get("name", ""), hand, "paused" in line, barred)


def fitting(sift: Sift) -> If | None:
    """What a line must have besides a time."""
    wanted = [_taken(sift.hand)] if sift.hand is not None else []
    wanted += [If("begins_with(sop, :sop)", {":sop": f"{sift.sop}@"})] if sift.sop else []
    if not wanted:
        return None
    values = {name: value for part in wanted for name, value in part.values.items()}
    return If(" AND ".join(part.expression for part in wanted), values)


def parted(desks: Iterable[Part], size: int) -> Page:
    """The first `size` lines of several desks, as far as all of them were read."""
    read = list(desks)
    end = min((part.left for part in read if part.left), default="")
    found = (line for part in read for line in part.records)
    lines = sorted(found, key=lambda line: line["desk_due"])
    sure = [line for line in lines if not end or line["desk_due"] <= end]
    shown = sure[:size]
    following = shown[-1]["desk_due"] if len(sure) > size else end
    return Page(tuple(waiting(line) for line in shown), following)


def _wake(case: Case, sop: Sop) -> dict[str, str]:
    """A case wakes while it runs; once it has ended, it is kept for a time."""
    if wake := wake_at(case, sop):
        return {"wake": "case", "wake_due": moment(wake)}
    ends = case.kept_until(sop)
    return {"wake": KEPT, "wake_due": moment(ends)} if ends else {}


def _taken(hand: str) -> If:
    return If("hand = :hand", {":hand": hand}) if hand else If("attribute_not_exists(hand)")


def _line(of: Waiting, office: str, role: str) -> dict[str, str]:
    """The sort key ends with the case, so that each line has a place of its own."""
    sorting = moment(of.due) if of.due else UNDUE + moment(of.since)
    line = {"desk": f"{office}#{role}", "desk_due": f"{sorting}#{of.case}", "sop": of.sop}
    line |= {"step": of.step, "round": str(of.round), "since": moment(of.since)}
    line |= {"name": of.name} if of.name else {}
    line |= {"hand": of.hand.id, "hand_name": of.hand.name} if of.hand else {}
    line |= {"paused": "paused"} if of.paused else {}
    line |= {"barred": " ".join(of.barred)} if of.barred else {}
    return line | ({"due": moment(of.due)} if of.due else {})
