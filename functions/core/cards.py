"""How often each answer card is asked for: what belongs elsewhere, and is looked for here."""

from datetime import datetime, timedelta

from functions.core.month import month_of
from functions.core.office import Office
from functions.core.phrases import Card
from functions.core.ports import Counters, Fingerprints

REPEATED = timedelta(days=1)
"""Within which time the same form sent again is no second question."""


def tally_of(office: str, month: str) -> str:
    """The group of counts of an office's month; each is named by its card."""
    return f"kartu#{office}#{month}"


def placed(card: Card, office: Office) -> Card:
    """With the way there from this office; without one, if the office knows none."""
    return card.model_copy(
        update={"href": card.href.replace("{spse}", office.spse or office.website)}
    )


def count_card(
    counters: Counters, prints: Fingerprints, office: Office, card: str, nonce: str, now: datetime
) -> None:
    """`nonce`: of the form that asked, if it had one."""
    once = f"kartu#{prints.of('nonce', nonce)}"
    if nonce and counters.add(once, card, now + REPEATED) > 1:
        return
    counters.add(tally_of(office.id, month_of(office, now)), card)
