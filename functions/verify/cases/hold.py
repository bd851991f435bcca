"""A legal hold: as long as it lasts, nothing of the case is destroyed."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.erasure import Hold
from functions.core.officer import names_of
from functions.verify.cases.folder import Folder, folder
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

WHY = "Tulis alasannya."


class Holding(Command):
    """`act`: "tahan" puts a hold, "lepas" lifts it; `reason`: for either."""

    act: Literal["tahan", "lepas"]
    reason: str = ""


class Held(BaseModel):
    """`until`, `lifted`: when it was lifted, and why."""

    by: str
    since: datetime
    reason: str
    until: datetime | None
    lifted: str


class HoldPage(View):
    """`until`: when the case is to be destroyed, if nobody holds it back."""

    page = "hold.html"
    base: str
    number: str
    lasts: bool
    until: datetime | None
    holds: list[Held]


@room.page("/berkas/<number>/penahanan")
def holding(number: str) -> HoldPage:
    at = folder(number)
    names = names_of(world().staff.everybody(at.case.office))
    return HoldPage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        lasts=at.case.hold is not None,
        until=at.case.kept_until(at.sop),
        holds=[_told(hold, names.get(hold.by, "")) for hold in at.case.legal_holds],
    )


@holding.accepts(Holding)
def held(said: Holding, number: str) -> str:
    at = folder(number)
    if not at.case.heard(said.nonce):
        reason = words("reason", said.reason, longest=500, asked=WHY)
        change(world().cases, at.case.id, lambda c: _acted(c, at, said, reason), at.officer)
    return f"{at.base}/penahanan"


def _acted(case: Case, at: Folder, said: Holding, reason: str) -> Case:
    act = case.put_hold if said.act == "tahan" else case.lift_hold
    return act(at.actor, reason, world().now(), nonce=said.nonce)


def _told(hold: Hold, by: str) -> Held:
    return Held(by=by, since=hold.since, reason=hold.reason, until=hold.until, lifted=hold.lifted)
