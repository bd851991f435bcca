"""An applicant chooses the time of the video call; the office's times are given out once each."""

from datetime import datetime, timedelta

import pytest

from functions.core.booking import slot_of
from functions.offices import all_offices
from tests.desk.booking import TEN, THURSDAY, WEDNESDAY, book, held, holders, times
from tests.desk.browser import Answer, program
from tests.desk.office import MONDAY, Desk
from tests.desk.people import WULAN, Vendor, Verifier
from tests.desk.stages import reach


def _beaten(desk: Desk, slow: Vendor, quick: Vendor, slot: str) -> Answer:
    """The slower one's answer, when the other is served in between."""
    with desk.before_save(lambda: book(quick, slot)):
        return book(slow, slot)


def test_days_come_first_and_then_the_times_of_one(both: tuple[Vendor, Verifier]) -> None:
    vendor = both[0]
    offer = vendor.look("/jadwal")["offer"]
    days = ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-17"]
    assert [day["value"] for day in offer["days"]] == days
    assert offer["day"] == days[0]
    assert offer["times"][0] == {"value": "2026-03-10T10:00", "label": "10.00 WIB"}
    assert times(vendor, THURSDAY)[-1] == "2026-03-12T13:30"
    assert "Kamis, 12 Maret 2026" in vendor.browser.get(f"{vendor.link}/jadwal").body


@pytest.mark.parametrize("day", ["2026-03-13", "kemarin", "%00", ""])
def test_a_day_without_calls_shows_the_first_that_has_some(
    both: tuple[Vendor, Verifier], day: str
) -> None:
    assert both[0].look(f"/jadwal?hari={day}")["offer"]["day"] == "2026-03-10"


def test_a_chosen_time_is_held_with_the_consent_that_it_needs(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor = both[0]
    assert book(vendor).status == 303
    case = desk.case()
    assert (case.wished, case.consented) == (TEN, MONDAY)
    assert holders(desk, THURSDAY) == (case.id,)
    assert [e.by for e in desk.history("consented")] == ["pelaku-usaha"]
    assert [e.detail["starts"] for e in desk.history("wished")] == [TEN.isoformat()]
    assert "Kamis, 12 Maret 2026 pukul 10.00 WIB" in vendor.browser.get(vendor.link).body


def test_without_consent_nothing_is_booked(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    before = desk.state()
    answer = book(both[0], consent="")
    assert answer.status == 422
    assert "Beri tanda bahwa Anda setuju" in answer.error("consent")
    assert desk.state() == before


def test_consent_is_asked_once(both: tuple[Vendor, Verifier]) -> None:
    vendor = both[0]
    book(vendor)
    assert not vendor.look("/jadwal")["asks"]
    assert vendor.do("/jadwal", {"slot": WEDNESDAY}).status == 303


@pytest.mark.parametrize(
    "slot",
    ["", "besok", "2026-03-12T10:15", "2026-03-12T12:00", "2026-03-09T10:00", "2026-03-05T10:00",
     "2026-03-18T10:00", "2026-03-31T10:00", "2026-03-12T10:00:00+07:00"],
)  # fmt: skip
def test_a_time_that_is_not_offered_is_refused_beside_its_field(
    desk: Desk, both: tuple[Vendor, Verifier], slot: str
) -> None:
    before = desk.state()
    answer = book(both[0], slot)
    assert answer.status == 422
    assert "Pilih salah satu waktu" in answer.error("slot")
    assert desk.state() == before


def test_one_button_confirms_what_the_applicant_chose(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    book(vendor)
    form = siti.browser.form(siti.task)
    assert siti.browser.send(form, {}).status == 303
    desk.settle()
    case = desk.case()
    assert (case.meeting.starts, case.wished) == (TEN, None)
    assert case.meeting.url == all_offices()["batang"].slots.calls.url
    assert holders(desk, THURSDAY) == (case.id,)
    assert "Kamis, 12 Maret 2026" in desk.mails(WULAN, "Jadwal panggilan video")[0].text


def test_a_choice_that_is_over_is_not_proposed(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    vendor, siti = both
    book(vendor)
    desk.now = TEN + timedelta(minutes=1)
    assert siti.look()["wished"] is None
    assert siti.look()["date"] == ""
    assert vendor.look()["wished"] is None


def test_a_time_that_another_has_is_neither_offered_nor_given(
    desk: Desk, both: tuple[Vendor, Verifier], rival: Vendor
) -> None:
    vendor = both[0]
    book(rival)
    assert THURSDAY not in times(vendor, THURSDAY)
    before = desk.state()
    answer = book(vendor)
    assert answer.status == 422
    assert "baru saja diambil" in answer.error("slot") + answer.body
    assert desk.state() == before


def test_a_day_that_is_full_says_so(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    vendor = both[0]
    for time in times(vendor, THURSDAY):
        starts = datetime.fromisoformat(f"{time}:00+07:00")
        claim = slot_of("batang", starts)
        desk.world.cases.claims[claim.kind, claim.fingerprint, "only"] = "BTG-XXXX-XXXX"
    page = vendor.browser.get(f"{vendor.link}/jadwal?hari=2026-03-12").body
    assert "Semua waktu pada Kamis, 12 Maret 2026 sudah diambil" in page


def test_of_two_who_choose_one_time_at_once_one_gets_it(
    desk: Desk, both: tuple[Vendor, Verifier], rival: Vendor
) -> None:
    """G3: twenty times, whoever is faster by a hair."""
    vendor = both[0]
    days = vendor.look("/jadwal")["offer"]["days"]
    every = [t for day in days for t in times(vendor, day["value"])][:20]
    assert len(every) == 20
    for n, slot in enumerate(every):
        quick, slow = (vendor, rival) if n % 2 else (rival, vendor)
        answer = _beaten(desk, slow, quick, slot)
        assert answer.status == 422
        assert "baru saja diambil" in answer.body
        assert holders(desk, slot) == (quick.number,)
    assert len(held(desk)) == 2


def test_who_came_too_late_chooses_again_from_what_is_left(
    desk: Desk, both: tuple[Vendor, Verifier], rival: Vendor
) -> None:
    vendor = both[0]
    refused = _beaten(desk, vendor, rival, THURSDAY)
    assert f'value="{THURSDAY}"' not in refused.body
    assert book(vendor, WEDNESDAY).status == 303


def test_an_office_that_offers_no_times_lets_nobody_choose(
    both: tuple[Vendor, Verifier], monkeypatch: pytest.MonkeyPatch
) -> None:
    offices = all_offices()
    monkeypatch.setitem(offices, "batang", offices["batang"].model_copy(update={"calls": None}))
    vendor, siti = both
    assert not vendor.look()["bookable"]
    assert "Pilih waktu panggilan" not in vendor.browser.get(vendor.link).body
    assert "Belum ada waktu" in vendor.browser.get(f"{vendor.link}/jadwal").body
    assert siti.schedule().status == 303


@pytest.mark.parametrize("stage", ["registered", "checking", "mending", "following", "closed"])
def test_a_time_is_chosen_only_while_the_call_is_planned(desk: Desk, stage: str) -> None:
    vendor, _ = reach(desk, stage)
    before = desk.state()
    assert program("GET", f"{vendor.link}/jadwal").status == 409
    told = {"slot": THURSDAY, "consent": "ya"}
    assert program("POST", f"{vendor.link}/jadwal", told).status == 409
    assert desk.state() == before
