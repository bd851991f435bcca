"""When officers hear of what they have, and who hears of it after them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.attention import wake_at
from functions.core.case import Case
from functions.core.facts import Actor, Hand, OpenStep
from functions.core.officer import Cover, Officer
from functions.core.sop import HEAD
from functions.core.watch import MOMENT, PROMPT, Alert, alert, chain, first_look
from functions.offices import all_offices
from tests.core.stories import MONDAY, USERS, due, standing, wib
from tests.core.story import SOP as MINUTES

CALENDAR = all_offices()["babel"].calendar
MINUTE = timedelta(minutes=1)
CHIEF = Actor("rina", "kepala-biro")


def officer(id: str, role: str) -> Officer:
    return Officer(id, "babel", id.title(), f"{id}@babel.test", (role,))


AGUS, BENI = officer("agus", "admin-lpse"), officer("beni", "admin-lpse")
CITRA, DEDI = officer("citra", "kepala-subbag"), officer("dedi", "kepala-bagian")
RINA, WAHYU = officer("rina", "kepala-biro"), officer("wahyu", HEAD)
STAFF = (AGUS, BENI, CITRA, DEDI, RINA, WAHYU)


def waiting(**other: object) -> OpenStep:
    """At the admins' since Monday 9:00, due on Tuesday 9:00."""
    here = standing(USERS, "akun").here
    assert here
    return replace(here, **other)  # type: ignore[arg-type]


def told(here: OpenStep, at: datetime, staff: Sequence[Officer] = STAFF) -> Alert:
    return alert(CALENDAR, USERS, here, staff, at)


def swept(case: Case, staff: Sequence[Officer] = STAFF) -> tuple[Case, str]:
    """Looked at a minute after its time; and who was told when, such as "agus beni 10 09:01"."""
    look = wake_at(case, USERS)
    assert look and case.here  # noqa: PT018
    at = look + MINUTE
    news = told(case.here, at, staff)
    return case.alert(news.readers, news.look, at), f"{' '.join(news.readers)} {at:%d %H:%M}"


def heard(case: Case, staff: Sequence[Officer] = STAFF) -> list[str]:
    """All alerts, if nobody ever decides."""
    said = []
    while wake_at(case, USERS):
        case, line = swept(case, staff)
        said.append(line)
    return said


def test_a_step_is_first_looked_at_when_half_its_office_time_is_worked() -> None:
    assert due(standing(USERS, "akun")) == wib("03-10T09:00")
    assert wake_at(standing(USERS, "akun"), USERS) == wib("03-09T13:45")


def test_a_step_without_a_time_is_looked_at_when_an_applicants_would_expire() -> None:
    step = USERS.step("akun")
    assert first_look(CALENDAR, step, MONDAY, None) == MONDAY + step.expires.calendar


def test_lateness_climbs_as_the_paper_says_and_to_the_offices_head_last() -> None:
    above = ("kepala-subbag", "kepala-bagian", "kepala-biro", HEAD)
    assert chain(USERS, "admin-lpse") == above
    assert chain(USERS, "kepala-biro") == (HEAD,)
    assert chain(USERS, HEAD) == ()


def test_where_the_paper_names_nobody_above_it_is_the_offices_head() -> None:
    assert chain(MINUTES, "verifikator") == (HEAD,)


def test_lateness_goes_from_desk_to_desk_until_the_head_has_heard() -> None:
    """Half time, end, ten minutes later, then at the close of each next working day."""
    assert heard(standing(USERS, "akun")) == [
        "agus beni 09 13:46",
        "agus beni 10 09:01",
        "citra 10 09:12",
        "dedi 11 16:01",
        "rina 12 16:01",
        "wahyu 13 16:31",
    ]


def test_where_nobody_acts_the_next_above_hears_in_their_place() -> None:
    there = (AGUS, DEDI, WAHYU)
    assert heard(standing(USERS, "akun"), there)[2:] == ["dedi 10 09:12", "wahyu 11 16:01"]


