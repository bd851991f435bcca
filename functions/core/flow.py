"""How an SOP's rows follow one another: the symbol of each, and where it leads."""

from collections.abc import Iterator
from typing import Literal

from functions.core.form import Frozen
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Row, Step

Symbol = Literal["capsule", "box", "diamond"]


class Turn(Frozen):
    """One outcome of a step, in words, and the step or end that follows; `lapse`: by silence."""

    step: str
    outcome: str
    to: str
    said: str
    lapse: bool = False


class Exit(Frozen):
    """Where a row leads: to a row or an end, by `via`, steps that the paper has no row for."""

    said: str = ""
    via: tuple[str, ...] = ()
    row: int = 0
    end: str = ""


class Station(Frozen):
    """A row of the table: its symbol stands in the column of `row.by`."""

    row: Row
    symbol: Symbol
    exits: tuple[Exit, ...]


def performers(sop: Sop) -> dict[str, str]:
    """The roles that do something, by id: the table's columns, the chart's lanes."""
    busy = {s.by for s in sop.steps} | {r.by for r in sop.rows}
    return {role: name for role, name in sop.roles.items() if role in busy}


def turns(sop: Sop) -> tuple[Turn, ...]:
    """Every way of the machine from one place to the next, in the file's order."""
    return tuple(turn for step in sop.steps for turn in _leaving(sop, step))


def ahead(sop: Sop, place: str) -> set[str]:
    """The steps that may come yet where a case is at this step, and this one; none at an end."""
    seen, todo = set[str](), [place]
    while todo:
        here = todo.pop()
        if here not in {*seen, *ENDS, ""}:
            seen.add(here)
            todo.extend(sop.step(here).next.values())
    return seen


def stations(sop: Sop) -> tuple[Station, ...]:
    """The rows in the paper's order."""
    found = [s for step in sop.steps for s in _stations(sop, step)]
    return tuple(sorted(found, key=lambda station: station.row.no))


def _leaving(sop: Sop, step: Step) -> Iterator[Turn]:
    for outcome, to in step.next.items():
        yield Turn(step=step.id, outcome=outcome, to=to, said=outcome_words(sop, outcome))
    if step.kinds.waits and step.by == sop.applicant:
        said = f"{step.expires} tanpa jawaban"
        yield Turn(step=step.id, outcome="", to=step.kinds.lapses, said=said, lapse=True)


def outcome_words(sop: Sop, outcome: str) -> str:
    way = next((w.label for w in sop.ways if w.id == outcome), "")
    return way or outcome.replace("-", " ").capitalize()


def _stations(sop: Sop, step: Step) -> Iterator[Station]:
    """The last row of a sitting leads where its outcomes lead, the others to the next row."""
    for place, row in enumerate(step.rows, start=1):
        after = step.rows[place : place + 1]
        exits = tuple(Exit(row=r.no) for r in after) or tuple(_exits(sop, step))
        yield Station(row=row, symbol=_symbol(sop, row, exits), exits=exits)


def _exits(sop: Sop, step: Step) -> Iterator[Exit]:
    for outcome, to in step.next.items():
        said = outcome_words(sop, outcome) if len(step.next) > 1 else ""
        yield from _followed(sop, to, Exit(said=said), frozenset())


def _followed(sop: Sop, to: str, sofar: Exit, seen: frozenset[str]) -> Iterator[Exit]:
    """On, through whatever the paper has no row for."""
    if to in ENDS:
        yield sofar.model_copy(update={"end": to})
    elif rows := sop.step(to).rows:
        yield sofar.model_copy(update={"row": rows[0].no})
    elif to not in seen:
        further = sofar.model_copy(update={"via": (*sofar.via, sop.step(to).title)})
        for onward in dict.fromkeys(sop.step(to).next.values()):
            yield from _followed(sop, onward, further, seen | {to})


def _symbol(sop: Sop, row: Row, exits: tuple[Exit, ...]) -> Symbol:
    if row.no in {1, len(sop.rows)}:
        return "capsule"
    ways = {(exit.via, exit.row, exit.end) for exit in exits}
    return "diamond" if len(ways) > 1 else "box"
