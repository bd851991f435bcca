"""A complaint comes in: what is kept of who complains, and whose eyes it must not meet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.facts import Actor
from functions.core.grievance import (
    ACCUSED,
    ANONYMOUS,
    FIELDS,
    HIDDEN,
    IDENTITY,
    MAILBOX,
    NAME,
    PHONE,
    SECRET,
    STORY,
    SUBJECT,
    WHO,
    secret,
    shown,
)
from functions.core.lodging import MAIL, NOBODY, Lodging
from functions.core.officer import Officer
from functions.sops import hearing
from tests.fakes import MemoryCases, PlainFingerprints

SOP = hearing("batang")
TODAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
NUMBER, ABOUT = "BTG-7K3M-9Q2X", "BTG-2222-2222"
GIVEN = {
    "jenis": "pengaduan", "perihal": "Antrean lama", "uraian": "Dua jam menunggu.", "nomor": "",
    "terlapor": "layanan", "nama-terlapor": "", "identitas": "terbuka", "nama": "Rini",
    "surel": "rini@warga.test", "telepon": "", "kuasa": "",
}  # fmt: skip
YUNI = Officer("yuni", "batang", "Yuni Astuti", "yuni@b.test", ("pejabat-pengaduan",))
OTHER = Officer("tono", "batang", "Tono Hadi", "tono@b.test", ("pejabat-pengaduan",))
SITI = Officer("siti", "batang", "Siti Rahmawati", "siti@b.test", ("verifikator",))
BOSS = Officer("wahyu", "batang", "Wahyu Nugraha", "wahyu@b.test", ("pimpinan",))
STAFF = (YUNI, SITI, BOSS)


@pytest.fixture
def cases() -> MemoryCases:
    return MemoryCases()


def lodged(
    cases: MemoryCases, staff: tuple[Officer, ...] = STAFF, channel: str = "web", **changes: str
) -> Case:
    given = {**GIVEN, **{name.replace("_", "-"): said for name, said in changes.items()}}
    lodging = Lodging.of(SOP, given, staff, TODAY, channel=channel)
    return lodging.opened(NUMBER, cases, PlainFingerprints(), NOW, "n:1")


def problems(**changes: str) -> Mapping[str, str]:
    with pytest.raises(Invalid) as refused:
        lodged(MemoryCases(), **changes)
    return refused.value.problems


def served_by(cases: MemoryCases, officer: str) -> None:
    """A case in whose history the officer stands."""
    opened = Case.opened(ABOUT, SOP, "", NOW, None)
    begun = opened.begin(SOP.step("telaah"), ABOUT, "token", [], None, None, NOW)
    actor = Actor(officer, "pejabat-pengaduan")
    cases.save(begun.decide(SOP, actor, "ditangani", NOW))


def test_the_sop_asks_for_all_that_loket_reads() -> None:
    assert {*FIELDS} <= {f.id for f in SOP.fields({})}


def test_it_lies_on_the_usual_desk_and_nobody_is_barred(cases: MemoryCases) -> None:
    case = lodged(cases)
    assert case.transit is not None
    assert (case.transit.target, case.barred, case.email) == ("telaah", (), "rini@warga.test")
    assert case.answers[STORY] == "Dua jam menunggu."
    assert case.holds == ()


@pytest.mark.parametrize("missing", ["jenis", "perihal", "uraian", "terlapor", "identitas"])
def test_what_must_be_said_is_asked_beside_its_field(missing: str) -> None:
    assert problems(**{missing: ""}).keys() == {missing}


def test_a_story_has_its_length() -> None:
    assert STORY in problems(uraian="x" * 30_000)
    assert lodged(MemoryCases(), uraian="x" * 5_000)


def test_a_number_that_cannot_be_one_is_told_and_one_of_nobodys_is_not(cases: MemoryCases) -> None:
    assert problems(nomor="BTG-1111").keys() == {"nomor"}
    assert lodged(cases, nomor=ABOUT).answers["nomor"] == ABOUT


def test_whoever_gives_a_name_can_be_reached() -> None:
    assert problems(nama="", surel="").keys() == {NAME, MAILBOX}
    assert lodged(MemoryCases(), surel="", telepon="0812 3456 7890").answers[PHONE]


def test_of_somebody_without_identity_nothing_is_kept(cases: MemoryCases) -> None:
    case = lodged(cases, identitas=ANONYMOUS, telepon="081234567890", kuasa="Ibu Sri")
    assert [case.answers[name] for name in WHO] == ["", "", "", ""]
    assert case.email == ""
    assert "rini" not in repr(case)


def test_in_secret_no_telephone_is_kept_as_nobody_could_call_there(cases: MemoryCases) -> None:
    case = lodged(cases, identitas=SECRET, telepon="081234567890")
    assert (case.answers[PHONE], case.email) == ("", "rini@warga.test")
    assert lodged(cases, identitas=SECRET, nama="", surel="").email == ""


def test_a_secret_is_known_by_the_case(cases: MemoryCases) -> None:
    assert secret(lodged(cases, **{IDENTITY: SECRET}).answers)
    assert not secret(lodged(cases).answers)


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


def test_officers_read_of_a_secret_complaint_all_but_who_complains() -> None:
    told = {**GIVEN, IDENTITY: SECRET, "kuasa": ""}
    read = shown(told)
    assert {read[name] for name in WHO if told[name]} == {HIDDEN}
    assert [name for name in FIELDS if read[name] != told[name]] == [NAME, MAILBOX]
    assert shown(GIVEN) == GIVEN


def test_a_receipt_goes_to_whoever_left_an_address() -> None:
    for mailbox, letters in (("rini@warga.test", ["aduan-diterima"]), ("", [])):
        given = {**GIVEN, MAILBOX: mailbox, PHONE: "081234567890"}
        lodging = Lodging.of(SOP, given, (YUNI,), TODAY)
        case = lodging.opened(NUMBER, MemoryCases(), PlainFingerprints(), NOW)
        assert [letter.name for letter in case.news.letters] == letters
