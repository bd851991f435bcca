"""Send one letter of the outbox, once: by mail, or by the office's own confidential channel."""

from aws_lambda_powertools import Logger

from functions.core.change import change
from functions.core.errors import NotAllowed, NotFound, Unavailable
from functions.core.facts import Letter
from functions.core.people import holders_of
from functions.core.ports import Message, Note
from functions.notify.compose import compose
from functions.sops import sop_of
from functions.world import world

logger = Logger()


def deliver(owner: str, key: str) -> None:
    """Lease the letter, send it, record it. A letter that finds no reader any more is dropped."""
    letter = world().outbox.take(owner, key, world().now())
    if letter is None:
        return
    try:
        message_id = _send(owner, key, letter)
    except Unavailable:
        world().outbox.returned(owner, key, world().now())
        raise
    except (NotAllowed, NotFound):
        logger.warning("no reader", extra={"owner": owner, "letter": letter.name})
        message_id = "none"
    world().outbox.sent(owner, key, world().now(), message_id)
    _note_delay(owner, letter)


def _send(owner: str, key: str, letter: Letter) -> str:
    message = compose(owner, letter)
    if letter.reader == "holder" and (note := _note(owner, key, letter, message)):
        world().messenger.deliver(note)
        return note.id
    return world().mail.send(message)


def _note(owner: str, key: str, letter: Letter, message: Message) -> Note | None:
    """The letter as the office's own channel carries it to one person, if there is one."""
    case = world().cases.get(owner)
    if not world().messenger.carries(case.office):
        return None
    people = {person.id: person.name for person in holders_of(case, sop_of(case))}
    return Note(
        id=f"{owner}/{key}",
        office=case.office,
        name=people[letter.to],
        address=message.to,
        subject=message.subject,
        text=message.text,
    )


def _note_delay(owner: str, letter: Letter) -> None:
    """A letter that the paper promises by a time, and that left later, is a deviation."""
    now = world().now()
    if letter.due and now > letter.due:
        change(world().cases, owner, lambda case: case.mailed_late(letter, now))
