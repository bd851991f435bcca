"""The cookie of an officer's session: who, and a secret of which the table has a hash alone."""

import hashlib
from dataclasses import dataclass
from typing import Any

from aws_lambda_powertools.shared.cookies import Cookie, SameSite

from functions.web.forms import cookie

COOKIE, DEVICE = "__Host-petugas", "__Host-perangkat"
LONGEST = 100
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Session:
    office: str
    officer: str
    secret: str

    def hash(self, epoch: int) -> str:
        """`epoch`: raised by a restore, which so ends every session of before."""
        return hashed(f"{epoch}/{self.secret}")

    @property
    def cookie(self) -> Cookie:
        """It lasts as long as the browser is open; the table says when it is over."""
        return own_cookie(COOKIE, f"{self.office}/{self.officer}/{self.secret}")


def kept(event: Any) -> Session | None:
    """What the browser shows, if it has the shape of a session."""
    parts = cookie(event, COOKIE).split("/")
    fits = len(parts) == 3 and all(0 < len(part) <= LONGEST for part in parts)
    return Session(*parts) if fits else None


def device_of(event: Any) -> str:
    """The hash of the browser's own secret, if it was ever signed in; else ""."""
    secret = cookie(event, DEVICE)
    return hashed(secret) if secret else ""


def device(secret: str) -> Cookie:
    """It stays when sessions end: the browser is known by it."""
    return own_cookie(DEVICE, secret, max_age=YEAR)


def over() -> Cookie:
    return own_cookie(COOKIE, "", max_age=0)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def own_cookie(name: str, value: str, max_age: int | None = None) -> Cookie:
    """One that comes back to this site alone, and that no script reads."""
    return Cookie(
        name=name,
        value=value,
        path="/",
        secure=True,
        http_only=True,
        max_age=max_age,
        same_site=SameSite.LAX_MODE,
    )
