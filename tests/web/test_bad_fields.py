"""A field that does not fit is named beside itself, in Indonesian; nothing is stored or sent."""

import re

import pytest

from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, SERVICE, TRADER, Vendor
from tests.desk.posts import Ready

INDONESIAN = re.compile(r"\b(Isian?|Tulis|Pilih|terdiri|wajib|karakter)\b")
CONTROL = ("\x00", "\x07", "\x1b[31m", "\x7f", "\x85")
LINE_ENDS = ("\r\nBcc: x@evil.test", "\nx", "\rx")
MAILBOXES = ["", "a", "a@", "@b", "a@b", "a@b,evil@c.id", "a@b.id,evil@c.id", "a@b.id;c@d.id",
             "a@b.id evil@c.id", "<a@b.id>", '"a" <a@b.id>', "a@b.id\r\nBcc: x@c.id", "a@b..id",
             "a@.id", "a@b.id\x00", "a@bé.id", "a@[127.0.0.1]", "a" * 65 + "@b.id"]  # fmt: skip
SECTION_FIELDS = [
    ("usaha", "telepon", "1234567"), ("usaha", "telepon", "nomor saya"),
    ("usaha", "bentuk", "yayasan"), ("usaha", "bentuk", ""), ("usaha", "nama-usaha", ""),
    ("usaha", "alamat", "  "), ("penanggung-jawab", "nik", "332501450580001"),
    ("penanggung-jawab", "nik", "33250145058000123"),
    ("penanggung-jawab", "nik", "3325O14505800012"),
    ("penanggung-jawab", "nik", "٣٣٢٥٠١٤٥٠٥٨٠٠٠١٢"), ("pajak", "npwp", "1"), ("pajak", "npwp", ""),
    ("pajak", "nib", "123"), ("cara", "cara", "lewat teman"), ("cara", "cara", ""),
]  # fmt: skip


def _is_named(answer: Answer, name: str) -> bool:
    """Both beside the field and in the page's summary, which leads to the field."""
    message = answer.error(name)
    return bool(INDONESIAN.search(message)) and f'<a href="#{name}">' in answer.body


def test_too_many_words_are_refused(wordy: Ready) -> None:
    for name, longest in wordy.post.free.items():
        long = wordy.good.get(name, "") + "x" * longest
        answer = Browser().submit(wordy.path, {**wordy.good, name: long})
        assert answer.status == 422, name
        assert _is_named(answer, name), name
    assert wordy.untouched()


def test_control_characters_are_refused(wordy: Ready) -> None:
    for name in wordy.post.free:
        for bad in CONTROL:
            fields = {**wordy.good, name: wordy.good[name][:2] + bad + wordy.good[name][2:]}
            answer = Browser().submit(wordy.path, fields)
            assert answer.status == 422, (name, bad)
            assert _is_named(answer, name), (name, bad)
    assert wordy.untouched()


def test_line_ends_are_refused_where_one_line_is_asked(wordy: Ready) -> None:
    for name in wordy.post.free.keys() - wordy.post.lines:
        for bad in LINE_ENDS:
            answer = Browser().submit(wordy.path, {**wordy.good, name: wordy.good[name] + bad})
            assert answer.status == 422, (name, bad)
            assert _is_named(answer, name), (name, bad)
    assert wordy.untouched()


@pytest.mark.parametrize("address", MAILBOXES)
@pytest.mark.parametrize("path", [SERVICE, "/petugas"])
def test_only_one_whole_mailbox_is_an_address(desk: Desk, path: str, address: str) -> None:
    """G18."""
    before = desk.state()
    page = Browser().submit(path, {"email": address})
    told = program("POST", path, {"email": address})
    assert page.status == told.status == 422
    assert page.error("email").removeprefix("Perlu diperbaiki: ") == told.view["problems"]["email"]
    assert "alamat email" in page.error("email") or INDONESIAN.search(page.error("email"))
    desk.settle()
    assert desk.state() == before


@pytest.mark.parametrize(("section", "name", "value"), SECTION_FIELDS)
def test_an_answer_that_does_not_fit_is_asked_again(
    desk: Desk, vendor: Vendor, section: str, name: str, value: str
) -> None:
    vendor.register()
    before = desk.state()
    good = {**COMPANY, "cara": {"cara": "daring"}}[section]
    answer = vendor.do(f"/data/{section}", {**good, name: value})
    assert answer.status == 422
    assert _is_named(answer, name)
    assert desk.state() == before


def test_what_was_typed_is_still_there_beside_the_message(vendor: Vendor) -> None:
    vendor.register()
    answer = vendor.do("/data/usaha", {**TRADER["usaha"], "telepon": 'salah"<b>'})
    assert 'value="salah&#34;&lt;b&gt;"' in answer.body
    assert f'value="{TRADER["usaha"]["nama-usaha"]}"' in answer.body
    assert 'aria-invalid="true"' in answer.body
