"""An office file that contradicts itself is refused, with the reason."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from functions.core.office import Office

FILE = Path(__file__).parents[1] / "fifth" / "kelima.toml"
PLAIN = tomllib.loads(FILE.read_text("utf-8"))


def ramadan(since: int, until: int, name: str = "Ramadan") -> dict[str, Any]:
    first, last = date(2027, 2, since), date(2027, 2, until)
    return {"name": name, "from": first, "until": last, "hours": {"senin": "08:00-15:00"}}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"seasons": [ramadan(9, 8)]}, r"seasons\.0\n.*'Ramadan' ends before it begins"),
        ({"seasons": [ramadan(8, 15), ramadan(15, 20, "Puasa")]}, "'Ramadan' and 'Puasa' overlap"),
        ({"seasons": [ramadan(12, 14), ramadan(1, 28, "Puasa")]}, "'Puasa' and 'Ramadan' overlap"),
        ({"seasons": [ramadan(8, 9) | {"hours": {}}]}, "hours\n.*at least 1 item"),
        ({"hours": {}}, "hours\n.*at least 1 item"),
        ({"hours": {"senin": "13:00-12:00"}}, "'13:00-12:00': each time must be later"),
        ({"hours": {"senin": "08:00-12:00, 11:00-15:00"}}, "each time must be later"),
        ({"hours": {"senin": "08:00-25:00"}}, "hour must be in 0..23"),
        ({"closed": [date(2027, 4, 13), date(2027, 4, 12)], "open": [date(2027, 4, 12)]},
         "2027-04-12 is both closed and open"),
    ],
    ids=["a season from after its end", "two seasons on a day", "a season within another",
         "a season without hours", "no hours", "backwards", "stretches that overlap", "no hour",
         "a day both closed and open"],
)  # fmt: skip
def test_a_contradiction_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Office.model_validate(PLAIN | changes)


def test_seasons_may_follow_one_another_and_last_a_day() -> None:
    seasons = [ramadan(16, 20), ramadan(8, 14), ramadan(15, 15)]
    assert len(Office.model_validate(PLAIN | {"seasons": seasons}).seasons) == 3
