"""The office's word on a complaint: the answer, the ruling on an objection, and messages."""

from dataclasses import replace

import pytest

from tests.desk.browser import Browser, program
from tests.desk.hearing import (
    ANSWER,
    CHIEF,
    DESK,
    RULING,
    WHO,
    Heard,
    HeardAbove,
    HeardInSecret,
    Listener,
)
from tests.desk.office import STAFF, Desk

MAILBOX = WHO["surel"]


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return Heard(desk).to("answering")


def test_an_answer_is_shown_as_it_will_be_sent(desk: Desk, heard: Heard) -> None:
    shown = heard.yuni.do({"outcome": "dijawab", "text": ANSWER})
    assert (shown.status, "Kirim jawaban" in shown.body, ANSWER in shown.body) == (200, True, True)
    assert desk.case().here.id == "tangani"
    assert ANSWER in heard.yuni.do({"outcome": "dijawab", "text": ANSWER, "confirmed": "ubah"}).body


def test_an_answer_tells_how_to_accept_it_or_to_object(desk: Desk, heard: Heard) -> None:
    heard.yuni.answer()
    case = desk.case()
    assert (case.here.id, case.handler, case.messages[-1].outcome) == (
        "tanggapan", "tangani", "dijawab",
    )  # fmt: skip
    (mail,) = desk.mails(MAILBOX, "Jawaban")
    for words in (ANSWER, "keberatan kepada pimpinan", "14 hari", case.id, "/pengaduan/ikuti",
                  "Ombudsman"):  # fmt: skip
        assert words in mail.text
    assert ANSWER not in mail.subject


def test_words_of_an_answer_stay_out_of_history(desk: Desk, heard: Heard) -> None:
    """G11."""
    heard.yuni.answer()
    assert all(ANSWER not in str(event.detail) for event in desk.history())


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "Tulis jawaban"), ("x" * 5001, "terlalu panjang"), ("Yang kami temukan: ……………", "titik")],
)
def test_an_answer_has_words_and_an_end(desk: Desk, heard: Heard, text: str, why: str) -> None:
    answer = heard.yuni.answer(text)
    assert answer.status == 422
    assert why in answer.error("text")
    assert desk.case().here.id == "tangani"


def test_an_answer_may_begin_with_a_text_of_the_sops(heard: Heard) -> None:
    page = heard.yuni.look()
    assert page["text"] == ""
    (first, *_) = page["beginnings"]
    begun = program("GET", f"{heard.yuni.task}/jawaban?contoh={first['value']}").view["text"]
    assert 'tentang "Antrean loket"' in begun
    for unknown in ("0", "99", "x"):
        assert program("GET", f"{heard.yuni.task}/jawaban?contoh={unknown}").view["text"] == ""


def test_the_heads_answer_cannot_be_objected_to(desk: Desk) -> None:
    HeardAbove(desk).to("responding")
    (mail,) = desk.mails(MAILBOX, "Jawaban")
    assert "keberatan kepada" not in mail.text
    assert "Ombudsman" in mail.text


def test_the_head_rules_on_an_objection_with_all_that_was_said(desk: Desk) -> None:
    heard = Heard(desk).to("ruling")
    words = heard.chief.look()["dossier"]["hearing"]["words"]
    assert [word["decision"] for word in words] == ["", "Dijawab", "Keberatan"]
    assert heard.chief.rule().status == 303
    case = desk.case()
    assert (case.closed.end, case.handler) == ("selesai", "tangani")
    (mail,) = desk.mails(MAILBOX, "Keputusan")
    assert RULING in mail.text


def test_nobody_rules_on_an_objection_to_their_own_answer(desk: Desk) -> None:
    """G15."""
    heard = Heard(desk).to("responding")
    desk.appoint(replace(STAFF["yuni"], roles=(DESK, CHIEF)))
    heard.complainant.object()
    yuni, case = Listener(desk, STAFF["yuni"].email), desk.case()
    answer = program("GET", f"{yuni.seat}/tugas/{case.id}.{case.here.round}")
    assert (answer.status, "orang lain" in answer.view["message"]) == (403, True)


