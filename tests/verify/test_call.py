"""Phoning somebody whom no mail reaches, and what comes of it."""

from dataclasses import replace

import pytest

from tests.desk.browser import Browser, program
from tests.desk.hearing import WHO, Heard
from tests.desk.mailman import tell
from tests.desk.office import SITI, Desk
from tests.desk.officer import Officer
from tests.desk.people import COMPANY, WULAN, Vendor
from tests.desk.stages import reach

PHONE = COMPANY["usaha"]["telepon"]


def _line(caller: Officer) -> list[str]:
    return [line["step"] for line in program("GET", caller.queue).view["lines"]]


def test_the_page_shows_whom_to_phone_and_what_they_missed(caller: Officer) -> None:
    page = program("GET", f"{caller.file}/telepon").view
    assert PHONE in [fact["value"] for fact in page["phones"]]
    assert [(m["what"], m["state"]) for m in page["letters"]] == [
        ("Permintaan perbaikan", "Kembali")]  # fmt: skip
    assert page["whose"] == []


def test_told_by_phone_there_is_nothing_left_to_do(desk: Desk, caller: Officer) -> None:
    caller.phone(outcome="sudah-tahu")
    assert desk.case().call is None
    assert _line(caller) == []
    assert len(desk.world.suppressions.kept) == 1


def test_an_address_that_works_again_is_written_to_again(desk: Desk, caller: Officer) -> None:
    caller.phone(outcome="sudah-tahu", works="ya")
    assert desk.world.suppressions.kept == {}
    before = len(desk.mails(WULAN))
    desk.later(minutes=2)
    Vendor(desk).register()
    assert len(desk.mails(WULAN)) == before + 1


def test_nobody_answering_is_counted_and_tried_again_a_working_day_later(
    desk: Desk, caller: Officer
) -> None:
    first = desk.case().call.due
    desk.later(days=1)
    caller.phone(outcome="tidak-terhubung")
    assert desk.case().call.tries == 1
    assert desk.case().call.due > first
    assert len(_line(caller)) == 1
    assert "1 kali tidak terhubung" in Browser().get(f"{caller.file}/telepon").body


def test_nobody_notes_a_call_about_their_own_case(desk: Desk, caller: Officer) -> None:
    """G15"""
    case = desk.case()
    desk.world.cases.save(replace(case, answers={**case.answers, "surel": SITI.email}))
    assert program("POST", f"{caller.file}/telepon", {"outcome": "sudah-tahu"}).status == 403


def test_without_an_open_call_there_is_no_such_page(desk: Desk) -> None:
    _, siti = reach(desk, "mending")
    assert program("GET", f"{siti.file}/telepon").status == 409


def test_while_officers_have_the_case_its_task_and_file_tell_of_the_call(desk: Desk) -> None:
    _, siti = reach(desk, "checking")
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    (line,) = program("GET", siti.queue).view["lines"]
    assert line["task"]
    for page in (siti.task, f"{siti.task}/periksa", siti.file):
        answer = Browser().get(page)
        answer = Browser().get(f"{siti.seat}{answer.location}") if answer.location else answer
        assert f'href="/berkas/{desk.case().id}/telepon"' in answer.body


def test_the_case_file_says_what_became_of_each_letter_and_when(
    desk: Desk, caller: Officer
) -> None:
    letters = program("GET", caller.file).view["letters"]
    lost = next(letter for letter in letters if letter["what"] == "Permintaan perbaikan")
    assert (lost["state"], lost["failed"]) == ("Kembali", False)
    assert lost["state_at"].startswith("2026-03-09T02:00:05")
    what = program("GET", caller.file).view["history"][0]["what"]
    assert what == "Surel tidak sampai: permintaan perbaikan, kembali"


def test_whoever_left_a_number_and_no_mailbox_is_phoned_with_the_answer(desk: Desk) -> None:
    heard = Heard(desk)
    heard.told = {"surel": ""}
    heard.to("answering")
    assert desk.case().call is None
    heard.yuni.answer()
    (line,) = program("GET", heard.yuni.queue).view["lines"]
    assert line["step"].startswith("Telepon")
    call = program("GET", f"{heard.yuni.file}/telepon").view
    assert [m["what"] for m in call["letters"]] == ["Jawaban"]
    assert WHO["telepon"] in [fact["value"] for fact in call["phones"]]
    assert heard.yuni.phone(outcome="sudah-tahu").status == 303
    assert desk.case().call is None


@pytest.mark.parametrize("identity", ["rahasia", "anonim"])
def test_whoever_is_not_known_is_not_phoned(desk: Desk, identity: str) -> None:
    heard = Heard(desk)
    heard.told = {"surel": "", "identitas": identity}
    heard.to("answering")
    heard.yuni.answer()
    assert desk.case().call is None


def test_whoever_left_only_a_number_hears_the_last_word_too(desk: Desk) -> None:
    heard = Heard(desk)
    heard.told = {"surel": ""}
    heard.to("weighing")
    assert heard.yuni.weigh("ditolak", message="Bukan wewenang kami.").status == 303
    assert desk.case().closed
    queues = [program("GET", who.queue).view["lines"] for who in (heard.yuni, heard.chief)]
    assert [line["number"] for lines in queues for line in lines] == [desk.case().id]


def test_whoever_took_the_answer_is_not_phoned_to_hear_that_it_is_over(desk: Desk) -> None:
    heard = Heard(desk)
    heard.told = {"surel": ""}
    heard.to("answering")
    heard.yuni.answer()
    assert heard.yuni.phone(outcome="sudah-tahu").status == 303
    heard.complainant.accept()
    assert (bool(desk.case().closed), desk.case().call) == (True, None)
