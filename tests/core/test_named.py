"""Whoever a complaint is about never meets it: named in a field, in the story, or by the case."""

from dataclasses import replace

import pytest

from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.facts import Actor
from functions.core.grievance import ACCUSED, STORY, SUBJECT
from functions.core.lodging import MAIL, NOBODY
from functions.core.officer import Officer
from tests.core.lodged import ABOUT, BOSS, NOW, OTHER, SITI, SOP, STAFF, YUNI, lodged
from tests.fakes import MemoryCases


def served_by(cases: MemoryCases, officer: str) -> None:
    """A case in whose history the officer stands."""
    opened = Case.opened(ABOUT, SOP, "", NOW, None)
    begun = opened.begin(SOP.step("telaah"), ABOUT, "token", [], None, None, NOW)
    actor = Actor(officer, "pejabat-pengaduan")
    cases.save(begun.decide(SOP, actor, "ditangani", NOW))


@pytest.mark.parametrize("called", ["Siti", "ibu siti rahmawati", "SITI  RAHMAWATI!", "Śiti"])
def test_whoever_is_named_is_barred(cases: MemoryCases, called: str) -> None:
    assert lodged(cases, **{ACCUSED: called}).barred == ("siti",)


@pytest.mark.parametrize("place", [SUBJECT, STORY])
def test_whoever_is_named_in_the_story_alone_is_barred(cases: MemoryCases, place: str) -> None:
    assert lodged(cases, **{place: "Bu Rahmawati, Siti, meminta uang."}).barred == ("siti",)


def test_one_word_of_a_name_bars_nobody_by_chance_in_a_story(cases: MemoryCases) -> None:
    assert lodged(cases, uraian="Anak saya Wahyu menunggu dua jam.").barred == ()


@pytest.mark.parametrize("name", ["Sukarno", "Drs. H. Sukarno, M.Si.", "M. Sukarno"])
def test_the_only_word_of_a_name_is_enough_in_a_story(cases: MemoryCases, name: str) -> None:
    staff = (*STAFF, replace(OTHER, name=name))
    assert lodged(cases, staff, uraian="Pak Sukarno tidur.").barred == ("tono",)


def test_in_a_mail_a_word_of_a_name_is_enough(cases: MemoryCases) -> None:
    assert lodged(cases, channel=MAIL, perihal="Bu Siti").barred == ("siti",)


def test_a_title_is_no_name(cases: MemoryCases) -> None:
    staff = tuple(replace(o, name=f"Drs. {o.name}, S.Kom., M.Kom.") for o in STAFF)
    said = {"nama_terlapor": "Drs. Anu, M.Kom.", "uraian": "Seorang drs. dan kom."}
    assert lodged(cases, staff, MAIL, **said).barred == ()
    assert lodged(cases, staff, nama_terlapor="Drs. Siti").barred == ("siti",)


def test_a_name_of_nobody_bars_nobody(cases: MemoryCases) -> None:
    assert lodged(cases, nama_terlapor="Pak Anu").barred == ()


def test_an_officer_of_the_case_is_barred_where_it_is_about_one(cases: MemoryCases) -> None:
    served_by(cases, "siti")
    assert lodged(cases, terlapor="petugas", nomor=ABOUT).barred == ("siti",)
    assert lodged(cases, terlapor="layanan", nomor=ABOUT).barred == ()


def test_what_is_about_the_usual_desk_goes_past_it(cases: MemoryCases) -> None:
    case = lodged(cases, terlapor="pejabat")
    assert case.transit is not None
    assert (case.transit.target, case.barred) == ("telaah-pimpinan", ("yuni",))


def test_a_desk_of_two_goes_on_without_the_one_who_is_named(cases: MemoryCases) -> None:
    case = lodged(cases, (*STAFF, OTHER), nama_terlapor="Yuni")
    assert case.transit is not None
    assert (case.transit.target, case.barred) == ("telaah", ("yuni",))


def test_what_is_about_the_head_never_meets_the_head(cases: MemoryCases) -> None:
    case = lodged(cases, terlapor="pimpinan")
    assert case.transit is not None
    assert (case.transit.target, case.barred) == ("telaah", ("wahyu",))


@pytest.mark.parametrize("mailbox", [YUNI.email, YUNI.email.upper()])
def test_an_officers_own_complaint_passes_by_them(cases: MemoryCases, mailbox: str) -> None:
    case = lodged(cases, surel=mailbox)
    assert case.transit is not None
    assert (case.transit.target, case.barred) == ("telaah-pimpinan", ("yuni",))


def test_nobody_is_barred_for_an_address_that_nobody_gave(cases: MemoryCases) -> None:
    staff = (*STAFF, replace(OTHER, email=""))
    assert lodged(cases, staff, surel="", telepon="081234567890").barred == ()


@pytest.mark.parametrize("staff", [(YUNI, SITI, BOSS), (YUNI, SITI), (SITI, BOSS)])
def test_what_nobody_is_left_to_hear_is_refused_beside_whom_it_is_about(
    staff: tuple[Officer, ...],
) -> None:
    with pytest.raises(Invalid) as refused:
        lodged(MemoryCases(), staff, nama_terlapor="Yuni dan Wahyu")
    assert refused.value.problems == {ACCUSED: NOBODY}


def test_where_nobody_serves_at_all_it_waits(cases: MemoryCases) -> None:
    case = lodged(cases, (SITI,), nama_terlapor="Siti")
    assert case.transit is not None
    assert (case.transit.target, case.barred) == ("telaah", ("siti",))


def test_an_officer_who_no_longer_serves_is_barred_by_name_all_the_same(cases: MemoryCases) -> None:
    gone = replace(SITI, active=False)
    assert lodged(cases, (YUNI, gone, BOSS), nama_terlapor="Siti").barred == ("siti",)
