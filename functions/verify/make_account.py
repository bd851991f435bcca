"""Kind "account": the account was made or activated in the application; record and hand over."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Invalid, Taken
from functions.core.facts import Account, Claim
from functions.offices import all_offices
from functions.verify.dossier import Dossier, dossier
from functions.verify.judgement import WHY
from functions.verify.room import Desk, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

_USER_ID = re.compile(r"[A-Za-z0-9._@-]{3,60}")


def _user_id(text: str) -> str:
    text = text.strip()
    if text and not _USER_ID.fullmatch(text):
        raise ValueError("User ID terdiri dari 3 sampai 60 huruf, angka, titik, - atau _.")
    return text


class Approval(Command):
    """`password`: the initial one that the application shows; only where it is handed over."""

    outcome: Literal["disetujui", "ditolak"]
    user_id: Annotated[str, AfterValidator(_user_id)] = ""
    password: str = ""
    message: str = ""


class ApprovalPage(View):
    page = "task-account.html"
    base: str
    dossier: Dossier
    application: str
    sealed: bool
    outcomes: list[str]


@room.page("/t/<token>/akun")
def approving(token: str) -> ApprovalPage:
    at = desk(token, "account")
    base = f"/t/{token}"
    return ApprovalPage(
        office=at.case.office,
        base=base,
        dossier=dossier(at, base),
        application=all_offices()[at.case.office].application,
        sealed=at.sop.credential == "sealed",
        outcomes=list(at.step.next),
    )


@approving.accepts(Approval)
def approved(said: Approval, token: str) -> str:
    if repeated(token, said.nonce):
        return f"/t/{token}/tercatat"
    at = desk(token, "account")
    if said.outcome == "ditolak":
        _reject(said, at)
    else:
        _approve(said, at)
    return f"/t/{token}/tercatat"


def _approve(said: Approval, at: Desk) -> None:
    _check(said, at)
    now = world().now()
    sealed = world().seals.seal(said.password, at.case.id) if said.password else ""
    account = Account(said.user_id, now, at.officer.id, sealed)
    fingerprint = world().fingerprints.of("user-id", said.user_id.casefold())
    claim = Claim("user-id", fingerprint)

    def verb(case: Case) -> Case:
        note = {"user-id": fingerprint}
        done = case.decide(at.sop, at.actor, "disetujui", now, **at.seen(said.nonce), note=note,
                           account=account)  # fmt: skip
        return done.claim(claim)

    try:
        change(world().cases, at.case.id, verb, at.on_duty)
    except Taken:
        raise Invalid({"user_id": "User ID ini sudah tercatat untuk permohonan lain."}) from None


def _check(said: Approval, at: Desk) -> None:
    problems = {}
    if not said.user_id:
        problems["user_id"] = "Isi User ID yang dibuat atau diaktifkan."
    if at.sop.credential == "sealed":
        problems |= weak(said.password)
    if at.sop.credential == "notice" and said.password:
        problems["password"] = "Pemohon memilih kata sandinya sendiri; kosongkan."
    if problems:
        raise Invalid(problems)


def weak(password: str) -> dict[str, str]:
    """What is wrong with an initial password, by field."""
    fits = 8 <= len(password) <= 100 and password.isprintable()
    return {} if fits else {"password": "Isi kata sandi awal, 8 sampai 100 karakter."}


def _reject(said: Approval, at: Desk) -> None:
    reason = words("message", said.message, asked=WHY)
    now = world().now()
    change(
        world().cases,
        at.case.id,
        lambda c: c.decide(at.sop, at.actor, "ditolak", now, **at.seen(said.nonce), message=reason),
        at.on_duty,
    )
