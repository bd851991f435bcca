"""What comes along with a mail: a scan goes where scans go, the rest is only counted."""

import hashlib
from collections.abc import Iterable

from functions.core.case import Case
from functions.core.grievance import ATTACHED
from functions.core.scans import LARGEST, key_of, sniffed, upload_of
from functions.world import world

MOST = 10
REFUSED = (
    "[{count} lampiran tidak dapat diterima: hanya {most} berkas PDF, JPG, atau PNG, "
    "paling besar 5 MB.]"
)


def fitting(attached: Iterable[bytes]) -> list[bytes]:
    """Those that may be kept; their names and what they say they are do not matter."""
    scans = [content for content in attached if sniffed(content) and len(content) <= LARGEST]
    return list(dict.fromkeys(scans))[:MOST]


def refusal(attached: tuple[bytes, ...]) -> str:
    """What is said of the others, in a note."""
    count = len(attached) - len(fitting(attached))
    return REFUSED.format(count=count, most=MOST) if count else ""


def keep(case: Case, attached: Iterable[bytes]) -> None:
    """To be examined like what a browser posts. The same bytes have the same name, however often
    the mail is delivered."""
    for content in fitting(attached):
        upload = upload_of(case.rounds, hashlib.sha256(content).hexdigest()[:32], instead=None)
        world().scans.put(key_of(case.id, ATTACHED, upload), content)
