"""The cookie of an officer's session: who, and a secret of which the table has a hash alone."""

import hashlib
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from aws_lambda_powertools.shared.cookies import Cookie, SameSite

COOKIE = "__Host-petugas"


@dataclass(frozen=True)
class Session:
    office: str
    officer: str
    secret: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()

    @property
    def cookie(self) -> Cookie:
        """It lasts as long as the browser is open; the table says when it is over."""
        return _cookie(f"{self.office}/{self.officer}/{self.secret}")


def kept(event: Any) -> Session | None:
    """What the browser shows, if it has the shape of a session."""
    pairs = "; ".join(event.raw_event.get("cookies") or [event.headers.get("cookie") or ""])
    try:
        found = SimpleCookie(pairs).get(COOKIE)
    except CookieError:
        return None
    parts = found.value.split("/") if found else []
    return Session(*parts) if len(parts) == 3 and all(parts) else None


def over() -> Cookie:
    return _cookie("", max_age=0)


def _cookie(value: str, max_age: int | None = None) -> Cookie:
    return Cookie(
        name=COOKIE,
        value=value,
        path="/",
        secure=True,
        http_only=True,
        max_age=max_age,
        same_site=SameSite.LAX_MODE,
    )
