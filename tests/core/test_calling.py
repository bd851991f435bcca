"""An open call: when it begins, whose it is, what ends it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.attention import called_at, desk, queued
from functions.core.calling import Call, Mailbox, caller
from functions.core.case import Case
from functions.core.errors import Decided
from functions.core.facts import Account, Actor, Claim, Closed, Letter
from functions.sops import all_sops
from tests.aws.given import NINE, SOP, email_of, filling, waiting

LATER = NINE + timedelta(days=1)
TAUTAN, KEY = Letter("tautan"), "mail#000002#0"
VERA = Actor("vera", "verifikator")
NEW = Claim("email", "another")
BOX = Mailbox("", "baru@usaha.test", NEW, frozenset({KEY}))


def bounced(kind: str = "bounced", case: Case | None = None, key: str = KEY) -> Case:
    return (case or filling()).bounced(key, TAUTAN, kind, NINE, LATER, ["vera"])


@pytest.mark.parametrize("kind", ["bounced", "complained", "suppressed"])
def test_a_letter_that_will_never_arrive_opens_a_call(kind: str) -> None:
    case = bounced(kind)
    assert case.call == Call(NINE, LATER, (KEY,))
    told = case.news.events[-1]
    assert (told.kind, told.detail["kind"], told.detail["letter"]) == ("bounced", kind, "tautan")
    assert case.news.letters[-1] == Letter("ringkasan", "officer", "vera")


def test_one_that_came_back_for_now_is_noted_only() -> None:
    case = bounced("soft-bounced")
    assert case.call is None
    assert bounced("bounced", case).call


def test_the_same_news_again_are_none() -> None:
    case = bounced()
    assert bounced("bounced", case) is case
    assert bounced("soft-bounced", case) is case
    worse = bounced("complained", case)
    assert worse.call == case.call
    assert len(worse.news.letters) == len(case.news.letters)


def test_several_letters_are_one_call() -> None:
    case = bounced("bounced", bounced(), "mail#000003#0")
    assert case.call
    assert case.call.letters == (KEY, "mail#000003#0")


def test_the_call_is_somebodys_while_the_case_waits_for_the_applicant() -> None:
    line = queued(bounced(), SOP)
    assert line
    assert (desk(bounced(), SOP), line.is_call, line.step, line.due) == (
        "verifikator", True, "permohonan", LATER)  # fmt: skip


def test_while_officers_have_the_case_it_lies_as_before() -> None:
    case = bounced(case=waiting())
    line = queued(case, SOP)
    assert line
    assert (case.call is not None, line.is_call) == (True, False)


@pytest.mark.parametrize("end", ["selesai", "ditolak"])
def test_after_the_end_it_lies_there_still_as_nobody_else_tells_of_it(end: str) -> None:
    case = replace(bounced(), here=None, closed=Closed(end, NINE))
    assert called_at(case, SOP) == end
    assert desk(case, SOP) == "verifikator"


def test_on_its_way_it_lies_nowhere() -> None:
    assert queued(replace(bounced(), here=None), SOP) is None


def test_every_place_of_every_sop_has_an_officer_who_phones() -> None:
    for sop in all_sops().values():
        for place in (*(step.id for step in sop.steps), "selesai", "ditolak", "kedaluwarsa"):
            assert caller(sop, place) in {*sop.roles} - {sop.applicant}


@pytest.mark.parametrize(
    ("start", "place", "role"),
    [
        ("melawi", "kunjungan", "helpdesk"),
        ("melawi", "surat-pernyataan", "verifikator"),
        ("melawi", "permohonan", "helpdesk"),
        ("batang", "perbaiki", "verifikator"),
        ("babel", "lengkapi", "verifikator"),
        ("babel", "selesai", "admin-lpse"),
        ("kemenperin", "lengkapi", "tim-pengelola"),
    ],
)
def test_the_helper_phones_else_who_had_it_last_else_who_has_it_first(
    start: str, place: str, role: str
) -> None:
    (sop,) = (sop for sop in all_sops().values() if sop.office == start)
    assert caller(sop, place) == role


def test_another_mailbox_takes_the_claim_of_the_former_along() -> None:
    before = bounced().settled()
    case = before.readdress(VERA, BOX, [Letter("tautan-lagi")], ["print"], LATER)
    assert (case.email, case.call, case.holds) == ("baru@usaha.test", None, (NEW,))
    assert (case.news.claims, case.news.releases) == ((NEW,), (email_of(case.id),))
    assert (case.news.lifts, case.news.letters) == (("print",), (Letter("tautan-lagi"),))
    assert case.news.events[-1].by == "vera"
    assert "baru@usaha.test" not in str(case.news.events)


def test_a_closed_case_holds_no_mailbox_any_more() -> None:
    before = replace(bounced().settled(), holds=())
    assert before.readdress(VERA, BOX, [], [], LATER).news.claims == ()


def test_a_holders_mailbox_is_an_answer_and_the_others_call_stays_open() -> None:
    before = bounced("bounced", bounced(), "mail#000009#0").settled()
    box = replace(BOX, field="surel.h1")
    case = before.readdress(VERA, box, [], [], LATER)
    assert (case.email, case.answers["surel.h1"]) == (before.email, "baru@usaha.test")
    assert case.call
    assert case.call.letters == ("mail#000009#0",)


def test_what_was_sealed_for_the_reader_of_a_former_mailbox_stays_shut() -> None:
    made = {h: Account("maju", NINE, "vera", sealed="x") for h in ("", "h1", "h2")}
    before = replace(bounced().settled(), accounts={**made, "h3": Account("maju", NINE, "vera")})
    case = before.readdress(VERA, replace(BOX, field="surel.h1"), [], [], LATER)
    assert [h for h, account in case.accounts.items() if account.waits] == ["", "h2"]
    case = before.readdress(VERA, replace(BOX, field="surel.h3"), [], [], LATER)
    assert case.accounts == before.accounts
    case = before.readdress(VERA, BOX, [], [], LATER)
    assert [h for h, account in case.accounts.items() if account.waits] == ["h1", "h2"]


def test_a_link_names_how_often_its_readers_mailbox_moved() -> None:
    case = bounced().settled()
    assert (case.audience(), case.audience("h1")) == ("", "h1")
    moved = replace(case.readdress(VERA, BOX, [], [], LATER), call=case.call)
    again = moved.readdress(VERA, replace(BOX, field="surel.h1"), [], [], LATER)
    assert (again.audience(), again.audience("h1"), again.audience("h2")) == (".1", "h1.1", "h2")


def test_told_by_phone_it_is_done() -> None:
    case = bounced().settled().told_by_phone(VERA, [], LATER)
    assert (case.call, case.news.events[-1].detail["outcome"]) == (None, "sudah-tahu")


def test_nobody_answering_is_counted_and_tried_again() -> None:
    case = bounced().settled().unanswered(VERA, LATER + timedelta(days=1), LATER)
    assert case.call
    assert (case.call.tries, case.call.due) == (1, LATER + timedelta(days=1))


def test_a_call_that_is_done_is_not_done_again() -> None:
    with pytest.raises(Decided):
        filling().told_by_phone(VERA, [], LATER)
