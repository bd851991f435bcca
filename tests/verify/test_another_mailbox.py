"""Whoever is phoned may name another mailbox; links in the former one open nothing any more."""

from dataclasses import replace

import pytest

from functions.core.opening import mailbox_claim
from functions.sops import sop_of
from tests.desk.browser import Browser, program
from tests.desk.mailman import tell
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.people import WULAN, Vendor
from tests.desk.samples import PEOPLE
from tests.desk.walks import Kemenperin

NEW = "wulan@baru.co.id"


def test_another_mailbox_gets_the_link_and_all_that_was_lost(desk: Desk, caller: Officer) -> None:
    old = len(desk.mails(WULAN))
    assert caller.phone(outcome="alamat-baru", email="Wulan@Baru.co.id ").status == 303
    assert [m.tags["letter"] for m in desk.mails(NEW)] == ["tautan-lagi", "perbaikan"]
    assert len(desk.mails(WULAN)) == old
    assert (desk.case().email, desk.case().call) == (NEW, None)
    assert program("GET", caller.queue).view["lines"] == []
    told = desk.history("called")[-1]
    assert (told.by, told.detail["outcome"]) == (SITI.id, "alamat-baru")
    assert program("GET", desk.link(NEW, "p")).status == 200


def test_the_mailbox_held_for_the_case_is_the_new_one(desk: Desk, caller: Officer) -> None:
    caller.phone(outcome="alamat-baru", email=NEW)
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
def test_what_is_no_other_mailbox_of_theirs_is_refused(caller: Officer, email: str) -> None:
    """G18"""
    before = caller.desk.state()
    answer = Browser().submit(f"{caller.file}/telepon", {"outcome": "alamat-baru", "email": email})
    assert (answer.status, bool(answer.error("email"))) == (422, True)
    assert caller.desk.state() == before


def test_a_mailbox_that_was_an_officers_before_is_refused(desk: Desk, caller: Officer) -> None:
    """G18"""
    desk.appoint(replace(STAFF["wahyu"], former="wahyu@lama.test"))
    said = {"outcome": "alamat-baru", "email": "wahyu@lama.test"}
    assert Browser().submit(f"{caller.file}/telepon", said).error("email")


def test_a_link_in_the_former_mailbox_opens_nothing_any_more(desk: Desk, caller: Officer) -> None:
    """G4: whoever reads it now is somebody else."""
    old = desk.link(WULAN, "p")
    assert program("GET", old).status == 200
    caller.phone(outcome="alamat-baru", email=NEW)
    for page in ("", "/akun", "/dokumen"):
        assert program("GET", f"{old}{page}").status == 410
    assert program("GET", desk.link(NEW, "p")).status == 200


def test_of_two_moves_only_the_last_mailboxes_link_opens_the_case(
    desk: Desk, caller: Officer
) -> None:
    caller.phone(outcome="alamat-baru", email=NEW)
    between = desk.link(NEW, "p")
    tell(desk, "bounced", desk.mails(NEW)[-1])
    caller.phone(outcome="alamat-baru", email="wulan@lagi.co.id")
    assert program("GET", between).status == 410
    assert program("GET", desk.link("wulan@lagi.co.id", "p")).status == 200


def test_a_holders_mailbox_is_corrected_by_itself(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    for person in PEOPLE[:2]:
        tell(desk, "bounced", desk.mails(person["surel"])[-1])
    tim = walk.team
    page = program("GET", f"{tim.file}/telepon").view
    assert len(page["whose"]) == 2
    field = page["whose"][0]["value"]
    assert tim.phone(outcome="alamat-baru", email="andi@baru.go.id").status == 422
    assert tim.phone(outcome="alamat-baru", email="andi@baru.go.id", whose=field).status == 303
    assert [m.tags["letter"] for m in desk.mails("andi@baru.go.id")] == ["akun"]
    assert len(desk.case().call.letters) == 1
    assert desk.case().email == WULAN
    assert program("GET", f"{desk.link(PEOPLE[0]['surel'], 'h')}/akun").status == 410
    assert program("GET", f"{desk.link(PEOPLE[1]['surel'], 'h')}/akun").status == 200
    assert program("GET", f"{desk.link('andi@baru.go.id', 'h')}/akun").view["locked"]
    assert not program("GET", f"{desk.link(PEOPLE[1]['surel'], 'h')}/akun").view["locked"]
    assert program("GET", desk.link(WULAN, "p")).status == 200
