"""What an applicant does with scans that were sent: sees them, adds to them, takes them back."""

import pytest

from functions.core.document import MOST
from infra.demo.papers import PDF, png
from tests.desk.browser import Browser, program
from tests.desk.counter import Delegation
from tests.desk.office import Desk
from tests.desk.people import Vendor
from tests.desk.stages import reach
from tests.desk.walks import Kemenperin
from tests.fakes.clean import SHOWN
from tests.register.leaves import NAME, scan_of, send, sender


@pytest.fixture
def vendor(desk: Desk) -> Vendor:
    return sender(desk)


def _page(vendor: Vendor) -> str:
    return vendor.browser.get(f"{vendor.link}/dokumen").body


def test_several_photographs_make_one_document(vendor: Vendor) -> None:
    for _ in range(2):
        send(vendor, "more", png())
    scan = scan_of(vendor)
    assert (scan["state"], len(scan["kept"])) == ("accepted", 3)
    assert _page(vendor).count("Pratinjau berkas 3") == 1


def test_what_replaces_takes_the_place_of_all_pages(vendor: Vendor) -> None:
    send(vendor, "more", png())
    send(vendor, "form", PDF)
    assert [file["label"][:3] for file in scan_of(vendor)["kept"]] == ["PDF"]


def test_a_page_too_many_is_refused_in_words_and_the_others_stay(vendor: Vendor) -> None:
    form = scan_of(vendor)["more"]["fields"]["key"]
    for n in range(MOST):
        vendor.desk.arrive(f"{form}{n}", png())
    scan = scan_of(vendor)
    assert scan["more"] is None
    assert (scan["state"], len(scan["kept"])) == ("refused", MOST)
    assert "paling banyak 10" in scan["problem"]


def test_a_refused_upload_leaves_what_was_there_and_the_page_says_both(vendor: Vendor) -> None:
    before = scan_of(vendor)["kept"]
    send(vendor, "form", b"MZ")
    scan = scan_of(vendor)
    assert (scan["state"], scan["kept"]) == ("refused", before)
    assert "Berkas yang sebelumnya tetap tersimpan" in _page(vendor)
    assert vendor.submit().status == 303


def test_a_good_upload_ends_the_complaint_about_the_one_before(vendor: Vendor) -> None:
    send(vendor, "form", b"MZ")
    send(vendor, "form", PDF)
    assert (scan_of(vendor)["state"], scan_of(vendor)["problem"]) == ("accepted", "")


def test_a_picture_has_a_preview_and_a_pdf_has_none(vendor: Vendor) -> None:
    """Nothing here draws PDFs."""
    (file,) = scan_of(vendor)["kept"]
    answer = vendor.browser.get(file["preview"])
    assert answer.status == 303
    assert answer.location.startswith(SHOWN)
    send(vendor, "form", PDF)
    assert scan_of(vendor)["kept"][0]["preview"] == ""
    assert vendor.browser.get(f"{vendor.link}/dokumen/{NAME}/1/kecil").status == 404


def test_the_page_may_show_the_clean_stores_pictures(vendor: Vendor) -> None:
    policy = vendor.browser.get(f"{vendor.link}/dokumen").headers["content-security-policy"]
    assert f"img-src 'self' {SHOWN};" in policy


def test_an_applicant_sees_exactly_what_is_kept(vendor: Vendor) -> None:
    """G13."""
    (leaf,) = vendor.desk.case().documents[NAME].leaves
    answer = vendor.browser.get(scan_of(vendor)["kept"][0]["look"])
    assert answer.status == 303
    assert answer.location.startswith(f"{SHOWN}/{leaf.key}?version={leaf.version}")


@pytest.mark.parametrize("place", ["0", "2", "-1", "x", "01", "1.0", "99999999999999999999"])
@pytest.mark.parametrize("what", ["kecil", "lihat", "ganti"])
def test_there_is_no_file_at_a_place_that_is_not_there(
    vendor: Vendor, place: str, what: str
) -> None:
    assert program("GET", f"{vendor.link}/dokumen/{NAME}/{place}/{what}").status == 404


def test_a_document_is_taken_back_after_a_question(vendor: Vendor) -> None:
    send(vendor, "more", png())
    page = scan_of(vendor)["discard"]
    assert "Hapus" in vendor.browser.get(page).body
    assert scan_of(vendor)["state"] == "accepted"
    assert vendor.browser.submit(page, {}).status == 303
    scan = scan_of(vendor)
    assert (scan["state"], scan["kept"], scan["discard"]) == ("missing", [], "")
    assert vendor.browser.get(page).status == 404
    assert program("POST", f"{vendor.link}/kirim", {"consent": "ya"}).status == 422
    assert vendor.desk.history("discarded")[0].detail["document"] == NAME


