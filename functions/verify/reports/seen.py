"""An office's ledger as one of its officers may read it."""

from functions.core.ledger import Told
from functions.core.officer import Officer
from functions.sops import all_sops
from functions.world import world


def ledger(officer: Officer, month: str, *kinds: str) -> list[Told]:
    """The lines of these kinds in the month, but for complaints about the officer."""
    lines, sops = world().cases.ledger(officer.office, month, *kinds), all_sops()
    heard = {line.case for line in lines if sops[line.sop].hears}
    hidden = {number for number in heard if officer.id in world().cases.get(number).barred}
    return [line for line in lines if line.case not in hidden]
