"""Who is written to after a decision, and with which letter."""

from collections.abc import Iterable, Mapping

from functions.core.facts import Account, Letter
from functions.core.handover import handing
from functions.core.holders import APPLICANT
from functions.core.sop import Sop
from functions.core.step import Step


def letters_after(
    sop: Sop, step: Step, outcome: str, answers: Mapping[str, str], accounts: Mapping[str, Account]
) -> list[Letter]:
    name = step.kinds.told(outcome)
    if not name:
        return []
    if name == "akun":
        return list(_handovers(accounts, step))
    letters = [Letter(name, step=step.id)]
    if step.kinds.forks and sop.principal and answers.get(sop.principal):
        letters.append(Letter("kuasa", "principal", step=step.id))
    return letters


def _handovers(accounts: Mapping[str, Account], step: Step) -> Iterable[Letter]:
    """To each holder their own; where they are not the applicant, word to the applicant too."""
    for holder, account in accounts.items():
        if holder == APPLICANT or not account.outside:
            yield handing(holder, step.id)
    if APPLICANT not in accounts:
        yield Letter("akun-diserahkan", step=step.id)
