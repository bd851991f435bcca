"""A mail as it came, read with care: whoever wrote it may have meant harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32, default
from email.utils import getaddresses
from itertools import islice
from typing import Any

from functions.complaints.markup import of_markup
from functions.complaints.prose import in_lines, in_one_line
from functions.core.answers import mailbox

LONGEST_NAME, LONGEST_HEADER, LONGEST_TEXT = 200, 2_000, 200_000
MOST_PARTS, DEEPEST = 200, 20
_WRITTEN = ("text/plain", "text/html")


class Unreadable(ValueError):
    """No mail that anybody could answer; the text says why, and nothing of the mail."""


@dataclass(frozen=True)
class Mail:
    """`sender`: the one mailbox that it is from; `refers`: where the number of a case may stand,
    that it answers; `attached`: what came along, whatever it is."""

    id: str
    sender: str
    name: str
    subject: str
    text: str
    refers: str
    attached: tuple[bytes, ...]


class _Bounded(Compat32):
    """No header is longer than makes sense: taking one apart needs time with its length squared."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


def parsed(content: bytes) -> Message:
    """Its headers and parts; by the older policy, which reads a header only when it is asked."""
    try:
        return BytesParser(policy=_Bounded()).parsebytes(content)
    except RecursionError:
        raise Unreadable("depth") from None


def read(message: Message) -> Mail:
    """What a person says in it."""
    sender, name = _sender(message)
    parts = list(islice(_leaves(message), MOST_PARTS))
    body = _body(parts)
    subject = header(message, "subject")
    return Mail(
        id=header(message, "message-id"),
        sender=sender,
        name=name,
        subject=in_one_line(subject, LONGEST_HEADER),
        text=in_lines("\n\n".join(map(_text, body))),
        refers=" ".join((subject, header(message, "in-reply-to"), header(message, "references"))),
        attached=tuple(_content(part) for part in parts if _attached(part, body)),
    )


def header(message: Message, name: str) -> str:
    """The first of this name, decoded; "" if there is none."""
    return next(iter(headers(message, name)), "")


def headers(message: Message, name: str) -> list[str]:
    return [decoded(raw) for raw in _raw(message, name)]


def decoded(raw: str) -> str:
    """Of a header as it was sent, whatever it was encoded in."""
    return str(default.header_fetch_parse("subject", raw))


def _raw(message: Message, name: str) -> list[str]:
    items: Any = message.raw_items()
    return [str(value) for of, value in items if of.lower() == name]


def _sender(message: Message) -> tuple[str, str]:
    """The one mailbox in the one From, and the name that goes with it."""
    try:
        [(name, address)] = getaddresses([" ".join(raw.split()) for raw in _raw(message, "from")])
        sender = mailbox(address)
    except (ValueError, RecursionError):
        raise Unreadable("from") from None
    return sender, in_one_line(decoded(name), LONGEST_NAME) or sender.split("@")[0]


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """Its parts that have none themselves; a mail within the mail is one of them."""
    if depth > DEEPEST:
        raise Unreadable("depth")
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        yield message
        return
    parts: Any = message.get_payload()
    for part in parts:
        yield from _leaves(part, depth + 1)


def _body(parts: list[Message]) -> list[Message]:
    """What was written: as plain text, rather than as a page."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    forms = ([part for part in shown if part.get_content_type() == form] for form in _WRITTEN)
    return next(filter(None, forms), [])


def _attached(part: Message, body: list[Message]) -> bool:
    """Neither the text itself, nor another form of it."""
    form = part.get_content_type() in _WRITTEN
    return part not in body and (not form or part.get_content_disposition() == "attachment")


def _text(part: Message) -> str:
    raw = _content(part)[:LONGEST_TEXT]
    try:
        text = raw.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        text = raw.decode("utf-8", "replace")
    return of_markup(text) if part.get_content_type() == "text/html" else text


def _content(part: Message) -> bytes:
    """Of a mail within the mail: nothing."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
