"""The rows of every SOP in order: symbols, and arrows that join them cell by cell."""

import pytest

from functions.core.flow import Station, ahead, performers, stations, turns
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.threads import BEYOND, cells
from functions.sops import all_sops

SOPS = pytest.mark.parametrize("sop", all_sops().values(), ids=list(all_sops()))


def _forks(sop: Sop, station: Station) -> bool:
    step = next(s for s in sop.steps if station.row in s.rows)
    return station.row is step.rows[-1] and len(set(step.next.values())) > 1


@SOPS
def test_every_row_stands_once_in_the_papers_order(sop: Sop) -> None:
    assert [s.row.no for s in stations(sop)] == list(range(1, len(sop.rows) + 1))
    assert {s.row.no: s.row for s in stations(sop)} == {r.no: r for r in sop.rows}


@SOPS
def test_the_first_and_the_last_row_are_capsules_and_no_other(sop: Sop) -> None:
    capsules = [s.row.no for s in stations(sop) if s.symbol == "capsule"]
    assert capsules == [1, len(sop.rows)]


@SOPS
def test_a_row_is_a_diamond_where_its_step_forks(sop: Sop) -> None:
    for station in stations(sop)[1:-1]:
        assert (station.symbol == "diamond") == _forks(sop, station), station.row.no


@SOPS
def test_every_outcome_leads_from_a_row_to_a_row_or_an_end(sop: Sop) -> None:
    numbers = {r.no for r in sop.rows}
    for station in stations(sop):
        assert station.exits, station.row.no
        for exit in station.exits:
            assert (exit.row in numbers) != (exit.end in ENDS)


@SOPS
def test_the_turns_are_the_machines_and_the_silences(sop: Sop) -> None:
    said = [(t.step, t.outcome, t.to) for t in turns(sop) if not t.lapse]
    assert said == [(s.id, o, to) for s in sop.steps for o, to in s.next.items()]
    silent = {t.step for t in turns(sop) if t.lapse}
    assert silent == {s.id for s in sop.steps if s.by == sop.applicant and s.kinds.waits}


@SOPS
def test_a_symbol_stands_in_the_performers_cell_alone(sop: Sop) -> None:
    drawn = cells(stations(sop), list(performers(sop)))
    for station in stations(sop):
        for role in performers(sop):
            kinds = [s.kind for s in drawn[station.row.no, role] if s.kind != "arrow"]
            assert kinds == ([station.symbol] if role == station.row.by else [])


@SOPS
def test_whoever_does_something_has_a_column_in_the_files_order(sop: Sop) -> None:
    busy = {r.by for r in sop.rows} | {s.by for s in sop.steps}
    assert list(performers(sop)) == [role for role in sop.roles if role in busy]


@SOPS
def test_what_leaves_a_cell_is_taken_over_by_its_neighbour(sop: Sop) -> None:
    """Each arrow's pieces meet at the cells' edges, and lead into a symbol."""
    roles = list(performers(sop))
    drawn = cells(stations(sop), roles)
    for (no, role), shapes in drawn.items():
        for x, y in (p for s in shapes for p in (s.points[-1:] if s.kind == "arrow" else ())):
            over = roles.index(role) + (x == BEYOND) - (x == -BEYOND)
            under = no + (y == BEYOND) - (y == -BEYOND)
            if (over, under) == (roles.index(role), no):
                continue
            edge = (-x if abs(x) == BEYOND else x, -y if abs(y) == BEYOND else y)
            starts = [s.points[0] for s in drawn[under, roles[over]] if s.kind == "arrow"]
            assert edge in starts, (no, role)


@SOPS
def test_no_two_jumps_run_along_one_track(sop: Sop) -> None:
    drawn = cells(stations(sop), list(performers(sop)))
    for shapes in drawn.values():
        tracks = [
            s.points[0][0] for s in shapes
            if s.kind == "arrow" and len(s.points) == 2 and s.points[0][0] == s.points[1][0] != 0
        ]  # fmt: skip
        assert len(tracks) == len(set(tracks))


@SOPS
def test_from_the_start_every_step_may_come_and_from_an_end_none(sop: Sop) -> None:
    assert ahead(sop, sop.start) == {step.id for step in sop.steps}
    assert ahead(sop, "") == set().union(*(ahead(sop, end) for end in ENDS)) == set()
