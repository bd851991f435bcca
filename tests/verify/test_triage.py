"""A complaint is read, graded, and given to whoever may handle it."""

import pytest

from functions.offices import all_offices
from tests.desk.browser import program
from tests.desk.hearing import CHIEF, DESK, WHO, Heard, HeardAbove, HeardInSecret, Listener
from tests.desk.office import STAFF, Desk

MEND = "Perlu diperbaiki: "
GRADES = all_offices()["batang"].complaints.grades


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return Heard(desk).to("weighing")


def test_each_grade_says_when_its_answer_is_due(heard: Heard) -> None:
    page = heard.yuni.look()
    assert [grade["value"] for grade in page["grades"]] == [grade.id for grade in GRADES]
    assert "16 Maret 2026" in page["grades"][1]["hint"]


def test_the_grade_times_the_answer_from_when_it_came_in(desk: Desk, heard: Heard) -> None:
    came = desk.now
    desk.later(hours=1)
    assert heard.yuni.weigh("ditangani", grade="sedang").status == 303
    case, calendar = desk.case(), all_offices()["batang"].calendar
    assert (case.grade, case.here.id) == ("sedang", "tangani")
    assert case.here.due == calendar.due(came, GRADES[2].within)
    assert desk.history("decided")[-1].detail["grade"] == "sedang"


@pytest.mark.parametrize("said", [{}, {"grade": "gawat"}])
def test_what_is_handled_has_a_grade_of_the_office(
    desk: Desk, heard: Heard, said: dict[str, str]
) -> None:
    answer = heard.yuni.weigh("ditangani", **said)
    assert (answer.status, answer.error("grade")) == (422, f"{MEND}Pilih salah satu.")
    assert desk.case().here.id == "telaah"


def test_whom_it_is_about_is_kept_out_and_nobody_is_let_in_again(desk: Desk) -> None:
    heard = Heard(desk)
    heard.listener.hear(**{"nama-terlapor": "Budi"})
    people = [tick["id"] for tick in heard.yuni.look()["people"]]
    assert "tentang.siti" in people
    assert "tentang.budi" not in people
    heard.yuni.weigh("ditangani", grade="berat", **{"tentang.siti": "ya"})
    assert desk.case().barred == ("budi", "siti")


def test_what_an_officer_complains_of_in_secret_tells_nobody_that_it_passes_by_them(
    desk: Desk,
) -> None:
    heard = HeardInSecret(desk)
    heard.listener.hear(identitas="rahasia", surel=STAFF["budi"].email)
    page = heard.yuni.look()
    assert desk.case().barred == ("budi",)
    assert page["dossier"]["hearing"]["barred"] == []
    assert "tentang.budi" in [tick["id"] for tick in page["people"]]


def test_an_officer_unheard_of_cannot_be_named(heard: Heard) -> None:
    said = {"outcome": "ditangani", "grade": "berat", "barred": {"nobody": "ya"}}
    answer = program("POST", f"{heard.yuni.task}/telaah", said)
    assert (answer.status, answer.view["problems"]) == (422, {"tentang.nobody": "Tidak dikenal."})


def test_what_is_passed_up_says_why_and_is_the_heads(desk: Desk, heard: Heard) -> None:
    bare = heard.yuni.weigh("diteruskan")
    assert (bare.status, bare.error("message")) == (
        422,
        f"{MEND}Tulis mengapa laporan ini diteruskan.",
    )
    assert heard.yuni.weigh("diteruskan", message="Menyangkut anggaran.").status == 303
    assert desk.case().here.by == CHIEF
    assert heard.chief.look()["dossier"]["dispositions"][0]["instruction"] == "Menyangkut anggaran."


def test_whoever_says_that_it_is_about_them_passes_it_up_and_sees_no_more_of_it(
    desk: Desk, heard: Heard
) -> None:
    task = heard.yuni.task
    mine = {"tentang.yuni": "ya", "message": "Tentang saya."}
    kept = heard.yuni.weigh("ditangani", grade="berat", **mine)
    assert (kept.status, "Anda sendiri" in kept.error("tentang.yuni")) == (422, True)
    answer = heard.yuni.weigh("diteruskan", **mine)
    assert (answer.status, answer.location) == (303, "/antrean")
    assert desk.case().barred == ("yuni",)
    for page in (task, f"{task}/tercatat", heard.yuni.file):
        assert program("GET", page).status == 404


