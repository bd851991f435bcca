"""An operator asks whose data a breach concerns: who, what of theirs, since when; never values."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator

from functions.core.case import Case
from functions.core.errors import NotFound
from functions.core.grievance import NAME
from functions.core.month import months
from functions.core.people import holders_of
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.looking import archived
from functions.web.looks import called
from functions.world import world

REACH = timedelta(days=15 * 365)
"""How far back cases are looked for: longer than any schedule keeps them."""
MAILBOX, USER_ID, GUEST_BOOK = "Alamat email", "User ID", "Buku tamu"


class Breach(BaseModel):
    """`until`: cases opened later are out. `cases`: these alone, by number."""

    model_config = ConfigDict(extra="forbid")
    office: str
    until: AwareDatetime
    cases: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.office not in all_offices():
            raise ValueError(f"there is no office {self.office!r}")
        return self


@dataclass(frozen=True)
class Concerned:
    """A person of one case. `mailbox`: "" of who complained without one. `since`: when the case
    was opened; `fields`, `documents`: what was held of them, by its label."""

    name: str
    mailbox: str
    case: str
    service: str
    since: str
    fields: tuple[str, ...]
    documents: tuple[str, ...] = ()


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """`event`: the fields of a Breach. Erased cases concern nobody any more."""
    asked = Breach.model_validate(event)
    cases = (_case(number, asked.office) for number in asked.cases or _opened(asked))
    found = [one for case in cases if not case.erased for one in concerned(case)]
    return {"concerned": [asdict(one) for one in found]}


def concerned(case: Case) -> Iterator[Concerned]:
    """The applicant; and whoever else has a mailbox in the case."""
    sop = sop_of(case)
    since, place = case.opened_at.isoformat(), (case.id, sop.service)
    theirs = tuple(dict.fromkeys(_labels(case, sop)))
    papers = tuple(called(name, sop) for name in (*case.documents, *archived(case)))
    name = sop.known_as(case.answers) if sop.serves else case.answers.get(NAME, "")
    yield Concerned(name, case.email, *place, since, theirs, tuple(dict.fromkeys(papers)))
    if case.principal:
        yield Concerned("", case.principal, *place, since, (MAILBOX,))
    for person in holders_of(case, sop):
        own = tuple(_labels(case, sop, f".{person.id}"))
        if person.email:
            yield Concerned(person.name, person.email, *place, since, own)
    if case.guest and case.guest.email != case.email:
        yield Concerned(case.guest.name, case.guest.email, *place, since, (GUEST_BOOK,))


def _labels(case: Case, sop: Sop, whose: str = "") -> Iterator[str]:
    """Of the answers there are; `whose`: what the ids of one holder's own fields end in."""
    given = [f for f in sop.fields(case.answers) if case.answers.get(f.id) and f.id.endswith(whose)]
    yield from dict.fromkeys(field.label for field in given)
    if case.email and not whose:
        yield MAILBOX
    if whose.lstrip(".") in case.accounts:
        yield USER_ID
    if case.guest and not whose:
        yield GUEST_BOOK


def _opened(asked: Breach) -> Iterator[str]:
    """All that the office opened until then."""
    office = all_offices()[asked.office]
    for month in months(office, asked.until - REACH, asked.until):
        for told in world().cases.ledger(office.id, month, "opened"):
            if told.event.at <= asked.until:
                yield told.case


def _case(number: str, office: str) -> Case:
    try:
        case = world().cases.get(number)
    except NotFound:
        raise ValueError(f"there is no case {number!r}") from None
    if case.office != office:
        raise ValueError(f"{number} is not of {office}")
    return case
