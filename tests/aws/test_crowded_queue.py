"""A crowded queue, told in pages without gap or repetition, and sifted; by fake and DynamoDB."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

import functions.aws.cases
import tests.fakes.cases
from functions.core.case import Case
from functions.core.facts import Hand, OpenStep
from functions.core.ports import Cases
from functions.core.records import EVERYTHING, Page, Sift
from functions.sops import current
from tests.aws.given import (
    NINE,
    Store,
    email_of,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
THIRD = "BTG-4444-4444"
USERS = current("babel-user-id")
DESKS = ("verifikasi", "akun", "disposisi-subbag")
ROLES = [USERS.step(step).by for step in DESKS]


def lying(n: int, due: datetime | None) -> Case:
    """One of many, at one of three desks."""
    number = f"BBL-{n:04}-2222"
    step = USERS.step(DESKS[n % len(DESKS)])
    case = Case.opened(number, USERS, "dewi@usaha.test", NINE, email_of(number))
    here = OpenStep(step.id, step.by, 1, NINE + n * MINUTE, due, "token")
    return replace(case, here=here, transit=None)


def pages(cases: Cases, roles: Iterable[str], sift: Sift = EVERYTHING) -> Iterator[Page]:
    start = ""
    while True:
        page = cases.queue("babel", roles, start, sift)
        yield page
        if not (start := page.next):
            return


def numbers(page: Page) -> list[str]:
    return [line.case for line in page.lines]


def many() -> list[Case]:
    """In the order in which they are to be done: two due at each moment, the last three never."""
    early = [lying(n, NINE + (n // 2) * MINUTE) for n in range(10)]
    return [*early, *(lying(n, None) for n in range(10, 13))]


@pytest.fixture
def crowded(cases: Cases, monkeypatch: pytest.MonkeyPatch) -> Cases:
    """A queue of which five lines are read at once."""
    for module in (functions.aws.cases, tests.fakes.cases):
        monkeypatch.setattr(module, "SIZE", 5)
    for case in reversed(many()):
        cases.save(case)
    return cases


def test_a_queue_of_several_roles_is_told_in_pages_without_gap_or_repetition(
    crowded: Cases,
) -> None:
    told = [numbers(page) for page in pages(crowded, ROLES)]
    assert [len(page) for page in told] == [5, 5, 3]
    assert [number for page in told for number in page] == [case.id for case in many()]


def test_one_roles_queue_is_told_in_pages_too(crowded: Cases) -> None:
    [role, *_] = ROLES
    told = [number for page in pages(crowded, [role]) for number in numbers(page)]
    assert told == [case.id for case in many() if case.here and case.here.by == role]


def test_only_what_is_late_is_told_if_it_is_asked_for(crowded: Cases) -> None:
    """Due before that moment, and not at it."""
    until = NINE + 4 * MINUTE
    told = [numbers(page) for page in pages(crowded, ROLES, Sift(until=until))]
    assert [number for page in told for number in page] == [case.id for case in many()[:8]]
    assert [len(page) for page in told] == [5, 3]
    assert crowded.queue("babel", ROLES, sift=Sift(until=NINE)) == Page(())


def test_a_sift_finds_what_lies_far_down_the_queue(crowded: Cases) -> None:
    """In one go, however much that does not fit lies before it."""
    last = crowded.get(many()[-1].id)
    crowded.save(last.take(Hand("mega", "Mega"), NINE))
    assert numbers(crowded.queue("babel", ROLES, sift=Sift(hand="mega"))) == [last.id]
    assert crowded.queue("babel", ROLES, sift=Sift(hand="doni")) == Page(())


def test_what_nobody_took_is_told_without_what_somebody_did(crowded: Cases) -> None:
    first = crowded.get(many()[0].id)
    crowded.save(first.take(Hand("mega", "Mega"), NINE))
    told = [number for page in pages(crowded, ROLES, Sift(hand="")) for number in numbers(page)]
    assert told == [case.id for case in many()[1:]]


def test_a_sift_by_service_knows_each_revision_and_no_other_service(crowded: Cases) -> None:
    assert len(crowded.queue("babel", ROLES, sift=Sift(sop=USERS.id)).lines) == 5
    for other in ("babel-user", "batang-pelaku-usaha"):
        assert crowded.queue("babel", ROLES, sift=Sift(sop=other)) == Page(())


def test_what_is_decided_meanwhile_makes_no_gap(crowded: Cases) -> None:
    first = crowded.queue("babel", ROLES)
    for line in (first.lines[0], first.lines[-1]):
        case = crowded.get(line.case)
        crowded.save(case.close(USERS, "ditolak", case.id, NINE))
    following = crowded.queue("babel", ROLES, first.next)
    assert numbers(following) == [case.id for case in many()[5:10]]


def test_after_the_last_place_there_is_nothing(crowded: Cases) -> None:
    assert crowded.queue("babel", ROLES, "~") == Page(())
    assert crowded.queue("babel", ROLES, "2099", Sift(until=NINE)) == Page(())


def test_a_place_beyond_the_end_is_not_asked_of_dynamodb(real_store: Store, dynamodb: Any) -> None:
    """It would refuse a range that ends before it begins."""
    asked: list[str] = []
    dynamodb.meta.events.register("before-call", lambda model, **_: asked.append(model.name))
    assert real_store.cases.queue("babel", ROLES, "~") == Page(())
    assert real_store.cases.queue("babel", ROLES, "2099", Sift(until=NINE)) == Page(())
    assert asked == []


def test_a_page_has_fifty_lines_and_no_next_if_that_is_all(cases: Cases) -> None:
    for n in range(50):
        cases.save(lying(n, NINE))
    page = cases.queue("babel", ROLES)
    assert (len(page.lines), page.next) == (50, "")
    cases.save(lying(50, NINE))
    page = cases.queue("babel", ROLES)
    assert (len(page.lines), bool(page.next)) == (50, True)
