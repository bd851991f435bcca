"""A document grows leaf by leaf, and loses none to what is refused, repeated or late."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.document import GONE, KEPT, MOST, TOO_MANY, TWICE, Document
from tests.core.arrivals import arrival, leaf, refused
from tests.core.story import SOON

NOTHING = Document(SOON)
ONE = NOTHING.after(arrival(), 1)


def _of(*shades: str) -> Document:
    """One leaf added after the other."""
    grown = NOTHING
    for shade in shades:
        grown = grown.after(arrival(f"1_{shade}", shade, instead=None), 1)
    return grown


def _shades(document: Document) -> list[str]:
    return [kept.sha256[:2] for kept in document.leaves]


THREE = _of("ab", "cd", "ef")
TEN = [f"{n:02}" for n in range(MOST)]


def test_what_replaces_takes_the_place_of_every_leaf() -> None:
    two = ONE.after(arrival("1_b", "cd", instead=None), 1)
    assert two.after(arrival("2-c", "ef"), 2).leaves == (leaf("ef"),)


def test_leaves_that_are_added_stay_in_the_order_in_which_they_came() -> None:
    assert _shades(_of("ab", "cd", "ef", "01")) == ["ab", "cd", "ef", "01"]


@pytest.mark.parametrize(
    ("old", "left"),
    [("ab", ["01", "cd", "ef"]), ("cd", ["ab", "01", "ef"]), ("ef", ["ab", "cd", "01"])],
)
def test_a_leaf_is_replaced_at_its_place(old: str, left: list[str]) -> None:
    anew = THREE.after(arrival("2-x", "01", instead=old * 32), 2)
    assert (_shades(anew), anew.round, anew.at, anew.problem) == (left, 2, SOON, "")


def test_a_full_document_takes_another_leaf_in_the_place_of_one() -> None:
    anew = _of(*TEN).after(arrival("1-x", "ff", instead="03" * 32), 1)
    assert _shades(anew) == [*TEN[:3], "ff", *TEN[4:]]


def test_what_would_replace_a_leaf_that_is_gone_is_refused_in_words() -> None:
    """G13: nothing else is lost for it."""
    left = THREE.without("cd" * 32)
    told = left.after(arrival("2-x", "01", instead="cd" * 32), 2)
    assert (told.leaves, told.round, told.problem) == (left.leaves, left.round, GONE)
    assert "sudah tidak ada" in GONE


def test_of_two_that_would_replace_the_same_leaf_the_first_does() -> None:
    """It never has more leaves than it had, nor fewer."""
    told = THREE
    for upload, shade in (("1-a", "01"), ("1-b", "02")):
        told = told.after(arrival(upload, shade, instead="cd" * 32), 1)
    assert (_shades(told), told.problem) == (["ab", "01", "ef"], GONE)


def test_another_leaf_of_the_document_is_no_replacement() -> None:
    told = THREE.after(arrival("2-x", "ef", instead="ab" * 32), 2)
    assert (told.leaves, told.round, told.problem) == (THREE.leaves, 1, TWICE)
    assert "sudah ada" in TWICE


def test_a_leaf_in_its_own_place_is_what_was_there_and_counts_as_sent_anew() -> None:
    told = THREE.after(arrival("2-x", "cd", instead="cd" * 32), 2)
    assert (told.leaves, told.round, told.problem) == (THREE.leaves, 2, "")
    assert told.examined("2-x")


def test_the_first_leaf_may_be_an_added_one() -> None:
    assert NOTHING.after(arrival("1_b", instead=None), 1).leaves == (leaf(),)


def test_a_leaf_added_twice_is_one() -> None:
    """G2: by a second click, or by the same photograph chosen again."""
    twice = ONE.after(arrival("1_b", instead=None), 1).after(arrival("1_c", instead=None), 1)
    assert twice.leaves == (leaf(),)
    assert twice.examined("1_c")


def test_a_document_has_ten_leaves_at_most_and_says_so() -> None:
    grown = _of(*TEN, "aa")
    assert len(grown.leaves) == MOST == 10
    assert grown.problem == TOO_MANY
    assert "paling banyak 10" in TOO_MANY
    assert grown.after(arrival("1-anew", "ff"), 1).problem == ""


def test_what_is_refused_costs_no_leaf_and_does_not_count_as_sent_anew() -> None:
    told = replace(ONE, round=1).after(refused("2-y"), 2)
    assert (told.leaves, told.round) == (ONE.leaves, 1)
    assert told.problem == "Bukan PDF."


def test_the_same_upload_told_twice_changes_nothing() -> None:
    assert ONE.after(arrival(at=SOON + timedelta(hours=1)), 1) is ONE


def test_the_same_form_sent_once_more_is_another_upload() -> None:
    """A browser that went back: the store keeps another version under the key."""
    again = replace(arrival(shade="cd"), version="v2")
    assert ONE.after(again, 1).leaves == (leaf("cd"),)


@pytest.mark.parametrize("instead", ["", None, "cd" * 32])
def test_what_was_sent_before_the_leaves_it_would_change_comes_too_late(
    instead: str | None,
) -> None:
    """G13: a slower examination does not bring back what was replaced."""
    anew = ONE.after(arrival("1-new", "cd", at=SOON + timedelta(minutes=1)), 1)
    late = anew.after(arrival("1-old", "ef", instead=instead, at=SOON + timedelta(seconds=9)), 1)
    assert late.leaves == (leaf("cd"),)
    assert late.examined("1-old")


def test_what_was_discarded_does_not_come_back_when_the_store_tells_of_it_again() -> None:
    gone = ONE.emptied(SOON + timedelta(minutes=1))
    assert gone.leaves == ()
    assert gone.after(arrival(), 1) is gone
    assert gone.examined("1-x")


def test_no_more_arrivals_are_remembered_than_can_still_be_told_of() -> None:
    told = NOTHING
    for n in range(KEPT + 5):
        told = told.after(refused(f"1-{n}"), 1)
    assert len(told.arrivals) == KEPT


def test_one_leaf_is_known_by_its_own_hash_and_several_by_that_of_their_hashes() -> None:
    """G13."""
    two = ONE.after(arrival("1_b", "cd", instead=None), 1)
    assert ONE.sha256 == "ab" * 32
    assert two.sha256 == hashlib.sha256(f"{'ab' * 32} {'cd' * 32}".encode()).hexdigest()


def test_a_part_of_an_uploads_name_is_not_its_name() -> None:
    assert ONE.examined("1-x")
    assert not ONE.examined("1-")
    assert not ONE.examined("")
