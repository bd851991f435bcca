"""Another time for the call: booked the same way, or asked for in words; the old one is free."""

from datetime import UTC, datetime

from tests.desk.booking import THURSDAY, WEDNESDAY, book, times
from tests.desk.browser import program
from tests.desk.office import MONDAY, Desk
from tests.desk.people import WULAN, Vendor, Verifier


def test_another_time_that_the_office_proposes_sets_the_first_one_free(
    desk: Desk, both: tuple[Vendor, Verifier], rival: Vendor
) -> None:
    vendor, siti = both
    book(vendor)
    assert THURSDAY not in times(rival, THURSDAY)
    task = f"{siti.seat}/tugas/{vendor.number}.2"
    told = {"date": "2026-03-11", "time": "13:30", "url": "https://rapat.test/1"}
    assert program("POST", f"{task}/jadwal", told).status == 200
    assert THURSDAY in times(rival, THURSDAY)
    assert WEDNESDAY not in times(rival, WEDNESDAY)


def test_another_time_is_booked_the_same_way_and_the_old_one_is_free(
    desk: Desk, both: tuple[Vendor, Verifier], rival: Vendor
) -> None:
    vendor, siti = both
    number = vendor.number
    task = f"{siti.seat}/tugas/{number}.2"
    program(
        "POST", f"{task}/jadwal", {"date": "2026-03-12", "time": "10:00", "url": "https://a.test"}
    )
    desk.settle()
    assert book(vendor, WEDNESDAY, "/jadwal-ulang").status == 303
    case = desk.world.cases.get(number)
    assert (case.here.id, case.meeting) == ("jadwal", None)
    assert case.wished == datetime(2026, 3, 11, 6, 30, tzinfo=UTC)
    assert case.consented == MONDAY
    assert THURSDAY in times(rival, THURSDAY)
    assert WEDNESDAY not in times(rival, WEDNESDAY)


def test_a_time_and_words_are_both_told_to_the_officer(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule()
    book(vendor, WEDNESDAY, "/jadwal-ulang", wish="Lebih baik siang.")
    page = siti.browser.get(siti.task).body
    assert "Lebih baik siang." in page
    assert "Rabu, 11 Maret 2026 pukul 13.30 WIB" in page


def test_another_time_needs_consent_only_where_one_is_chosen(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule()
    before = desk.state()
    answer = book(vendor, WEDNESDAY, "/jadwal-ulang", consent="")
    assert "Beri tanda bahwa Anda setuju" in answer.error("consent")
    assert desk.state() == before
    assert vendor.do("/jadwal-ulang", {"wish": "Jumat pagi"}).status == 303
    assert desk.case().consented is None


def test_a_call_that_is_called_off_is_told_with_what_comes_next(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule()
    book(vendor, WEDNESDAY, "/jadwal-ulang")
    (mail,) = desk.mails(WULAN, "tidak jadi")
    assert "Kamis, 12 Maret 2026 pukul 10.00 WIB tidak jadi" in mail.text
    assert "Waktu yang Anda pilih: Rabu, 11 Maret 2026 pukul 13.30 WIB" in mail.text
    siti.schedule("2026-03-11", "13:30")
    anew = desk.mails(WULAN, "Jadwal panggilan video")[-1]
    assert "menggantikan jadwal Kamis, 12 Maret 2026 pukul 10.00 WIB" in anew.text
