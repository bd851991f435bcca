"""The account made for an applicant, and the one showing of its sealed password."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from functions.core.chronicle import MACHINERY, Chronicle
from functions.core.errors import NotNow
from functions.core.facts import Account, Actor, Letter

NO_ACCOUNT = "Akun untuk permohonan ini belum dibuat."


@dataclass(frozen=True, kw_only=True)
class Handover(Chronicle):
    account: Account | None = None

    def attempt(self, at: datetime) -> Self:
        """Somebody tries to see the sealed password: counted before anything is compared."""
        return replace(self, account=self._made().tried())._tell("attempted", at, MACHINERY)

    def show_password(self, at: datetime) -> Self:
        """The sealed password is shown now; it is gone from the case with this."""
        return replace(self, account=self._made().shown(at))._tell("password-shown", at, MACHINERY)

    def reissue(self, by: Actor, sealed: str, at: datetime, *, nonce: str = "") -> Self:
        """The holder lost the initial password, or used up the tries: a new one is sealed."""
        anew = replace(self, account=self._made().resealed(sealed), nonce=nonce)
        return anew._tell("password-reissued", at, by.id, letters=[Letter("akun")])

    def _made(self) -> Account:
        if self.account is None:
            raise NotNow(NO_ACCOUNT)
        return self.account
