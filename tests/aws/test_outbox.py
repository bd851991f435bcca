"""Letters: each leased by one sender at a time, by the fake and by DynamoDB alike. G7."""

from datetime import timedelta

import pytest

from functions.core.facts import Letter
from functions.core.ports import Outbox
from functions.core.records import Sent
from tests.aws.given import NINE, Store, filling

DESK = "desk#batang"
LETTER = Letter("antrean", "officer", "vera", "jadwal", 2, NINE)
LEASE = timedelta(minutes=2)
SOON, TICK = timedelta(seconds=5), timedelta(microseconds=1)


@pytest.fixture
def key(outbox: Outbox) -> str:
    """Of a letter that was just posted."""
    outbox.post(DESK, LETTER, NINE)
    ((owner, found),) = outbox.unsent(NINE)
    assert owner == DESK
    return found


def status(outbox: Outbox) -> str:
    (letter,) = outbox.of(DESK)
    return letter.status


def test_a_letter_is_handed_to_one_sender_only(outbox: Outbox, key: str) -> None:
    assert outbox.take(DESK, key, NINE) == LETTER
    assert outbox.take(DESK, key, NINE + SOON) is None
    assert status(outbox) == "sending"


def test_the_lease_of_a_sender_that_died_is_taken_over(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    assert outbox.take(DESK, key, NINE + LEASE - TICK) is None
    assert outbox.unsent(NINE + LEASE - TICK) == ()
    assert outbox.unsent(NINE + LEASE) == ((DESK, key),)
    assert outbox.take(DESK, key, NINE + LEASE) == LETTER


def test_a_sent_letter_is_done_with(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.sent(DESK, key, NINE + SOON, "message-1")
    assert outbox.of(DESK) == (Sent(key, LETTER, NINE, "sent", NINE + SOON),)
    assert outbox.take(DESK, key, NINE + LEASE) is None
    assert outbox.unsent(NINE + 2 * LEASE) == ()


def test_a_letter_given_back_is_tried_again_a_little_later(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.returned(DESK, key, NINE)
    assert status(outbox) == "pending"
    assert outbox.unsent(NINE + LEASE - TICK) == ()
    assert outbox.unsent(NINE + LEASE) == ((DESK, key),)
    assert outbox.take(DESK, key, NINE + LEASE) == LETTER


def test_a_letter_given_back_is_not_taken_before_its_time(outbox: Outbox, key: str) -> None:
    """Whatever the stream says of it once more."""
    outbox.take(DESK, key, NINE)
    outbox.returned(DESK, key, NINE)
    assert outbox.take(DESK, key, NINE + LEASE - TICK) is None
    assert status(outbox) == "pending"


def test_a_letter_that_was_never_tried_waits_for_nothing(outbox: Outbox, key: str) -> None:
    assert outbox.take(DESK, key, NINE - TICK) == LETTER


def test_after_five_tries_a_letter_has_visibly_failed(outbox: Outbox, key: str) -> None:
    seen = []
    for round_ in range(5):
        assert outbox.take(DESK, key, NINE + round_ * LEASE) == LETTER
        outbox.returned(DESK, key, NINE + round_ * LEASE)
        seen.append(status(outbox))
    assert seen == ["pending"] * 4 + ["failed"]
    assert outbox.take(DESK, key, NINE + 10 * LEASE) is None
    assert outbox.unsent(NINE + 10 * LEASE) == ()


def test_what_was_sent_is_not_given_back(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.sent(DESK, key, NINE, "message-1")
    outbox.returned(DESK, key, NINE)
    assert status(outbox) == "sent"


def test_nobody_takes_a_letter_that_there_is_not(outbox: Outbox) -> None:
    assert outbox.take(DESK, "mail#000001#0", NINE) is None
    outbox.sent(DESK, "mail#000001#0", NINE, "message-1")
    outbox.returned(DESK, "mail#000001#0", NINE)
    assert outbox.of(DESK) == ()


def test_the_same_letter_is_posted_once_a_minute_at_most(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.post(DESK, LETTER, NINE + timedelta(seconds=59))
    assert [letter.status for letter in outbox.of(DESK)] == ["sending"]
    outbox.post(DESK, LETTER, NINE + timedelta(seconds=60))
    assert [letter.status for letter in outbox.of(DESK)] == ["sending", "pending"]


def test_another_letter_or_addressee_need_not_wait(outbox: Outbox, key: str) -> None:
    outbox.post(DESK, Letter("antrean", "officer", "budi"), NINE)
    outbox.post(DESK, Letter("tautan-lagi", "officer", "vera"), NINE)
    outbox.post("desk#melawi", LETTER, NINE)
    assert (len(outbox.of(DESK)), len(outbox.of("desk#melawi"))) == (3, 1)


def test_what_has_not_left_is_found_by_when_it_should_have(store: Store) -> None:
    store.cases.save(filling())
    store.outbox.post(DESK, LETTER, NINE - LEASE)
    assert [owner for owner, _ in store.outbox.unsent(NINE - SOON)] == [DESK]
    assert [owner for owner, _ in store.outbox.unsent(NINE)] == [DESK, filling().id]
