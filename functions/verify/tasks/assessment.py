"""What an officer makes of a complaint at first: what each outcome wants, and what it leaves."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from pydantic import model_validator

from functions.core.answers import words
from functions.core.cards import placed
from functions.core.change import change
from functions.core.deeds import Disposition
from functions.core.errors import Invalid
from functions.core.kinds import ENDS, PASSED_UP
from functions.core.officer import Officer, acting, apart_from
from functions.core.own_data import asked_about
from functions.core.phrases import Card
from functions.offices import all_offices
from functions.sops import granting
from functions.verify.hearing import about
from functions.verify.rights import today
from functions.verify.room import Desk
from functions.web.body import Command, folded
from functions.world import world

ABOUT = "tentang"
CHOOSE, UNKNOWN = "Pilih salah satu.", "Tidak dikenal."
WHY_UP = "Tulis mengapa laporan ini diteruskan."
WHY_NOT = "Tulis alasan penolakan; pelapor akan membacanya."
OWN = "Laporan tentang Anda sendiri tidak Anda putuskan; teruskan atau serahkan tugas ini."
NOBODY = "Tidak ada {role} lain yang boleh menangani laporan ini."
Found = dict[str, Any]


class Triage(Command):
    """`grade`: one of the office's; `card`: the SOP's answer for what belongs elsewhere. `barred`:
    "ya" by the officer whom it is about; as a form, `tentang.ID`. `message`: the reason of a
    rejection or of passing it up, or a word beside the card. `confirmed`: as of a check."""

    outcome: Literal["ditangani", "diteruskan", "dialihkan", "ditolak"]
    grade: str = ""
    card: str = ""
    barred: dict[str, Literal["ya"]] = {}
    message: str = ""
    confirmed: Literal["", "ya", "ubah"] = ""

    @property
    def typed(self) -> dict[str, str]:
        """The form as it was filled in, to be shown or sent once more."""
        said: dict[str, str] = self.model_dump(exclude={"nonce", "confirmed", "barred"})
        said |= {f"{ABOUT}.{officer}": "ya" for officer in self.barred}
        return {name: value for name, value in said.items() if value}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "barred", ABOUT)


def assessed(said: Triage, at: Desk) -> Found:
    """What the decision sets, or Invalid: somebody must be left who may go on with it."""
    barred = _barred(said, at)
    found = READERS[said.outcome](said, at)
    _demand_somebody(at, said.outcome, barred)
    return {**found, "barred": barred}


def seeing(at: Desk) -> list[Officer]:
    """Those of the staff whom it is not known to be about yet."""
    staff = world().staff.everybody(at.case.office)
    return sorted(apart_from(staff, about(at.case, staff)), key=lambda officer: officer.name)


def bar_requests(at: Desk, barred: Iterable[str]) -> None:
    """Whom it is about reads of whoever made it in no request on their data either: from before
    the decision on, as a crash between may bar too early, and not too late."""
    claim = asked_about(at.case, granting(at.case.office), world().fingerprints)
    for number in world().cases.holding(claim.kind, claim.fingerprint):
        change(world().cases, number, lambda case: case.bar(barred))


def _barred(said: Triage, at: Desk) -> tuple[str, ...]:
    """With those who are there already: nobody is let in again."""
    if unknown := said.barred.keys() - {officer.id for officer in seeing(at)}:
        raise Invalid({f"{ABOUT}.{officer}": UNKNOWN for officer in unknown})
    if at.officer.id in said.barred and said.outcome != PASSED_UP:
        raise Invalid({f"{ABOUT}.{at.officer.id}": OWN})
    return tuple(sorted({*at.case.barred, *said.barred}))


def _demand_somebody(at: Desk, outcome: str, barred: tuple[str, ...]) -> None:
    """Invalid, unless somebody is there for the next step whom it is not about."""
    target = at.step.next[outcome]
    if target in ENDS:
        return
    role, office = at.sop.step(target).by, at.case.office
    left = apart_from(world().staff.everybody(office), barred)
    if not acting(left, role, today(office)):
        raise Invalid({"": NOBODY.format(role=at.sop.roles[role])})


def _handled(said: Triage, at: Desk) -> Found:
    grade = all_offices()[at.case.office].complaints.grade(said.grade)
    if grade is None:
        raise Invalid({"grade": CHOOSE})
    return {"grade": grade.id, "note": {"grade": grade.id}}


def _passed_up(said: Triage, at: Desk) -> Found:
    why = words("message", said.message, longest=500, asked=WHY_UP)
    who = at.officer.id, at.officer.name
    to = at.sop.step(at.step.next[PASSED_UP]).by
    passed = Disposition(at.step.id, at.role, *who, to, why, world().now(), at.style)
    return {"dispositions": (*at.case.dispositions, passed)}


def _elsewhere(said: Triage, at: Desk) -> Found:
    card = next((card for card in at.sop.cards if card.id == said.card), None)
    if card is None:
        raise Invalid({"card": CHOOSE})
    own = words("message", said.message)
    office = all_offices()[at.case.office]
    message = "\n\n".join(filter(None, (card.text.strip(), own, _way(placed(card, office)))))
    return {"message": message, "note": {"card": card.id}}


def _way(card: Card) -> str:
    return f"{card.link}:\n{card.href}" if card.href else ""


def _rejected(said: Triage, at: Desk) -> Found:
    return {"message": words("message", said.message, asked=WHY_NOT)}


READERS: Mapping[str, Callable[[Triage, Desk], Found]] = {
    "ditangani": _handled,
    PASSED_UP: _passed_up,
    "dialihkan": _elsewhere,
    "ditolak": _rejected,
}
