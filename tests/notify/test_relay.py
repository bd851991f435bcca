"""The fast path: what the stream tells is acted on once, however often it is told (G7)."""

from dataclasses import replace
from typing import Any

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from functions.core.facts import Letter
from functions.notify import relay
from tests.desk.browser import program
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.people import WULAN, Vendor, Verifier
from tests.desk.stages import reach
from tests.desk.stream import record


def _records(desk: Desk) -> list[dict[str, Any]]:
    """Everything that the stream ever told."""
    case = desk.case().id
    events = [record((case, f"event#{e.seq}"), e.kind) for e in desk.history()]
    return events + [record(key, "mail") for key in desk.world.outbox.entries]


def _statuses(desk: Desk, to: str) -> list[str]:
    return [e.sent.status for e in desk.world.outbox.entries.values() if e.sent.letter.to == to]


def test_what_is_told_twice_is_mailed_and_moved_once(desk: Desk) -> None:
    """G3, G7."""
    reach(desk, "approving")
    before = desk.state()
    for _ in range(3):
        answer = relay.handler({"Records": _records(desk)}, None)
        assert answer == {"batchItemFailures": []}
    desk.settle()
    assert desk.state() == before


def test_what_is_no_news_is_passed_over(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    deleted = record((desk.case().id, "event#1"), "opened")
    deleted["dynamodb"].pop("NewImage")
    others = [record(("x", "y"), kind) for kind in ("case", "claim", "officer", "saved", "")]
    assert relay.handler({"Records": [deleted, *others]}, None) == {"batchItemFailures": []}


def test_one_that_fails_is_named_and_the_others_go_on(desk: Desk, vendor: Vendor) -> None:
    desk.deaf = True
    vendor.browser.submit("/daftar/batang-pelaku-usaha", {"email": WULAN})
    lost = record(("BTG-2222-2222", "event#1"), "opened")
    news = [lost, *_records(desk)]
    answer = relay.handler({"Records": news}, None)
    failed = [f["itemIdentifier"] for f in answer["batchItemFailures"]]
    assert failed == ["BTG-2222-2222/event#1"]
    assert desk.case().id in desk.world.workflow.started


def test_a_mail_that_was_refused_is_sent_later_by_the_sweep(desk: Desk, vendor: Vendor) -> None:
    """G7."""
    desk.world.mail.down = True
    vendor.register()
    assert _statuses(desk, "") == ["pending"]
    desk.world.mail.down = False
    desk.sweep()
    assert desk.mails(WULAN) == []
    desk.later(minutes=3)
    desk.sweep()
    assert len(desk.mails(WULAN)) == 1
    assert _statuses(desk, "") == ["sent"]


def test_a_mail_that_nobody_takes_is_given_up_after_five_tries(desk: Desk, vendor: Vendor) -> None:
    """G7: it is visibly failed."""
    desk.world.mail.down = True
    vendor.register()
    for _ in range(10):
        desk.later(minutes=10)
        desk.sweep()
    assert _statuses(desk, "") == ["failed"]


def test_a_link_that_leaves_after_two_days_is_a_deviation(desk: Desk, vendor: Vendor) -> None:
    """G9: row 1 promises it within two days."""
    desk.world.mail.down = True
    vendor.register()
    desk.world.mail.down = False
    desk.later(days=2, minutes=1)
    desk.sweep()
    (late,) = desk.history("deviated")
    assert (late.detail["what"], late.detail["letter"]) == ("late", "tautan")


def test_the_two_days_run_from_the_registration(desk: Desk, vendor: Vendor) -> None:
    """G9: "2 (dua) hari setelah di submit", whatever kept the workflow from starting."""
    desk.deaf = True
    vendor.register()
    desk.later(days=3)
    for _ in range(6):
        desk.later(minutes=5)
        desk.sweep()
    assert len(desk.mails(WULAN)) == 1
    assert [e.detail["what"] for e in desk.history("deviated")] == ["late"]


def test_a_link_that_leaves_in_time_is_none(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    assert desk.history("deviated") == []


@pytest.mark.parametrize("gone", [{"active": False}, {"roles": ("arsiparis",)}])
def test_a_letter_to_an_officer_who_is_gone_is_dropped_for_good(
    desk: Desk, gone: dict[str, Any]
) -> None:
    """G4, G7."""
    reach(desk, "filled")
    link = desk.link(WULAN, "p")
    program("POST", f"{link}/kirim", {"consent": "ya"})
    desk.world.mail.down = True
    desk.settle()
    desk.appoint(replace(SITI, **gone))
    desk.world.mail.down = False
    desk.later(minutes=5)
    desk.sweep()
    desk.later(minutes=5)
    desk.sweep()
    assert desk.mails(SITI.email) == []
    assert len(desk.mails(BUDI.email, "Tugas menunggu")) == 1
    assert _statuses(desk, SITI.id) == ["unread"]


def test_a_task_that_was_done_meanwhile_is_not_mailed_any_more(desk: Desk) -> None:
    reach(desk, "scheduling")
    late = Letter("tugas", "officer", BUDI.id, "jadwal", 2)
    desk.world.outbox.put(desk.case().id, "mail#late", late, desk.now)
    Verifier(desk).schedule()
    before = len(desk.mails(BUDI.email))
    desk.later(minutes=1)
    desk.sweep()
    assert [m for m in desk.mails(BUDI.email)[before:] if "Penjadwalan" in m.subject] == []


def test_a_sender_that_died_is_replaced_when_no_receipt_has_come(
    desk: Desk, vendor: Vendor
) -> None:
    """G7."""
    desk.world.mail.down = True
    vendor.register()
    desk.world.mail.down = False
    desk.later(minutes=3)
    ((case, key),) = desk.world.outbox.entries
    assert desk.world.outbox.take(case, key, desk.now)
    for minutes in (3, 9):
        desk.later(minutes=minutes)
        desk.sweep()
        assert desk.mails(WULAN) == []
    desk.later(minutes=2)
    desk.sweep()
    assert len(desk.mails(WULAN)) == 1


def test_a_batch_that_fails_whole_is_the_streams_to_repeat(desk: Desk) -> None:
    with pytest.raises(BatchProcessingError):
        relay.handler({"Records": [record(("BTG-2222-2222", "event#1"), "opened")]}, None)
