"""Which mails nobody wrote: to answer one may be to begin a talk between machines."""

from collections.abc import Callable, Collection, Mapping
from email.message import Message

from functions.complaints.mime import headers

_FAILED = "FAIL"
_NOBODY = {"mailer-daemon", "postmaster"}
Tells = Callable[[str], bool]


def _of_machine(said: str) -> bool:
    return said.split(";")[0].strip().casefold() not in {"", "no"}


def _of_list(said: str) -> bool:
    return said.strip().casefold() in {"bulk", "junk", "list"}


def _failed(said: str) -> bool:
    return said.strip().upper() == _FAILED


TELLTALES: Mapping[str, Tells] = {
    "auto-submitted": _of_machine,
    "precedence": _of_list,
    "list-id": bool,
    "x-auto-response-suppress": bool,
    "return-path": lambda said: said.strip() == "<>",
    "x-ses-spam-verdict": _failed,
    "x-ses-virus-verdict": _failed,
}
"""Headers, and what tells in them. RFC 3834, RFC 2919; the last but two is Exchange's, the last two
are what SES writes: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html"""


def unwanted(message: Message, sender: str, own: Collection[str]) -> str:
    """What tells that the mail is no person's, or is our own come back; "" for a person's."""
    if sender in own:
        return "own"
    if sender.split("@")[0] in _NOBODY:
        return "nobody"
    if message.get_content_type() == "multipart/report":
        return "report"
    told = (name for name, tells in TELLTALES.items() if any(map(tells, headers(message, name))))
    return next(told, "")
