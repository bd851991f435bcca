"""Letters: each leased by one sender at a time, by the fake and by DynamoDB alike. G7."""

from datetime import timedelta
from itertools import permutations

import pytest

from functions.core.facts import Letter
from functions.core.ports import Outbox
from functions.core.receipts import Receipt
from functions.core.records import Sent
from tests.aws.given import NINE, Store, filling

DESK = "desk#batang"
LETTER = Letter("antrean", "officer", "vera", "jadwal", 2, NINE)
LEASE = timedelta(minutes=2)
DOUBT = timedelta(minutes=10)
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


def test_a_sender_that_died_leaves_a_doubt_which_is_waited_out(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    assert outbox.take(DESK, key, NINE + LEASE - TICK) is None
    assert outbox.unsent(NINE + LEASE - TICK) == ()
    assert outbox.unsent(NINE + LEASE) == ((DESK, key),)
    assert outbox.take(DESK, key, NINE + LEASE) is None
    assert status(outbox) == "doubtful"
    assert outbox.take(DESK, key, NINE + LEASE + DOUBT - TICK) is None
    assert outbox.unsent(NINE + LEASE + DOUBT) == ((DESK, key),)
    assert outbox.take(DESK, key, NINE + LEASE + DOUBT) == LETTER


def test_a_second_doubt_is_for_good(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.doubted(DESK, key, NINE)
    assert status(outbox) == "doubtful"
    assert outbox.take(DESK, key, NINE + DOUBT) == LETTER
    outbox.doubted(DESK, key, NINE + DOUBT)
    assert status(outbox) == "uncertain"
    assert outbox.take(DESK, key, NINE + 3 * DOUBT) is None
    assert outbox.unsent(NINE + 3 * DOUBT) == ()


def test_a_letter_in_doubt_never_fails_as_it_may_have_arrived(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.doubted(DESK, key, NINE)
    for n in range(1, 6):
        outbox.take(DESK, key, NINE + n * DOUBT)
        outbox.returned(DESK, key, NINE + n * DOUBT)
    assert status(outbox) == "uncertain"


def test_a_receipt_settles_a_doubt(outbox: Outbox, key: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.doubted(DESK, key, NINE)
    outbox.told(DESK, key, Receipt("sent", NINE + SOON, "message-1"))
    assert outbox.of(DESK) == (Sent(key, LETTER, NINE, "sent", NINE + SOON, NINE + SOON),)
    assert outbox.take(DESK, key, NINE + DOUBT) is None
    assert outbox.unsent(NINE + 2 * DOUBT) == ()


@pytest.mark.parametrize("before", ["sending", "sent", "doubtful", "given back", "uncertain"])
def test_a_receipt_is_believed_more_than_whatever_was_known(
    outbox: Outbox, key: str, before: str
) -> None:
    outbox.take(DESK, key, NINE)
    if before == "sent":
        outbox.sent(DESK, key, NINE, "message-1")
    elif before != "sending":
        outbox.doubted(DESK, key, NINE)
    if before in {"given back", "uncertain"}:
        outbox.take(DESK, key, NINE + DOUBT)
        settle = outbox.doubted if before == "uncertain" else outbox.returned
        settle(DESK, key, NINE + DOUBT)
    outbox.told(DESK, key, Receipt("delivered", NINE, "message-1"))
    assert status(outbox) == "delivered"
    assert outbox.unsent(NINE + 9 * DOUBT) == ()


@pytest.mark.parametrize("order", [*permutations(("sent", "delivered", "soft-bounced", "bounced"))])
def test_receipts_may_come_in_any_order_and_twice(
    outbox: Outbox, key: str, order: tuple[str, ...]
) -> None:
    outbox.take(DESK, key, NINE)
    for kind in (*order, *order):
        outbox.told(DESK, key, Receipt(kind, NINE, "message-1"))
    assert status(outbox) == "bounced"


def test_a_receipt_does_not_settle_what_was_never_sent(outbox: Outbox, key: str) -> None:
    """A digest that was asked for anew is another letter."""
    outbox.told(DESK, key, Receipt("delivered", NINE, "message-1"))
    assert status(outbox) == "pending"
    outbox.told(DESK, "mail#000001#0", Receipt("delivered", NINE, "message-1"))
    assert len(outbox.of(DESK)) == 1


@pytest.mark.parametrize("end", ["failed", "suppressed"])
def test_a_dropped_letter_is_not_sent(outbox: Outbox, key: str, end: str) -> None:
    outbox.take(DESK, key, NINE)
    outbox.dropped(DESK, key, end)
    assert status(outbox) == end
    assert outbox.take(DESK, key, NINE + DOUBT) is None
    assert outbox.unsent(NINE + DOUBT) == ()


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
