"""A case is opened: once for each mailbox, under a number that no other case has."""

from collections.abc import Callable

from functions.core.case import Case
from functions.core.errors import Stale
from functions.core.facts import Claim
from functions.core.number import case_number
from functions.core.officer import Officer
from functions.core.ports import Cases, Fingerprints
from functions.core.sop import Sop

TRIES = 5


def mailbox_print(email: str, prints: Fingerprints) -> str:
    """What a mailbox is known by where its address must not be."""
    return prints.of("email", email.casefold())


def mailbox_claim(sop: Sop, email: str, prints: Fingerprints) -> Claim:
    """What an application for this service holds while it is open."""
    return Claim(f"email-{sop.id}", mailbox_print(email, prints))


def open_case(
    cases: Cases,
    prefix: str,
    pick: Callable[[str], str],
    made: Callable[[str], Case],
    on_duty: Officer | None = None,
) -> Case:
    """The case that `made` makes of its number, as saved."""
    for _ in range(TRIES):
        try:
            return cases.save(made(case_number(prefix, pick)), on_duty)
        except Stale:
            continue
    raise Stale
