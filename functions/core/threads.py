"""The table's arrows: what of them, and which symbol, is seen in each performer's cell.

A cell's origin is the middle of its top edge. What leaves a cell runs on beyond its edge, where
the next cell takes it over: cells may be as wide and as high as their words need.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from functions.core.flow import Station
from functions.core.paper import Shape

WIDTH, HEIGHT, MIDDLE = 46, 32, 38
BAND = 10
"""How far below a row's upper edge arrows from the row above change columns."""
BEYOND = 4000

Point = tuple[float, float]
Cells = dict[tuple[int, str], list[Shape]]


class Jump(NamedTuple):
    """From one row to another that is not the next one, along `track` beside the symbol."""

    start: Station
    end: Station
    track: float


def cells(stations: Sequence[Station], roles: Sequence[str]) -> Cells:
    """The shapes of each cell that has any, by row number and role."""
    columns = {role: place for place, role in enumerate(roles)}
    found: Cells = {(s.row.no, role): [] for s in stations for role in roles}
    by_no = {s.row.no: s for s in stations}
    for station in stations:
        for no in sorted({e.row for e in station.exits if e.row == station.row.no + 1}):
            _step_down(found, station, by_no[no], columns)
    for jump in _jumps(stations, by_no):
        _jump(found, jump, columns)
    for s in stations:
        shape = Shape(kind=s.symbol, y=MIDDLE, width=WIDTH, height=HEIGHT)
        found[s.row.no, s.row.by].append(shape)
    return found


def _step_down(cells: Cells, start: Station, end: Station, columns: Mapping[str, int]) -> None:
    """To the next row: out below, across at the top of the row, in from above."""
    here, there, no = start.row.by, end.row.by, end.row.no
    _draw(cells, start.row.no, here, (0, MIDDLE + HEIGHT / 2), (0, BEYOND))
    top = (0, MIDDLE - HEIGHT / 2)
    if here == there:
        return _draw(cells, no, there, (0, -BEYOND), top)
    side = BEYOND if columns[there] > columns[here] else -BEYOND
    _draw(cells, no, here, (0, -BEYOND), (0, BAND), (side, BAND))
    for role in _between(columns, here, there):
        _draw(cells, no, role, (-side, BAND), (side, BAND))
    return _draw(cells, no, there, (-side, BAND), (0, BAND), top)


def _jump(cells: Cells, jump: Jump, columns: Mapping[str, int]) -> None:
    """Out to the right, along the track, and in from the side; or back in from above."""
    start, end, track = jump.start.row, jump.end.row, jump.track
    out: tuple[Point, Point] = ((WIDTH / 2, MIDDLE), (track, MIDDLE))
    if start.no == end.no:
        back = ((track, BAND), (0, BAND), (0, MIDDLE - HEIGHT / 2))
        return _draw(cells, start.no, start.by, *out, *back)
    down = BEYOND if end.no > start.no else -BEYOND
    _draw(cells, start.no, start.by, *out, (track, down))
    for no in range(min(start.no, end.no) + 1, max(start.no, end.no)):
        _draw(cells, no, start.by, (track, -down), (track, down))
    return _arrive(cells, jump, (track, -down), columns)


def _arrive(cells: Cells, jump: Jump, came: Point, columns: Mapping[str, int]) -> None:
    start, end, track = jump.start.row, jump.end.row, jump.track
    if start.by == end.by:
        return _draw(cells, end.no, end.by, came, (track, MIDDLE), (WIDTH / 2, MIDDLE))
    side = BEYOND if columns[end.by] > columns[start.by] else -BEYOND
    _draw(cells, end.no, start.by, came, (track, MIDDLE), (side, MIDDLE))
    for role in _between(columns, start.by, end.by):
        _draw(cells, end.no, role, (-side, MIDDLE), (side, MIDDLE))
    edge = -WIDTH / 2 if side > 0 else WIDTH / 2
    return _draw(cells, end.no, end.by, (-side, MIDDLE), (edge, MIDDLE))


def _jumps(stations: Sequence[Station], by_no: Mapping[int, Station]) -> Iterator[Jump]:
    """Each on a track of its own among those that it would run along."""
    taken: list[tuple[str, float, range]] = []
    for start in stations:
        for no in sorted({e.row for e in start.exits if e.row} - {start.row.no + 1}):
            rows = range(min(no, start.row.no), max(no, start.row.no) + 1)
            used = {t for by, t, past in taken if by == start.row.by and set(past) & set(rows)}
            track = next(t for t in range(WIDTH // 2 + 5, BEYOND, 4) if t not in used)
            taken.append((start.row.by, track, rows))
            yield Jump(start, by_no[no], track)


def _between(columns: Mapping[str, int], one: str, other: str) -> list[str]:
    low, high = sorted((columns[one], columns[other]))
    return [role for role, place in columns.items() if low < place < high]


def _draw(cells: Cells, no: int, role: str, *points: Point) -> None:
    cells[no, role].append(Shape(kind="arrow", points=points))
