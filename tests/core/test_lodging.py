"""A complaint comes in: what must be said, and what is kept of who complains."""

from collections.abc import Mapping

import pytest

from functions.core.errors import Invalid
from functions.core.grievance import (
    ANONYMOUS,
    FIELDS,
    HIDDEN,
    IDENTITY,
    MAILBOX,
    NAME,
    PHONE,
    SECRET,
    STORY,
    WHO,
    secret,
    shown,
)
from functions.core.lodging import Lodging
from tests.core.lodged import ABOUT, GIVEN, NOW, NUMBER, SOP, TODAY, YUNI, lodged
from tests.fakes import MemoryCases, PlainFingerprints


def problems(**changes: str) -> Mapping[str, str]:
    with pytest.raises(Invalid) as refused:
        lodged(MemoryCases(), **changes)
    return refused.value.problems


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
