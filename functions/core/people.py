"""The account holders of one case, by name."""

from dataclasses import dataclass

from functions.core.case import Case
from functions.core.facts import Account
from functions.core.sop import Sop

SHARED = "Isian ini sudah dipakai untuk orang lain dalam surat ini."


@dataclass(frozen=True)
class Person:
    """`role`: what they chose to be; nothing here opens a seal."""

    id: str
    name: str
    email: str
    role: str
    account: Account | None


def holders_of(case: Case, sop: Sop) -> list[Person]:
    """Those for whom accounts are asked, as far as their names are known."""
    if sop.holders is None:
        return []
    return [_person(case, sop, holder, sop.holders.name) for holder in case.holders]


def _person(case: Case, sop: Sop, holder: str, name: str) -> Person:
    section = sop.section(holder)
    asked = section.asked(case.answers) if section else ()
    chosen = [f.said(case.answers.get(f.id, "")) for f in asked if f.type == "choice"]
    called = case.answers.get(f"{name}.{holder}", "") or (section.title if section else holder)
    email = case.answers.get(f"{sop.holders.email}.{holder}", "") if sop.holders else ""
    account = case.accounts.get(holder)
    return Person(holder, called, email, ", ".join(filter(None, chosen)), account)


def clashes(case: Case, sop: Sop) -> dict[str, str]:
    """What two holders have in common and must not, by field: then one could open the other's
    account."""
    if sop.holders is None:
        return {}
    found: dict[str, str] = {}
    for name in (sop.holders.email, sop.holders.second_fact):
        seen: set[str] = set()
        for holder in case.holders:
            answer = case.answers.get(f"{name}.{holder}", "")
            if answer in seen:
                found[f"{name}.{holder}"] = SHARED
            seen.add(answer)
    return found
