"""The notification letter on its way: worded, corrected, given back, signed, archived."""

import hashlib
from time import perf_counter
from typing import Any

import pytest

from functions.verify.tasks.letter import MOST_LINES
from infra.demo.papers import PDF, png
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.walks import Kemenperin


def test_a_letter_is_signed_as_pdf_of_this_round(desk: Desk) -> None:
    walk = Kemenperin(desk).to("signing")
    missing = "Unggah surat yang sudah ditandatangani"
    assert missing in walk.ukpbj.do({"outcome": "ditandatangani"}).error("berkas-surat")
    walk.ukpbj.upload_letter(png())
    assert missing in walk.ukpbj.do({"outcome": "ditandatangani"}).error("berkas-surat")
    walk.ukpbj.upload_letter()
    walk.ukpbj.do({"outcome": "dikembalikan", "message": "Nomornya?"})
    walk.lpse.word("dikoreksi", "Surat yang lain.")
    assert missing in walk.ukpbj.do({"outcome": "ditandatangani"}).error("berkas-surat")


def test_the_correction_is_seen_line_by_line(desk: Desk) -> None:
    walk = Kemenperin(desk).to("signing")
    page = Browser().get(walk.ukpbj.task).body
    assert "− Konsep kedua." in page
    assert "+ Konsep ketiga." in page
    lines = {(line["change"], line["text"]) for line in walk.ukpbj.look()["before"]}
    assert ("", "Baris dua.") in lines


def test_a_letter_given_back_says_why_to_who_had_it_before(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting again")
    assert "Sebutkan nomor surat." in Browser().get(walk.team.task).body
    walk.then("correcting again", "correcting last")
    assert "Tanggal?" in Browser().get(walk.lpse.task).body
    rows = [no for e in desk.history("decided") for no in e.rows]
    assert rows.count(9) == 2
    assert 11 not in rows


def test_the_scan_that_the_signer_saw_is_the_one_that_is_archived(desk: Desk) -> None:
    """Another that arrives at the last moment does not take its place."""
    walk = Kemenperin(desk).to("uploaded")
    task, later = walk.ukpbj.task, walk.ukpbj.look()["form"]["fields"]["key"]
    signing = {"outcome": "ditandatangani", "sha256": walk.ukpbj.seen}
    with desk.before_save(lambda: desk.arrive(later, PDF + b"%later\n")):
        answer = program("POST", f"{task}/tanda-tangan", signing)
    assert answer.status == 200
    desk.settle()
    walk.archive()
    ((key, kept),) = desk.world.archive.kept.items()
    digest = hashlib.sha256(PDF).hexdigest()
    assert kept == (PDF, "application/pdf")
    assert desk.case().notification.sha256 == digest == key.split("/")[-1]


def test_a_first_draft_is_filled_in_from_the_case(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    text = walk.team.look()["text"]
    for words in ("Yth. Kepala Direktorat Contoh", "1. Andi Wijaya, PPK, User ID ANDI",
                  "2. Bunga Citra, Pejabat Pengadaan, User ID BUNGA", "2 Maret 2026"):  # fmt: skip
        assert words in text
    assert "{" not in text


def test_a_letter_has_a_number_before_it_is_archived(desk: Desk) -> None:
    walk = Kemenperin(desk).to("archiving")
    assert walk.team.do({"number": " "}).error("number")
    assert desk.world.archive.kept == {}


def test_a_letter_given_back_says_what_to_mend(desk: Desk) -> None:
    walk = Kemenperin(desk).to("correcting")
    assert walk.lpse.word("dikembalikan").error("message")
    assert desk.case().here.id == "koreksi"


@pytest.mark.parametrize("named", ["", "0" * 64])
def test_only_the_upload_that_was_seen_is_signed(desk: Desk, named: str) -> None:
    walk = Kemenperin(desk).to("uploaded")
    answer = walk.ukpbj.do({"outcome": "ditandatangani", "sha256": named})
    assert answer.status == 422
    assert "Surat lain baru saja diunggah" in answer.error("berkas-surat")
    assert desk.case().here.id == "tanda-tangan"


def test_one_that_came_since_the_page_was_opened_is_looked_at_first(desk: Desk) -> None:
    walk = Kemenperin(desk).to("uploaded")
    signing = {"outcome": "ditandatangani", "sha256": walk.ukpbj.seen}
    desk.later(minutes=1)
    walk.ukpbj.upload_letter(PDF + b"%another\n")
    answer = program("POST", f"{walk.ukpbj.task}/tanda-tangan", signing)
    assert answer.status == 422
    assert walk.ukpbj.do({"outcome": "ditandatangani"}).status == 303


def test_bytes_that_are_not_those_that_were_signed_are_not_archived(desk: Desk) -> None:
    walk = Kemenperin(desk).to("archiving")
    kept = desk.case().documents["surat"]
    with desk.instead("clean", _Changed(desk.world.clean)):
        assert walk.team.do({"number": "B/12/2026"}).status == 409
    assert desk.world.archive.kept == {}
    assert desk.case().here.id == "arsip"
    assert walk.team.do({"number": "B/12/2026"}).status == 303
    assert list(desk.world.archive.kept) == [f"{desk.case().id}/surat/{kept.sha256}"]


def test_a_long_letter_that_was_changed_throughout_is_compared_at_once(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    first, second = ("\n".join(f"{word} {n}." for n in range(MOST_LINES))
                     for word in ("Konsep baris", "Koreksi baris"))  # fmt: skip
    walk.team.word("dikonsep", first)
    walk.lpse.word("dikoreksi", second)
    began = perf_counter()
    compared = walk.ukpbj.look()["before"]
    assert perf_counter() - began < 1
    assert [line["change"] for line in compared] == ["-"] * MOST_LINES + ["+"] * MOST_LINES


class _Changed:
    """A store that no longer gives back what it was given."""

    def __init__(self, clean: Any) -> None:
        self._clean = clean

    def __getattr__(self, name: str) -> Any:
        return getattr(self._clean, name)

    def read(self, key: str, version: str) -> bytes:
        return b"%PDF-1.7 another"
