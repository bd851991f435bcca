"""Signing in: a six-digit code to the officer's own mailbox, once per working day and device."""

import re
from typing import Annotated

from aws_lambda_powertools import Logger
from pydantic import AfterValidator

from functions.core.answers import mailbox
from functions.core.errors import Invalid, NotAllowed, SignedOut
from functions.core.facts import Letter
from functions.core.links import Link, opened
from functions.core.officer import Officer
from functions.core.presence import WRONG, Presence, code_print
from functions.offices import all_offices
from functions.verify.room import room, signed_in, task_of, today
from functions.web import session
from functions.web.answer import Going, View
from functions.web.body import Command
from functions.web.session import Session
from functions.world import world

logger = Logger()
HOME = "/antrean"
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


class Entry(Command):
    """The code, and whose it is: by their address, or by the link that they came with."""

    code: str = ""
    email: str = ""
    link: str = ""
    next: str = ""


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
    asked = room.resolver.current_event.get_query_string_value("lanjut", "") or ""
    return Door(next=_inside(asked))


@door.accepts(Identification)
def identified(said: Identification) -> CodePage:
    for officer in _known(said.email):
        _send_code(officer)
    return CodePage(email=said.email, next=_inside(said.next))


@room.page("/t/<token>")
def pointed(token: str) -> LinkDoor | str:
    """A link points to a task; it opens nothing for whoever is not signed in as its reader."""
    link = _link(token)
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
    link = _link(token)
    presence = _presence(link)
    if presence and presence.officer.serves(today(link.office)):
        _send_code(presence.officer)
    return CodePage(office=link.office, link=token)


@room.page("/petugas/kode")
def code_page() -> CodePage:
    return CodePage()


@code_page.accepts(Entry)
def entered(said: Entry) -> Going:
    """The try is counted before the code is compared; a right code opens one session."""
    now = world().now()
    presence = _entering(said).tried(now)
    world().staff.keep(presence, now)
    counted = world().staff.presence(presence.officer.office, presence.officer.id)
    officer = counted.officer
    shown = Session(officer.office, officer.id, world().token() + world().token())
    ends = all_offices()[officer.office].calendar.closing(now)
    digits = re.sub(r"[^0-9]", "", said.code, flags=re.ASCII)
    typed = code_print(world().fingerprints, officer, digits)
    world().staff.keep(counted.entered(typed, shown.hash, ends, now), now)
    return Going(f"/t/{said.link}" if said.link else _inside(said.next) or HOME, (shown.cookie,))


class Leaving(View):
    page = "officer-leave.html"


@room.page("/petugas/keluar")
def leaving() -> Leaving:
    return Leaving(office=signed_in().office)


@leaving.accepts(Asked)
def left(said: Asked) -> Going:
    """The session ends on this device, at once."""
    officer = signed_in()
    shown = session.kept(room.resolver.current_event)
    presence = world().staff.presence(officer.office, officer.id)
    world().staff.keep(presence.left(shown.hash if shown else ""), world().now())
    return Going("/petugas", (session.over(),))


def _link(token: str) -> Link:
    return opened(token, "task", world().verifier, world().now(), world().epoch)


def _inside(path: str) -> str:
    """A page of the officers' own; "" for anywhere else."""
    return path if INSIDE.fullmatch(path) else ""


def _known(email: str) -> list[Officer]:
    """Whoever serves today at some office under this address."""
    return [
        officer
        for office in all_offices()
        for officer in world().staff.everybody(office)
        if officer.email == email and officer.serves(today(office))
    ]


def _send_code(officer: Officer) -> None:
    """The code itself is made when the mail leaves, and is kept nowhere."""
    letter = Letter("kode", "officer", officer.id)
    world().outbox.post(f"desk#{officer.office}", letter, world().now())


def _presence(link: Link) -> Presence | None:
    try:
        return world().staff.presence(link.office, link.audience)
    except NotAllowed:
        return None


def _entering(said: Entry) -> Presence:
    """Whoever types the code; Invalid, as for a wrong code, if nobody is expected."""
    if said.link:
        found = _presence(_link(said.link))
    else:
        officers = [o for o in _known(said.email.strip().lower()) if said.email]
        found = world().staff.presence(officers[0].office, officers[0].id) if officers else None
    if found is None:
        raise Invalid({"code": WRONG})
    return found
