"""A case with all that happened in it, in one reading."""

from typing import Any

import pytest

from functions.core.errors import NotFound
from functions.core.facts import Letter
from functions.core.records import Whole
from tests.aws.given import NINE, NUMBER, OTHER, VERA, Store, appoint, opened, waiting


def test_a_whole_is_the_case_its_history_and_its_letters(store: Store) -> None:
    case = store.cases.save(waiting())
    store.outbox.post(NUMBER, Letter("tautan-lagi"), NINE)
    store.cases.save(opened(OTHER))
    whole = store.cases.whole(NUMBER)
    assert whole == Whole(case, store.cases.history(NUMBER), store.outbox.of(NUMBER))
    assert [event.seq for event in whole.history] == list(range(1, case.seq + 1))
    assert [sent.letter.name for sent in whole.letters][-1] == "tautan-lagi"


def test_what_became_of_a_letter_is_told(store: Store) -> None:
    store.cases.save(waiting())
    _, key = store.outbox.unsent(NINE)[0]
    store.outbox.take(NUMBER, key, NINE)
    store.outbox.sent(NUMBER, key, NINE, "message-1")
    assert [sent.status for sent in store.cases.whole(NUMBER).letters].count("sent") == 1


@pytest.mark.parametrize("other", ["desk#batang", "staff#batang", OTHER])
def test_what_is_no_case_is_not_found(store: Store, other: str) -> None:
    appoint(store.staff, VERA)
    store.outbox.post("desk#batang", Letter("tugas", "officer", "vera"), NINE)
    with pytest.raises(NotFound):
        store.cases.whole(other)


def test_a_whole_is_read_by_exactly_one_query(real_store: Store, dynamodb: Any) -> None:
    real_store.cases.save(waiting())
    asked: list[str] = []
    dynamodb.meta.events.register("before-call", lambda model, **_: asked.append(model.name))
    real_store.cases.whole(NUMBER)
    assert asked == ["Query"]
