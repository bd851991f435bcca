"""Every letter, of a full case: who sends it, that it is free, and no more than it must say."""

import re
from importlib.resources import files

import pytest

from functions.core.errors import NotFound
from functions.core.facts import Letter
from functions.core.ports import Message
from functions.notify.compose import compose
from functions.offices import all_offices
from tests.desk.browser import SITE
from tests.desk.hearing import WHO
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.people import CALL, PASSWORD, WULAN
from tests.desk.rights import Correction, Erasure, OwnData
from tests.desk.samples import NIP, PEOPLE, PRINCIPAL, PROXY
from tests.desk.stages import reach
from tests.desk.walks import ByProxy, Melawi
from tests.notify.letters import HEARD, LETTERS, Written

SECRET = (PASSWORD, *NIP, "3325014505800926", "0122923022503000", PROXY["nik-kuasa"])


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
