"""A due time that rests on a holiday which is not decreed yet says so, wherever it is shown."""

from datetime import UTC, datetime

from functions.register.room import secret_of
from tests.desk.browser import Browser, program
from tests.desk.office import SITI, Desk
from tests.desk.people import WULAN, Vendor

LEBARAN = datetime(2040, 10, 8, 2, 0, tzinfo=UTC)
DOUBT = "(perkiraan: tanggal hari libur di sekitarnya belum ditetapkan)"


def status(desk: Desk) -> tuple[str, bool]:
    """The status page, and what programs are told."""
    number = desk.case().id
    command = {"number": number, "secret": secret_of(number)}
    told = program("POST", "/status", command).view
    return Browser().submit("/status", command).body, told["standing"]["estimated"]


def test_over_an_estimated_holiday_a_due_time_is_an_estimate(desk: Desk) -> None:
    desk.now = LEBARAN
    Vendor(desk).apply("daring")
    page, estimated = status(desk)
    assert estimated
    assert DOUBT in page
    mine = desk.link(WULAN, "p")
    for path in (mine, f"{mine}/terkirim"):
        assert DOUBT in Browser().get(path).body, path


def test_over_decreed_days_it_is_none(desk: Desk) -> None:
    Vendor(desk).apply("daring")
    page, estimated = status(desk)
    assert not estimated
    assert "perkiraan" not in page


def test_the_mails_that_name_it_say_so_too(desk: Desk) -> None:
    """The invitation to the task, and the digest when half of its time is over."""
    desk.now = LEBARAN
    Vendor(desk).apply("daring")
    (invited,) = desk.mails(SITI.email, "Tugas menunggu")
    assert DOUBT in invited.text
    desk.now = desk.case().here.look
    desk.sweep()
    assert DOUBT in desk.mails(SITI.email, "batas waktu")[-1].text
