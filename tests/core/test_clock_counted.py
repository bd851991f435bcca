"""The office's clock says what counting one minute after the other gives, whatever the office."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.core.clock import Span
from tests.core.counted import Counted, minutes, offices

often = settings(max_examples=100, deadline=None)
UNITS = st.sampled_from(["menit", "jam", "hari kerja", "hari", "x24 jam"])


@often
@given(office=offices(), start=minutes(), data=st.data())
def test_minutes_and_hours_run_out_with_the_last_open_minute(
    office: Counted, start: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, min(3000, sum(office.tape[start:]))))
    due = office.calendar.due(office.at(start), Span(count, "menit"))
    assert due == office.after(start, count)
    if hours := count // 60:
        due = office.calendar.due(office.at(start), Span(hours, "jam"))
        assert due == office.after(start, 60 * hours)


@often
@given(office=offices(), start=minutes(), data=st.data())
def test_working_days_run_out_with_the_last_of_so_many_days_that_have_an_open_minute(
    office: Counted, start: int, data: st.DataObject
) -> None:
    ends = [end for day in range(start // 1440 + 1, 122) if (end := office.end_of_day(day))]
    count = data.draw(st.integers(1, min(12, len(ends))))
    due = office.calendar.due(office.at(start), Span(count, "hari kerja"))
    assert due == office.at(ends[count - 1])


@often
@given(office=offices(), start=minutes(), days=st.integers(1, 90))
def test_days_by_the_clock_know_no_office(office: Counted, start: int, days: int) -> None:
    for unit in ("hari", "x24 jam"):
        due = office.calendar.due(office.at(start), Span(days, unit))
        assert due == office.at(start + 1440 * days)


@often
@given(office=offices(), ends=st.tuples(minutes(), minutes()))
def test_worked_is_the_number_of_open_minutes_between(
    office: Counted, ends: tuple[int, int]
) -> None:
    since, until = sorted(ends)
    worked = office.calendar.worked(office.at(since), office.at(until))
    assert worked == timedelta(minutes=sum(office.tape[since:until]))


@often
@given(office=offices(), start=minutes(20), count=st.integers(1, 5), unit=UNITS,
       halt=st.tuples(minutes(40), minutes(40)))  # fmt: skip
def test_what_stood_still_is_due_as_many_open_minutes_later(
    office: Counted, start: int, count: int, unit: str, halt: tuple[int, int]
) -> None:
    span, (since, until) = Span(count, unit), sorted(halt)
    due = office.calendar.due(office.at(start), span)
    begin = (due - office.at(0)) // timedelta(minutes=1)
    still = sum(office.tape[since:until])
    later = office.calendar.later(due, span, office.at(since), office.at(until))
    if span.always_runs:
        assert later == office.at(begin + until - since)
    elif still <= sum(office.tape[begin:]):
        assert later == office.after(begin, still)


@often
@given(office=offices(), starts=st.tuples(minutes(60), minutes(60)),
       count=st.integers(1, 5), unit=UNITS)  # fmt: skip
def test_whoever_begins_later_is_never_due_earlier_nor_before_beginning(
    office: Counted, starts: tuple[int, int], count: int, unit: str
) -> None:
    first, second = sorted(starts)
    dues = [office.calendar.due(office.at(s), Span(count, unit)) for s in (first, second)]
    assert dues == sorted(dues)
    assert office.at(second) < dues[1]


@often
@given(office=offices(), ends=st.tuples(minutes(), minutes()))
def test_before_and_after_halfway_as_many_open_minutes_pass(
    office: Counted, ends: tuple[int, int]
) -> None:
    since, due = (office.at(minute) for minute in sorted(ends))
    halfway = office.calendar.halfway(since, due)
    worked = office.calendar.worked
    assert since <= halfway <= due
    assert worked(since, halfway) == worked(halfway, due)
    if not worked(since, due):
        assert halfway - since == due - halfway


@often
@given(office=offices(), minute=minutes())
def test_a_day_closes_with_its_last_open_minute_or_else_with_the_day(
    office: Counted, minute: int
) -> None:
    day = minute // 1440
    end = office.end_of_day(day) or 0
    closing = office.calendar.closing(office.at(minute))
    assert closing == office.at(end if minute < end else 1440 * (day + 1))
