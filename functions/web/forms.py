"""The guard of posted forms: a token in a cookie that the form repeats, and the Origin."""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from functions.core.errors import NotAllowed

COOKIE = "__Host-formulir"
FIELD = "form_token"
JSON = "application/json"
EXPIRED = "Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu kirim sekali lagi."


def token_of(event: Any) -> str:
    """The form token that the browser keeps, or ""."""
    return cookie(event, COOKIE)


def cookie(event: Any, name: str) -> str:
    """What the browser keeps under this name, or ""."""
    pairs = "; ".join(event.raw_event.get("cookies") or [event.headers.get("cookie") or ""])
    try:
        found = SimpleCookie(pairs).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def media_type(event: Any) -> str:
    """What kind of body was sent, without its parameters."""
    return str(event.headers.get("content-type") or "").split(";")[0].strip().lower()


def guard(event: Any, fields: Mapping[str, Any], site: str) -> None:
    """NotAllowed unless the form came from a page of ours.

    Our own pages' Origin is "null", as they send no referrer: the token tells them. JSON needs
    no token, as no foreign page can send it without the browser asking us first.
    """
    if event.headers.get("origin") not in {None, "null", site}:
        raise NotAllowed(EXPIRED)
    if media_type(event) == JSON:
        return
    kept, sent = token_of(event), str(fields.get(FIELD, ""))
    if not kept or not hmac.compare_digest(kept.encode(), sent.encode()):
        raise NotAllowed(EXPIRED)
