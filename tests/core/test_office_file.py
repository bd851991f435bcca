"""An office file that contradicts itself is refused, with the reason."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import ValidationError

from functions.core.kinds import OBJECTED
from functions.core.lodging import CHANNELS, WEB
from functions.core.office import Channel, Office
from functions.offices import all_offices
from functions.sops import hearing

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
        ({"channels": [{"kind": "fax", "label": "x", "address": "y"}]}, "channels.0.kind"),
        ({"channels": [{"kind": "web", "label": "x", "address": "y", "href": "javascript:x"}]},
         "channels.0.href"),
    ],
    ids=["a season from after its end", "two seasons on a day", "a season within another",
         "a season without hours", "no hours", "backwards", "stretches that overlap", "no hour",
         "a day both closed and open", "a channel of no kind", "a link that is none"],
)  # fmt: skip
def test_a_contradiction_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Office.model_validate(PLAIN | changes)


def test_seasons_may_follow_one_another_and_last_a_day() -> None:
    seasons = [ramadan(16, 20), ramadan(8, 14), ramadan(15, 15)]
    assert len(Office.model_validate(PLAIN | {"seasons": seasons}).seasons) == 3


def test_an_offices_channels_are_of_the_kinds_that_a_complaint_may_come_by() -> None:
    kinds = get_args(get_type_hints(Channel)["kind"])
    assert set(kinds) == set(CHANNELS)


def test_lokets_own_form_stands_before_an_offices_channels() -> None:
    office = Office.model_validate(PLAIN)
    form, *others = office.reached_by
    assert (form.kind, form.href) == (WEB, f"/pengaduan/{office.id}")
    assert tuple(others) == office.channels


@pytest.mark.parametrize("office", all_offices().values(), ids=lambda office: office.id)
def test_no_office_promises_longer_to_object_than_the_machine_waits(office: Office) -> None:
    steps = [step for step in hearing(office.id).steps if OBJECTED in step.next]
    assert steps
    for step in steps:
        assert office.complaints.objection.calendar <= step.expires.calendar
