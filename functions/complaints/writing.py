"""What a mail says, in the words of the form that it takes the place of."""

from collections.abc import Collection

from functions.complaints.mime import Mail
from functions.complaints.prose import newly_said, shortened, unsaid
from functions.core.answers import LONGEST
from functions.core.grievance import (
    ABOUT,
    COMPLAINT,
    IDENTITY,
    MAILBOX,
    NAME,
    OPEN,
    SECRET,
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


def answers(mail: Mail, note: str, secrets: Collection[str]) -> dict[str, str]:
    """Of a complaint; `note` comes below its text. What names a case is a secret: it may be about
    one, and whoever names it the one who complained."""
    number = next(iter(named_in(mail.refers)), "")
    words = (*secrets, *(_whose(mail) if number else ()))
    text = newly_said(mail.text) if number else mail.text
    return {
        WHAT: COMPLAINT,
        SUBJECT: unsaid(mail.subject, words)[:LONGEST_SUBJECT].strip() or NO_SUBJECT,
        STORY: _noted(unsaid(text, words), note),
        ABOUT: number,
        WHOM: SERVICE,
        IDENTITY: SECRET if number else OPEN,
        NAME: mail.name,
        MAILBOX: mail.sender,
    }


def message(mail: Mail, note: str, secrets: Collection[str], *, secret: bool) -> str:
    """What is new in the mail, without what opens a complaint. `secret`: nor whose it is."""
    if secret:
        return _noted(unsaid(newly_said(mail.text), (*secrets, *_whose(mail))), note)
    return _noted(unsaid(newly_said(mail.text) or mail.text, secrets), note)


def _whose(mail: Mail) -> tuple[str, ...]:
    return mail.sender, mail.name


def _noted(text: str, note: str) -> str:
    room = LONGEST["story"] - len(note) - 2
    return f"{shortened(text or NO_TEXT, room, CUT)}\n\n{note}".strip()