def test_a_reopened_complaint_is_answered_anew_where_it_was(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    heard.complainant.reopen()
    assert desk.case().here.id == "tangani"
    history = program("GET", heard.yuni.file).view["history"]
    assert "Laporan dibuka kembali: Penanganan dan jawaban" in [line["what"] for line in history]
    assert heard.yuni.answer().status == 303
    assert "keberatan kepada" not in desk.mails(MAILBOX, "Jawaban")[-1].text


def test_a_message_reaches_the_complainant_without_its_words(desk: Desk, heard: Heard) -> None:
    assert heard.yuni.say("Hari apa itu terjadi?").status == 303
    (mail,) = desk.mails(MAILBOX, "Pesan baru")
    assert "Hari apa" not in mail.text
    assert "/pengaduan/ikuti" in mail.text
    assert desk.case().here.id == "tangani"
    assert "Hari apa itu terjadi?" in Browser().get(heard.yuni.task).body


def test_a_reply_is_told_to_whoever_took_the_complaint_up(desk: Desk, heard: Heard) -> None:
    heard.yuni.at(f"{heard.yuni.task}/pelaksana", {"act": "ambil"})
    heard.complainant.say("Hari Senin.")
    (mail,) = desk.mails(STAFF["yuni"].email, "Pesan baru")
    assert "Hari Senin." not in mail.text
    page = Browser().get(heard.yuni.task).body
    assert "Hari Senin." in page
    assert "Pelapor" in page


def test_an_empty_message_is_none(desk: Desk, heard: Heard) -> None:
    assert heard.yuni.say(" ").status == 422
    assert desk.case().messages == ()


def test_who_complains_in_secret_is_named_nowhere_to_an_officer(desk: Desk) -> None:
    heard = HeardInSecret(desk).to("ruling")
    case = desk.case()
    pages = [page for officer in (heard.yuni, heard.chief) for page in (
        officer.file, officer.queue, f"{officer.seat}/penyimpangan", f"{officer.seat}/laporan",
        f"{officer.seat}/tugas/{case.id}.{case.here.round}",
    )]  # fmt: skip
    told = "".join(program("GET", page).body + Browser().get(page).body for page in pages)
    told += "".join(m.text + m.subject for who in STAFF.values() for m in desk.mails(who.email))
    assert "Identitas dirahasiakan" in told
    for secret in WHO.values():
        assert secret not in told
    assert desk.mails(MAILBOX, "Jawaban")


def test_search_finds_nobody_by_the_complainants_name(desk: Desk) -> None:
    heard = HeardInSecret(desk).to("weighing")
    for what, found in (("ratna", 0), ("antrean", 1)):
        page = program("POST", f"{heard.yuni.queue}/cari", {"what": what}).view
        assert len(page["found"]) == found


def test_no_mail_is_shown_to_a_complainant_who_left_no_address(desk: Desk) -> None:
    heard = Heard(desk)
    heard.listener.hear(surel="", telepon="081299990000")
    heard.yuni.weigh("ditangani", grade="ringan")
    shown = heard.yuni.do({"outcome": "dijawab", "text": ANSWER})
    assert "tidak meninggalkan alamat surel" in shown.body
    heard.yuni.answer()
    assert desk.case().here.id == "tanggapan"
    assert program("GET", heard.yuni.file).view["email"] == ""


def test_messages_end_when_the_complaint_does(desk: Desk) -> None:
    heard = Heard(desk).to("answering")
    task = heard.yuni.task
    heard.yuni.answer()
    assert program("POST", f"{task}/pesan", {"text": "Halo?"}).status == 410


def test_two_clicks_at_once_are_one_message(desk: Desk) -> None:
    """G2."""
    task = Heard(desk).to("answering").yuni.task
    said = {"text": "Sedang kami periksa.", "nonce": "same"}

    def faster() -> None:
        desk.later(seconds=1)
        program("POST", f"{task}/pesan", said)

    with desk.before_save(faster):
        assert program("POST", f"{task}/pesan", said).status == 200
    assert [message.text for message in desk.case().messages] == [said["text"]]


def test_officers_act_under_their_own_names(desk: Desk) -> None:
    Heard(desk).to("said")
    assert (desk.history("said")[-1].by, desk.case().messages[-1].name) == ("yuni", "Yuni Astuti")


def test_the_answer_is_shown_with_the_open_way_to_it_and_without_the_secret(
    desk: Desk, heard: Heard
) -> None:
    shown = heard.yuni.do({"outcome": "dijawab", "text": ANSWER}).body
    assert f"{desk.world.site}/pengaduan/ikuti" in shown
    assert "[kode rahasia pelapor]" in shown
    assert "pemohon" not in shown.partition("<main")[2]
