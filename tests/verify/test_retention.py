"""Destruction on schedule: what is personal goes everywhere, and not before its time (G11)."""

from typing import Any

import pytest

from functions.core.errors import Unavailable
from functions.sops import sop_of
from functions.verify import retention
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Batang
from tests.verify.destroyed import YEARS, gone


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
    gone(desk)
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
