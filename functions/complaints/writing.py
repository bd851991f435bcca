"""What a mail says, in the words of the form that it takes the place of."""

from functions.complaints.mime import Mail
from functions.complaints.prose import newly_said, shortened
from functions.core.answers import LONGEST
from functions.core.grievance import (
    ABOUT,
    COMPLAINT,
    IDENTITY,
    MAILBOX,
    NAME,
    OPEN,
    SERVICE,
    STORY,
    SUBJECT,
    WHAT,
    WHOM,
)
from functions.core.number import named_in

LONGEST_SUBJECT = 200
NO_SUBJECT = "(tanpa perihal)"
NO_TEXT = "(Surel ini tidak berisi teks.)"
CUT = "[Dipotong: surel ini lebih panjang.]"


def answers(mail: Mail, note: str) -> dict[str, str]:
    """Of a complaint; `note` comes below its text."""
    number = next(iter(named_in(mail.refers)), "")
    return {
        WHAT: COMPLAINT,
        SUBJECT: mail.subject[:LONGEST_SUBJECT].strip() or NO_SUBJECT,
        STORY: _noted(mail.text, note),
        ABOUT: number,
        WHOM: SERVICE,
        IDENTITY: OPEN,
        NAME: mail.name,
        MAILBOX: mail.sender,
    }


def message(mail: Mail, note: str) -> str:
    """Of a complaint that is known: what is new in the mail."""
    return _noted(newly_said(mail.text), note)


def _noted(text: str, note: str) -> str:
    room = LONGEST["story"] - len(note) - 2
    return f"{shortened(text or NO_TEXT, room, CUT)}\n\n{note}".strip()
