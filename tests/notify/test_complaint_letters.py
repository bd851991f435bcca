"""What a complaint's letters say, and to whom; their subjects hold the number and plain words."""

import pytest

from functions.core.number import status_secret
from tests.desk.hearing import STORY, WHO, Heard, HeardInSecret
from tests.desk.office import STAFF, Desk

MAILBOX = WHO["surel"]


@pytest.mark.parametrize("walk", [Heard, HeardInSecret])
def test_each_letter_leads_to_the_one_page_with_number_and_secret(
    desk: Desk, walk: type[Heard]
) -> None:
    walk(desk).to("closed")
    secret = status_secret(desk.world.fingerprints, desk.case().id)
    letters = desk.mails(MAILBOX)
    assert [mail.tags["letter"] for mail in letters] == [
        "aduan-diterima", "pesan", "jawaban", "putusan", "aduan-selesai",
    ]  # fmt: skip
    for mail in letters:
        assert mail.text.count(secret) == 1
        assert "https://loket.test/pengaduan/ikuti" in mail.text
        assert "https://loket.test/p/" not in mail.text
        assert desk.case().id in mail.subject


@pytest.mark.parametrize("walk", [Heard, HeardInSecret])
def test_an_answer_to_a_letter_of_a_complaint_reaches_nobody_and_the_letter_says_so(
    desk: Desk, walk: type[Heard]
) -> None:
    """It would show an officer's mailbox who complains, and what opens the complaint."""
    walk(desk).to("closed")
    for mail in desk.mails(MAILBOX):
        assert mail.reply_to == mail.sender
        assert "Jangan balas surel ini; tulis pesan di halaman laporan Anda." in mail.text


def test_no_subject_holds_a_secret_or_anybodys_words(desk: Desk) -> None:
    """G8."""
    Heard(desk).to("closed")
    secret = status_secret(desk.world.fingerprints, desk.case().id)
    subjects = " ".join(mail.subject for mail in desk.world.mail.messages)
    for said in (secret, *WHO.values(), STORY["perihal"], STORY["uraian"]):
        assert said not in subjects


def test_officers_are_told_of_a_complaint_without_whose_it_is(desk: Desk) -> None:
    Heard(desk).to("ruling")
    for officer in STAFF.values():
        told = " ".join(mail.text for mail in desk.mails(officer.email))
        assert not any(said in told for said in WHO.values())
    (mail,) = desk.mails(STAFF["wahyu"].email)
    assert mail.text.startswith("Yth. Wahyu Nugraha")
    assert "Laporan BTG-" in mail.text


def test_the_end_says_how_it_may_be_opened_again_once(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    assert "dibuka kembali" in desk.mails(MAILBOX, "selesai")[-1].text
    heard.complainant.reopen()
    heard.yuni.answer()
    heard.complainant.accept()
    assert "dibuka kembali" not in desk.mails(MAILBOX, "selesai")[-1].text


def test_silence_is_told_before_it_ends_the_complaint(desk: Desk) -> None:
    Heard(desk).to("responding")
    desk.later(days=12)
    desk.sweep()
    (mail,) = desk.mails(MAILBOX, "akan ditutup")
    assert "tanggapan Anda atas jawaban kami" in mail.text
    assert "permohonan" not in mail.text.lower()
    desk.later(days=3)
    desk.machine.lapse(desk.case().id)
    desk.settle()
    assert desk.case().closed.end == "selesai"


def test_who_left_no_address_gets_no_letter(desk: Desk) -> None:
    heard = Heard(desk)
    heard.listener.hear(identitas="anonim")
    heard.yuni.weigh("ditangani", grade="ringan")
    heard.yuni.answer()
    readers = {mail.to for mail in desk.world.mail.messages}
    assert readers <= {officer.email for officer in STAFF.values()}
