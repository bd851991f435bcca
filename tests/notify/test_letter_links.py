"""Where the links of a letter lead: few, as they say, and into the room of its reader."""

import re

from functions.core.ports import Message
from functions.notify.compose import compose
from functions.sops import sop_of
from tests.desk.browser import SITE
from tests.desk.office import Desk
from tests.desk.people import CALL
from tests.desk.walks import Kemenperin
from tests.notify.letters import HEARD, LETTERS, OFFICE, Written

LINKLESS = dict.fromkeys(("kuasa", "akun, activated", *(n for n in LETTERS
                          if n.split(",")[0] in OFFICE)), frozenset())  # fmt: skip
REFUSED = {name: {"p", "pengaduan"} for name in LETTERS if name.startswith("hak-ditolak")}
COMPLAINTS = {name: {"pengaduan"} for name in HEARD}
ROOMS = {**COMPLAINTS, "pesan, to an officer": {"t"}, "tugas": {"t"},
         "akun, to a holder": {"h"}, "penjelasan": {"penyimpangan"}, "kedaluwarsa": {"daftar"},
         **REFUSED, **LINKLESS}  # fmt: skip


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


def test_a_links_words_are_one_line_of_their_own(letter: Message) -> None:
    for paragraph in letter.text.split("\n\n"):
        *words, last = paragraph.strip().split("\n")
        assert not last.startswith("http") or len(words) == 1, paragraph
