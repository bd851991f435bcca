"""Erasure: what is personal goes, the history stays and holds (G11)."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from functions.core.accounting import Explanation
from functions.core.case import Case
from functions.core.clock import Span
from functions.core.counter import Entered
from functions.core.erasure import KEPT
from functions.core.errors import Gone, NotNow
from functions.core.facts import Claim, Closed, Transit
from functions.core.history import first_break
from functions.core.ports import Cases
from functions.core.retention import retention_words
from tests.aws.given import NINE, NUMBER, OFFICER, SOP, filling
from tests.aws.test_whole_case import everything_known
from tests.core.ended import HEAD, after, ended
from tests.core.story import fresh
from tests.fakes import MemoryCases

SHARED = Claim("nama-batang", "h(sumber)", exclusive=False)
WEIGHED = {"legal_holds", "doomed", "condemned", "erased", "shares"}
"""The fields that erasing looks at."""
PERSONAL = ("dewi", "Sumber", "sumber", "ktp-direksi", "Buram", "Padam", "Tidak terbaca", "0812",
            "Jl. 1", "Vera", "vera", "Proses", "Yth.", "7/2026", "e-Pesan", "Selasa", "video.test",
            "Palsu", "direksi@", "c2VhbGVk", "n-1", "Disengketakan")  # fmt: skip


def full() -> Case:
    """An ended case of which everything is known."""
    known = replace(everything_known(), principal="direksi@maju.test", message="Palsu.",
                    explanations={"3": Explanation("Palsu.", "vera", "Vera", NINE)}, named=2,
                    entered=Entered("vera", "Vera", NINE, NINE), stopped=NINE)  # fmt: skip
    case = ended(case=known.share(SHARED)).put_hold(OFFICER, "Disengketakan.", NINE)
    return fresh(case.lift_hold(HEAD, "Usai.", NINE, nonce="n-1"))


def test_every_field_of_a_case_is_kept_by_name_or_goes_back_to_its_beginning() -> None:
    """A field that somebody adds is wiped, unless it is put among those that stay."""
    wiped = {field.name for field in fields(Case)} - KEPT - WEIGHED
    case = replace(ended(), **dict.fromkeys(wiped, "something"))
    blank = after(case)
    plain = Case(id="", sop="", office="", email="", opened_at=NINE, execution="")
    assert {name for name in wiped if getattr(blank, name) != getattr(plain, name)} == set()
    assert (blank.legal_holds, blank.doomed, blank.condemned, blank.shares) == ((), None, None, ())


def test_what_stays_is_in_no_way_personal() -> None:
    """Whoever adds a field here has to say why it tells of nobody."""
    times = {"opened_at", "promised", "stopped", "held", "closed"}
    counts = {"rounds", "seq", "revision"}
    names = {"id", "sop", "office", "execution", "head", "barred"}
    assert times | counts | names | {"news"} == KEPT


def test_nothing_that_anybody_said_is_left() -> None:
    left = repr(replace(after(full()), news=full().news))
    assert not [word for word in PERSONAL if word in left]


def test_number_service_times_and_end_are_left() -> None:
    before = full()
    case = after(before)
    assert (case.id, case.sop, case.office) == (NUMBER, SOP.key, SOP.office)
    assert case.opened_at == before.opened_at
    assert case.closed == Closed("selesai", NINE)


def test_what_it_was_found_by_is_let_go() -> None:
    assert SHARED in after(full()).news.releases


def test_the_chain_holds_after_erasure_and_says_what_was_destroyed() -> None:
    """G11"""
    cases: Cases = MemoryCases()
    case = cases.save(ended_from(cases))
    erased = cases.save(after(case))
    told = cases.history(NUMBER)
    assert first_break(NUMBER, told, erased.seq, erased.head) is None
    assert (told[-1].kind, told[-1].by) == ("erased", "loket")
    assert dict(told[-1].detail) == {
        "ground": "retensi", "rule": "3653 hari", "end": "selesai", "ended": NINE.isoformat(),
        "objects": "3",
    }  # fmt: skip


def ended_from(cases: Cases) -> Case:
    moving = replace(cases.save(filling()), here=None, transit=Transit("selesai", NINE))
    return moving.close(SOP, "selesai", moving.execution, NINE)


@pytest.mark.parametrize(
    ("end", "days"), [("kedaluwarsa", 90), ("ditolak", 730), ("selesai", 3653)]
)
def test_each_end_is_kept_for_its_own_time_and_not_a_moment_less(end: str, days: int) -> None:
    case = ended(end)
    until = NINE + timedelta(days=days)
    assert case.kept_until(SOP) == until
    with pytest.raises(NotNow):
        case.condemn(SOP, until - timedelta(microseconds=1))
    assert case.condemn(SOP, until).condemned == until


def test_an_open_case_is_never_erased() -> None:
    assert filling().kept_until(SOP) is None
    with pytest.raises(NotNow):
        filling().condemn(SOP, NINE + timedelta(days=9999))


def test_a_case_is_erased_once() -> None:
    erased = fresh(after(ended()))
    assert erased.kept_until(SOP) is None
    with pytest.raises(NotNow):
        erased.condemn(SOP, NINE + timedelta(days=9999))
    with pytest.raises(Gone):
        erased.demand_unerased()


def test_nothing_is_erased_that_was_not_condemned() -> None:
    with pytest.raises(NotNow):
        ended().erase(SOP, 0, NINE + timedelta(days=9999))


def test_what_is_condemned_stays_due_and_is_condemned_once() -> None:
    """Also if its schedule became longer meanwhile."""
    until = NINE + timedelta(days=3653)
    case = fresh(ended().condemn(SOP, until))
    longer = SOP.retention["selesai"].model_copy(update={"keep": Span(9999, "hari")})
    sop = SOP.model_copy(update={"retention": {**SOP.retention, "selesai": longer}})
    assert case.kept_until(sop) == until
    assert case.condemn(sop, until + timedelta(hours=1)) is case


def test_a_granted_request_erases_as_soon_as_nothing_is_on_its_way_any_more() -> None:
    doomed = fresh(ended("ditolak").doom(SOP, OFFICER, "HSD-1", NINE + timedelta(minutes=5)))
    assert doomed.kept_until(SOP) == NINE + timedelta(hours=1)
    later = fresh(ended("ditolak").doom(SOP, OFFICER, "HSD-1", NINE + timedelta(days=5)))
    assert later.kept_until(SOP) == NINE + timedelta(days=5)
    told = after(later).news.events[-1]
    assert (told.detail["ground"], told.detail["rule"]) == ("permintaan", "730 hari")


def test_a_request_is_not_granted_while_something_else_says_keep() -> None:
    """An open case, a hold, and the archive's years of what was done."""
    refused = [filling(), ended("ditolak").put_hold(HEAD, "Gugatan.", NINE), ended("selesai")]
    for case in refused:
        with pytest.raises(NotNow):
            case.doom(SOP, OFFICER, "HSD-1", NINE)


def test_what_was_done_may_be_asked_away_once_the_archive_lets_it_go() -> None:
    held = fresh(ended().put_hold(HEAD, "Gugatan.", NINE).lift_hold(HEAD, "Usai.", NINE))
    late = NINE + timedelta(days=3653)
    assert held.doom(SOP, OFFICER, "HSD-1", late).doomed == late


def test_the_schedule_is_told_in_words() -> None:
    told = [*retention_words(SOP)]
    assert told[0].startswith("Berakhir kedaluwarsa: dimusnahkan 90 hari sesudahnya. Dasar: ")
    assert len(told) == 3


def test_the_applicants_silence_is_an_end_with_a_time_of_its_own() -> None:
    silent = fresh(filling()).close(SOP, "kedaluwarsa", NUMBER, NINE)
    assert silent.kept_until(SOP) == NINE + timedelta(days=90)
