"""A letter as a message: to whom, with which link, in which words."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound
from functions.core.facts import Letter, Meeting, Officer
from functions.core.holders import APPLICANT
from functions.core.links import Link, signed
from functions.core.number import status_secret
from functions.core.office import Office
from functions.core.people import holders_of
from functions.core.ports import Message
from functions.core.sop import Sop
from functions.notify.calendar import invitation
from functions.notify.letters import render
from functions.offices import all_offices
from functions.sops import sop_of
from functions.world import world

CASE_LINK = timedelta(days=120)
TASK_LINK = timedelta(days=14)
QUEUE_LINK = timedelta(hours=12)


def compose(owner: str, letter: Letter) -> Message:
    """`owner` is a case, or "desk#OFFICE" for a letter about no one case."""
    if owner.startswith("desk#"):
        return _queue_letter(owner.removeprefix("desk#"), letter)
    case = world().cases.get(owner)
    return _Post(case, sop_of(case), all_offices()[case.office], letter).message()


@dataclass(frozen=True)
class _Post:
    case: Case
    sop: Sop
    office: Office
    letter: Letter

    def message(self) -> Message:
        officer = self._officer() if self.letter.reader == "officer" else None
        text = render(self.letter.name, self._words(officer))
        return Message(
            to=officer.email if officer else self._address(),
            sender=self.office.sender,
            sender_name=self.office.name,
            reply_to=self.office.email,
            subject=text.subject,
            text=text.plain,
            html=text.html,
            attachments=self._attachments(),
            tags={"case": self.case.id, "letter": self.letter.name},
        )

    def _address(self) -> str:
        """The one mailbox of a reader who is no officer."""
        answers = self.case.answers
        if self.letter.reader == "holder" and self.sop.holders:
            return answers[f"{self.sop.holders.email}.{self.letter.to}"]
        if self.letter.reader == "principal":
            return answers[self.sop.principal]
        return self.case.email

    def _words(self, officer: Officer | None) -> dict[str, Any]:
        """All that a letter's text may speak of."""
        holder = self.letter.to if self.letter.reader == "holder" else APPLICANT
        account = self.case.accounts.get(holder)
        return {
            "case": self.case,
            "sop": self.sop,
            "office": self.office,
            "link": self._link(officer),
            "site": world().site,
            "secret": status_secret(world().fingerprints, self.case.id),
            "officer": officer,
            "meeting": self._coming(),
            "step": self.sop.step(self.letter.step) if self.letter.step else None,
            "names": self.sop.names,
            "required": self.sop.required(self.case.answers),
            "way": self.sop.way(self.case.answers),
            "account": account,
            "fact": self.sop.opener(holder) if account and account.sealed else None,
            "holders": holders_of(self.case, self.sop),
        }

    def _coming(self) -> Meeting | None:
        """The call, while it is still to come."""
        meeting = self.case.meeting
        return meeting if meeting and meeting.starts > world().now() else None

    def _officer(self) -> Officer:
        officer = world().staff.get(self.case.office, self.letter.to)
        step = self.sop.step(self.letter.step)
        if not {*step.roles, self.sop.superior(step.by)} & set(officer.roles):
            raise NotAllowed
        return officer

    def _link(self, officer: Officer | None) -> str:
        if officer:
            return self._task_link(officer)
        office, case = self.case.office, self.case.id
        match self.letter.reader:
            case "holder":
                return _link("h", "holder", self.letter.to, office, CASE_LINK, case=case)
            case "principal":
                return world().site
            case _:
                return _link("p", "case", "", office, CASE_LINK, case=case)

    def _task_link(self, officer: Officer) -> str:
        """To the task, for who may do it; to the officers' door for those above."""
        if self.case.here is None or self.case.here.round != self.letter.round:
            raise NotFound
        if not self.sop.step(self.letter.step).roles & set(officer.roles):
            return f"{world().site}/petugas"
        return _link(
            "t", "task", officer.id, self.case.office, TASK_LINK,
            case=self.case.id, round_=self.letter.round, step=self.letter.step,
        )  # fmt: skip

    def _attachments(self) -> dict[str, tuple[str, bytes]]:
        meeting = self.case.meeting
        if self.letter.name != "jadwal" or meeting is None:
            return {}
        calendar = invitation(self.case, meeting, self.office, world().now())
        return {"jadwal.ics": ("text/calendar", calendar)}


def _queue_letter(office_id: str, letter: Letter) -> Message:
    office, officer = all_offices()[office_id], world().staff.get(office_id, letter.to)
    link = _link("antrean", "queue", officer.id, office_id, QUEUE_LINK)
    text = render(letter.name, {"office": office, "officer": officer, "link": link})
    return Message(
        to=officer.email,
        sender=office.sender,
        sender_name=office.name,
        reply_to=office.email,
        subject=text.subject,
        text=text.plain,
        html=text.html,
        attachments={},
        tags={"letter": letter.name},
    )


def _link(room: str, purpose: str, audience: str, office: str, valid: timedelta, *,
          case: str = "", round_: int = 0, step: str = "") -> str:  # fmt: skip
    expires = world().now() + valid
    signer = world().signer
    link = Link(signer.key, purpose, audience, office, case, round_, step, expires, world().epoch)
    payload = link.payload()
    return f"{world().site}/{room}/{signed(payload, signer.sign(payload))}"
