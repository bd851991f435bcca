"""What is said on both sides of a complaint, and how far it has come, stands on its own page."""

import pytest

from functions.web.following import HOME
from tests.desk.browser import Browser, program
from tests.desk.complaining import ANSWER, OBJECTION, OPEN, Accepted, Complaint, seat_of
from tests.desk.office import Desk


def test_both_sides_messages_are_there_and_officers_have_no_name(desk: Desk) -> None:
    walk = Complaint(desk).to("handling")
    assert walk.complainant.do("/pesan", {"text": "Ada kabar?"}).location == HOME
    walk.say("Sedang kami periksa.")
    voices = [(v["who"], v["text"]) for v in walk.complainant.look()["voices"]]
    assert voices == [("Anda", "Ada kabar?"),
                      ("Petugas LPSE Kabupaten Batang", "Sedang kami periksa.")]  # fmt: skip


def test_two_clicks_at_once_are_one_message(walk: Complaint) -> None:
    """G2."""
    page, said = f"{walk.complainant.page}/pesan", {"text": "Ada kabar?", "nonce": "same"}

    def faster() -> None:
        walk.desk.later(seconds=1)
        program("POST", page, said)

    with walk.desk.before_save(faster):
        assert program("POST", page, said).status == 200
    assert [message.text for message in walk.desk.case().messages] == ["Ada kabar?"]


def test_a_flood_of_messages_is_held_off_and_other_complaints_are_not(desk: Desk) -> None:
    """From however many addresses it comes."""
    pages = []
    for name in ("Rini", "Rudi"):
        made = program("POST", "/pengaduan/batang/lapor", {**OPEN, "nama": name})
        pages.append(f"{seat_of(desk, desk.world.cases.get(made.view['number']))}{HOME}/pesan")
    desk.settle()
    said = [program("POST", pages[0], {"text": f"Kabar {n}?"}).status for n in range(21)]
    assert said == [200] * 20 + [429]
    assert program("POST", pages[1], {"text": "Kabar?"}).status == 200
    desk.later(hours=1)
    assert program("POST", pages[0], {"text": "Kabar?"}).status == 200


def test_whoever_signed_the_answer_is_named_under_it(desk: Desk) -> None:
    walk = Complaint(desk).to("closed")
    who = [(v["who"], v["text"]) for v in walk.complainant.look()["voices"]]
    assert who == [("Jawaban oleh Siti Rahmawati, LPSE Kabupaten Batang", ANSWER),
                   ("Keberatan Anda", OBJECTION),
                   ("Keputusan atas keberatan oleh Siti Rahmawati, LPSE Kabupaten Batang",
                    "Jawaban diperbaiki.")]  # fmt: skip


@pytest.mark.parametrize(
    ("stage", "rows"),
    [("lodged", {1: "done", 2: "now", 4: "next", 6: "next"}),
     ("answered", {1: "done", 2: "done", 4: "done", 6: "now"}),
     ("objected", {1: "done", 2: "done", 4: "done", 6: "done", 7: "now"})],
)  # fmt: skip
def test_the_way_shows_what_was_done_and_what_usually_follows(
    desk: Desk, stage: str, rows: dict[int, str]
) -> None:
    walk = Complaint(desk).to(stage)
    assert {e["no"]: e["state"] for e in walk.complainant.look()["timeline"]} == rows


def test_the_way_to_the_ombudsman_is_always_there(desk: Desk) -> None:
    walk = Accepted(desk)
    for stage, act in walk.acts.items():
        act(walk)
        assert "ombudsman.go.id" in Browser().get(walk.complainant.page).body, stage


def test_a_complaint_that_is_not_there_yet_is_called_no_application(walk: Complaint) -> None:
    page = Browser().get(f"{walk.complainant.page}/tanggapan")
    assert page.status == 409
    assert "permohonan" not in page.body.partition("<main")[2]


def test_who_is_asked_for_a_word_reads_until_when_silence_closes_it(desk: Desk) -> None:
    walk = Complaint(desk).to("answered")
    page = Browser().get(walk.complainant.page).body
    assert "tanpa tanggapan, laporan ini selesai" in page
    assert walk.complainant.look()["silence"] == "2026-03-23T02:00:00Z"
