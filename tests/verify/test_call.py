"""Phoning somebody whom no mail reaches, and what comes of it."""

from dataclasses import replace

import pytest

from functions.core.opening import mailbox_claim
from functions.sops import sop_of
from tests.desk.browser import Browser, program
from tests.desk.hearing import WHO, Heard
from tests.desk.mailman import tell
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.people import COMPANY, WULAN, Vendor
from tests.desk.samples import PEOPLE
from tests.desk.stages import reach
from tests.desk.walks import Kemenperin

NEW = "wulan@baru.co.id"
PHONE = COMPANY["usaha"]["telepon"]


@pytest.fixture
def siti(desk: Desk) -> Officer:
    """Whose applicant, about to mend, did not get the mail that says so."""
    _, siti = reach(desk, "mending")
    tell(desk, "bounced", desk.mails(WULAN, "perlu dilengkapi")[-1])
    return siti


def _say(siti: Officer, **said: str) -> int:
    answer = Browser().submit(f"{siti.file}/telepon", said)
    siti.desk.settle()
    return answer.status


def _line(siti: Officer) -> list[str]:
    return [line["step"] for line in program("GET", siti.queue).view["lines"]]


def test_the_page_shows_whom_to_phone_and_what_they_missed(siti: Officer) -> None:
    page = program("GET", f"{siti.file}/telepon").view
    assert PHONE in [fact["value"] for fact in page["phones"]]
    assert [(m["what"], m["state"]) for m in page["letters"]] == [
        ("Permintaan perbaikan", "Kembali")]  # fmt: skip
    assert page["whose"] == []


def test_another_mailbox_gets_the_link_and_all_that_was_lost(desk: Desk, siti: Officer) -> None:
    old = len(desk.mails(WULAN))
    assert _say(siti, outcome="alamat-baru", email="Wulan@Baru.co.id ") == 303
    assert [m.tags["letter"] for m in desk.mails(NEW)] == ["tautan-lagi", "perbaikan"]
    assert len(desk.mails(WULAN)) == old
    assert (desk.case().email, desk.case().call) == (NEW, None)
    assert _line(siti) == []
    told = desk.history("called")[-1]
    assert (told.by, told.detail["outcome"]) == (SITI.id, "alamat-baru")
    assert program("GET", desk.link(NEW, "p")).status == 200


def test_the_mailbox_held_for_the_case_is_the_new_one(desk: Desk, siti: Officer) -> None:
    _say(siti, outcome="alamat-baru", email=NEW)
    sop, prints = sop_of(desk.case()), desk.world.fingerprints
    held = [
        desk.world.cases.holding(claim.kind, claim.fingerprint)
        for claim in (mailbox_claim(sop, email, prints) for email in (NEW, WULAN))
    ]
    assert held == [(desk.case().id,), ()]


def test_a_mailbox_that_another_open_case_holds_is_refused(desk: Desk) -> None:
    Vendor(desk, NEW).register()
    other = desk.case().id
    vendor = Vendor(desk)
    vendor.register()
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    number = next(iter({*desk.world.cases.snapshots} - {other}))
    page = f"{desk.seat_of(SITI.email)}/berkas/{number}/telepon"
    answer = Browser().submit(page, {"outcome": "alamat-baru", "email": NEW})
    assert answer.status == 422
    assert "permohonan yang berjalan" in answer.error("email")
    assert desk.world.cases.get(number).email == WULAN


@pytest.mark.parametrize(
    "email",
    [
        "",
        "bukan alamat",
        "a@b.id,c@d.id",
        WULAN,
        SITI.email,
        STAFF["wahyu"].email,
        STAFF["yuni"].email.upper(),
    ],
)
def test_what_is_no_other_mailbox_of_theirs_is_refused(siti: Officer, email: str) -> None:
    """G18"""
    before = siti.desk.state()
    answer = Browser().submit(f"{siti.file}/telepon", {"outcome": "alamat-baru", "email": email})
    assert (answer.status, bool(answer.error("email"))) == (422, True)
    assert siti.desk.state() == before


def test_a_mailbox_that_was_an_officers_before_is_refused(desk: Desk, siti: Officer) -> None:
    """G18"""
    desk.appoint(replace(STAFF["wahyu"], former="wahyu@lama.test"))
    said = {"outcome": "alamat-baru", "email": "wahyu@lama.test"}
    assert Browser().submit(f"{siti.file}/telepon", said).error("email")


def test_a_link_in_the_former_mailbox_opens_nothing_any_more(desk: Desk, siti: Officer) -> None:
    """G4: whoever reads it now is somebody else."""
    old = desk.link(WULAN, "p")
    assert program("GET", old).status == 200
    _say(siti, outcome="alamat-baru", email=NEW)
    for page in ("", "/akun", "/dokumen"):
        assert program("GET", f"{old}{page}").status == 410
    assert program("GET", desk.link(NEW, "p")).status == 200


