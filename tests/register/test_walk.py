"""Batang's SOP from the address to SIKaP, both ways, by the links in the mails alone."""

from functions.core.history import first_break
from tests.desk.browser import program
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, PASSWORD, WULAN, Vendor, Verifier


def _rows(vendor: Vendor) -> dict[int, str]:
    return {e["no"]: e["state"] for e in program("GET", vendor.link).view["timeline"]}


def _end(desk: Desk, vendor: Vendor, siti: Verifier) -> None:
    """Rows 6 to 8."""
    assert siti.approve().status == 303
    shown = vendor.do("/akun", {"fact": vendor.answers["penanggung-jawab"]["nik"]})
    assert PASSWORD in shown.body
    assert vendor.do("/sikap", {"done": "ya"}).status == 303
    assert desk.case().closed.end == "selesai"


def test_a_sole_trader_comes_to_the_office_and_gets_an_account(
    desk: Desk, vendor: Vendor, siti: Verifier
) -> None:
    vendor.apply("tatap-muka")
    assert siti.find("sesuai").status == 303
    _end(desk, vendor, siti)
    assert _rows(vendor) == dict.fromkeys((1, 2, 3, 5, 6, 7, 8), "done")


def test_a_company_is_called_mends_and_gets_an_account(desk: Desk, siti: Verifier) -> None:
    vendor = Vendor(desk, answers=COMPANY).apply("daring")
    assert siti.schedule().status == 303
    siti.keep_screenshot()
    siti.find("belum-lengkap", {"verdict.npwp-perusahaan": "tidak-jelas"})
    vendor.send_scans()
    assert vendor.do("/perbaikan", {"done": "ya"}).status == 303
    assert siti.find("sesuai").status == 303
    _end(desk, vendor, siti)
    assert _rows(vendor) == dict.fromkeys(range(1, 9), "done")


def test_the_history_of_a_whole_walk_is_an_unbroken_chain(
    desk: Desk, vendor: Vendor, siti: Verifier
) -> None:
    """G10."""
    vendor.apply()
    siti.find("sesuai")
    _end(desk, vendor, siti)
    case = desk.case()
    assert first_break(case.id, desk.history(), case.seq, case.head) is None


def test_the_applicant_hears_of_everything_and_each_mail_goes_once(
    desk: Desk, vendor: Vendor, siti: Verifier
) -> None:
    """G7."""
    vendor.apply()
    siti.find("sesuai")
    _end(desk, vendor, siti)
    letters = [m.tags["letter"] for m in desk.mails(WULAN)]
    assert letters == ["tautan", "tanda-terima", "akun", "sikap", "selesai"]
    assert [m.tags["letter"] for m in desk.mails(SITI.email)] == ["tugas", "tugas"]


def test_an_address_may_register_anew_once_its_case_has_ended(
    desk: Desk, vendor: Vendor, siti: Verifier
) -> None:
    vendor.apply()
    siti.find("ditolak", {"message": "Dokumen palsu."})
    vendor.register()
    assert len(desk.world.cases.snapshots) == 2
