"""Send one letter of the outbox, once: by mail, or by the office's own confidential channel."""

from dataclasses import replace

from aws_lambda_powertools import Logger

from functions.core.change import change
from functions.core.errors import (
    Doubtful,
    NotAllowed,
    NotFound,
    Suppressed,
    Unaddressed,
    Unavailable,
    Undeliverable,
)
from functions.core.facts import Letter
from functions.core.opening import mailbox_print
from functions.core.people import holders_of
from functions.core.ports import Message, Note
from functions.core.postmark import Postmark
from functions.core.receipts import REJECTED, SUPPRESSED, UNREAD
from functions.notify.compose import compose
from functions.notify.unreached import came_back, left_unsaid
from functions.sops import sop_of
from functions.world import world

logger = Logger()


def deliver(owner: str, key: str) -> None:
    """Lease the letter, send it, record it. A letter that finds no reader any more is dropped."""
    letter = world().outbox.take(owner, key, world().now())
    if letter is None:
        return None
    try:
        message_id = _send(owner, key, letter)
    except (NotAllowed, NotFound):
        logger.warning("no reader", extra={"owner": owner, "letter": letter.name})
        return world().outbox.dropped(owner, key, UNREAD)
    except Doubtful:
        logger.warning("letter doubtful", extra={"owner": owner, "key": key})
        return world().outbox.doubted(owner, key, world().now())
    except Unavailable:
        world().outbox.returned(owner, key, world().now())
        raise
    except Undeliverable as refusal:
        return _drop(owner, key, letter, refusal)
    world().outbox.sent(owner, key, world().now(), message_id)
    return _note_delay(owner, letter)


def _send(owner: str, key: str, letter: Letter) -> str:
    message = compose(owner, letter)
    if letter.reader == "holder" and (note := _note(owner, key, letter, message)):
        world().messenger.deliver(note)
        return note.id
    if world().suppressions.holds(mailbox_print(message.to, world().fingerprints)):
        raise Suppressed
    mark = Postmark(owner, key).tags
    return world().mail.send(replace(message, tags={**message.tags, **mark}))


def _drop(owner: str, key: str, letter: Letter, refusal: Undeliverable) -> None:
    """Lost it is, and somebody may have to say it on the phone."""
    mark = Postmark(owner, key)
    match refusal:
        case Unaddressed():
            left_unsaid(mark, letter)
            world().outbox.dropped(owner, key, UNREAD)
        case Suppressed():
            came_back(mark, letter, SUPPRESSED)
            world().outbox.dropped(owner, key, SUPPRESSED)
        case _:
            world().outbox.dropped(owner, key, REJECTED)


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
