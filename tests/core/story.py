"""A case of Batang's paper, told as far as a test needs it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from functions.core.case import Case
from functions.core.facts import Actor, Claim, Letter
from functions.sops import current

SOP = current("batang-pelaku-usaha")
VENDOR = Actor("pelaku-usaha", "pelaku-usaha")
OFFICER = Actor("siti", "verifikator")
COLLEAGUE = Actor("budi", "verifikator")
NUMBER = "BTG-7K3M-9Q2X"
EMAIL = Claim("email", "e" * 40)
MORNING = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # Monday, 09:00 in Batang
SOON = MORNING + timedelta(minutes=5)
ONLINE = {"bentuk": "perorangan", "cara": "daring"}
VISIT = {"bentuk": "perorangan", "cara": "tatap-muka"}


def opened() -> Case:
    return Case.opened(NUMBER, SOP, "wulan@maju.co.id", MORNING, EMAIL)


def arrived(case: Case, token: str = "token", **at: Any) -> Case:
    """The workflow reaches the step that the case is on its way to."""
    assert case.transit
    step = SOP.step(case.transit.target)
    readers = [Letter(step.kinds.invites)]
    if step.by != SOP.applicant:
        readers = [Letter("tugas", "officer", who.id) for who in (OFFICER, COLLEAGUE)]
    told = {"execution": case.execution, "due": None, "look": None, "at": SOON, **at}
    return case.begin(step, token=token, readers=readers, **told)


def decided(case: Case, by: Actor, outcome: str, **brought: Any) -> Case:
    return case.decide(SOP, by, outcome, SOON, **brought)


def at_form() -> Case:
    return arrived(opened())


def at_check() -> Case:
    """A vendor has come to the office: the papers are to be checked."""
    return arrived(decided(at_form(), VENDOR, "tatap-muka", answers=VISIT))


def at_account() -> Case:
    return arrived(decided(at_check(), OFFICER, "sesuai"))


def at_follow_up() -> Case:
    return arrived(decided(at_account(), OFFICER, "disetujui"))


def fresh(case: Case) -> Case:
    """The case as saved: its news are history."""
    return case.settled()