def test_whoever_acts_in_anothers_stead_hears_of_it() -> None:
    stead = Cover("kepala-subbag", "Plh.", wib("03-10T00:00").date(), wib("03-20T00:00").date())
    staff = (AGUS, replace(CITRA, lent=(stead,)), replace(DEDI, covers=(stead,)), WAHYU)
    late = waiting(late=1)
    assert told(late, wib("03-10T09:12"), staff).readers == ("dedi",)


@pytest.mark.parametrize("at", [wib("03-09T13:45"), wib("03-10T09:01")], ids=["half", "end"])
def test_whoever_took_the_task_up_hears_alone(at: datetime) -> None:
    taken = waiting(hand=Hand("beni", "Beni"))
    assert told(taken, at).readers == ("beni",)


def test_where_whoever_took_it_up_is_away_all_who_may_hear() -> None:
    taken = waiting(hand=Hand("beni", "Beni"))
    staff = (AGUS, replace(BENI, active=False), officer("cici", "admin-lpse"), CITRA)
    assert told(taken, wib("03-09T13:45"), staff).readers == ("agus", "cici")


def test_at_half_of_the_time_its_end_is_looked_at_next() -> None:
    assert told(waiting(), wib("03-09T13:45")) == Alert(
        ("agus", "beni"), wib("03-10T09:00") + MOMENT
    )


def test_at_its_end_the_holder_has_ten_minutes_before_anybody_above_hears() -> None:
    at = wib("03-10T09:01")
    assert told(waiting(), at) == Alert(("agus", "beni"), at + PROMPT)


def test_the_last_who_hears_is_the_last_alert() -> None:
    assert told(waiting(late=4), wib("03-13T16:01")) == Alert(("wahyu",), None)


def test_where_nobody_has_the_role_those_above_hear_at_once() -> None:
    assert told(waiting(), wib("03-09T13:45"), (CITRA, WAHYU)).readers == ("citra",)


def test_in_an_office_without_staff_nobody_is_named() -> None:
    assert told(waiting(), wib("03-10T09:01"), ()).readers == ()


def test_where_there_is_nobody_above_the_holder_hears_once_more_and_no_more() -> None:
    assert told(waiting(late=1), wib("03-10T09:12"), (AGUS,)) == Alert(("agus",), None)


def test_where_nobody_has_the_role_its_time_goes_on_to_be_looked_after() -> None:
    """G14: those above hear of it at its end as well, and the deviation is recorded."""
    look = wib("03-10T09:00") + MOMENT
    assert told(waiting(), wib("03-09T13:45"), (CITRA, WAHYU)) == Alert(("citra",), look)


def test_what_has_no_time_is_told_to_whoever_has_it_and_to_the_next_above() -> None:
    assert told(waiting(due=None), wib("04-08T09:00")) == Alert(("agus", "beni", "citra"), None)


def test_a_clock_that_stands_still_is_reminded_of_every_day() -> None:
    case = standing(USERS, "akun").pause(CHIEF, "listrik", "Padam.", wib("03-09T10:00"))
    said = []
    for _ in range(3):
        case, line = swept(case)
        said.append(line)
    assert said == [f"agus beni citra {day} 10:01" for day in (10, 11, 12)]


def test_a_clock_that_goes_on_is_looked_at_when_it_was_told() -> None:
    still = standing(USERS, "akun").pause(CHIEF, "listrik", "Padam.", wib("03-09T10:00"))
    reminded, _ = swept(still)
    going = reminded.resume(CHIEF, wib("03-11T10:00"), wib("03-11T08:00"), wib("03-10T11:00"))
    assert wake_at(going, USERS) == wib("03-11T08:00")


@given(
    staff=st.lists(st.sampled_from(STAFF), unique=True),
    late=st.integers(0, 9),
    minutes=st.integers(0, 10_000),
)
def test_whoever_serves_only_officers_of_the_office_hear_and_each_once(
    staff: list[Officer], late: int, minutes: int
) -> None:
    readers = told(waiting(late=late), MONDAY + minutes * MINUTE, staff).readers
    assert len(readers) == len(set(readers))
    assert {*readers} <= {one.id for one in staff}
