"""A sound SOP on a terminal: its head, its table, its machine, and what to look at twice."""

from collections.abc import Iterable, Iterator

from functions.core.sop import Sop
from infra.sop_file.columns import columns, wrapped
from infra.sop_file.doubts import doubts
from infra.sop_file.machine import machine
from infra.sop_file.reach import unreached


def report(sop: Sop, width: int) -> Iterator[str]:
    yield from wrapped(sop.title, width)
    yield f"{sop.key}, {_counted(sop)}"
    yield from _titled("Table", columns(_table(sop), width, flexible=1))
    yield from _titled("Machine", machine(sop, width))
    yield from _titled("Unreachable", _listed(unreached(sop), width))
    yield from _titled("To look at twice", _listed(doubts(sop), width))


def _counted(sop: Sop) -> str:
    return f"{len(sop.rows)} rows in {len(sop.steps)} steps"


def _table(sop: Sop) -> list[tuple[str, ...]]:
    """The paper's table in the paper's order."""
    rows = sorted(((row, step) for step in sop.steps for row in step.rows), key=lambda r: r[0].no)
    return [
        ("No", "Aktivitas", "Pelaksana", "Waktu", "Step"),
        *(
            (str(row.no), row.text.strip(), sop.roles[row.by], str(row.within or ""), step.id)
            for row, step in rows
        ),
    ]


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "-" * len(title), *lines)


def _listed(said: Iterable[str], width: int) -> Iterator[str]:
    items = [line for one in said for line in wrapped(one, width, hanging="  ")]
    yield from items or ["nothing"]
