"""What is left of a case that was destroyed: its number, its times, its end, its history (G11)."""

from datetime import timedelta

import pytest

from functions.core.case import Case
from functions.core.history import first_break
from functions.sops import sop_of
from functions.web.chronology import KINDS
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.people import WULAN
from tests.desk.samples import PEOPLE
from tests.desk.walks import Batang, Kemenperin, Melawi
from tests.verify.destroyed import YEARS, gone


def test_the_chain_of_its_history_still_holds(desk: Desk) -> None:
    """G10, G11"""
    gone(desk)
    case = desk.case()
    assert case.erased
    assert first_break(case.id, desk.history(), case.seq, case.head) is None


def test_links_of_before_say_that_it_was_destroyed(desk: Desk) -> None:
    walk = Kemenperin(desk).to("closed")
    paths = [walk.applicant.link, f"{walk.holder(1)}/akun"]
    desk.retire(days=1)
    desk.world.cases.save(_as_if_its_time_were_over(desk))
    for path in paths:
        answer = Browser().get(path)
        assert answer.status == 410
        assert "sudah dimusnahkan sesuai jadwal retensi" in answer.body
        assert not [p["nama"] for p in PEOPLE if p["nama"] in answer.body]


def _as_if_its_time_were_over(desk: Desk) -> Case:
    case = desk.case()
    sop, over = sop_of(case), desk.now + timedelta(**YEARS)
    return case.condemn(sop, over).erase(sop, 0, over)


def test_its_status_says_no_more_than_that(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    secret = walk.applicant.look()["secret"]
    desk.retire(**YEARS)
    said = {"number": desk.case().id, "secret": secret}
    answer = program("POST", "/status", said)
    assert answer.status == 410
    assert "dimusnahkan" in answer.body


def test_officers_see_number_service_times_end_and_history_and_nothing_else(desk: Desk) -> None:
    walk = gone(desk)
    view = program("GET", walk.siti.file).view
    assert {*view} - {"office", "problems"} == {
        "number", "service", "opened", "ended", "end", "erased", "history",
    }  # fmt: skip
    assert (view["number"], view["end"]) == (desk.case().id, "Selesai")
    page = Browser().get(walk.siti.file)
    assert page.status == 200
    assert KINDS["erased"] in page.body
    assert WULAN not in page.body


@pytest.mark.parametrize("page", ["/sandi", "/dokumen/ktp-direksi", "/penahanan"])
def test_nothing_can_be_done_with_it_any_more(desk: Desk, page: str) -> None:
    walk = gone(desk)
    assert program("GET", walk.siti.file + page).status == 410


def test_it_is_found_by_its_number_and_no_more_by_its_name(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    name = desk.case().answers["nama-usaha"]
    search = f"{walk.siti.queue}/cari"
    assert program("POST", search, {"what": name}).view["found"]
    desk.retire(**YEARS)
    assert program("POST", search, {"what": name}).view["found"] == []
    [found] = program("POST", search, {"what": desk.case().id}).view["found"]
    assert found["name"] == ""


def test_a_letter_that_never_left_is_not_sent_any_more(desk: Desk) -> None:
    walk = Melawi(desk).to("signing")
    desk.deaf = True
    walk.then("uploaded", "closed")
    desk.world.cases.save(_closed(desk))
    desk.world.cases.save(_as_if_its_time_were_over(desk))
    desk.deaf = False
    before = len(desk.world.mail.messages)
    desk.later(hours=1)
    desk.sweep()
    assert len(desk.world.mail.messages) == before


def _closed(desk: Desk) -> Case:
    case = desk.case()
    return case.close(sop_of(case), "selesai", case.execution, desk.now)


def test_the_register_of_deviations_still_tells_of_it(desk: Desk) -> None:
    walk = Batang(desk).to("approving")
    desk.later(minutes=10)
    walk.then("following", "closed")
    desk.retire(**YEARS)
    [*lines] = program("GET", f"{walk.siti.seat}/penyimpangan/2026-03").view["lines"]
    assert lines
    assert {line["explain"] for line in lines} == {""}
    assert {line["explanation"] for line in lines} == {"Data permohonan ini sudah dimusnahkan."}
