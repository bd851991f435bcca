"""PDFs come out as what can be seen of them (G13)."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String
from pypdf import PdfReader

from functions.register.cleansing import Unclean, cleansed
from infra.demo.papers import PDF
from tests.register.cleansing.evil import (
    PACKED,
    POISON,
    WORDS,
    Change,
    attached,
    coded,
    form,
    noted,
    pdf,
    photo,
    picture,
    script,
    showing,
)

LOCKED = "PDF ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."


def root(**keys: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in keys.items():
            made.Root[f"/{key}"] = value(made) if callable(value) else value

    return change


def page(**keys: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in keys.items():
            made.pages[0].obj[f"/{key}"] = value(made) if callable(value) else value

    return change


def embedded(made: Pdf) -> Dictionary:
    spec = Dictionary(Type=Name.Filespec, F=String(f"{POISON}.exe"),
                      EF=Dictionary(F=attached(made)))  # fmt: skip
    files = Dictionary(Names=Array([String(POISON), spec]))
    scripts = Dictionary(Names=Array([String(POISON), script(made)]))
    return Dictionary(EmbeddedFiles=files, JavaScript=scripts)


def outside(made: Pdf) -> Stream:
    """An image whose bytes are in another file."""
    return picture(made, F=String(f"file:///{POISON}"), FFilter=Name.FlateDecode)


def launching(_: Pdf) -> Dictionary:
    return Dictionary(S=Name.Launch, F=String(f"{POISON}.exe"))


def linking(_: Pdf) -> Dictionary:
    return Dictionary(S=Name.URI, URI=String(f"https://{POISON}.test"))


def info(made: Any) -> None:
    made.docinfo[Name.Author] = POISON
    made.trailer.Berbisa = String(POISON)


def hiding(_: Pdf) -> Dictionary:
    return Dictionary(OCGs=Array([Dictionary(Type=Name.OCG, Name=String(POISON))]))


def said(_: Pdf) -> Dictionary:
    return Dictionary(Title=String(POISON), K=Array([String(POISON)]))


def ordered(made: Any) -> Dictionary:
    found = made.pages[0].Resources
    found.Properties = Dictionary(P=hiding(made))
    return found


POISONED: dict[str, Change] = {
    "script at opening": root(OpenAction=script),
    "script at closing": root(AA=lambda m: Dictionary(WC=script(m))),
    "names": root(Names=embedded),
    "a page's action": page(AA=lambda m: Dictionary(O=script(m))),
    "launch": noted("/Link", A=launching),
    "address": noted("/Link", A=linking),
    "field's script": noted("/Widget", AA=lambda m: Dictionary(K=script(m)), T=String(POISON)),
    "attachment": noted("/FileAttachment", FS=lambda m: Dictionary(EF=Dictionary(F=attached(m)))),
    "rich media": noted("/RichMedia", RichMediaContent=said),
    "hidden note": noted("/FreeText", F=2, Contents=String(POISON),
                         AP=lambda m: Dictionary(N=form(m, POISON.encode()))),
    "form in XML": root(AcroForm=lambda m: Dictionary(XFA=attached(m), Fields=Array([said(m)]))),
    "metadata": root(Metadata=attached, Lang=String(POISON)),
    "a page's metadata": page(Metadata=attached, PieceInfo=said),
    "an image's metadata": showing(lambda m: picture(m, Metadata=attached(m), OC=hiding(m))),
    "an image elsewhere": showing(outside),
    "another image": showing(lambda m: picture(m, Alternates=Array([attached(m)]))),
    "another file's page": showing(lambda m: form(m, Ref=said(m))),
    "postscript": showing(lambda m: m.make_stream(
        POISON.encode(), Type=Name.XObject, Subtype=Name.PS)),
    "layers": root(OCProperties=hiding),
    "thumbnail": page(Thumb=attached, B=lambda _: Array([String(POISON)])),
    "outlines": root(Outlines=said, URI=linking),
    "tags": root(StructTreeRoot=said),
    "properties": page(Resources=ordered),
    "information": info,
    "a photograph's place": showing(lambda m: picture_of(m, photo())),
}  # fmt: skip


def picture_of(made: Pdf, content: bytes) -> Stream:
    found = picture(made)
    found.write(content, filter=Name.DCTDecode)
    found.Width, found.Height = 400, 300
    return found


def everything(content: bytes) -> Iterator[str]:
    """What is in a document, each stream opened."""
    with Pdf.open(BytesIO(content)) as opened:
        yield opened.trailer.unparse().decode("latin-1")
        for thing in opened.objects:
            if not isinstance(thing, Stream):
                yield thing.unparse(resolved=True).decode("latin-1")
            else:
                yield repr(dict(thing.items()))
                raw = thing.get("/Filter") == "/DCTDecode"
                yield (thing.read_raw_bytes() if raw else thing.read_bytes()).decode("latin-1")


def text(content: bytes) -> str:
    return "\n".join(p.extract_text() for p in PdfReader(BytesIO(content)).pages)


def problem(content: bytes) -> str:
    with pytest.raises(Unclean) as found:
        cleansed(content)
    return found.value.problem


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


def test_bytes_behind_the_end_of_a_stream_are_gone() -> None:
    def change(made: Any) -> None:
        content = zlib.compress(WORDS) + POISON.encode()
        made.pages[0].Contents = coded(made, content, "FlateDecode")

    clean = cleansed(pdf(change))
    assert POISON.encode() not in clean.content
    assert "Terbaca" in text(clean.content)


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


@pytest.mark.parametrize(("filters", "content"), [
    (["ASCIIHexDecode"], WORDS.hex().encode() + b">"),
    (["ASCIIHexDecode", "FlateDecode"], zlib.compress(WORDS).hex().encode()),
    (["FlateDecode", "FlateDecode"], zlib.compress(zlib.compress(WORDS))),
    (["ASCII85Decode"], b"6<#'\\7PQ#@1a#b0+>GQ(+?(u.+B2ko-qIocCi:FtDfTZ).9(%)78s~>"),
    (["RunLengthDecode"], bytes([len(WORDS) - 1]) + WORDS + b"\x80"),
])  # fmt: skip
def test_a_page_may_be_coded_in_old_ways(filters: list[str], content: bytes) -> None:
    def change(made: Any) -> None:
        made.pages[0].Contents = coded(made, content, *filters)

    assert text(cleansed(pdf(change)).content).strip()


@pytest.mark.parametrize("filters", [["JPXDecode"], ["FlateDecode", "LZWDecode"]])
def test_a_coding_that_cannot_be_looked_into_is_refused(filters: list[str]) -> None:
    def change(made: Any) -> None:
        made.pages[0].Contents = coded(made, zlib.compress(WORDS), *filters)

    assert "Simpan sebagai JPG" in problem(pdf(change))


@pytest.mark.parametrize("filters", [["JBIG2Decode"], ["FlateDecode", "JBIG2Decode"]])
def test_a_fax_coding_that_is_read_like_a_program_is_refused_in_words(filters: list[str]) -> None:
    """Viewers were broken into by it: CVE-2021-30860."""

    def change(made: Pdf) -> Stream:
        scan = picture(made)
        scan.write(zlib.compress(b"x"), filter=Array([Name(f"/{name}") for name in filters]))
        return scan

    assert "pindai ulang sebagai PDF biasa" in problem(pdf(showing(change)))


def test_what_several_pages_share_is_kept_once() -> None:
    def change(made: Any) -> None:
        shared = picture_of(made, photo())
        for one in made.pages:
            one.Resources.XObject = Dictionary(X=shared)

    assert cleansed(pdf(change, pages=20)).content.count(b"/DCTDecode") == 1
