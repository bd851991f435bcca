"""One file of several is replaced in its place, or taken back by itself."""

import pytest

from infra.demo.papers import PDF, png
from tests.desk.browser import program
from tests.desk.office import SITE, Desk
from tests.desk.people import Vendor
from tests.register.leaves import NAME, scan_of, send, sender


@pytest.fixture
def three(desk: Desk) -> Vendor:
    """One document of theirs has three pages."""
    vendor = sender(desk)
    for _ in range(2):
        send(vendor, "more", png())
    return vendor


def _replace(vendor: Vendor, page: str, content: bytes) -> None:
    vendor.desk.later(seconds=1)
    vendor.desk.arrive(program("GET", page).view["form"]["fields"]["key"], content)


def test_one_page_of_several_is_replaced_in_its_place(three: Vendor) -> None:
    """G13: the history says exactly what the document is made of now."""
    first, second, third = three.desk.hashes(NAME)
    page = scan_of(three)["kept"][1]["replace"]
    shown = three.browser.get(page).body
    assert f"Ganti berkas 2: {scan_of(three)['name']}" in shown
    assert "Pratinjau berkas 2" in shown
    _replace(three, page, PDF)
    anew = three.desk.hashes(NAME)
    assert (anew[0], anew[2]) == (first, third)
    assert anew[1] != second
    assert scan_of(three)["kept"][1]["label"].startswith("PDF")
    event = three.desk.history("document")[-1]
    assert event.detail["sha256"] == three.desk.case().documents[NAME].sha256


def test_the_page_of_documents_waits_for_what_replaces_one_file(three: Vendor) -> None:
    upload = program("GET", scan_of(three)["kept"][1]["replace"]).view["form"]
    waiting = upload["fields"]["success_action_redirect"].removeprefix(SITE)
    assert waiting == upload["script"]["after"].removeprefix(SITE)
    page = three.browser.get(waiting).body
    assert "Sedang diperiksa" in page
    assert "Ganti<span" not in page
    three.desk.arrive(upload["fields"]["key"], png())
    assert "Sedang diperiksa" not in three.browser.get(waiting).body


def test_a_file_that_is_gone_is_not_replaced_and_the_page_says_so(three: Vendor) -> None:
    page = program("GET", scan_of(three)["kept"][1]["replace"]).view
    first, second, third = three.desk.hashes(NAME)
    three.browser.submit(scan_of(three)["discard"], {"file": second})
    three.desk.later(seconds=1)
    three.desk.arrive(page["form"]["fields"]["key"], png())
    scan = scan_of(three)
    assert three.desk.hashes(NAME) == [first, third]
    assert (scan["state"], "sudah tidak ada" in scan["problem"]) == ("refused", True)


def test_a_page_that_is_there_already_takes_no_others_place(three: Vendor) -> None:
    same = png()
    send(three, "more", same)
    before = three.desk.hashes(NAME)
    _replace(three, scan_of(three)["kept"][0]["replace"], same)
    assert three.desk.hashes(NAME) == before
    assert "sudah ada" in scan_of(three)["problem"]


def test_a_refused_replacement_leaves_the_page_that_was_there(three: Vendor) -> None:
    before = scan_of(three)["kept"]
    _replace(three, before[1]["replace"], b"MZ")
    scan = scan_of(three)
    assert (scan["state"], scan["kept"]) == ("refused", before)
    assert three.submit().status == 303


def test_each_of_several_files_is_replaced_and_taken_back_by_itself(three: Vendor) -> None:
    """With one file, the buttons of the document do."""
    page = three.browser.get(f"{three.link}/dokumen").body
    name = scan_of(three)["name"]
    for n in (1, 2, 3):
        for act in ("Lihat", "Ganti", "Hapus"):
            assert f'{act}<span class="unseen"> berkas {n}: {name}</span></a>' in page
    assert page.count('Ganti<span class="unseen">') == 3


def test_the_file_whose_link_was_followed_is_chosen_already(three: Vendor) -> None:
    page, second = scan_of(three)["kept"][1]["discard"], three.desk.hashes(NAME)[1]
    assert program("GET", page).view["chosen"] == second
    assert f'value="{second}" checked' in three.browser.get(page).body
    assert three.browser.submit(page, {"file": second}).status == 303
    assert second not in three.desk.hashes(NAME)


@pytest.mark.parametrize("place", ["0", "4", "-1", "x", "02", "99999999999999999999", ""])
def test_a_place_where_nothing_is_chooses_no_file(three: Vendor, place: str) -> None:
    page = f"{scan_of(three)['discard']}?berkas={place}"
    assert program("GET", page).view["chosen"] == ""
    assert len(three.desk.hashes(NAME)) == 3
