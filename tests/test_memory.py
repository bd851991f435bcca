"""What a walk remembers is what would happen anew."""

from typing import Any

import pytest

from tests.desk.complaining import COMPLAINTS
from tests.desk.counter import COUNTERS
from tests.desk.hearing import HEARINGS
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Batang


def told(desk: Desk) -> tuple[Any, ...]:
    """All that happened; scans are another picture each time."""
    world, case = desk.world, desk.case()
    letters = [(mail.to, mail.subject, mail.text) for mail in world.mail.messages]
    events = [(event.kind, event.at) for event in world.cases.history(case.id)]
    return letters, events, case.here, [*world.scans.versions], [*world.clean.versions]


def counting(walk: type[Walk], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The acts that are done from now on."""
    done: list[str] = []
    acts = {name: lambda w, name=name: done.append(name) for name in walk.acts}
    monkeypatch.setattr(walk, "acts", acts)
    return done


@pytest.mark.parametrize("walk", [*WALKS, *COUNTERS, *COMPLAINTS, *HEARINGS])
def test_it_is_the_same_case_though_no_act_is_done_again(
    desk: Desk, walk: type[Walk], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = [*walk.acts][-1]
    walk(desk).to(last)
    first, done = told(desk), counting(walk, monkeypatch)
    again = Desk(desk.world)
    walk(again).to(last)
    assert told(again) == first
    assert done == []


def test_from_another_start_every_act_is_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Batang(desk).to("filled")
    done, again = counting(Batang, monkeypatch), Desk(desk.world)
    again.later(minutes=1)
    Batang(again).to("filled")
    assert done == ["registered", "filled"]
