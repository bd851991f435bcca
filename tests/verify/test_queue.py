"""An officer's queue: by a link of the day, of the own office and roles, the earliest due first."""

from dataclasses import replace

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.people import TRADER, WULAN, Vendor, Verifier
from tests.desk.stages import queue_of, reach


@pytest.fixture
def queue(desk: Desk) -> str:
    """Siti's queue, in which one call is to be planned."""
    return queue_of(desk, reach(desk, "scheduling")[1])


def test_the_door_tells_nobody_who_is_an_officer(desk: Desk) -> None:
    """G16."""
    lidia = STAFF["lidia"]
    answers = [
        program("POST", "/petugas", {"email": a}) for a in (SITI.email, "x@y.id", lidia.email)
    ]
    assert answers[0] == answers[1] == answers[2]
    desk.settle()
    assert {m.to for m in desk.world.mail.messages} == {SITI.email, lidia.email}


def test_the_door_sends_one_mail_a_minute(desk: Desk) -> None:
    for _ in range(10):
        program("POST", "/petugas", {"email": SITI.email.upper()})
    desk.settle()
    assert len(desk.mails(SITI.email)) == 1


def test_an_officer_who_left_gets_no_link(desk: Desk) -> None:
    desk.world.staff.appoint(replace(SITI, active=False))
    program("POST", "/petugas", {"email": SITI.email})
    desk.settle()
    assert desk.mails(SITI.email) == []


def test_the_queue_shows_what_waits_and_no_more(desk: Desk, queue: str) -> None:
    view = program("GET", queue).view
    assert [(line["number"], line["step"]) for line in view["lines"]] == [
        (desk.case().id, "Penjadwalan panggilan video")
    ]
    assert WULAN not in Browser().get(queue).body


def test_what_is_late_says_so_in_words(desk: Desk, queue: str) -> None:
    assert "Masih ada waktu" in Browser().get(queue).body
    desk.later(hours=1)
    assert "Terlambat" in Browser().get(queue).body


def test_the_earliest_due_is_above_and_what_has_no_time_is_below(desk: Desk, queue: str) -> None:
    desk.later(minutes=1)
    Vendor(desk, "dua@maju.co.id", TRADER).apply("tatap-muka")
    Vendor(desk, "tiga@maju.co.id", TRADER).apply("tatap-muka")
    dues = [line["due"] for line in program("GET", queue).view["lines"]]
    assert dues[0] is not None
    assert dues[1:] == [None, None]


def test_an_applicants_turn_is_in_no_queue(desk: Desk) -> None:
    _, siti = reach(desk, "mending")
    assert program("GET", queue_of(desk, siti)).view["lines"] == []


def test_a_task_opens_by_a_mail_to_the_officer_alone(desk: Desk, queue: str) -> None:
    number, before = desk.case().id, len(desk.mails(BUDI.email))
    answer = Browser().submit(f"{queue}/tugas/{number}", {})
    assert "Terkirim" in answer.body
    assert "/t/" not in answer.body
    desk.settle()
    assert Browser().get(desk.link(SITI.email, "t")).status == 200
    assert len(desk.mails(BUDI.email)) == before


@pytest.mark.parametrize("number", ["BTG-2222-2222", "x", "..", "%00"])
def test_a_task_that_is_not_in_the_queue_is_not_found(desk: Desk, queue: str, number: str) -> None:
    """G16."""
    before = desk.state()
    assert program("POST", f"{queue}/tugas/{number}", {}).status == 404
    assert program("GET", f"{queue}/tugas/{number}").status == 404
    assert desk.state() == before


def test_the_link_lasts_twelve_hours_and_as_long_as_the_officer(desk: Desk, queue: str) -> None:
    """G4."""
    desk.later(hours=12, seconds=1)
    assert Browser().get(queue).status == 410
    fresh = queue_of(desk, Verifier(desk))
    desk.world.staff.appoint(replace(SITI, active=False))
    assert Browser().get(fresh).status == 403


def test_an_officer_without_the_role_sees_nothing(desk: Desk, queue: str) -> None:
    desk.world.staff.appoint(replace(SITI, roles=("arsiparis",)))
    assert program("GET", queue).view["lines"] == []
    assert program("POST", f"{queue}/tugas/{desk.case().id}", {}).status == 404
