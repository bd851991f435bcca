"""Digests: one for each officer, however many cases ask, and one an hour at most. G7."""

from datetime import datetime, timedelta

from functions.core.facts import Letter
from functions.core.timing import DIGEST
from tests.aws.given import NINE, NUMBER, OTHER, Store, waiting

DESK = "desk#batang"
HOUR, MINUTE, TICK = timedelta(hours=1), timedelta(minutes=1), timedelta(microseconds=1)
VERAS = Letter(DIGEST, "officer", "vera")


def alerted(store: Store, number: str, at: datetime = NINE, *readers: str) -> None:
    case = waiting(number, since=NINE, due=NINE + HOUR)
    store.cases.save(case.alert(readers or ("vera",), None, at))


def again(store: Store, number: str, at: datetime) -> None:
    store.cases.save(store.cases.get(number).alert(["vera"], None, at))


def waits(store: Store, at: datetime) -> list[str]:
    """The digests that should have left by then."""
    return [key for owner, key in store.outbox.unsent(at) if owner == DESK]


def sent(store: Store, at: datetime) -> None:
    [key] = waits(store, at)
    assert store.outbox.take(DESK, key, at) == VERAS
    store.outbox.sent(DESK, key, at, "message-1")


def statuses(store: Store) -> list[str]:
    return [letter.status for letter in store.outbox.of(DESK)]


def test_two_cases_of_which_one_officer_hears_are_one_letter(store: Store) -> None:
    alerted(store, NUMBER)
    alerted(store, OTHER, NINE + MINUTE)
    [digest] = store.outbox.of(DESK)
    assert (digest.letter, digest.status) == (VERAS, "pending")


def test_a_digest_is_no_letter_of_a_case(store: Store) -> None:
    alerted(store, NUMBER)
    assert DIGEST not in [letter.letter.name for letter in store.outbox.of(NUMBER)]


def test_each_officer_has_a_digest_of_their_own(store: Store) -> None:
    alerted(store, NUMBER, NINE, "vera", "budi")
    alerted(store, OTHER, NINE, "budi")
    assert sorted(letter.letter.to for letter in store.outbox.of(DESK)) == ["budi", "vera"]


def test_the_first_digest_leaves_at_once(store: Store) -> None:
    alerted(store, NUMBER)
    [key] = waits(store, NINE)
    assert store.outbox.take(DESK, key, NINE) == VERAS


def test_after_a_digest_the_next_waits_an_hour(store: Store) -> None:
    alerted(store, NUMBER)
    sent(store, NINE)
    assert statuses(store) == ["sent"]
    alerted(store, OTHER, NINE + MINUTE)
    again(store, NUMBER, NINE + 30 * MINUTE)
    [letter] = store.outbox.of(DESK)
    assert letter.status == "pending"
    assert waits(store, NINE + HOUR - TICK) == []
    assert store.outbox.take(DESK, letter.key, NINE + HOUR - TICK) is None
    sent(store, NINE + HOUR)
    assert statuses(store) == ["sent"]


def test_what_comes_up_after_a_quiet_hour_leaves_at_once(store: Store) -> None:
    alerted(store, NUMBER)
    sent(store, NINE)
    again(store, NUMBER, NINE + 2 * HOUR)
    sent(store, NINE + 2 * HOUR)


def test_what_comes_up_while_a_digest_is_on_its_way_is_not_lost(store: Store) -> None:
    alerted(store, NUMBER)
    [key] = waits(store, NINE)
    store.outbox.take(DESK, key, NINE)
    alerted(store, OTHER, NINE + MINUTE)
    store.outbox.sent(DESK, key, NINE + MINUTE, "message-1")
    assert statuses(store) == ["pending"]
    assert waits(store, NINE + HOUR) == [key]


def test_a_digest_that_could_not_be_sent_is_tried_again_without_an_hours_wait(
    store: Store,
) -> None:
    alerted(store, NUMBER)
    [key] = waits(store, NINE)
    store.outbox.take(DESK, key, NINE)
    store.outbox.returned(DESK, key, NINE)
    assert waits(store, NINE + 2 * MINUTE) == [key]
    sent(store, NINE + 2 * MINUTE)


def test_a_digest_that_failed_for_good_comes_back_with_the_next_alert(store: Store) -> None:
    alerted(store, NUMBER)
    [key] = waits(store, NINE)
    for n in range(5):
        store.outbox.take(DESK, key, NINE + n * 2 * MINUTE)
        store.outbox.returned(DESK, key, NINE + n * 2 * MINUTE)
    assert statuses(store) == ["failed"]
    again(store, NUMBER, NINE + HOUR)
    sent(store, NINE + HOUR)


def test_other_letters_wait_for_no_hour(store: Store) -> None:
    alerted(store, NUMBER)
    sent(store, NINE)
    store.outbox.post(DESK, Letter("tugas", "officer", "vera"), NINE + MINUTE)
    assert len(waits(store, NINE + MINUTE)) == 1
