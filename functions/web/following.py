"""What opens a complaint: its secret, shown for a while, and the cookie of whoever follows it: the
complaint's number, the cookie's own end, and a MAC that nobody else can make."""

import hmac
from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools.shared.cookies import Cookie

from functions.core.case import Case
from functions.core.number import status_secret, tidy
from functions.core.ports import Fingerprints
from functions.web.forms import cookie
from functions.web.session import own_cookie

COOKIE = "__Host-laporan"
HOME, ENTRANCE = "/pengaduan/saya", "/pengaduan/ikuti"
"""Where whoever follows reads their complaint, and where they come in."""
LASTS, SHOWN = timedelta(hours=12), timedelta(minutes=30)
"""How long a browser follows, and how long after its opening a receipt shows the secret."""


def ticket(prints: Fingerprints, epoch: int, case_id: str, now: datetime) -> Cookie:
    """It lasts as long as the browser is open, and LASTS at most; a restore raises the epoch."""
    until = str(int((now + LASTS).timestamp()))
    mac = _mac(prints, epoch, case_id, until)
    return own_cookie(COOKIE, f"{case_id}/{until}/{mac}")


def admitted(event: Any, prints: Fingerprints, epoch: int, now: datetime) -> str:
    """The number of the case that the browser may follow; "" if there is none."""
    said, _, mac = cookie(event, COOKIE).rpartition("/")
    number, _, until = said.partition("/")
    if not number or tidy(number[:40]) != number:
        return ""
    right = _mac(prints, epoch, number, until)
    genuine = hmac.compare_digest(right.encode(), mac.encode())
    return number if genuine and now.timestamp() < int(until) else ""


def over() -> Cookie:
    return own_cookie(COOKIE, "", max_age=0)


def shown_secret(prints: Fingerprints, case: Case, now: datetime) -> str:
    """What a receipt says of the secret; "" once it was shown long enough to be copied."""
    opened = case.entered.at if case.entered else case.opened_at
    return status_secret(prints, case.id) if now < opened + SHOWN else ""


def _mac(prints: Fingerprints, epoch: int, case_id: str, until: str) -> str:
    return prints.of("follower", f"{epoch}/{case_id}/{until}")
