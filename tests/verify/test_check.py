"""Row 5: what each outcome of the verification wants, and what it leaves behind."""

import pytest

from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, PASSWORD, TRADER, WULAN, Vendor, Verifier
from tests.desk.stages import GAPS, reach


@pytest.fixture
def visit(desk: Desk, vendor: Vendor, siti: Verifier) -> Verifier:
    """Siti, before a visitor's papers."""
    vendor.apply("tatap-muka")
    return siti


@pytest.fixture
def call(desk: Desk) -> Verifier:
    """Siti, in a video call with a company."""
    return reach(desk, "checking")[1]


def _is_refused(desk: Desk, siti: Verifier, answer: Answer, *names: str) -> bool:
    """Each of `names` has its message beside it, and the case is still where it was."""
    return (
        answer.status == 422
        and all(answer.error(name) for name in names)
        and desk.case().here.id == "periksa"
    )


def test_all_gaps_are_in_one_mail_in_words(desk: Desk, call: Verifier) -> None:
    words = {"note.npwp-perusahaan": "Fotonya buram.", "message": "Tinggal dua hal."}
    assert call.find("belum-lengkap", {**GAPS, **words}).status == 303
    (mail,) = desk.mails(WULAN, "perlu dilengkapi")
    for part in ("NPWP Perusahaan: Tidak jelas. Fotonya buram.", "Pajak dan izin: Tidak jelas",
                 "Tinggal dua hal."):  # fmt: skip
        assert part in mail.text
    assert "KTP" not in mail.text.split("--")[0]


def test_only_what_was_wrong_is_asked_again(desk: Desk) -> None:
    vendor, _ = reach(desk, "mending")
    scans = program("GET", f"{vendor.link}/dokumen").view["scans"]
    assert [scan["id"] for scan in scans] == ["npwp-perusahaan"]
    assert vendor.browser.get(f"{vendor.link}/data/pajak").status == 200
    for closed in ("usaha", "penanggung-jawab", "cara"):
        assert vendor.browser.get(f"{vendor.link}/data/{closed}").status == 409
    assert program("POST", f"{vendor.link}/data/usaha", COMPANY["usaha"]).status == 409


def test_nothing_is_sent_back_before_everything_was_mended(desk: Desk) -> None:
    vendor, _ = reach(desk, "mending")
    answer = vendor.do("/perbaikan", {"done": "ya"})
    assert answer.status == 422
    assert "NPWP Perusahaan" in answer.body
    assert "Pajak dan izin" in answer.body
    assert desk.case().here.id == "perbaiki"


def test_what_was_mended_may_be_mended_once_more(desk: Desk) -> None:
    vendor, _ = reach(desk, "mending")
    for pkp in ("S-1", "S-2"):
        answer = program("POST", f"{vendor.link}/data/pajak", {**COMPANY["pajak"], "pkp": pkp})
        assert answer.status == 200
    assert desk.case().answers["pkp"] == "S-2"


def test_nothing_is_in_order_while_something_is_not(desk: Desk, visit: Verifier) -> None:
    answer = visit.find("sesuai", {"verdict.pajak": "tidak-jelas"})
    assert _is_refused(desk, visit, answer, "verdict.pajak")


def test_nothing_is_in_order_while_something_is_unjudged(desk: Desk, visit: Verifier) -> None:
    answer = visit.do({"outcome": "sesuai", "originals": "ya", "copies": "ya"})
    assert _is_refused(desk, visit, answer, *visit.verdicts())


def test_a_return_names_something(desk: Desk, visit: Verifier) -> None:
    answer = visit.find("belum-lengkap")
    assert _is_refused(desk, visit, answer)
    assert "sekurang-kurangnya satu" in answer.body


@pytest.mark.parametrize("unseen", ["originals", "copies"])
def test_originals_and_copies_are_seen_face_to_face(
    desk: Desk, visit: Verifier, unseen: str
) -> None:
    assert _is_refused(desk, visit, visit.find("sesuai", {unseen: ""}), unseen)


def test_a_video_call_needs_its_screenshot(desk: Desk, call: Verifier) -> None:
    answer = call.find("sesuai")
    assert _is_refused(desk, call, answer, "berkas-bukti")
    call.keep_screenshot()
    assert call.find("sesuai").status == 303