def test_one_page_of_several_is_taken_back_and_the_others_stay(vendor: Vendor) -> None:
    for _ in range(2):
        send(vendor, "more", png())
    before = vendor.desk.hashes(NAME)
    page = vendor.browser.get(scan_of(vendor)["discard"]).body
    assert "Berkas 2 saja" in page
    assert vendor.browser.submit(scan_of(vendor)["discard"], {"file": before[1]}).status == 303
    assert vendor.desk.hashes(NAME) == [before[0], before[2]]
    assert scan_of(vendor)["state"] == "accepted"
    assert vendor.desk.history("discarded")[0].detail["sha256"] == before[1]


def test_the_only_page_taken_back_by_itself_leaves_nothing(vendor: Vendor) -> None:
    (leaf,) = vendor.desk.case().documents[NAME].leaves
    assert vendor.browser.submit(scan_of(vendor)["discard"], {"file": leaf.sha256}).status == 303
    assert scan_of(vendor)["state"] == "missing"


def test_a_page_that_is_not_there_is_not_taken_back(vendor: Vendor) -> None:
    before = vendor.desk.case()
    assert program("POST", scan_of(vendor)["discard"], {"file": "0" * 64}).status == 404
    assert vendor.desk.case() == before


def test_what_was_taken_back_may_be_sent_anew(vendor: Vendor) -> None:
    vendor.browser.submit(scan_of(vendor)["discard"], {})
    send(vendor, "form", PDF)
    assert scan_of(vendor)["state"] == "accepted"
    assert vendor.submit().status == 303


@pytest.mark.parametrize("name", ["npwp", "bukti", "..", "x"])
def test_what_is_not_asked_for_is_nobodys_to_take_back(vendor: Vendor, name: str) -> None:
    assert program("GET", f"{vendor.link}/dokumen/{name}/hapus").status == 404
    assert program("POST", f"{vendor.link}/dokumen/{name}/hapus", {}).status == 404
    assert program("GET", f"{vendor.link}/dokumen/{name}/1/ganti").status == 404


@pytest.mark.parametrize("stage", ["scheduling", "checking", "closed"])
def test_nothing_is_taken_back_or_shown_after_sending(desk: Desk, stage: str) -> None:
    vendor, _ = reach(desk, stage)
    before = desk.state()
    for page in ("hapus", "1/kecil", "1/lihat", "1/ganti"):
        assert program("GET", f"{vendor.link}/dokumen/{NAME}/{page}").status == 409
    assert program("POST", f"{vendor.link}/dokumen/{NAME}/hapus", {}).status in {404, 409}
    assert desk.state() == before


def test_a_page_that_was_missing_is_added_while_mending(desk: Desk) -> None:
    walk = Kemenperin(desk).to("mending")
    (scan,) = walk.applicant.look("/dokumen")["scans"]
    assert (scan["state"], len(scan["kept"])) == ("missing", 1)
    desk.arrive(scan["more"]["fields"]["key"], png())
    (scan,) = walk.applicant.look("/dokumen")["scans"]
    assert (scan["state"], len(scan["kept"])) == ("accepted", 2)


def test_a_refused_upload_mends_nothing(desk: Desk) -> None:
    walk = Kemenperin(desk).to("mending")
    (scan,) = walk.applicant.look("/dokumen")["scans"]
    desk.arrive(scan["form"]["fields"]["key"], b"MZ")
    gaps = {gap["label"]: gap["mended"] for gap in walk.applicant.look("/perbaikan")["gaps"]}
    assert gaps[scan["name"]] is False


def test_the_counter_has_the_same_abilities_but_looks_on_record(desk: Desk) -> None:
    """An officer's look is an act: no picture comes up by itself."""
    walk = Delegation(desk).to("filled")
    scans = walk.clerk.see("/dokumen")["scans"]
    for scan in scans:
        (file,) = scan["kept"]
        assert (file["preview"], scan["more"]["button"]) == ("", "Unggah")
        assert file["look"] == f"/berkas/{desk.case().id}/dokumen/{scan['id']}"
        look = f"{walk.clerk.seat}{file['look']}"
        assert Browser().submit(look, {"why": "permintaan-pemohon"}).status == 303
        assert Browser().submit(f"{walk.clerk.page}/dokumen/{scan['id']}/hapus", {}).status == 303
    assert len(desk.history("looked")) == len(scans) > 0
    assert not any(s["kept"] for s in walk.clerk.see("/dokumen")["scans"])


def test_at_the_counter_a_file_is_replaced_in_its_place_without_a_picture(desk: Desk) -> None:
    walk = Delegation(desk).to("filled")
    (scan, *_) = walk.clerk.see("/dokumen")["scans"]
    desk.arrive(scan["more"]["fields"]["key"], png())
    first, second = desk.hashes(scan["id"])
    page = walk.clerk.see(f"/dokumen/{scan['id']}/2/ganti")
    assert page["file"]["preview"] == ""
    desk.arrive(page["form"]["fields"]["key"], png())
    anew = desk.hashes(scan["id"])
    assert (anew[0], anew[1] != second) == (first, True)
    assert "<img" not in Browser().get(f"{walk.clerk.page}/dokumen/{scan['id']}/2/ganti").body
