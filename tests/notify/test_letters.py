"""Every letter, of a full case: who sends it, that it is free, and no more than it must say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

import pytest

from functions.core.case import Case
from functions.core.errors import NotFound
from functions.core.facts import Letter
from functions.core.officer import Cover
from functions.core.ports import Message
from functions.core.sop import HEAD
from functions.notify.compose import compose
from functions.offices import all_offices
from functions.sops import sop_of
from tests.desk.browser import SITE
from tests.desk.hearing import WHO, Heard
from tests.desk.keeping import Keeper
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.people import CALL, PASSWORD, WULAN
from tests.desk.rights import (
    Correction,
    CorrectionDeclined,
    Declined,
    Erasure,
    ErasureDeclined,
    OwnData,
)
from tests.desk.samples import NIP, PEOPLE, PRINCIPAL, PROXY
from tests.desk.stages import reach
from tests.desk.walks import Batang, ByProxy, Kemenperin, Melawi, Walk

LETTERS: dict[str, tuple[type[Walk], str, Letter]] = {
    "aduan-diterima": (Heard, "weighing", Letter("aduan-diterima")),
    "aduan-ditolak": (Heard, "closed", Letter("aduan-ditolak")),
    "aduan-kedaluwarsa": (Heard, "closed", Letter("aduan-kedaluwarsa")),
    "aduan-selesai": (Heard, "closed", Letter("aduan-selesai")),
    "akun": (Batang, "following", Letter("akun")),
    "akun, activated": (Melawi, "signing", Letter("akun", step="aktivasi")),
    "akun, to a holder": (Kemenperin, "drafting", Letter("akun", "holder", "h1", "buat-akun")),
    "akun-diserahkan": (Kemenperin, "drafting", Letter("akun-diserahkan", step="buat-akun")),
    "akan-berakhir": (Batang, "mending", Letter("akan-berakhir", step="perbaiki", round=4)),
    "akan-berakhir, at the end": (
        Batang, "following", Letter("akan-berakhir", step="sikap", round=7)),
    "ditarik": (Batang, "mending", Letter("ditarik", step="perbaiki")),
    "ditolak": (Batang, "closed", Letter("ditolak")),
    "hak-ditolak": (Declined, "declined", Letter("hak-ditolak")),
    "hak-ditolak, a correction": (CorrectionDeclined, "declined", Letter("hak-ditolak")),
    "hak-ditolak, an erasure": (ErasureDeclined, "declined", Letter("hak-ditolak")),
    "hak-selesai": (OwnData, "met", Letter("hak-selesai")),
    "hak-selesai, a correction": (Correction, "met", Letter("hak-selesai")),
    "hak-selesai, an erasure": (Erasure, "met", Letter("hak-selesai")),
    "jawaban": (Heard, "responding", Letter("jawaban", step="tangani")),
    "jadwal": (Batang, "checking", Letter("jadwal")),
    "jadwal-batal": (Batang, "checking", Letter("jadwal-batal", step="periksa")),
    "kedaluwarsa": (Batang, "closed", Letter("kedaluwarsa")),
    "kuasa": (ByProxy, "visiting", Letter("kuasa", "principal", step="permohonan")),
    "pengingat-formulir": (
        Batang, "registered", Letter("pengingat-formulir", step="permohonan", round=1)),
    "pengingat-kunjungan": (
        Melawi, "visiting", Letter("pengingat-kunjungan", step="kunjungan", round=2)),
    "pengingat-perbaikan": (
        Batang, "mending", Letter("pengingat-perbaikan", step="perbaiki", round=4)),
    "penjelasan": (Batang, "closed", Letter("penjelasan", "officer", SITI.id, "sikap", event=9)),
    "permintaan-diterima": (OwnData, "asked", Letter("permintaan-diterima")),
    "permintaan-diterima, a correction": (Correction, "asked", Letter("permintaan-diterima")),
    "permintaan-diterima, an erasure": (Erasure, "asked", Letter("permintaan-diterima")),
    "pesan": (Heard, "said", Letter("pesan")),
    "pesan, to an officer": (Heard, "said", Letter("pesan", "officer", "yuni", "tangani", 2)),
    "putusan": (Heard, "closed", Letter("putusan", step="keberatan")),
    "perbaikan": (Batang, "mending", Letter("perbaikan", step="perbaiki", round=4)),
    "perbaikan, of several": (
        Kemenperin, "mending", Letter("perbaikan", step="lengkapi", round=5)),
    "pernyataan": (Melawi, "signing", Letter("pernyataan", step="surat-pernyataan")),
    "selesai": (Kemenperin, "closed", Letter("selesai")),
    "sikap": (Batang, "following", Letter("sikap", step="sikap", round=7)),
    "surat": (Kemenperin, "closed", Letter("surat", step="kirim")),
    "tanda-terima": (Melawi, "visiting", Letter("tanda-terima", step="permohonan")),
    "tautan": (Batang, "registered", Letter("tautan", step="permohonan", round=1)),
    "tautan-lagi": (Batang, "filled", Letter("tautan-lagi")),
    "alamat-berubah": (Batang, "registered", Letter("alamat-berubah", "officer", SITI.id)),
    "kode": (Batang, "registered", Letter("kode", "officer", SITI.id)),
    "pelimpahan": (Batang, "registered", Letter("pelimpahan", "officer", SITI.id, SITI.id)),
    "pelimpahan, to the absent": (
        Batang, "registered", Letter("pelimpahan", "officer", "wahyu", SITI.id)),
    "sk-berakhir": (Batang, "registered", Letter("sk-berakhir", "officer", SITI.id, SITI.id)),
    "sk-berakhir, to a keeper": (
        Batang, "registered", Letter("sk-berakhir", "officer", "wahyu", SITI.id)),
    "ringkasan": (Batang, "approving", Letter("ringkasan", "officer", SITI.id)),
    "ringkasan, to those above": (
        Kemenperin, "receiving", Letter("ringkasan", "officer", "dian")),
    "tugas": (Batang, "checking", Letter("tugas", "officer", SITI.id, "periksa", 3)),
}  # fmt: skip
OFFICE = {"alamat-berubah", "kode", "pelimpahan", "ringkasan", "sk-berakhir"}
"""Letters about no one case."""
HEARD = {name: {"pengaduan"} for name, (walk, _, _) in LETTERS.items() if walk is Heard}
LINKLESS = dict.fromkeys(("kuasa", "akun, activated", *(n for n in LETTERS
                          if n.split(",")[0] in OFFICE)), frozenset())  # fmt: skip
REFUSED = {name: {"p", "pengaduan"} for name in LETTERS if name.startswith("hak-ditolak")}
ROOMS = {**HEARD, "pesan, to an officer": {"t"}, "tugas": {"t"}, "kedaluwarsa": {"daftar"},
         "akun, to a holder": {"h"}, "penjelasan": {"penyimpangan"},
         **REFUSED, **LINKLESS}  # fmt: skip
SECRET = (PASSWORD, *NIP, "3325014505800926", "0122923022503000", PROXY["nik-kuasa"])


@dataclass(frozen=True)
class Written:
    """One letter as it would leave now."""

    id: str
    walk: Walk
    letter: Letter
    message: Message

    @property
    def case(self) -> Case:
        return _about(self.walk)

    @property
    def answers(self) -> list[str]:
        return [a for a in self.case.answers.values() if len(a) > 5]


def _about(walk: Walk) -> Case:
    """Which case the walk's letters are about."""
    return walk.request if isinstance(walk, OwnData) else walk.desk.case()


