"""What an officer reads of a complaint beside its form: how it came, how grave it is, what was
said. Of whoever complains it shows the role alone."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.complaint import Said
from functions.core.flow import outcome_words
from functions.core.grievance import HIDDEN, secret
from functions.core.lodging import CHANNELS
from functions.core.officer import Officer, names_of
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.world import world


class Word(BaseModel):
    """One message; `decision`: what it decided, if anything; `ours`: it is an officer's."""

    at: datetime
    who: str
    decision: str
    text: str
    ours: bool


class Hearing(BaseModel):
    """`barred`: the names of those whom it is about; `entered`: of whoever wrote it down."""

    channel: str
    received: datetime
    entered: str
    grade: str
    secret: bool
    barred: list[str]
    words: list[Word]


def hearing(case: Case, sop: Sop) -> Hearing | None:
    """None for an application."""
    if not sop.hears:
        return None
    staff = world().staff.everybody(case.office)
    grade = all_offices()[case.office].complaints.grade(case.grade)
    return Hearing(
        channel=CHANNELS.get(case.channel, case.channel),
        received=case.received,
        entered=case.entered.name if case.entered else "",
        grade=f"{grade.label}, dijawab dalam {grade.within}" if grade else "",
        secret=secret(case.answers),
        barred=[names_of(staff).get(officer, officer) for officer in about(case, staff)],
        words=[_word(said, sop) for said in case.messages],
    )


def about(case: Case, staff: Iterable[Officer]) -> list[str]:
    """The ids of those whom it is about, as officers may know: that it also passes by a colleague
    would tell who complains in secret."""
    own = {
        o.id for o in staff if secret(case.answers) and o.email.casefold() == case.email.casefold()
    }
    return [officer for officer in case.barred if officer not in own]


def _word(said: Said, sop: Sop) -> Word:
    return Word(
        at=said.at,
        who=said.name if said.by else sop.roles[sop.applicant],
        decision=outcome_words(sop, said.outcome) if said.outcome else "",
        text=said.text,
        ours=said.by != "",
    )


def mailbox(case: Case) -> str:
    """Of whoever applies or complains, as officers may read it."""
    return HIDDEN if case.email and secret(case.answers) else case.email
