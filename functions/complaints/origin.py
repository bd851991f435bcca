"""Whether a mail is from whom it says: what the receiving server found of it (DMARC)."""

import re
from email.message import Message

from functions.complaints.mime import headers

PROVEN, FORGED = "pass", "fail"
_ASIDE = re.compile(r'"[^"]*"|\([^()]*\)')
_FOUND = re.compile(r";\s*dmarc\s*=\s*(\w+)", re.IGNORECASE)


def origin(message: Message) -> str:
    """Proven, forged, or "" where nothing tells. The server's own word is the topmost of its kind
    (RFC 8601, 5); whoever sent the mail may have a say in its asides."""
    said = next(iter(headers(message, "authentication-results")), "")
    found = {word.casefold() for word in _FOUND.findall(_ASIDE.sub("", said))}
    if FORGED in found:
        return FORGED
    return PROVEN if found == {PROVEN} else ""
