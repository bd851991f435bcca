"""An officer's line in the directory is checked in the very transaction, by fake and DynamoDB."""

from dataclasses import replace
from typing import Any

import pytest

from functions.core.errors import NotAllowed, Taken
from functions.core.facts import Claim
from functions.core.officer import Officer
from tests.aws.given import NINE, NUMBER, OTHER, VERA, Store, appoint, email_of, opened

USER_ID = Claim("user-id", "user-id of both")


def nothing_written(store: Store) -> bool:
    held = store.cases.holding("email", email_of(NUMBER).fingerprint)
    return (store.cases.history(NUMBER), store.outbox.of(NUMBER), held) == ((), (), ())


@pytest.mark.parametrize(
    "anew",
    [{"active": False}, {"roles": ("pejabat",)}, {"until": NINE.date()}, {}],
    ids=["left", "role", "decree", "the same again"],
)
def test_whoever_was_appointed_anew_writes_nothing_on_what_was_known_before(
    store: Store, anew: dict[str, Any]
) -> None:
    """G4: whatever was known of the officer a moment before."""
    seen = appoint(store.staff, VERA)
    appoint(store.staff, replace(seen, **anew))
    with pytest.raises(NotAllowed):
        store.cases.save(opened(), on_duty=seen)
    assert nothing_written(store)


def test_an_officer_on_duty_writes(store: Store) -> None:
    seen = appoint(store.staff, VERA)
    assert store.cases.save(opened(), on_duty=seen) == store.cases.get(NUMBER)


def test_signing_in_takes_nobody_off_duty(store: Store) -> None:
    seen = appoint(store.staff, VERA)
    presence = store.staff.presence("batang", "vera")
    store.staff.keep(presence.expecting("code", "", NINE), NINE)
    assert store.cases.save(opened(), on_duty=seen)


@pytest.mark.parametrize("somebody", [VERA, replace(VERA, standing=1)], ids=["new", "forged"])
def test_somebody_never_appointed_writes_nothing(store: Store, somebody: Officer) -> None:
    with pytest.raises(NotAllowed):
        store.cases.save(opened(), on_duty=somebody)
    assert nothing_written(store)


def test_whoever_is_off_duty_hears_of_nothing_else_that_stood_in_the_way(store: Store) -> None:
    """Not even that another case holds the value."""
    seen = appoint(store.staff, VERA)
    appoint(store.staff, seen)
    store.cases.save(opened(OTHER).claim(USER_ID))
    with pytest.raises(NotAllowed):
        store.cases.save(opened().claim(USER_ID), on_duty=seen)


def test_whoever_is_on_duty_is_told_what_stood_in_the_way(store: Store) -> None:
    seen = appoint(store.staff, VERA)
    store.cases.save(opened(OTHER).claim(USER_ID))
    with pytest.raises(Taken):
        store.cases.save(opened().claim(USER_ID), on_duty=seen)
