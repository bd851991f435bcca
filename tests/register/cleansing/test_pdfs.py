"""PDFs come out as what can be seen of them (G13)."""

from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String
from pypdf import PdfReader

from functions.register.cleansing import cleansed
from infra.demo.papers import PDF
from tests.register.cleansing.evil import PACKED, POISON, Change, attached, form, noted, pdf
from tests.register.cleansing.found import everything, problem, text
from tests.register.cleansing.pictures import photo
from tests.register.cleansing.poisoned import POISONED, picture_of, root

LOCKED = "PDF ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."


@pytest.mark.parametrize("change", POISONED.values(), ids=POISONED)
def test_whatever_acts_hides_or_tells_is_gone_and_the_page_is_still_read(change: Change) -> None:
    for saving in ({}, PACKED):
        evil = pdf(change, **saving)
        assert POISON in "".join(everything(evil))
        clean = cleansed(evil)
        assert POISON not in "".join(everything(clean.content))
        assert POISON.encode() not in clean.content
        assert "Terbaca" in text(clean.content)


def test_everything_evil_at_once_leaves_what_a_good_document_leaves() -> None:
    plain = {k: c for k, c in POISONED.items() if "image" not in k and "place" not in k}
    for change in plain.values():
        assert set(_catalog(cleansed(pdf(change)).content)) == {"/Type", "/Pages"}


def _catalog(content: bytes) -> list[str]:
    with Pdf.open(BytesIO(content)) as opened:
        return list(opened.Root.keys())


def test_a_clean_document_is_a_pdf_of_as_many_pages_without_a_preview() -> None:
    clean = cleansed(pdf(pages=3))
    assert (clean.type, clean.pages, clean.preview) == ("application/pdf", 3, b"")
    assert text(clean.content).count("Terbaca") == 3


def test_a_document_of_the_least_kind_is_taken() -> None:
    assert cleansed(PDF).pages == 1


def test_the_same_bytes_give_the_same_bytes() -> None:
    """The hash of what is clean is in the case's history."""
    evil = pdf(*POISONED.values(), pages=2)
    assert cleansed(evil) == cleansed(evil)


@pytest.mark.parametrize("user", ["", "rahasia"])
def test_a_locked_document_is_refused_also_if_its_password_is_empty(user: str) -> None:
    for strength in (3, 4, 6):
        lock = Encryption(owner="pemilik", user=user, R=strength, aes=strength > 3,
                          metadata=strength > 3)  # fmt: skip
        assert problem(pdf(encryption=lock, stream_decode_level=None)) == LOCKED


@pytest.mark.parametrize("more", [{"NeedsRendering": True}, {}], ids=["told", "without fields"])
def test_a_form_that_adobe_alone_can_draw_is_refused(more: dict[str, Any]) -> None:
    fields = Array([Dictionary(T=String("nama"))] if more else [])
    empty = root(AcroForm=lambda m: Dictionary(XFA=attached(m), Fields=fields), **more)
    assert "Adobe Reader" in problem(pdf(empty))


def test_html_behind_or_before_the_document_is_gone() -> None:
    html = f"<html><script>{POISON}</script></html>".encode()
    assert POISON.encode() not in cleansed(pdf() + html).content
    within = pdf().replace(b"%PDF-1.3\n", b"%PDF-1.3\n" + html, 1)
    assert within.count(html) <= 1
    assert POISON.encode() not in cleansed(within).content


def test_what_lies_in_the_file_unused_is_gone() -> None:
    unused = pdf(root(Berbisa=attached))
    assert POISON in "".join(everything(unused))
    assert POISON not in "".join(everything(cleansed(unused).content))


@pytest.mark.parametrize("size", [0, 5, 9, 100])
def test_a_document_that_was_cut_off_is_refused(size: int) -> None:
    assert problem(pdf()[:size])


@pytest.mark.parametrize("subtype", ["/Widget", "/FreeText", "/Stamp", "/Ink"])
def test_what_was_filled_in_or_stamped_is_still_seen(subtype: str) -> None:
    seen = b"BT /F1 12 Tf 5 5 Td (Diisi) Tj ET"
    font = Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))

    def look(made: Pdf) -> Dictionary:
        return Dictionary(N=form(made, seen, Resources=Dictionary(Font=font)))

    clean = cleansed(pdf(noted(subtype, AP=look), pages=2))
    assert "Diisi" in text(clean.content)
    assert text(clean.content).count("Terbaca") == 2


def test_a_field_that_nobody_drew_yet_is_drawn() -> None:
    def change(made: Any) -> None:
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nama"), V=String("Dewi"),
            DA=String("/Helv 12 Tf"), Rect=Array([10, 10, 200, 30]),
        )  # fmt: skip
        field = made.make_indirect(field)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        made.Root.AcroForm = Dictionary(
            Fields=Array([field]), NeedAppearances=True,
            DR=Dictionary(Font=Dictionary(Helv=made.make_indirect(font))),
        )  # fmt: skip
        made.pages[0].Annots = Array([field])

    assert "Dewi" in text(cleansed(pdf(change)).content)


def test_a_page_has_what_its_tree_says_of_all_pages() -> None:
    def change(made: Any) -> None:
        one = made.pages[0].obj
        made.Root.Pages.Resources, made.Root.Pages.Rotate = one.Resources, 90
        del one.Resources

    clean = cleansed(pdf(change))
    assert "Terbaca" in text(clean.content)
    assert PdfReader(BytesIO(clean.content)).pages[0].rotation == 90


def test_what_several_pages_share_is_kept_once() -> None:
    def change(made: Any) -> None:
        shared = picture_of(made, photo())
        for one in made.pages:
            one.Resources.XObject = Dictionary(X=shared)

    assert cleansed(pdf(change, pages=20)).content.count(b"/DCTDecode") == 1
