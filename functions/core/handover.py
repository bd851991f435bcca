"""The accounts made for an applicant or several people, each sealed password shown once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from functions.core.chronicle import MACHINERY, Chronicle, Detail
from functions.core.errors import NotNow
from functions.core.facts import Account, Actor, Letter
from functions.core.holders import APPLICANT

NO_ACCOUNT = "Akun untuk permohonan ini belum dibuat."


@dataclass(frozen=True, kw_only=True)
class Handover(Chronicle):
    """`accounts`: those made, by holder."""

    accounts: Mapping[str, Account] = field(default_factory=dict)

    @property
    def account(self) -> Account | None:
        """The applicant's own."""
        return self.accounts.get(APPLICANT)

    @property
    def went_outside(self) -> bool:
        """Whether an account was handed over otherwise than by Loket."""
        return any(account.outside for account in self.accounts.values())

    def made(self, holder: str) -> Account:
        if holder not in self.accounts:
            raise NotNow(NO_ACCOUNT)
        return self.accounts[holder]

    def owner(self, holder: str) -> str:
        """For whom a password is sealed: it opens for nobody else."""
        return f"{self.id}/{holder}" if holder else self.id

    def attempt(self, holder: str, at: datetime) -> Self:
        """Somebody tries to see the sealed password: counted before anything is compared."""
        tried = self._with(holder, self.made(holder).tried())
        return tried._tell("attempted", at, MACHINERY, _whose(holder))

    def show_password(self, holder: str, at: datetime) -> Self:
        """The sealed password is shown now; it is gone from the case with this."""
        shown = self._with(holder, self.made(holder).shown(at))
        return shown._tell("password-shown", at, MACHINERY, _whose(holder))

    def reissue(
        self, holder: str, by: Actor, sealed: str, at: datetime, *, nonce: str = ""
    ) -> Self:
        """The holder lost the initial password, or used up the tries: a new one is sealed."""
        anew = replace(self._with(holder, self.made(holder).resealed(sealed)), nonce=nonce)
        return anew._tell("password-reissued", at, by.id, _whose(holder), [handing(holder)])

    def _lock(self, holder: str) -> Self:
        """A password that is still sealed opens no more: another has to be issued."""
        made = self.accounts.get(holder)
        return self._with(holder, made.locked()) if made and made.sealed else self

    def _with(self, holder: str, account: Account) -> Self:
        return replace(self, accounts={**self.accounts, holder: account})


def handing(holder: str, step: str = "") -> Letter:
    """The letter with which an account goes to its holder."""
    if holder == APPLICANT:
        return Letter("akun", step=step)
    return Letter("akun", "holder", holder, step)


def _whose(holder: str) -> Detail:
    return {"holder": holder} if holder else {}
