"""What a person rests an application on must not have run out: not as it is told, nor as it is
sent."""

from datetime import date

import pytest

from functions.core.answers import read_one
from functions.core.completeness import kept_answers
from functions.core.errors import Invalid
from functions.core.facts import Actor
from functions.core.form import FormField
from tests.core.stories import MONDAY, USERS, standing

USERS_OWN = Actor("pemohon", "pemohon")
TODAY = date(2026, 3, 9)
OVER = "Masa berlakunya sudah habis."
ENDS = FormField(id="sk-berlaku", label="SK berlaku sampai", type="expiry")


@pytest.mark.parametrize("typed", ["2026-03-09", "2026-03-10", "2099-12-31"])
def test_what_ends_today_or_later_is_still_valid(typed: str) -> None:
    assert read_one(ENDS, typed, TODAY) == typed


@pytest.mark.parametrize("typed", ["2026-03-08", "2025-12-31", "0001-01-01"])
def test_what_ended_yesterday_or_before_is_over(typed: str) -> None:
    with pytest.raises(ValueError, match=OVER):
        read_one(ENDS, typed, TODAY)


def test_a_date_of_something_that_happened_may_lie_behind() -> None:
    happened = FormField(id="tanggal-surat", label="Tanggal surat", type="date")
    assert read_one(happened, "2025-12-31", TODAY) == "2025-12-31"


def test_what_ran_out_since_it_was_told_is_found_as_the_application_is_sent() -> None:
    case = standing(USERS, "permohonan").save_answers(
        USERS_OWN, "sk", {"nomor-sk": "7/2025", "sk-berlaku": "2026-03-08"}, MONDAY
    )
    with pytest.raises(Invalid) as caught:
        kept_answers(case, USERS, TODAY)
    assert caught.value.problems["sk-berlaku"] == OVER
    with pytest.raises(Invalid) as caught:
        kept_answers(case, USERS, date(2026, 3, 8))
    assert "sk-berlaku" not in caught.value.problems
