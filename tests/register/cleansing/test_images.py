"""Images come out as their pixels (G13)."""

from io import BytesIO

import pytest
from PIL import Image

from functions.register.cleansing import cleansed
from tests.register.cleansing.evil import POISON
from tests.register.cleansing.found import problem
from tests.register.cleansing.pictures import jpeg, photo, png, texts

NOT_SCANS = [b"", b"MZ\x90\0exe", b"<html>", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
             b"II*\0tiff", b"GIF89a", b"\0\0\0\x18ftypheic", b"RIFF\0\0\0\0WEBPVP8 ",
             b"PK\x03\x04zip", b" %PDF-1.4", b"\x89PNG"]  # fmt: skip
NAMED = [b"%PDF-", b"%PDF-1.7\nMZ\x90\0exe", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0<html>",
         b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n<svg/>"]  # fmt: skip


def opened(content: bytes) -> Image.Image:
    found = Image.open(BytesIO(content))
    found.load()
    return found


def halves(content: bytes) -> tuple[int, int]:
    """How light the left half is, and the right."""
    image = opened(content).convert("L")
    left, right = (image.getpixel((image.width * n // 4, image.height // 2)) for n in (1, 3))
    assert isinstance(left, int)
    assert isinstance(right, int)
    return left, right


@pytest.mark.parametrize("content", NOT_SCANS)
def test_what_is_no_pdf_jpeg_or_png_is_refused(content: bytes) -> None:
    assert "bukan PDF, JPG, atau PNG" in problem(content)


@pytest.mark.parametrize("content", NAMED)
def test_what_only_begins_like_one_is_refused(content: bytes) -> None:
    assert "rusak" in problem(content)


@pytest.mark.parametrize("content", [jpeg(), png()])
def test_an_image_is_drawn_anew_as_a_jpeg_with_a_small_preview(content: bytes) -> None:
    clean = cleansed(content)
    assert (clean.type, clean.pages) == ("image/jpeg", 1)
    assert opened(clean.content).format == opened(clean.preview).format == "JPEG"
    assert (opened(clean.content).size, opened(clean.preview).size) == ((400, 300), (320, 240))
    assert halves(clean.content) == pytest.approx((0, 255), abs=3)


@pytest.mark.parametrize("content", [photo(), png(pnginfo=texts(), exif=photo()[24:200])])
def test_place_author_and_remarks_are_gone(content: bytes) -> None:
    assert POISON.encode() in content
    clean = cleansed(content)
    for kept in (clean.content, clean.preview):
        assert POISON.encode() not in kept
        assert not opened(kept).getexif()
        assert set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_without_being_told(orientation: int) -> None:
    clean = cleansed(photo(orientation))
    lying = orientation >= 5
    assert opened(clean.content).size == ((300, 400) if lying else (400, 300))
    dark, light = (0, 255) if orientation in {1, 4} else (255, 0)
    if not lying:
        assert halves(clean.content) == pytest.approx((dark, light), abs=3)


@pytest.mark.parametrize("ending", [b"PK\x03\x04" + b"BERBISA", b"<html><script>BERBISA</script>"])
@pytest.mark.parametrize("content", [jpeg(), png(), jpeg(progressive=True)])
def test_a_second_file_behind_the_image_is_gone(content: bytes, ending: bytes) -> None:
    clean = cleansed(content + ending)
    assert POISON.encode() not in clean.content
    assert clean == cleansed(content)


def test_a_page_hidden_in_a_remark_is_gone() -> None:
    html = b"*/=BERBISA;/*<html><script src=x></script>"
    assert POISON.encode() not in cleansed(jpeg(comment=html)).content


def test_of_moving_pictures_the_first_is_kept() -> None:
    out, frames = BytesIO(), [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    clean = cleansed(out.getvalue())
    seen = opened(clean.content)
    assert getattr(seen, "n_frames", 1) == 1
    assert seen.getpixel((20, 15)) == pytest.approx((254, 0, 0), abs=3)


def test_what_is_transparent_is_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(out, "PNG")
    assert halves(cleansed(out.getvalue()).content) == (255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    assert halves(cleansed(png(mode=mode)).content)[1] > 250


def test_a_jpeg_for_printers_is_read() -> None:
    out = BytesIO()
    Image.new("CMYK", (40, 30), (0, 0, 0, 0)).save(out, "JPEG")
    assert halves(cleansed(out.getvalue()).content) == pytest.approx((255, 255), abs=3)


@pytest.mark.parametrize("content", [jpeg(), jpeg(progressive=True), png()])
def test_an_image_that_was_cut_off_is_refused(content: bytes) -> None:
    for size in (len(content) // 3, len(content) // 2, len(content) * 9 // 10):
        assert "rusak" in problem(content[:size])


def test_a_larger_image_is_made_smaller_in_its_own_shape() -> None:
    assert opened(cleansed(png((4500, 1500))).content).size == (3000, 1000)


def test_small_letters_stay_legible() -> None:
    """Two pixels of red on white stay red on white."""
    drawn, out = Image.new("RGB", (200, 200), "white"), BytesIO()
    drawn.paste((200, 0, 0), (100, 0, 102, 200))
    drawn.save(out, "PNG")
    seen = opened(cleansed(out.getvalue()).content)
    assert seen.getpixel((101, 100)) == pytest.approx((200, 0, 0), abs=25)
    assert seen.getpixel((105, 100)) == pytest.approx((255, 255, 255), abs=25)


@pytest.mark.parametrize("content", [photo(), png(mode="RGBA")])
def test_the_same_bytes_give_the_same_bytes(content: bytes) -> None:
    assert cleansed(content) == cleansed(content)
