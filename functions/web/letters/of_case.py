"""What a letter about a case says: the mail and its preview are written by the same hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.core.case import Case
from functions.core.facts import Letter, Meeting
from functions.core.holders import APPLICANT
from functions.core.officer import Officer
from functions.core.people import holders_of
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.web.letters import Text, render
from functions.web.views import estimated


@dataclass(frozen=True)
class Given:
    """What a letter says that its case does not know: the reader's own link and secret, mostly."""

    site: str
    link: str
    secret: str
    now: datetime
    officer: Officer | None = None


def written(case: Case, letter: Letter, given: Given) -> Text:
    return render(letter.name, _words(case, letter, given))


def _words(case: Case, letter: Letter, given: Given) -> dict[str, Any]:
    """All that a letter's text may speak of."""
    sop = sop_of(case)
    holder = letter.to if letter.reader == "holder" else APPLICANT
    account = case.accounts.get(holder)
    return {
        "case": case,
        "sop": sop,
        "office": all_offices()[case.office],
        "site": given.site,
        "link": given.link,
        "secret": given.secret,
        "officer": given.officer,
        "meeting": _coming(case, given.now),
        "step": sop.step(letter.step) if letter.step else None,
        "estimated": _is_estimated(case, sop),
        "names": sop.names,
        "required": sop.required(case.answers),
        "way": sop.way(case.answers),
        "account": account,
        "fact": sop.opener(holder) if account and account.sealed else None,
        "holders": holders_of(case, sop),
        "spoken": {said.outcome: said for said in case.messages},
    }


def _is_estimated(case: Case, sop: Sop) -> bool:
    """Whether the open step's due time rests on a date that may still move."""
    here = case.here
    return here is not None and estimated(sop, here.id, here.since, here.due)


def _coming(case: Case, now: datetime) -> Meeting | None:
    """The call, while it is still to come."""
    meeting = case.meeting
    return meeting if meeting and meeting.starts > now else None
