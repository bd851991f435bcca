"""Send one letter of the outbox, once."""

from aws_lambda_powertools import Logger

from functions.core.change import change
from functions.core.errors import NotAllowed, NotFound, Unavailable
from functions.core.facts import Letter
from functions.notify.compose import compose
from functions.world import world

logger = Logger()


def deliver(owner: str, key: str) -> None:
    """Lease the letter, send it, record it. A letter that finds no reader any more is dropped."""
    letter = world().outbox.take(owner, key, world().now())
    if letter is None:
        return
    try:
        message_id = world().mail.send(compose(owner, letter))
    except Unavailable:
        world().outbox.returned(owner, key, world().now())
        raise
    except (NotAllowed, NotFound):
        logger.warning("no reader", extra={"owner": owner, "letter": letter.name})
        message_id = "none"
    world().outbox.sent(owner, key, world().now(), message_id)
    _note_delay(owner, letter)


def _note_delay(owner: str, letter: Letter) -> None:
    """A letter that the paper promises by a time, and that left later, is a deviation."""
    now = world().now()
    if letter.due and now > letter.due:
        change(world().cases, owner, lambda case: case.mailed_late(letter, now))
