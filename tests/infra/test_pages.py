"""What the officers' pages offer is what the machine goes on with: no more, no less."""

import re
from collections.abc import Iterator

import pytest

from functions.core.attention import desk as desk_of
from functions.core.sop import Sop
from functions.core.step import Step
from functions.sops import current
from infra.asl import definition
from tests.desk.office import Desk
from tests.desk.walks import WALKS, Walk

OFFERED = re.compile(r'name="outcome"[^>]*value="([a-z-]+)"')


def stops(walk: Walk) -> Iterator[tuple[str, Step]]:
    """Each step at which an officer may act, as the case comes by: the page, and the step."""
    sop = current(walk.sop)
    for act in walk.acts.values():
        act(walk)
        case = walk.desk.case()
        if case.here and not case.here.paused and (role := desk_of(case, sop)):
            officer = walk.officer(role)
            walk.desk.later(minutes=2)
            yield officer.browser.get(officer.queued).body, sop.step(case.here.id)


def chosen(sop: Sop, step: Step) -> set[str]:
    """What the machine goes on with, of what is an officer's to say."""
    states = definition(sop)["States"]
    after = states[states[step.id]["Next"]]
    said = {choice["Condition"].split("'")[1] for choice in after.get("Choices", ())}
    known = said if states[step.id]["Next"].endswith("?") else set(step.next)
    return known & step.kinds.officer


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.sop)
def test_a_page_has_a_button_for_each_choice_of_the_machine(desk: Desk, walk: type[Walk]) -> None:
    sop, seen = current(walk.sop), set()
    for page, step in stops(walk(desk)):
        choices, buttons = chosen(sop, step), set(OFFERED.findall(page))
        assert buttons == choices if len(choices) > 1 or buttons else "<form" in page
        seen.add(step.id)
    theirs = {s.id for s in sop.steps if s.kinds.waits and s.by != sop.applicant}
    assert theirs <= seen
