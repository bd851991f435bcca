"""Where applicants chose their own password, they are told of the activation, and no more."""

import pytest

from functions.sops import all_sops, current
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import PASSWORD, WULAN, Vendor, Verifier


@pytest.fixture
def approving(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> tuple[Vendor, Verifier]:
    """A case before its approval, by an SOP that seals nothing."""
    sop = current("batang-pelaku-usaha").model_copy(update={"credential": "notice"})
    monkeypatch.setitem(all_sops(), sop.key, sop)
    vendor, siti = Vendor(desk).apply("tatap-muka"), Verifier(desk)
    siti.find("sesuai")
    return vendor, siti


def test_the_applicant_is_told_to_use_the_password_they_chose(
    desk: Desk, approving: tuple[Vendor, Verifier]
) -> None:
    _, siti = approving
    assert siti.approve(password="").status == 303
    (mail,) = desk.mails(WULAN, "sudah aktif")
    assert "Wulan.Maju" in mail.text
    assert "kata sandi yang Anda buat sendiri" in mail.text
    assert "/akun" not in mail.text


def test_no_password_is_asked_of_the_officer_or_taken(
    approving: tuple[Vendor, Verifier],
) -> None:
    _, siti = approving
    assert siti.look()["sealed"] is False
    answer = siti.approve(password=PASSWORD)
    assert answer.status == 422
    assert "Pemohon memilih kata sandinya sendiri" in answer.body


def test_there_is_nothing_to_reveal(
    approving: tuple[Vendor, Verifier],
) -> None:
    vendor, siti = approving
    siti.approve(password="")
    nik = vendor.answers["penanggung-jawab"]["nik"]
    assert program("POST", f"{vendor.link}/akun", {"fact": nik}).status == 410
    assert program("GET", f"{vendor.link}/akun").view["password_waits"] is False
