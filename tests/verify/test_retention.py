"""Destruction on schedule: what is personal goes everywhere, what is left is said (G11)."""

from datetime import timedelta
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.errors import Unavailable
from functions.core.history import first_break
from functions.sops import sop_of
from functions.verify import retention
from functions.web.chronology import KINDS
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.people import WULAN
from tests.desk.samples import PEOPLE
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Batang, Kemenperin, Melawi

YEARS = {"days": 3654}


def _gone(desk: Desk) -> Batang:
    walk = Batang(desk).to("closed")
    desk.retire(**YEARS)
    return walk


def _words(desk: Desk) -> set[str]:
    """What the applicant said of themselves, in words of their own."""
    case = desk.case()
    accounts = {account.user_id for account in case.accounts.values()}
    chosen = {o.value for s in sop_of(case).pages for f in s.fields for o in f.options}
    said = {case.email, *case.answers.values(), *accounts} - chosen
    return {value for value in said if len(value) > 7}


@pytest.mark.parametrize("kind", WALKS)
def test_nothing_of_the_person_is_left_in_any_store(desk: Desk, kind: type[Walk]) -> None:
    """G11: of any service; what was mailed before is in their own mailbox."""
    kind(desk).to("closed")
    words, mails = _words(desk), len(desk.world.mail.messages)
    assert words
    assert desk.world.scans.versions or desk.world.archive.kept
    desk.retire(**YEARS)
    cases = desk.world.cases
    kept = repr((cases.snapshots, cases.events, cases.claims, cases.outbox.entries))
    assert [word for word in words if word in kept] == []
    assert desk.world.scans.versions == desk.world.archive.kept == {}
    assert len(desk.world.mail.messages) == mails


def test_the_chain_of_its_history_still_holds(desk: Desk) -> None:
    """G10, G11"""
    _gone(desk)
    case = desk.case()
    assert case.erased
    assert first_break(case.id, desk.history(), case.seq, case.head) is None


def test_how_much_was_destroyed_is_told(desk: Desk) -> None:
    Batang(desk).to("closed")
    stores = (desk.world.scans.versions, desk.world.clean.versions)
    scans = sum(len(versions) for store in stores for versions in store.values())
    desk.retire(**YEARS)
    [told] = desk.history("erased")
    assert told.detail["objects"] == str(scans) != "0"


def test_nothing_goes_before_its_time(desk: Desk) -> None:
    Batang(desk).to("closed")
    before = desk.state()
    desk.retire(days=3652)
    assert desk.state() == before


def test_a_second_run_finds_nothing_to_do(desk: Desk) -> None:
    _gone(desk)
    before = desk.state()
    desk.retire(days=1)
    assert desk.state() == before


def test_what_was_cut_off_between_scans_and_case_is_done_again(desk: Desk) -> None:
    """G3"""
    Batang(desk).to("closed")
    desk.world.shredder.destroy(desk.case().id)
    desk.retire(**YEARS)
    assert desk.case().erased


def test_as_long_as_the_stores_do_not_answer_nothing_is_called_destroyed(desk: Desk) -> None:
    """G20: an alarm hears of it."""
    Batang(desk).to("closed")
    with desk.down("shredder"), pytest.raises(retention.Unfinished):
        desk.retire(**YEARS)
    assert desk.case().condemned
    assert desk.case().erased is None
    desk.retire(hours=1)
    assert desk.case().erased
    assert [len(desk.history(kind)) for kind in ("condemned", "erased")] == [1, 1]


def test_a_hold_that_comes_while_the_stores_are_emptied_is_refused_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Batang(desk).to("closed")
    answers = []
    destroy = desk.world.shredder.destroy

    def watched(number: str) -> int:
        said = {"act": "tahan", "reason": "Gugatan."}
        answers.append(program("POST", f"{walk.siti.file}/penahanan", said))
        return int(destroy(number))

    monkeypatch.setattr(desk.world.shredder, "destroy", watched)
    desk.retire(**YEARS)
    assert [answer.status for answer in answers] == [409]
    assert "sedang dimusnahkan" in answers[0].body
    assert desk.history("held-back") == []
    assert desk.case().erased


def test_the_copies_that_officers_saw_go_as_well(desk: Desk) -> None:
    Batang(desk).to("closed")
    desk.world.views.keep(f"views/{desk.case().id}/abc", b"x", "image/jpeg")
    desk.retire(**YEARS)
    assert desk.world.views.kept == {}


def test_one_cases_failure_keeps_no_other_from_its_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    Batang(desk).to("closed")
    found = desk.world.cases.expiring
    monkeypatch.setattr(desk.world.cases, "expiring", lambda until: ("BTG-GONE", *found(until)))
    get = desk.world.cases.get

    def failing(number: str) -> Any:
        if number == "BTG-GONE":
            raise Unavailable("dynamodb")
        return get(number)

    monkeypatch.setattr(desk.world.cases, "get", failing)
    with pytest.raises(retention.Unfinished):
        desk.retire(**YEARS)
    assert desk.case().erased


def test_a_run_destroys_no_more_than_it_has_time_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    Batang(desk).to("closed")
    monkeypatch.setattr(retention, "BATCH", 0)
    desk.retire(**YEARS)
    assert desk.case().erased is None


def test_a_schedule_that_became_longer_counts_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index still names the earlier time."""
    Batang(desk).to("closed")
    number = desk.case().id
    monkeypatch.setattr(desk.world.cases, "expiring", lambda until: (number,))
    desk.retire(days=1)
    assert desk.case().erased is None
    assert desk.world.scans.versions


def test_a_hold_placed_in_the_last_moment_is_heeded(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    path = f"{walk.siti.file}/penahanan"
    desk.later(**YEARS)
    walk.siti.at(path, {"act": "tahan", "reason": "Gugatan."})
    desk.retire()
    assert desk.case().erased is None
    assert desk.world.scans.versions


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
    walk = _gone(desk)
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
    walk = _gone(desk)
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
