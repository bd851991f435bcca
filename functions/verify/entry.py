"""A right code opens a session, on one device, until the working day ends."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from functions.core.errors import Invalid
from functions.core.officer import Officer
from functions.core.presence import WRONG, Entry, Presence, code_print
from functions.core.staff import change_presence
from functions.offices import all_offices
from functions.verify.door import Asked, CodePage, inside, known_by, link_of, reader_of
from functions.verify.room import room, signed_in
from functions.web import session
from functions.web.answer import Going, View
from functions.web.body import Command
from functions.web.session import Session
from functions.world import world

HOME = "/antrean"


class Typed(Command):
    """The code, and whose it is: by their address, or by the link that they came with."""

    code: str = ""
    email: str = ""
    link: str = ""
    next: str = ""


@room.page("/petugas/kode")
def code_page() -> CodePage:
    return CodePage()


@code_page.accepts(Typed)
def entered(said: Typed) -> Going:
    """The try is counted before the code is compared; a right code opens one session."""
    officer, now, secrets = _expected(said), world().now(), _Secrets.fresh()
    device = session.device_of(room.resolver.current_event)
    _at_door(officer, lambda presence: presence.tried(presence.known(device), now))
    digits = re.sub(r"[^0-9]", "", said.code, flags=re.ASCII)
    typed = code_print(world().fingerprints, officer, digits, world().epoch)
    shown = Session(officer.office, officer.id, secrets.session)
    ends = all_offices()[officer.office].calendar.closing(now)
    entry = Entry(shown.hash(world().epoch), session.hashed(secrets.device), ends)
    _at_door(officer, lambda p: p.entered(typed, p.known(device), entry, now))
    where = f"/t/{said.link}" if said.link else inside(said.next) or HOME
    return Going(where, (shown.cookie, session.device(secrets.device)))


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
    hash_ = shown.hash(world().epoch) if shown else ""
    _at_door(officer, lambda presence: presence.left(hash_))
    return Going("/petugas", (session.over(),))


def _at_door(officer: Officer, verb: Callable[[Presence], Presence]) -> None:
    change_presence(world().staff, officer, verb, world().now())


def _expected(said: Typed) -> Officer:
    """Whoever types the code; Invalid, as for a wrong code, if nobody is expected."""
    address = said.email.strip().lower()
    officers = reader_of(link_of(said.link)) if said.link else known_by(address)
    if not officers:
        raise Invalid({"code": WRONG})
    return officers[0]


@dataclass(frozen=True)
class _Secrets:
    """What the browser is to keep, of the session and of itself."""

    session: str
    device: str

    @classmethod
    def fresh(cls) -> "_Secrets":
        token = world().token
        return cls(token() + token(), token() + token())
