"""What a page costs: one reading of the case, one query of the queue, whatever else there is."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import TRADER, Vendor
from tests.desk.stages import reach
from tests.desk.walks import WALKS, Walk


class Counted:
    """A port that counts what is asked of it."""

    def __init__(self, port: Any, asked: Counter[str]) -> None:
        self._port, self._asked = port, asked

    def __getattr__(self, name: str) -> Callable[..., Any]:
        self._asked[name] += 1
        found: Callable[..., Any] = getattr(self._port, name)
        return found


def _asked(desk: Desk, path: str) -> Counter[str]:
    asked: Counter[str] = Counter()
    cases, staff = desk.world.cases, desk.world.staff
    with desk.instead("cases", Counted(cases, asked)), desk.instead("staff", Counted(staff, asked)):
        assert program("GET", path).status == 200, path
    return asked


def test_the_queue_is_one_query_however_long_it_is(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    before = _asked(desk, siti.queue)
    for n in range(8):
        Vendor(desk, f"pemohon{n}@maju.co.id", TRADER).apply("tatap-muka")
    assert _asked(desk, siti.queue) == before == Counter(presence=1, queue=1)


@pytest.mark.parametrize("stage", ["scheduling", "checking", "approving"])
def test_a_task_is_one_reading_of_its_case(desk: Desk, stage: str) -> None:
    """Beside it, the officer's own line; and where duplicates are looked for, who else has them."""
    _, siti = reach(desk, stage)
    asked = _asked(desk, siti.task + _page(stage))
    assert asked["whole"] == asked["presence"] == 1
    assert set(asked) <= {"whole", "presence", "holding"}


@pytest.mark.parametrize("walk", WALKS)
def test_a_case_page_is_one_reading_of_the_case_and_one_of_the_staff(
    desk: Desk, walk: type[Walk]
) -> None:
    there = walk(desk).to("closed")
    seat = desk.seat_of(desk.world.staff.everybody(walk.office)[0].email)
    asked = _asked(desk, f"{seat}/berkas/{there.applicant.number}")
    assert asked == Counter(whole=1, presence=1, everybody=1)


def _page(stage: str) -> str:
    return {"scheduling": "/jadwal", "checking": "/periksa", "approving": "/akun"}[stage]
