"""A refusal is written: its reason, its mail to be read first, then the decision."""

from collections.abc import Callable
from typing import Literal

from functions.core.answers import words
from functions.verify.room import Desk, decide
from functions.verify.tasks.judgement import WHY
from functions.verify.tasks.preview import unread
from functions.web.answer import View
from functions.web.body import Command


class Refusal(Command):
    """`message`: the reason. `confirmed`: "ya", that the mail was read as it will be sent; "ubah",
    that it is to be changed."""

    outcome: str
    message: str = ""
    confirmed: Literal["", "ya", "ubah"] = ""


def refused(said: Refusal, at: Desk, page: str, shown: Callable[[Desk], View]) -> View | None:
    """What is still to be read or changed before it is. `shown`: the task's own page."""
    if said.confirmed == "ubah":
        again = shown(at)
        return again.again({}, {**again.given, "message": said.message})
    reason = words("message", said.message, asked=WHY)
    sent = {"outcome": said.outcome, "message": said.message}
    preview = None if said.confirmed else unread(at, page, sent, message=reason)
    if preview is None:
        decide(at, said.outcome, said.nonce, message=reason)
    return preview