def test_the_same_click_of_whoever_it_is_about_is_answered_as_the_first(heard: Heard) -> None:
    """G2."""
    page = f"{heard.yuni.task}/telaah"
    said = {"outcome": "diteruskan", "message": "Saya.", "barred": {"yuni": "ya"}, "nonce": "n"}
    first, again = (program("POST", page, said) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)


def test_somebody_must_be_left_to_go_on(desk: Desk, heard: Heard) -> None:
    answer = heard.yuni.weigh("diteruskan", message="Ini.", **{"tentang.wahyu": "ya"})
    assert answer.status == 422
    assert "Tidak ada Pimpinan lain" in answer.body
    assert desk.case().here.id == "telaah"


def test_the_head_decides_what_came_to_them_and_cannot_pass_it_on(desk: Desk) -> None:
    heard = HeardAbove(desk).to("weighing above")
    assert heard.chief.look()["outcomes"] == ["ditangani", "dialihkan", "ditolak"]
    assert heard.chief.weigh("diteruskan", message="Ke mana?").status == 422


def test_what_belongs_elsewhere_is_answered_by_a_card_and_counted(desk: Desk, heard: Heard) -> None:
    said = {"outcome": "dialihkan", "card": "pengadaan", "message": "Paket ini milik Dinas X."}
    page = program("POST", f"{heard.yuni.task}/telaah", said).view
    assert "APIP" in page["mail"]["text"]
    assert desk.case().here.id == "telaah"
    heard.yuni.weigh(**said)
    assert desk.case().closed.end == "selesai"
    assert desk.history("decided")[-1].detail["card"] == "pengadaan"
    (mail,) = desk.mails(WHO["surel"], "selesai")
    assert "Paket ini milik Dinas X." in mail.text
    assert "https://www.lapor.go.id" in mail.text


def test_a_card_must_be_one_of_the_sops(heard: Heard) -> None:
    assert heard.yuni.weigh("dialihkan", card="lain").error("card") == f"{MEND}Pilih salah satu."


def test_a_rejection_has_a_reason_and_shows_its_mail_first(desk: Desk, heard: Heard) -> None:
    assert heard.yuni.weigh("ditolak").status == 422
    said = {"outcome": "ditolak", "message": "Tidak menyangkut pelayanan kami."}
    shown = heard.yuni.do(said)
    assert "Tolak laporan" in shown.body
    assert WHO["surel"] in shown.body
    assert desk.case().here.id == "telaah"
    heard.yuni.weigh(**said)
    (mail,) = desk.mails(WHO["surel"], "tidak dapat kami tangani")
    assert "Tidak menyangkut pelayanan kami." in mail.text
    assert "https://loket.test/pengaduan/ikuti" in mail.text
    assert "Ombudsman" in mail.text


def test_a_secret_mailbox_is_not_in_the_preview(desk: Desk) -> None:
    heard = HeardInSecret(desk).to("weighing")
    shown = heard.yuni.do({"outcome": "ditolak", "message": "Bukan pelayanan kami."})
    assert "Identitas dirahasiakan" in shown.body
    assert WHO["surel"] not in shown.body


def test_colleagues_take_it_up_and_hand_it_on_as_any_task(desk: Desk, heard: Heard) -> None:
    assert heard.yuni.at(f"{heard.yuni.task}/pelaksana", {"act": "ambil"}).status == 303
    assert desk.case().here.hand.id == "yuni"
    outsider = Listener(desk, heard.officer("verifikator").address)
    case = desk.case()
    assert program("GET", f"{outsider.seat}/tugas/{case.id}.{case.here.round}").status == 403
    assert desk.holders("batang", DESK)[0].id == "yuni"
