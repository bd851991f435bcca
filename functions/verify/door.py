"""Signing in: a six-digit code to the officer's own mailbox, once per working day and device."""

import re
from typing import Annotated

from aws_lambda_powertools import Logger
from pydantic import AfterValidator

from functions.core.answers import mailbox
from functions.core.errors import NotAllowed, SignedOut
from functions.core.facts import Letter
from functions.core.links import Link, opened
from functions.core.officer import Officer
from functions.offices import all_offices
from functions.verify.rights import today
from functions.verify.room import room, signed_in, task_of
from functions.web import session
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

logger = Logger()
INSIDE = re.compile(
    r"/(antrean|tugas|berkas|staf|loket|laporan|penyimpangan)(/[\w./-]*)?", re.ASCII
)
ANOTHERS = "Tautan ini untuk petugas lain. Minta ia membukanya, atau ambil tugas dari antrean Anda."


class Identification(Command):
    """`next`: the page of Loket to go to after signing in."""

    email: Annotated[str, AfterValidator(mailbox)]
    next: str = ""


class Asked(Command):
    """Nothing more than the wish for a code."""


class Door(View):
    page = "officer-door.html"
    next: str


class LinkDoor(View):
    """Before a task's link is followed."""

    page = "officer-link.html"
    number: str


class CodePage(View):
    """One answer, whether the address is known or not."""

    page = "officer-code.html"
    email: str = ""
    link: str = ""
    next: str = ""


@room.page("/petugas")
def door() -> Door:
    """`?lanjut=/tugas/…`: where to go on."""
    return Door(next=inside(room.asked("lanjut")))


@door.accepts(Identification)
def identified(said: Identification) -> CodePage:
    for officer in known_by(said.email):
        _send_code(officer)
    return CodePage(email=said.email, next=inside(said.next))


@room.page("/t/<token>")
def pointed(token: str) -> LinkDoor | str:
    """A link points to a task; it opens nothing for whoever is not signed in as its reader."""
    link = link_of(token)
    try:
        officer = signed_in()
    except SignedOut:
        return LinkDoor(office=link.office, number=link.case)
    if (officer.office, officer.id) != (link.office, link.audience):
        seen = {"case": link.case, "of": link.audience, "by": officer.id}
        logger.warning("forwarded link", extra=seen)
        raise NotAllowed(ANOTHERS)
    return f"/tugas/{task_of(link.case, link.round)}"


@pointed.accepts(Asked)
def asked_by_link(said: Asked, token: str) -> CodePage:
    link = link_of(token)
    for officer in reader_of(link):
        _send_code(officer)
    return CodePage(office=link.office, link=token)


def link_of(token: str) -> Link:
    return opened(token, "task", world().verifier, world().now(), world().epoch)


def inside(path: str) -> str:
    """A page of the officers' own; "" for anywhere else."""
    return path if INSIDE.fullmatch(path) else ""


def known_by(email: str) -> list[Officer]:
    """Whoever serves today at some office under this address."""
    return [
        officer
        for office in all_offices()
        for officer in world().staff.everybody(office)
        if officer.email == email and officer.serves(today(office))
    ]


def _send_code(officer: Officer) -> None:
    """The code itself is made when the mail leaves, and is kept nowhere; it is for this browser,
    if it was ever in, or else for any new one."""
    presence = world().staff.presence(officer.office, officer.id)
    device = presence.known(session.device_of(room.resolver.current_event))
    letter = Letter("kode", "officer", officer.id, step=device)
    world().outbox.post(f"desk#{officer.office}", letter, world().now())


def reader_of(link: Link) -> list[Officer]:
    """Whoever the link was sent to, while they serve."""
    try:
        officer = world().staff.presence(link.office, link.audience).officer
    except NotAllowed:
        return []
    return [officer] if officer.serves(today(link.office)) else []