def _lend(desk: Desk) -> None:
    """Siti's decree is about to end, and she stands in for the office's head."""
    since, until = date(2026, 3, 11), date(2026, 3, 13)
    siti, wahyu = (desk.world.staff.presence("batang", who).officer for who in (SITI.id, "wahyu"))
    plh = Cover(HEAD, "Plh.", since, until, "wahyu")
    desk.appoint(replace(siti, until=date(2026, 4, 1)).covering(plh))
    desk.appoint(wahyu.lending(replace(plh, officer=SITI.id)))


def _write(desk: Desk, name: str) -> Written:
    walk, stage, letter = LETTERS[name]
    there = walk(desk).to(stage)
    desk.later(days=2)
    _lend(desk)
    owner = f"desk#{walk.office}" if letter.name in OFFICE else _about(there).id
    return Written(name, there, letter, compose(owner, letter))


KEPT = Keeper(_write)


@pytest.fixture(params=LETTERS)
def written(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Written]:
    yield from KEPT.lend(desk, request.param)


@pytest.fixture
def letter(written: Written) -> Message:
    return written.message


def test_no_letter_was_forgotten_here() -> None:
    found = {f.name.removesuffix(".txt") for f in files("functions.web.letters").iterdir()
             if f.name.endswith(".txt")}  # fmt: skip
    assert found == {*(letter.name for _, _, letter in LETTERS.values()), "foot"}


def test_a_subject_is_one_line_without_personal_data(written: Written, letter: Message) -> None:
    """G8: it is shown on locked phones."""
    assert letter.subject == letter.subject.strip()
    assert letter.subject.isprintable()
    assert 10 < len(letter.subject) < 100
    private = (*SECRET, WULAN, SITI.name, SITI.email, *written.answers)
    assert [p for p in private if p in letter.subject] == []


def test_both_parts_say_who_sends_it_and_that_it_is_free(written: Written, letter: Message) -> None:
    office = all_offices()[written.walk.office]
    for part in (letter.text, letter.html):
        assert f"dikirim oleh {office.name}" in part
        assert "tidak dipungut biaya" in part
        assert office.email in part
    assert letter.sender_name == office.name
    answered = office.sender if written.id in HEARD else office.email
    assert (letter.sender, letter.reply_to) == (office.sender, answered)


