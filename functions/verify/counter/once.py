"""One press of a button at the counter opens one case, however often it is told."""

from collections.abc import Callable

from functions.core.case import Case
from functions.core.errors import Taken
from functions.core.facts import Claim
from functions.core.officer import Officer
from functions.core.opening import open_case
from functions.offices import all_offices
from functions.world import world

PRESSED = "catat-loket"
"""What a case holds of the press that opened it."""


def opened_once(officer: Officer, nonce: str, made: Callable[[str], Case]) -> Case:
    """The case that `made` makes of its number, or has made already by this very press; Decided
    away, if the same press says something else. Taken by what else the case claims."""
    key = nonce.partition(":")[0]
    once = [Claim(PRESSED, world().fingerprints.of("nonce", key))] if key else []
    prefix = all_offices()[officer.office].prefix
    try:
        return open_case(
            world().cases, prefix, world().pick, lambda number: made(number).claim(*once), officer
        )
    except Taken:
        if before := _opened_by(once, nonce):
            return before
        raise


def _opened_by(once: list[Claim], nonce: str) -> Case | None:
    held = [n for claim in once for n in world().cases.holding(claim.kind, claim.fingerprint)]
    for number in held:
        case = world().cases.get(number)
        case.heard(nonce)
        return case
    return None
