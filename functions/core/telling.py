"""Who is written to after a decision, and with which letter."""

from collections.abc import Iterable, Mapping

from functions.core.facts import Account, Letter
from functions.core.handover import handing
from functions.core.holders import APPLICANT
from functions.core.sop import Sop
from functions.core.step import Step


def closing(sop: Sop, end: str) -> str:
    """The letter that tells of a case's end."""
    prefix = "aduan-" if sop.hears else "hak-" if sop.grants else ""
    return f"{prefix}{end}"


def opening(sop: Sop, email: str) -> list[Letter]:
    """The receipt, where opening a case is all that there is to hand in."""
    return [Letter("aduan-diterima")] if sop.hears and email else []


def letters_after(
    step: Step, outcome: str, accounts: Mapping[str, Account], principal: str
) -> list[Letter]:
    """`principal`: the mailbox of whom a proxy acts for, if it is to be told just now."""
    name = step.kinds.told(outcome)
    if name == "akun":
        return list(_handovers(accounts, step))
    letters = [Letter(name, step=step.id)] if name else []
    return letters + ([Letter("kuasa", "principal", step=step.id)] if principal else [])


def _handovers(accounts: Mapping[str, Account], step: Step) -> Iterable[Letter]:
    """To each holder their own; where they are not the applicant, word to the applicant too."""
    for holder, account in accounts.items():
        if holder == APPLICANT or not account.outside:
            yield handing(holder, step.id)
    if APPLICANT not in accounts:
        yield Letter("akun-diserahkan", step=step.id)
