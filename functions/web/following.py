"""The cookie of whoever follows a complaint: its number, and a MAC that nobody else can make."""

import hmac
from typing import Any

from aws_lambda_powertools.shared.cookies import Cookie

from functions.core.number import tidy
from functions.core.ports import Fingerprints
from functions.web.forms import cookie
from functions.web.session import own_cookie

COOKIE = "__Host-laporan"
HOME, ENTRANCE = "/pengaduan/saya", "/pengaduan/ikuti"
"""Where whoever follows reads their complaint, and where they come in."""


def ticket(prints: Fingerprints, epoch: int, case_id: str) -> Cookie:
    """It lasts as long as the browser is open, or until a restore raises the epoch."""
    return own_cookie(COOKIE, f"{case_id}/{_mac(prints, epoch, case_id)}")


def admitted(event: Any, prints: Fingerprints, epoch: int) -> str:
    """The number of the case that the browser may follow; "" if there is none."""
    number, _, mac = cookie(event, COOKIE).partition("/")
    if not number or tidy(number[:40]) != number:
        return ""
    right = _mac(prints, epoch, number)
    return number if hmac.compare_digest(right.encode(), mac.encode()) else ""


def over() -> Cookie:
    return own_cookie(COOKIE, "", max_age=0)


def _mac(prints: Fingerprints, epoch: int, case_id: str) -> str:
    return prints.of("follower", f"{epoch}/{case_id}")
