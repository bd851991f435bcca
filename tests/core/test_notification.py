"""An office's letter: drafted, corrected and signed by different people, and kept as it was."""

from datetime import timedelta

import pytest

from functions.core.case import Case
from functions.core.errors import NotAllowed, NotNow
from functions.core.notification import Notification, Version
from tests.core.stories import MONDAY, UNITS, decided, reached, standing

LATER = MONDAY + timedelta(hours=1)
DRAFT = Version("Yth. Kepala", "tono", "Tono", MONDAY)
CORRECTED = Version("Yth. Kepala Satuan Kerja", "lina", "Lina", LATER)
DRAFTED = Notification().drafted(DRAFT)
READY = DRAFTED.corrected(CORRECTED)


def at_correction() -> Case:
    drafted = decided(standing(UNITS, "konsep"), "dikonsep", by="tono", notification=DRAFTED)
    return reached(drafted)


def at_signature() -> Case:
    return reached(decided(at_correction(), "dikoreksi", by="lina", notification=READY))


@pytest.mark.parametrize("outcome", ["dikoreksi", "dikembalikan"])
def test_who_drafted_the_letter_does_not_correct_it(outcome: str) -> None:
    with pytest.raises(NotAllowed, match="oleh orang lain"):
        decided(at_correction(), outcome, by="tono")
    assert decided(at_correction(), outcome, by="lina").transit


@pytest.mark.parametrize("hand", ["tono", "lina"])
def test_who_drafted_or_corrected_the_letter_does_not_sign_it(hand: str) -> None:
    with pytest.raises(NotAllowed, match="oleh orang lain"):
        decided(at_signature(), "ditandatangani", by=hand)
    assert decided(at_signature(), "ditandatangani", by="agus").transit


def test_a_letter_given_back_unsigned_is_corrected_again_by_the_same_person() -> None:
    back = reached(decided(at_signature(), "dikembalikan", by="agus"))
    again = Version("Yth. Bapak Kepala", "lina", "Lina", LATER)
    letter = back.notification.corrected(again)
    signing = reached(decided(back, "dikoreksi", by="lina", notification=letter))
    assert signing.notification.versions == (DRAFT, again)
    assert decided(signing, "ditandatangani", by="agus").transit
    with pytest.raises(NotAllowed):
        decided(signing, "ditandatangani", by="tono")


def test_a_draft_given_back_is_begun_anew_and_corrected_by_the_same_person() -> None:
    back = reached(decided(at_correction(), "dikembalikan", by="lina"))
    anew = back.notification.drafted(Version("Kepada Yth.", "tono", "Tono", LATER))
    case = reached(decided(back, "dikonsep", by="tono", notification=anew))
    assert case.notification.text == "Kepada Yth."
    assert decided(case, "dikoreksi", by="lina").transit


@pytest.mark.parametrize("drafter", ["tono", "rudi"])
def test_whoever_drafted_a_letter_may_not_correct_it_even_if_another_began_anew(
    drafter: str,
) -> None:
    anew = DRAFTED.drafted(Version("Kepada Yth.", "rudi", "Rudi", LATER))
    with pytest.raises(NotAllowed):
        anew.demand_apart(drafter, "drafter")


@pytest.mark.parametrize("corrector", ["lina", "mira"])
def test_whoever_ever_corrected_a_letter_may_not_sign_it(corrector: str) -> None:
    """G15."""
    again = READY.corrected(Version("Yth. Bapak Kepala", "mira", "Mira", LATER))
    with pytest.raises(NotAllowed):
        again.demand_apart(corrector, "writers")


def test_other_steps_know_no_such_bar() -> None:
    signed = READY.signed("agus", "ab" * 32)
    case = reached(decided(at_signature(), "ditandatangani", by="agus", notification=signed))
    archived = signed.archived("B/7/2026", LATER)
    assert decided(case, "diarsipkan", by="tono", notification=archived).transit


def test_the_letter_reads_as_it_was_worded_last() -> None:
    assert [n.text for n in (Notification(), DRAFTED, READY)] == ["", DRAFT.text, CORRECTED.text]


def test_what_was_never_drafted_is_not_corrected() -> None:
    with pytest.raises(NotNow):
        Notification().corrected(CORRECTED)


def test_signing_and_archiving_leave_the_wording_as_it_was() -> None:
    kept = READY.signed("agus", "ab" * 32).archived("B/7/2026", LATER)
    assert kept.versions == READY.versions
    assert (kept.signer, kept.sha256) == ("agus", "ab" * 32)
    assert (kept.number, kept.archived_at) == ("B/7/2026", LATER)


def test_a_new_draft_forgets_a_signature_under_the_old_one() -> None:
    anew = READY.signed("agus", "ab" * 32).drafted(DRAFT)
    assert (anew.signer, anew.sha256, anew.versions) == ("", "", (DRAFT,))
