"""A letter that did not arrive: the case learns of it, and somebody may have to phone."""

from functions.core.calling import PROMPTLY, caller
from functions.core.case import Case
from functions.core.change import change
from functions.core.facts import Letter
from functions.core.grievance import PHONE
from functions.core.kinds import DONE
from functions.core.officer import acting
from functions.core.postmark import Postmark
from functions.core.receipts import UNREAD
from functions.core.telling import closing
from functions.offices import all_offices
from functions.sops import sop_of
from functions.world import world


def came_back(mark: Postmark, letter: Letter, kind: str) -> None:
    """Officers' mail is the directory's concern, and of no case's history."""
    if letter.reader == "officer":
        return
    now = world().now()

    def verb(case: Case) -> Case:
        due = all_offices()[case.office].calendar.due(now, PROMPTLY)
        return case.bounced(mark.key, letter, kind, now, due, _callers(case))

    change(world().cases, mark.owner, verb)


def left_unsaid(mark: Postmark, letter: Letter) -> None:
    """There was no mailbox to send it to: whoever left a number instead is phoned, but not with
    the end that they know, as they took the answer or heard it on the phone."""
    case = world().cases.get(mark.owner)
    if case.answers.get(PHONE) and letter.name != closing(sop_of(case), DONE):
        came_back(mark, letter, UNREAD)


def _callers(case: Case) -> list[str]:
    """The ids of those who may phone; nobody's, while the case waits for other officers."""
    sop, office = sop_of(case), all_offices()[case.office]
    place = case.here.id if case.here else case.closed.end if case.closed else ""
    if not place or (case.here and case.here.by != sop.applicant):
        return []
    staff = world().staff.everybody(case.office)
    return [
        officer.id for officer in acting(staff, caller(sop, place), office.today(world().now()))
    ]