def test_no_letter_says_what_only_its_reader_knows(letter: Message) -> None:
    """G6, G8: the second fact and the password are not in any mail."""
    everything = letter.text + letter.html + str(letter.tags)
    assert [p for p in SECRET if p in everything] == []


def test_the_principal_hears_of_the_proxy_without_link_or_personal_data(desk: Desk) -> None:
    """They know the application by its number, and may ask the office; no more."""
    ByProxy(desk).to("visiting")
    (mail,) = desk.mails(PRINCIPAL)
    assert mail.subject.startswith("Anda tercatat memberi kuasa")
    assert SITE not in mail.text + mail.html
    private = (WULAN, *(a for a in desk.case().answers.values() if len(a) > 5 and a != PRINCIPAL))
    assert [p for p in private if p in mail.text + mail.html] == []
    assert desk.case().id in mail.text


def test_the_principal_hears_of_it_once_and_nobody_where_there_is_no_proxy(desk: Desk) -> None:
    ByProxy(desk).to("verifying")
    assert len(desk.mails(PRINCIPAL)) == 1


def test_who_registers_themselves_needs_no_notice(desk: Desk) -> None:
    Melawi(desk).to("visiting")
    assert "kuasa" not in {m.tags["letter"] for m in desk.world.mail.messages}


def test_both_parts_say_the_same(letter: Message) -> None:
    """The links in one order, and no template left in either."""
    plain = re.findall(r"^https?://\S+$", letter.text, re.M)
    rich = re.findall(r'<a href="([^"]+)"', letter.html)
    assert list(dict.fromkeys(rich)) == [link for link in plain if link in rich]
    assert set(plain) == set(rich)
    for part in (letter.text, letter.html):
        assert not re.search(r"\{\{|\{%|None|Undefined", part)
        assert "\n\n\n" not in part


def _links(text: str) -> set[str]:
    return {link.rstrip(".,)") for link in re.findall(r"https?://[^\s<\"]+", text)}


def test_its_links_are_few_and_the_same_in_both_parts(letter: Message) -> None:
    assert len(_links(letter.text)) <= 2
    assert _links(letter.text) == _links(letter.html)


def test_a_link_leads_where_it_says(letter: Message) -> None:
    """Its address stands below its words, in full, and no other is behind it."""
    for target, shown in re.findall(
        r'<a href="([^"]+)"[^>]*>.*?<small[^>]*>(.*?)</small>', letter.html
    ):
        assert target == shown
    assert letter.html.count("<a ") == letter.html.count("<small")


def test_a_link_leads_to_loket_or_where_the_office_says(written: Written) -> None:
    """Its room for calls, or an address that its own SOP names."""
    case = written.case
    offices = {link.rstrip("/") for link in _links(sop_of(case).model_dump_json())} | {CALL}
    for link in _links(written.message.text):
        assert link.startswith(f"{SITE}/") or link.rstrip("/") in offices


def test_a_subject_holds_no_address_and_no_long_number(letter: Message) -> None:
    """G8: neither a mailbox nor an NIK or NPWP; the case's number is no secret."""
    assert not re.search(r"@|https?:|\d{5}", letter.subject)


def test_it_goes_to_one_person(written: Written) -> None:
    """G18."""
    whose = WHO["surel"] if written.id in HEARD else WULAN
    readers = {"applicant": whose, "principal": PRINCIPAL, "holder": PEOPLE[0]["surel"]}
    officer = STAFF[written.letter.to].email if written.letter.reader == "officer" else ""
    assert written.message.to == (officer or readers[written.letter.reader])


@pytest.mark.parametrize(
    ("walk", "words"),
    [(OwnData, "/salinan"), (Correction, "sudah diperbaiki"), (Erasure, "dikabulkan")],
)
def test_a_right_that_is_met_is_told_in_its_own_words(
    desk: Desk, walk: type[OwnData], words: str
) -> None:
    met = walk(desk).to("met")
    text = desk.mails(WULAN)[-1].text
    assert words in text
    assert f"berkas {met.number} " in text


def test_a_link_is_of_the_room_of_its_reader(written: Written) -> None:
    rooms = {m[1] for m in re.finditer(rf"{SITE}/(\w+)/", written.message.text)}
    assert rooms == ROOMS.get(written.id, {"p"})


def test_a_digest_leads_to_the_queue_and_to_no_task(desk: Desk) -> None:
    """G4: those above hear of the lateness, and may not do the task."""
    Kemenperin(desk).to("receiving")
    desk.later(days=2)
    _, _, letter = LETTERS["ringkasan, to those above"]
    text = compose("desk#kemenperin", letter).text
    assert f"{SITE}/antrean\n" in text
    assert f"{SITE}/t/" not in text


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


@pytest.mark.parametrize("name", ["perbaikan", "pengingat-perbaikan"])
def test_what_calls_to_a_wait_that_is_over_finds_no_reader(desk: Desk, name: str) -> None:
    """Mail may be down while the applicant mends by an older link."""
    reach(desk, "approving")
    with pytest.raises(NotFound):
        compose(desk.case().id, Letter(name, step="perbaiki", round=4))
