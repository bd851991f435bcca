"""Mails of all makes, and of none, are read alike."""

import time
from email.message import EmailMessage

import pytest

from functions.complaints.mime import Mail, Unreadable, parsed, read
from tests.complaints.mails import PDF, PNG, RAHMA, mail

HEAD = b"From: Rahma <rahma@contoh.test>\r\nSubject: Antrean\r\n"


def of(content: EmailMessage | bytes) -> Mail:
    return read(parsed(content if isinstance(content, bytes) else content.as_bytes()))


def test_the_plain_form_is_read_rather_than_the_page() -> None:
    made = mail("Yang polos.")
    made.add_alternative("<p>Yang <b>berhias</b>.</p>", subtype="html")
    assert of(made).text == "Yang polos."
    assert of(made).attached == ()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_encodings_and_character_sets_make_no_difference(encoding: str, charset: str) -> None:
    made = mail()
    made.set_content("Café, déjà vu — 50 %\n".replace("—", "-"), charset=charset, cte=encoding)
    assert of(made).text == "Café, déjà vu - 50 %"


@pytest.mark.parametrize(
    "charset",
    [
        b"nope",
        b"\xff\xfe",
        b'"',
        b"utf-16",
        b"undefined",
        b"idna",
        b"utf\x008",
        b"undefined\r\nX-Y: \x00",
    ],
)
def test_an_unheard_of_character_set_loses_no_mail(charset: bytes) -> None:
    made = of(HEAD + b"Content-Type: text/plain; charset=" + charset + b"\r\n\r\nHalo")
    assert made.text


@pytest.mark.parametrize("charset", [b"nope", b"undefined", b"idna", b"a\x00b"])
@pytest.mark.parametrize("name", [b"Subject", b"References", b"Authentication-Results"])
def test_nor_does_one_in_a_header(name: bytes, charset: bytes) -> None:
    raw = b"From: Rahma <rahma@contoh.test>\r\n" + name + b": =?" + charset + b"?q?=E9x?=\r\n"
    for more in (b"", b"Content-Type: text/plain; charset*=" + charset + b"''x%E9\r\n"):
        assert of(raw + more + b"\r\nHalo").text == "Halo"


@pytest.mark.parametrize("charset", [b"nope", b"undefined", b"idna", b"a\x00b"])
def test_nor_does_one_in_a_name(charset: bytes) -> None:
    made = of(b"From: =?" + charset + b"?q?=E9x?= <rahma@contoh.test>\r\n\r\nHalo")
    assert made.sender == "rahma@contoh.test"


def test_a_page_alone_is_read_as_text() -> None:
    made = EmailMessage()
    made["From"] = RAHMA
    made.set_content(
        "<html><head><style>p{}</style><title>Judul</title></head><body><!-- <p>x</p> -->"
        "<p>Satu &lt;dua&gt;&nbsp;&amp;\ntiga<br>empat</p><ul><li>lima</ul>"
        "<script>jahat()</script>3 < 4</body></html>",
        subtype="html",
    )
    assert of(made).text == "Satu <dua> & tiga\nempat\n\n- lima\n3 < 4"


def test_text_around_a_picture_is_read_whole() -> None:
    made = mail("Sebelum.")
    made.add_attachment(PNG, "image", "png", filename="foto.png", disposition="inline")
    made.add_attachment("Sesudah.", disposition="inline")
    assert of(made).text == "Sebelum.\n\nSesudah."
    assert of(made).attached == (PNG,)


def test_an_attached_text_is_an_attachment() -> None:
    made = mail("Halo.")
    made.add_attachment("log", filename="log.txt")
    assert (of(made).text, len(of(made).attached)) == ("Halo.", 1)


def test_a_mail_within_the_mail_is_neither_its_text_nor_its_sender() -> None:
    inner = mail("Rahasia.", From="budi@contoh.test", Subject="Lain")
    inner.add_attachment(PDF, "application", "pdf")
    outer = mail("Lihat terlampir.")
    outer.add_attachment(inner)
    read_ = of(outer)
    assert (read_.text, read_.sender, read_.subject) == (
        "Lihat terlampir.", RAHMA, "Antrean terlalu lama",
    )  # fmt: skip
    assert read_.attached == (b"",)


@pytest.mark.parametrize(
    "subject",
    [
        b"=?utf-8?q?Antrean=0D=0ABcc:_korban@contoh.test?=",
        b"Antrean\r\n Bcc: korban@contoh.test",
        b"Antrean\x00Bcc: korban@contoh.test",
        b"=?utf-8?b?QW50cmVhbgpCY2M6IGtvcmJhbkBjb250b2gudGVzdA==?=",
    ],
)
def test_a_subject_is_one_line_whatever_it_hides(subject: bytes) -> None:
    made = of(b"From: rahma@contoh.test\r\nSubject: " + subject + b"\r\n\r\nx")
    assert made.subject == "Antrean Bcc: korban@contoh.test"
    assert made.sender == "rahma@contoh.test"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (b"=?utf-8?q?Rahma=00=1B=5B31m_W=E2=80=AEalu?=", "Rahma [31m W alu"),
        (b'"Rahma, S.Kom., M.T."', "Rahma, S.Kom., M.T."),
        (b"=?iso-8859-1?q?Ren=E9?=", "René"),
        (b"", "rahma"),
    ],
)
def test_a_name_is_what_can_be_seen_of_it(name: bytes, called: str) -> None:
    assert of(b"From: " + name + b" <rahma@contoh.test>\r\n\r\nx").name == called


@pytest.mark.parametrize(
    "sender",
    [b"", b"From: \r\n", b"From: a@contoh.test, b@contoh.test\r\n", b"From: a@b\r\n",
     b"From: a@contoh.test\r\nFrom: b@contoh.test\r\n", b"From: <>\r\n",
     b"From: kelompok: a@contoh.test, b@contoh.test;\r\n", b"From: \xff\xfe@contoh.test\r\n",
     b"From: a@contoh.test\x00@jahat.test\r\n", b"From: " + b"(" * 3_000_000 + b"\r\n"],
)  # fmt: skip
def test_a_mail_of_nobody_or_of_several_is_not_read(sender: bytes) -> None:
    """G18: there is one to answer."""
    with pytest.raises(Unreadable):
        of(sender + b"Subject: x\r\n\r\nx")


HOSTILE = {
    "a subject of nine megabytes": HEAD.replace(b"Antrean", b"=?utf-8?q?A?= " * 600_000) + b"\r\nx",
    "a type of four megabytes": HEAD + b"Content-Type: x/y;" + b';"' * 2_000_000 + b"\r\n\r\n",
    "a page of open comments": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<!--" * 500_000,
    "a page of open tags": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<a b='" * 500_000,
    "a quote of quotes": HEAD + b"\r\n" + b"> " * 2_000_000,
    "a hundred thousand parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + b"--b\r\n\r\nx\r\n" * 50_000,
    "no end of a part": HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    "a boundary that is none": HEAD + b"Content-Type: multipart/mixed\r\n\r\nx",
    "broken base64": HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n=a=\xff!",
    "headers without an end": HEAD,
}  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_no_mail_takes_long_or_breaks_the_reader(content: bytes) -> None:
    begun = time.process_time()
    assert of(content).sender == "rahma@contoh.test"
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("depth", [30, 2_000])
def test_parts_within_parts_without_end_are_not_read(depth: int) -> None:
    part = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    with pytest.raises(Unreadable):
        of(HEAD + b"".join(part % (n, n) for n in range(depth)))
