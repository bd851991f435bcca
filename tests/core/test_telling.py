"""After a decision exactly those are written to whom it concerns."""

from dataclasses import replace
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.facts import Account, Letter, Transit
from functions.core.holders import APPLICANT
from functions.core.kinds import KINDS
from functions.core.telling import letters_after
from tests.core.stories import MONDAY, UNITS, USERS, VENDORS, decided, reached, standing
from tests.core.story import SOP as OF_NO_PRINCIPAL
from tests.core.story import VENDOR

PRINCIPAL = {"pendaftar": "kuasa", "surel-pemberi-kuasa": "direktur@maju.test"}
RECEIPT = Letter("tanda-terima", step="permohonan")
SEALED = Account("RINA", MONDAY, "siti", sealed="x")
OUTSIDE = Account("BUDI", MONDAY, "siti", outside="e-Pesan")
HANDED = Letter("akun-diserahkan", step="buat-akun")


def letters_for(*holders: str) -> tuple[Letter, ...]:
    return tuple(Letter("akun", "holder", holder, "buat-akun") for holder in holders)


def test_a_principal_who_is_named_hears_that_a_proxy_acts() -> None:
    sent = decided(standing(VENDORS, "permohonan"), "diajukan", answers=PRINCIPAL)
    assert sent.news.letters == (RECEIPT, Letter("kuasa", "principal", step="permohonan"))


@pytest.mark.parametrize("answers", [{}, {"pendaftar": "sendiri"}, {"surel-pemberi-kuasa": ""}])
def test_where_no_principal_is_named_only_the_applicant_hears(answers: dict[str, str]) -> None:
    sent = decided(standing(VENDORS, "permohonan"), "diajukan", answers=answers)
    assert sent.news.letters == (RECEIPT,)


def test_an_sop_that_knows_no_principal_writes_to_none() -> None:
    form = standing(OF_NO_PRINCIPAL, "permohonan")
    case = form.decide(OF_NO_PRINCIPAL, VENDOR, "daring", MONDAY, answers=PRINCIPAL)
    assert case.news.letters == (RECEIPT,)


def test_the_principal_hears_of_the_application_and_of_no_later_step() -> None:
    made: dict[str, Any] = {"answers": PRINCIPAL, "accounts": {APPLICANT: SEALED}}
    case = decided(standing(VENDORS, "aktivasi"), "disetujui", **made)
    assert case.news.letters == (Letter("akun", step="aktivasi"),)


def _sent() -> Case:
    """An application by proxy, whose principal was told."""
    return decided(standing(VENDORS, "permohonan"), "diajukan", answers=PRINCIPAL).settled()


def _mended(case: Case, address: str) -> Case:
    """Sent back, and mended with this principal's mailbox."""
    there = reached(replace(case, here=None, transit=Transit("lengkapi", MONDAY))).settled()
    answers = {**there.answers, "surel-pemberi-kuasa": address}
    return decided(there, "dilengkapi", answers=answers)


def test_a_principal_who_was_told_is_not_told_again_when_answers_are_mended() -> None:
    mended = _mended(_sent(), PRINCIPAL["surel-pemberi-kuasa"])
    assert mended.news.letters == ()
    assert mended.principal == "direktur@maju.test"


def test_another_principal_named_while_mending_hears_of_it_too() -> None:
    mended = _mended(_sent(), "komisaris@maju.test")
    assert mended.news.letters == (Letter("kuasa", "principal", step="lengkapi"),)
    assert mended.principal == "komisaris@maju.test"


def test_who_is_no_principal_any_more_is_not_forgotten() -> None:
    gone = _mended(_sent(), "")
    assert gone.news.letters == ()
    assert gone.principal == "direktur@maju.test"


@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_sent_with_the_form_and_what_is_mended_alone(kind: str) -> None:
    assert KINDS[kind].sends == (kind in {"apply", "complete"})


def test_a_letter_to_the_principal_comes_after_the_one_to_the_applicant() -> None:
    told = letters_after(UNITS.step("kirim"), "dikirim", {}, "direktur@maju.test")
    assert told == [Letter("surat", step="kirim"), Letter("kuasa", "principal", step="kirim")]


def test_each_holder_gets_their_own_and_the_applicant_word_that_they_did() -> None:
    accounts = {"h1": SEALED, "h2": SEALED}
    case = decided(standing(UNITS, "buat-akun"), "disetujui", accounts=accounts)
    assert case.news.letters == (*letters_for("h1", "h2"), HANDED)


def test_what_is_handed_over_outside_needs_no_letter_to_its_holder() -> None:
    accounts = {"h1": OUTSIDE, "h2": SEALED}
    case = decided(standing(UNITS, "buat-akun"), "disetujui", accounts=accounts)
    assert case.news.letters == (*letters_for("h2"), HANDED)


def test_the_applicant_hears_even_if_all_was_handed_over_outside() -> None:
    case = decided(standing(UNITS, "buat-akun"), "disetujui", accounts={"h1": OUTSIDE})
    assert case.news.letters == (HANDED,)


@pytest.mark.parametrize("account", [SEALED, OUTSIDE], ids=["sealed", "outside"])
def test_an_applicant_who_holds_the_account_hears_of_it_once(account: Account) -> None:
    case = decided(standing(USERS, "akun"), "disetujui", accounts={APPLICANT: account})
    told = [letter for letter in case.news.letters if letter.reader != "officer"]
    assert told == [Letter("akun", step="akun")]


def test_nobody_hears_of_an_account_that_was_refused() -> None:
    assert decided(standing(USERS, "akun"), "ditolak").news.letters == ()


def test_what_officers_pass_among_themselves_is_told_to_nobody_outside() -> None:
    for step, outcome in (("disposisi-biro", "didisposisikan"), ("verifikasi", "lengkap")):
        assert decided(standing(USERS, step), outcome).news.letters == ()


def test_the_offices_letter_is_told_of_when_it_is_sent() -> None:
    sent = decided(standing(UNITS, "kirim"), "dikirim")
    assert sent.news.letters == (Letter("surat", step="kirim"),)
