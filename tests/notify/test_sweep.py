"""Correctness never rests on the stream: the sweep and the clock bring everything on (G1)."""

from collections.abc import Callable
from typing import Any

import pytest

from functions.core.errors import Unavailable
from functions.core.ports import Message
from functions.core.timing import DIGEST
from functions.notify import sweep
from tests.desk.browser import program
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, PASSWORD, WULAN, Vendor, Verifier
from tests.desk.stages import GAPS, reach
from tests.fakes import Down, HmacSigner, MemoryMail

PATIENCE = 12


def _until(desk: Desk, there: Callable[[], bool]) -> None:
    """Nothing but sweeps, five minutes apart, until it came about."""
    for _ in range(PATIENCE):
        if there():
            return
        desk.later(minutes=5)
        desk.sweep()
    raise AssertionError(f"after an hour of sweeps: {desk.case()}")


def _waits(desk: Desk, step: str, to: str, letter: str) -> None:
    """The case came to `step`, and its holder was written to."""

    def there() -> bool:
        here = desk.case().here
        return bool(here and here.id == step and desk.mails(to, letter))

    _until(desk, there)


def test_the_whole_walk_comes_to_its_end_though_the_stream_loses_everything(desk: Desk) -> None:
    """G1, G3."""
    desk.deaf = True
    vendor, siti = Vendor(desk, answers=COMPANY), Verifier(desk)
    vendor.register()
    _waits(desk, "permohonan", WULAN, "Tautan formulir")
    vendor.fill_in("daring")
    vendor.send_scans()
    vendor.submit()
    _waits(desk, "jadwal", SITI.email, "Penjadwalan")
    siti.schedule()
    _waits(desk, "periksa", SITI.email, "Verifikasi dokumen")
    siti.find("belum-lengkap", GAPS)
    _waits(desk, "perbaiki", WULAN, "perlu dilengkapi")
    vendor.send_scans()
    vendor.do("/data/pajak", COMPANY["pajak"])
    vendor.do("/perbaikan", {"done": "ya"})
    _until(desk, lambda: len(desk.mails(SITI.email, "Verifikasi dokumen")) == 2)
    siti.keep_screenshot()
    siti.find("sesuai")
    _waits(desk, "setujui", SITI.email, "aktivasi akun")
    siti.approve()
    _waits(desk, "sikap", WULAN, "SIKaP")
    assert PASSWORD in vendor.do("/akun", {"fact": COMPANY["penanggung-jawab"]["nik"]}).body
    vendor.do("/sikap", {"done": "ya"})
    _until(desk, lambda: bool(desk.case().closed and desk.mails(WULAN, "selesai")))
    assert {r for e in desk.history() for r in e.rows} == set(range(1, 9))
    _each_letter_went_once(desk)


def _each_letter_went_once(desk: Desk) -> None:
    entries = [e for e in desk.world.outbox.entries.values() if e.sent.letter.name != DIGEST]
    dropped = [e.sent.letter.name for e in entries if e.sent.status == "unread"]
    assert all(e.sent.status == "sent" for e in entries)
    told = [m for m in desk.world.mail.messages if m.tags["letter"] != DIGEST]
    assert len(told) == len(entries) - len(dropped)
    assert dropped == []


def test_an_execution_that_died_is_followed_by_another_at_the_recorded_step(desk: Desk) -> None:
    """G1: the case goes on where it was, and no letter goes twice."""
    _, siti = reach(desk, "scheduling")
    desk.world.workflow.waiting.clear()
    siti.schedule()
    assert desk.case().transit
    _waits(desk, "periksa", SITI.email, "Verifikasi dokumen")
    assert len(desk.history("recovered")) == 1
    assert len(desk.mails(WULAN, "Jadwal panggilan video")) == 1
    assert len(desk.world.workflow.started) == 2


def test_the_execution_that_was_given_up_moves_nothing_any_more(desk: Desk) -> None:
    """G3."""
    _, siti = reach(desk, "scheduling")
    first = desk.case().execution
    desk.world.workflow.waiting.clear()
    siti.schedule()
    _waits(desk, "periksa", SITI.email, "Verifikasi dokumen")
    before = desk.case()
    for place in ("periksa", "jadwal", "ditolak", "selesai"):
        desk.machine.enter(first, before.id, before.sop, place)
    assert desk.case() == before


def test_a_case_that_is_on_its_way_is_given_two_minutes(desk: Desk, vendor: Vendor) -> None:
    desk.deaf = True
    vendor.register()
    desk.later(seconds=90)
    sweep.handler({}, None)
    assert not desk.world.workflow.started
    desk.later(seconds=40)
    sweep.handler({}, None)
    assert list(desk.world.workflow.started) == [desk.case().id]


def test_a_reached_step_told_twice_brings_the_newer_token_and_no_second_mail(desk: Desk) -> None:
    """G7: the machine repeats a call whose answer was lost."""
    reach(desk, "scheduling")
    case, mails = desk.case(), len(desk.world.mail.messages)
    desk.machine.enter(case.execution, case.id, case.sop, "jadwal")
    desk.settle()
    assert desk.case().here.token != case.here.token
    assert (desk.case().rounds, len(desk.world.mail.messages)) == (case.rounds, mails)


def test_when_all_is_well_the_sweep_changes_nothing(desk: Desk) -> None:
    reach(desk, "checking")
    before = desk.state()
    for _ in range(5):
        desk.later(minutes=5)
        desk.sweep()
    assert desk.state() == before


class PickyMail(MemoryMail):
    """Breaks on one address, in a way that nobody foresaw."""

    def send(self, message: Message) -> str:
        if message.to == "buruk@maju.co.id":
            raise RuntimeError(message.to)
        return super().send(message)


def test_one_letter_that_breaks_keeps_no_other_from_its_reader(desk: Desk) -> None:
    """G7."""
    desk.deaf = True
    desk.world.mail = PickyMail()
    for address in ("buruk@maju.co.id", WULAN):
        Vendor(desk, address).register()
    raised: list[Any] = []
    for _ in range(4):
        desk.later(minutes=5)
        try:
            desk.sweep()
        except sweep.Unfinished as unfinished:
            raised.append(unfinished)
            desk.settle()
    assert len(desk.mails(WULAN)) == 1
    assert raised, "an alarm must hear of it"


class NoKey(HmacSigner):
    def sign(self, payload: str) -> bytes:
        raise Unavailable("kms")


@pytest.mark.parametrize(
    ("port", "other"), [("workflow", Down()), ("mail", Down()), ("signer", NoKey())]
)
def test_what_is_down_is_tried_again_when_it_is_back(desk: Desk, port: str, other: object) -> None:
    """G20."""
    desk.deaf = True
    Vendor(desk).register()
    with desk.instead(port, other):
        for _ in range(2):
            desk.later(minutes=5)
            desk.sweep()
    _waits(desk, "permohonan", WULAN, "Tautan formulir")
    assert program("GET", desk.link(WULAN, "p")).status == 200