def test_of_two_moves_only_the_last_mailboxes_link_opens_the_case(
    desk: Desk, siti: Officer
) -> None:
    _say(siti, outcome="alamat-baru", email=NEW)
    between = desk.link(NEW, "p")
    tell(desk, "bounced", desk.mails(NEW)[-1])
    _say(siti, outcome="alamat-baru", email="wulan@lagi.co.id")
    assert program("GET", between).status == 410
    assert program("GET", desk.link("wulan@lagi.co.id", "p")).status == 200


def test_told_by_phone_there_is_nothing_left_to_do(desk: Desk, siti: Officer) -> None:
    _say(siti, outcome="sudah-tahu")
    assert desk.case().call is None
    assert _line(siti) == []
    assert len(desk.world.suppressions.kept) == 1


def test_an_address_that_works_again_is_written_to_again(desk: Desk, siti: Officer) -> None:
    _say(siti, outcome="sudah-tahu", works="ya")
    assert desk.world.suppressions.kept == {}
    before = len(desk.mails(WULAN))
    desk.later(minutes=2)
    Vendor(desk).register()
    assert len(desk.mails(WULAN)) == before + 1


def test_nobody_answering_is_counted_and_tried_again_a_working_day_later(
    desk: Desk, siti: Officer
) -> None:
    first = desk.case().call.due
    desk.later(days=1)
    _say(siti, outcome="tidak-terhubung")
    assert desk.case().call.tries == 1
    assert desk.case().call.due > first
    assert len(_line(siti)) == 1
    assert "1 kali tidak terhubung" in Browser().get(f"{siti.file}/telepon").body


def test_nobody_notes_a_call_about_their_own_case(desk: Desk, siti: Officer) -> None:
    """G15"""
    case = desk.case()
    desk.world.cases.save(replace(case, answers={**case.answers, "surel": SITI.email}))
    assert program("POST", f"{siti.file}/telepon", {"outcome": "sudah-tahu"}).status == 403


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


def test_a_holders_mailbox_is_corrected_by_itself(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    for person in PEOPLE[:2]:
        tell(desk, "bounced", desk.mails(person["surel"])[-1])
    tim = walk.team
    page = program("GET", f"{tim.file}/telepon").view
    assert len(page["whose"]) == 2
    field = page["whose"][0]["value"]
    assert _say(tim, outcome="alamat-baru", email="andi@baru.go.id") == 422
    assert _say(tim, outcome="alamat-baru", email="andi@baru.go.id", whose=field) == 303
    assert [m.tags["letter"] for m in desk.mails("andi@baru.go.id")] == ["akun"]
    assert len(desk.case().call.letters) == 1
    assert desk.case().email == WULAN
    assert program("GET", f"{desk.link(PEOPLE[0]['surel'], 'h')}/akun").status == 410
    assert program("GET", f"{desk.link(PEOPLE[1]['surel'], 'h')}/akun").status == 200
    assert program("GET", f"{desk.link('andi@baru.go.id', 'h')}/akun").view["locked"]
    assert not program("GET", f"{desk.link(PEOPLE[1]['surel'], 'h')}/akun").view["locked"]
    assert program("GET", desk.link(WULAN, "p")).status == 200


def test_the_case_file_says_what_became_of_each_letter_and_when(desk: Desk, siti: Officer) -> None:
    letters = program("GET", siti.file).view["letters"]
    lost = next(letter for letter in letters if letter["what"] == "Permintaan perbaikan")
    assert (lost["state"], lost["failed"]) == ("Kembali", False)
    assert lost["state_at"].startswith("2026-03-09T02:00:05")
    what = program("GET", siti.file).view["history"][0]["what"]
    assert what == "Surel tidak sampai: permintaan perbaikan, kembali"


def test_whoever_left_a_number_and_no_mailbox_is_phoned_with_the_answer(desk: Desk) -> None:
    heard = Heard(desk)
    heard.told = {"surel": ""}
    heard.to("answering")
    assert desk.case().call is None
    heard.yuni.answer()
    call = program("GET", f"{heard.yuni.file}/telepon").view
    assert [m["what"] for m in call["letters"]] == ["Jawaban"]
    assert WHO["telepon"] in [fact["value"] for fact in call["phones"]]
    assert _say(heard.yuni, outcome="sudah-tahu") == 303
    assert desk.case().call is None


@pytest.mark.parametrize("identity", ["rahasia", "anonim"])
def test_whoever_is_not_known_is_not_phoned(desk: Desk, identity: str) -> None:
    heard = Heard(desk)
    heard.told = {"surel": "", "identitas": identity}
    heard.to("answering")
    heard.yuni.answer()
    assert desk.case().call is None
