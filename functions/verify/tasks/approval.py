"""What an officer records of the accounts made: read, and weighed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from functions.core.answers import line, password, user_id
from functions.core.holders import APPLICANT
from functions.verify.room import Desk
from functions.verify.tasks.refusal import Refusal
from functions.web.body import folded

AGAIN = "User ID ini sudah Anda tulis untuk orang lain."


class Made(BaseModel):
    """One account; `password`: the initial one that the application shows, to be sealed;
    `outside`: how it was handed over, if that was not left to Loket."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    user_id: Annotated[str, AfterValidator(str.strip)] = ""
    password: str = ""
    outside: str = ""


class Approval(Refusal):
    """The applicant's own account, or `accounts` by holder; as a form, `user_id.HOLDER`."""

    outcome: Literal["disetujui", "diperiksa-lagi", "ditolak"]
    user_id: Annotated[str, AfterValidator(str.strip)] = ""
    password: str = ""
    outside: str = ""
    accounts: dict[str, Made] = {}
    capacity: str = ""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "accounts", *Made.model_fields)

    def by_holder(self, holders: Iterable[str]) -> dict[str, Made]:
        """What was said of each account that is to be made."""
        if not (wanted := list(holders)):
            own = Made(user_id=self.user_id, password=self.password, outside=self.outside)
            return {APPLICANT: own}
        return {holder: self.accounts.get(holder, Made()) for holder in wanted}


def named(part: str, holder: str) -> str:
    """The field in which this part of the holder's account was typed."""
    return f"{part}.{holder}" if holder else part


def faults(said: Approval, given: Mapping[str, Made], at: Desk) -> dict[str, str]:
    """What is wrong with it, by field."""
    problems = {named("user_id", h): "Tidak dikenal." for h in said.accounts.keys() - given.keys()}
    seen: set[str] = set()
    for holder, made in given.items():
        problems |= _faults(made, holder, at)
        if made.user_id and made.user_id.casefold() in seen:
            problems[named("user_id", holder)] = AGAIN
        seen.add(made.user_id.casefold())
    if at.step.capacities and said.capacity not in at.step.capacities:
        problems["capacity"] = "Pilih salah satu."
    return problems


def _faults(made: Made, holder: str, at: Desk) -> dict[str, str]:
    problems = _unfit(named("user_id", holder), made.user_id)
    if at.sop.credential == "notice":
        if made.password:
            word = "Pemohon memilih kata sandinya sendiri; kosongkan."
            problems[named("password", holder)] = word
        return problems
    if made.outside.strip():
        return problems | _outside(made, holder)
    return problems | _misread(named("password", holder), password, made.password)


def _outside(made: Made, holder: str) -> dict[str, str]:
    """Handed over elsewhere, a password has no business here."""
    if made.password:
        word = "Kosongkan: kata sandi ini disampaikan di luar Loket."
        return {named("password", holder): word}
    name = named("outside", holder)
    try:
        told = line(made.outside, 200)
    except ValueError as error:
        return {name: str(error)}
    return {} if len(told) >= 3 else {name: "Tulis cara, waktu, dan tanda terimanya."}


def _unfit(name: str, text: str) -> dict[str, str]:
    """What is wrong with a User ID, beside the field in which it was typed."""
    if not text:
        return {name: "Isi User ID yang dibuat atau diaktifkan."}
    return _misread(name, user_id, text)


def _misread(name: str, read: Callable[[str], str], text: str) -> dict[str, str]:
    try:
        read(text)
    except ValueError as error:
        return {name: str(error)}
    return {}
