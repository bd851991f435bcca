"""Every letter, of a full case: who sends it, that it is free, and no more than it must say."""

import re
from importlib.resources import files

import pytest

from functions.core.facts import Letter
from functions.core.ports import Message
from functions.notify.compose import compose
from tests.desk.browser import SITE
from tests.desk.office import SITI, Desk
from tests.desk.people import CALL, COMPANY, PASSWORD, WULAN
from tests.desk.stages import reach

LETTERS = {
    "akun": ("following", Letter("akun")),
    "antrean": ("registered", Letter("antrean", SITI.id)),
    "ditolak": ("closed", Letter("ditolak")),
    "jadwal": ("checking", Letter("jadwal")),
    "kedaluwarsa": ("closed", Letter("kedaluwarsa")),
    "pengingat-formulir": ("registered", Letter("pengingat-formulir", "", "permohonan", 1)),
    "pengingat-perbaikan": ("mending", Letter("pengingat-perbaikan", "", "perbaiki", 4)),
    "perbaikan": ("mending", Letter("perbaikan", "", "perbaiki", 4)),
    "selesai": ("closed", Letter("selesai")),
    "sikap": ("following", Letter("sikap", "", "sikap", 7)),
    "tanda-terima": ("scheduling", Letter("tanda-terima")),
    "tautan": ("registered", Letter("tautan", "", "permohonan", 1)),
    "tautan-lagi": ("filled", Letter("tautan-lagi")),
    "tugas": ("checking", Letter("tugas", SITI.id, "periksa", 3)),
}
PRIVATE = (WULAN, PASSWORD, *(v for s in COMPANY.values() for v in s.values() if len(v) > 5))


@pytest.fixture(params=LETTERS)
def letter(desk: Desk, request: pytest.FixtureRequest) -> Message:
    stage, letter = LETTERS[request.param]
    reach(desk, stage)
    owner = "desk#batang" if request.param == "antrean" else desk.case().id
    return compose(owner, letter)


def test_no_letter_was_forgotten_here() -> None:
    found = {f.name.removesuffix(".txt") for f in files("functions.notify.letters").iterdir()
             if f.name.endswith(".txt")}  # fmt: skip
    assert found == {*LETTERS, "foot"}


def test_a_subject_is_one_line_without_personal_data(letter: Message) -> None:
    """G8: it is shown on locked phones."""
    assert letter.subject == letter.subject.strip()
    assert letter.subject.isprintable()
    assert 10 < len(letter.subject) < 100
    assert [p for p in (*PRIVATE, SITI.name, SITI.email) if p in letter.subject] == []


def test_both_parts_say_who_sends_it_and_that_it_is_free(letter: Message) -> None:
    for part in (letter.text, letter.html):
        assert "dikirim oleh LPSE Kabupaten Batang" in part
        assert "tidak dipungut biaya" in part
        assert "lpsebatangkab@gmail.com" in part
    assert letter.sender_name == "LPSE Kabupaten Batang"
    assert letter.reply_to == "lpsebatangkab@gmail.com"


def test_no_letter_says_what_only_the_applicant_knows(letter: Message) -> None:
    """G6, G8: the second fact and the password are not in any mail."""
    private = [PASSWORD, *COMPANY["penanggung-jawab"].values(), COMPANY["pajak"]["npwp"]]
    everything = letter.text + letter.html + str(letter.tags)
    assert [p for p in private if p in everything] == []


def test_both_parts_say_the_same(letter: Message) -> None:
    """The links in one order, and no template left in either."""
    plain = re.findall(r"https?://\S+", letter.text)
    rich = re.findall(r'<a href="([^"]+)"', letter.html)
    assert list(dict.fromkeys(rich)) == [link for link in plain if link in rich]
    assert set(plain) == set(rich)
    for part in (letter.text, letter.html):
        assert not re.search(r"\{\{|\{%|None|Undefined", part)
        assert "\n\n\n" not in part


def test_it_goes_to_one_person(letter: Message) -> None:
    """G18."""
    officer = letter.tags["letter"] in {"tugas", "antrean"}
    assert letter.to == (SITI.email if officer else WULAN)


def test_a_link_is_of_the_room_of_its_reader(letter: Message) -> None:
    rooms = {m[1] for m in re.finditer(rf"{SITE}/(\w+)/", letter.text)}
    expected = {"tugas": {"t"}, "antrean": {"antrean"}, "kedaluwarsa": {"daftar"}}
    assert rooms == expected.get(letter.tags["letter"], {"p"})


def test_the_html_part_fetches_nothing(letter: Message) -> None:
    """A mail that loads a picture tells that it was read."""
    assert not re.search(r"<(img|script|link|iframe)|url\(", letter.html)


def test_only_the_schedule_has_an_attachment(letter: Message) -> None:
    is_schedule = letter.tags["letter"] == "jadwal"
    assert list(letter.attachments) == (["jadwal.ics"] if is_schedule else [])
    assert (CALL in letter.text) == is_schedule


def test_a_letter_that_comes_after_its_meeting_was_given_up_still_reads(desk: Desk) -> None:
    vendor, _ = reach(desk, "checking")
    vendor.do("/jadwal-ulang", {"wish": "Besok"})
    late = compose(desk.case().id, Letter("jadwal"))
    assert late.attachments == {}
    assert CALL not in late.text


def test_a_return_that_comes_after_it_was_mended_still_reads(desk: Desk) -> None:
    """G7: mail may be down while the applicant acts by an older link."""
    reach(desk, "approving")
    late = compose(desk.case().id, Letter("perbaikan", "", "perbaiki", 4))
    assert "perlu dilengkapi" in late.subject
