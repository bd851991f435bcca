"""A complaint after it came in: its clock, what is said, objected to, and asked anew."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from functions.core.case import Case
from functions.core.complaint import FULL, LARGEST, MOST, ONCE, OVER, Said
from functions.core.errors import Decided, NotAllowed, NotNow
from functions.core.facts import Actor, Hand
from functions.core.history import first_break
from functions.offices import all_offices
from functions.sops import hearing

OFFICE = all_offices()["batang"]
SOP = hearing("batang")
MONDAY = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # 09:00 in Batang
NUMBER = "BTG-2222-2222"
CITIZEN = Actor(SOP.applicant, SOP.applicant)
YUNI = Actor("yuni", "pejabat-pengaduan")
BOSS = Actor("wahyu", "pimpinan")
WORDS = Said(MONDAY, "", "Pelapor", "Apakah sudah ada kabar?")
ANSWER = Said(MONDAY, "yuni", "Yuni Astuti", "Antrean sudah diperbaiki.", "dijawab")


def came(case: Case, step: str, at: datetime = MONDAY) -> Case:
    due = OFFICE.due(SOP, SOP.step(step), case, at)
    return case.begin(SOP.step(step), case.execution, "token", [], due, None, at)


def lodged() -> Case:
    case = Case.opened(NUMBER, SOP, "rini@warga.test", MONDAY, None, channel="web")
    return came(case, "telaah")


def graded(grade: str) -> Case:
    triaged = lodged().decide(SOP, YUNI, "ditangani", MONDAY + timedelta(hours=1), grade=grade)
    return came(triaged, "tangani", MONDAY + timedelta(hours=1))


def answered() -> Case:
    case = graded("normatif")
    said = case.said(ANSWER)
    done = case.decide(SOP, YUNI, "dijawab", MONDAY, messages=said, handler="tangani")
    return came(done, "tanggapan")


def ended() -> Case:
    done = answered().decide(SOP, CITIZEN, "puas", MONDAY)
    return done.close(SOP, "selesai", NUMBER, MONDAY)


@pytest.mark.parametrize(
    ("grade", "due"),
    [
        ("ringan", datetime(2026, 3, 9, 12, 0)),
        ("normatif", datetime(2026, 3, 16, 16, 0)),
        ("sedang", datetime(2026, 3, 23, 9, 0)),
        ("berat", datetime(2026, 5, 8, 9, 0)),
    ],
)
def test_the_grade_times_the_answer_from_when_it_came_in(grade: str, due: datetime) -> None:
    here = graded(grade).here
    assert here is not None
    assert here.due == due.replace(tzinfo=OFFICE.calendar.zone)


def test_triage_has_the_time_of_the_lightest_grade() -> None:
    here = lodged().here
    assert here is not None
    assert here.due == MONDAY + timedelta(hours=3)


def test_only_those_at_the_desk_may_triage() -> None:
    with pytest.raises(NotAllowed):
        lodged().decide(SOP, CITIZEN, "ditangani", MONDAY)
    with pytest.raises(NotAllowed):
        lodged().decide(SOP, Actor("siti", "verifikator"), "ditangani", MONDAY)


def test_both_sides_write_and_history_keeps_no_word() -> None:
    case = lodged().say(WORDS, CITIZEN, MONDAY).say(replace(WORDS, by="yuni"), YUNI, MONDAY)
    assert [m.by for m in case.messages] == ["", "yuni"]
    assert [e.kind for e in case.news.events][-2:] == ["said", "said"]
    assert "kabar" not in repr(case.news.events)
    receipt, message = case.news.letters
    assert (receipt.name, message.name, message.reader) == ("aduan-diterima", "pesan", "applicant")


def test_a_message_reaches_the_officer_who_took_it_up() -> None:
    case = lodged().take(Hand("yuni", "Yuni Astuti"), MONDAY).say(WORDS, CITIZEN, MONDAY)
    message = case.news.letters[-1]
    assert (message.name, message.reader, message.to) == ("pesan", "officer", "yuni")


def test_a_talk_has_an_end() -> None:
    full = replace(lodged(), messages=(WORDS,) * MOST)
    with pytest.raises(NotNow, match=FULL.split(".", maxsplit=1)[0]):
        full.say(WORDS, CITIZEN, MONDAY)
    long = replace(lodged(), messages=(replace(WORDS, text="é" * 49_990),))
    with pytest.raises(NotNow, match=FULL.split(".", maxsplit=1)[0]):
        long.say(WORDS, CITIZEN, MONDAY)


def test_a_talk_that_is_full_keeps_no_decision_from_its_words() -> None:
    full = replace(lodged(), messages=(WORDS,) * MOST)
    assert full.said(ANSWER)[-1] == ANSWER


def test_the_words_of_decisions_take_no_room_from_the_talk() -> None:
    long = replace(ANSWER, text="x" * LARGEST)
    assert replace(lodged(), messages=(long,) * MOST).said(WORDS)[-1] == WORDS


def test_the_answer_is_told() -> None:
    assert "jawaban" in [letter.name for letter in answered().news.letters]


def test_an_objection_goes_to_the_head_once() -> None:
    objected = answered().decide(SOP, CITIZEN, "keberatan", MONDAY, objected=True)
    there = came(objected, "keberatan")
    decided = there.decide(SOP, BOSS, "diputus", MONDAY)
    assert decided.transit is not None
    assert decided.transit.target == "selesai"
    assert "putusan" in [letter.name for letter in decided.news.letters]
    with pytest.raises(Decided):
        decided.demand_objectable()


def test_silence_after_the_answer_is_consent() -> None:
    assert SOP.step("tanggapan").kinds.lapses == "selesai"


def test_the_end_is_told_in_words_of_its_own() -> None:
    assert ended().news.letters[-1].name == "aduan-selesai"


def test_it_is_asked_anew_where_it_was_answered_by_another_execution() -> None:
    case, later = ended(), MONDAY + timedelta(days=3)
    anew = case.reopen(SOP, MONDAY + timedelta(days=30), later)
    assert anew.closed is None
    assert anew.transit is not None
    assert anew.transit.target == "tangani"
    assert anew.execution not in {case.execution, ""}
    again = came(anew, "tangani", later)
    assert again.here is not None
    assert again.here.due == OFFICE.calendar.due(later, OFFICE.complaints.grades[1].within)
    events = again.news.events
    assert first_break(NUMBER, events, len(events), again.head) is None


def test_it_is_asked_anew_once_soon_and_only_if_it_was_answered() -> None:
    case, until = ended(), MONDAY + timedelta(days=30)
    with pytest.raises(NotNow, match=OVER.split(".", maxsplit=1)[0]):
        case.reopen(SOP, until, until + timedelta(seconds=1))
    twice = replace(case, reopened=MONDAY)
    with pytest.raises(NotNow, match=ONCE.split(".", maxsplit=1)[0]):
        twice.reopen(SOP, until, MONDAY)
    with pytest.raises(NotNow):
        replace(case, handler="").reopen(SOP, until, MONDAY)
    with pytest.raises(NotNow):
        answered().reopen(SOP, until, MONDAY)
