"""What comes along with a mail goes where scans go, or is named and not kept."""

import pytest

from functions.complaints.enclosures import MOST
from functions.core.grievance import STORY
from functions.core.scans import instead, parts
from functions.register import scans as scans_room
from infra.demo.papers import png
from tests.complaints.mails import PDF, PNG, Postbox, attached, mail


@pytest.mark.parametrize("content", [PDF, PNG, b"\xff\xd8\xff..."], ids=["PDF", "PNG", "JPG"])
def test_a_scan_that_comes_along_goes_where_scans_go_whatever_it_is_called(
    postbox: Postbox, content: bytes
) -> None:
    case = postbox.of(attached(content))
    [key] = postbox.scans
    assert key.startswith(f"{case.id}/lampiran/")
    assert "passwd" not in key
    assert postbox.desk.world.scans.read(key).content == content + b"0"
    assert instead(parts(key)[2]) is None
    assert "lampiran" not in case.answers[STORY]


def test_scans_that_come_along_are_pages_of_what_is_attached_even_if_told_of_twice(
    postbox: Postbox,
) -> None:
    made = mail()
    for _ in range(2):
        made.add_attachment(png(), "image", "png", filename="foto.png")
    case = postbox.of(made)
    for key in postbox.scans * 2:
        scans_room.handler({"detail": {"object": {"key": key}}}, None)
    kept = postbox.desk.world.cases.get(case.id).documents["lampiran"]
    assert (len(kept.leaves), kept.problem) == (2, "")


@pytest.mark.parametrize(
    "content", [b"MZ\x90 a program", PDF + b"x" * 5_000_000, b""], ids=["EXE", "too large", "empty"]
)
def test_what_is_no_scan_is_named_and_not_kept(postbox: Postbox, content: bytes) -> None:
    case = postbox.of(attached(content))
    assert postbox.scans == []
    assert "1 lampiran tidak dapat diterima" in case.answers[STORY]


def test_twenty_attachments_are_ten_too_many(postbox: Postbox) -> None:
    case = postbox.of(attached(PDF, 20))
    assert len(postbox.scans) == MOST
    assert "[10 lampiran tidak dapat diterima" in case.answers[STORY]
