"""The accounts made in a case, as the office may see them: never a password."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.facts import Account
from functions.core.people import holders_of
from functions.core.sop import Sop


class Made(BaseModel):
    """`handed`: how the account went to its holder, and `handed_at` when, if that is known."""

    holder: str
    user_id: str
    by: str
    at: datetime
    handed: str
    handed_at: datetime | None


def made(case: Case, sop: Sop, people: Mapping[str, str]) -> list[Made]:
    """`people`: the names of the office's staff, by id."""
    names = {person.id: person.name for person in holders_of(case, sop)}
    return [
        Made(
            holder=names.get(holder, sop.roles[sop.applicant]),
            user_id=account.user_id,
            by=people.get(account.by, account.by),
            at=account.at,
            handed=_handed(account),
            handed_at=account.shown_at,
        )
        for holder, account in case.accounts.items()
    ]


def _handed(account: Account) -> str:
    if account.outside:
        return f"Di luar Loket: {account.outside}"
    if account.shown_at:
        return "Kata sandi awal sudah dibuka"
    if account.sealed:
        tries = f", {account.tries} kali salah dicoba" if account.tries else ""
        return f"Kata sandi awal belum dibuka{tries}"
    return "Aktif; pemohon memilih sendiri kata sandinya"