def test_a_screenshot_that_is_none_does_not_do(desk: Desk, call: Verifier) -> None:
    call.keep_screenshot(b"MZ\x90\x00")
    assert _is_refused(desk, call, call.find("sesuai"))


@pytest.mark.parametrize("outcome", ["tidak-hadir", "jadwal-ulang"])
def test_a_visit_cannot_be_put_off_to_a_call(desk: Desk, visit: Verifier, outcome: str) -> None:
    """The paper plans calls only for those who asked to be called."""
    answer = visit.find(outcome, {"message": "Tidak datang."})
    assert answer.status == 422
    assert desk.case().here.id == "periksa"


def test_a_rejection_says_why_to_the_applicant(desk: Desk, visit: Verifier) -> None:
    assert _is_refused(desk, visit, visit.find("ditolak"), "message")
    assert visit.find("ditolak", {"message": "NPWP bukan milik pemohon."}).status == 303
    assert "NPWP bukan milik pemohon." in desk.mails(WULAN, "tidak dapat disetujui")[0].text
    assert desk.case().closed.end == "ditolak"


@pytest.mark.parametrize("name", ["verdict.unknown", "verdict.", "note.unknown", "verdict"])
def test_a_word_on_what_nobody_asked_is_refused(desk: Desk, visit: Verifier, name: str) -> None:
    assert visit.find("sesuai", {name: "sesuai"}).status == 422
    assert desk.case().here.id == "periksa"


def test_an_unknown_verdict_is_named_beside_its_field(desk: Desk, visit: Verifier) -> None:
    answer = visit.find("sesuai", {"verdict.pajak": "ngawur"})
    assert _is_refused(desk, visit, answer, "verdict.pajak")


def _second(desk: Desk, **npwp: str) -> Vendor:
    """Another applicant with the same NPWP, or the one given."""
    answers = {**TRADER, "pajak": {**TRADER["pajak"], **npwp}}
    return Vendor(desk, "cabang@maju.co.id", answers).apply("tatap-muka")


def test_a_second_account_on_one_npwp_is_seen_and_wants_a_reason(
    desk: Desk, visit: Verifier
) -> None:
    """G12."""
    visit.find("sesuai")
    visit.approve("maju")
    _second(desk)
    page = Browser().get(visit.task).body
    assert "Data ini sudah dipakai" in page
    assert "NPWP: permohonan BTG-" in page
    assert "User ID maju" in page
    answer = visit.find("sesuai")
    assert answer.error("twins")
    assert visit.find("sesuai", {"twins": "NPWP cabang."}).status == 303
    kept = [c for c in map(desk.world.cases.get, desk.world.cases.snapshots) if c.findings]
    assert [c.findings["npwp-ganda"].note for c in kept] == ["NPWP cabang."]


def test_the_same_npwp_is_seen_in_its_old_and_its_new_form(desk: Desk, visit: Verifier) -> None:
    """G12."""
    _second(desk, npwp=TRADER["pajak"]["npwp"].removeprefix("0"))
    assert len(visit.look()["dossier"]["twins"]) == 1


def test_an_npwp_that_was_mended_is_seen_too(desk: Desk, visit: Verifier) -> None:
    """G12: the claim follows the answer."""
    visit.find("belum-lengkap", {"verdict.pajak": "tidak-jelas"})
    vendor = Vendor(desk)
    mended = COMPANY["pajak"]["npwp"]
    vendor.do("/data/pajak", {**TRADER["pajak"], "npwp": mended})
    vendor.do("/perbaikan", {"done": "ya"})
    _second(desk, npwp=mended)
    assert len(visit.look()["dossier"]["twins"]) == 1


@pytest.mark.parametrize("again", ["maju.jaya", "MAJU.Jaya", " Maju.jaya "])
def test_a_user_id_is_given_once(desk: Desk, visit: Verifier, again: str) -> None:
    """G12: whichever letters are capitals."""
    visit.find("sesuai")
    visit.approve("Maju.Jaya")
    _second(desk, npwp=COMPANY["pajak"]["npwp"])
    visit.find("sesuai")
    answer = visit.approve(again)
    assert answer.status == 422
    assert "sudah tercatat" in answer.error("user_id")
    assert PASSWORD not in answer.body
    assert visit.approve("lain").status == 303
