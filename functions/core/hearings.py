"""How an office hears complaints, in figures for everybody, from the lines of its ledger.

They count what happened to cases: a line tells neither who complained nor about whom, so even a
figure of one gives nobody away.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from functions.core.form import Frozen
from functions.core.history import Event
from functions.core.kinds import OBJECTED
from functions.core.ledger import Told
from functions.core.sop import Sop

KINDS = ("opened", "decided")
"""The lines that they rest on."""


class Hearings(Frozen):
    """Of one month.

    `received`: by what kind of word it was. `answered`: answers, of which `in_time` came by their
    due time and `late` after it. `objections`: to an answer. `rerouted`: by the card that an
    officer answered with.
    """

    received: Mapping[str, int]
    answered: int
    in_time: int
    late: int
    objections: int
    rerouted: Mapping[str, int]

    @property
    def count(self) -> int:
        return sum(self.received.values())


def hearings(lines: Iterable[Told], sops: Mapping[str, Sop]) -> Hearings:
    """`sops`: by key, all that there are."""
    heard = [line for line in lines if sops[line.sop].hears]
    decided = [line for line in heard if line.event.kind == "decided"]
    answers = [line.event for line in decided if _step_is_graded(line, sops)]
    late = [_late(event) for event in answers if "due" in event.detail]
    return Hearings(
        received=_by("matter", [line.event for line in heard if line.event.kind == "opened"]),
        answered=len(answers),
        in_time=late.count(False),
        late=late.count(True),
        objections=sum(line.event.detail["outcome"] == OBJECTED for line in decided),
        rerouted=_by("card", [line.event for line in decided if "card" in line.event.detail]),
    )


def _by(name: str, events: Sequence[Event]) -> dict[str, int]:
    return dict(Counter(event.detail.get(name, "") for event in events))


def _step_is_graded(line: Told, sops: Mapping[str, Sop]) -> bool:
    return sops[line.sop].step(line.event.detail["step"]).kinds.graded


def _late(answer: Event) -> bool:
    return answer.at > datetime.fromisoformat(answer.detail["due"])
