"""A letter as a message: to whom, with which link, in which words."""

from dataclasses import dataclass
from datetime import timedelta

from functions.core.accounting import ASKS
from functions.core.calling import mailbox_field
from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound, Unaddressed
from functions.core.facts import Letter, Meeting
from functions.core.links import Link, signed
from functions.core.number import status_secret
from functions.core.office import Office
from functions.core.officer import Officer
from functions.core.ports import Message
from functions.core.sop import Sop
from functions.notify.calendar import cancellation, invitation
from functions.notify.office_letters import compose_for_office
from functions.offices import all_offices
from functions.sops import sop_of
from functions.web.letters.of_case import Given, written
from functions.web.slip import FOLLOW
from functions.world import world

CASE_LINK = timedelta(days=120)
TASK_LINK = timedelta(days=14)


def compose(owner: str, letter: Letter) -> Message:
    """`owner` is a case, or "desk#OFFICE" for a letter about no one case."""
    if owner.startswith("desk#"):
        return compose_for_office(owner.removeprefix("desk#"), letter)
    case = world().cases.get(owner)
    return _Post(case, sop_of(case), all_offices()[case.office], letter).message()


@dataclass(frozen=True)
class _Post:
    case: Case
    sop: Sop
    office: Office
    letter: Letter

    def message(self) -> Message:
        self._demand_timely()
        officer = self._officer() if self.letter.reader == "officer" else None
        to = officer.email if officer else self._address()
        text = written(self.case, self.letter, self._given(officer))
        return Message(
            to=to,
            sender=self.office.sender,
            sender_name=self.office.name,
            reply_to=self._reply_to(),
            subject=text.subject,
            text=text.plain,
            html=text.html,
            attachments=self._attachments(),
            tags={"case": self.case.id, "letter": self.letter.name},
        )

    def _reply_to(self) -> str:
        """A reply quotes the letter: that of a complaint goes to where nobody reads it."""
        return self.office.sender if self.sop.hears else self.office.email

    def _demand_timely(self) -> None:
        """NotFound for a letter of an erased case, or one that calls to a wait which is over: it
        finds no reader any more."""
        here = self.case.here
        if self.case.erased:
            raise NotFound
        if self.letter.round and (here is None or here.round != self.letter.round):
            raise NotFound

    def _address(self) -> str:
        """The one mailbox of a reader who is no officer."""
        field = mailbox_field(self.sop, self.letter)
        address = self.case.answers[field] if field else self.case.email
        if not address:
            raise Unaddressed
        return address

    def _given(self, officer: Officer | None) -> Given:
        return Given(
            site=world().site,
            link=self._link(officer),
            secret=status_secret(world().fingerprints, self.case.id),
            now=world().now(),
            officer=officer,
        )

    def _officer(self) -> Officer:
        officer = world().staff.presence(self.case.office, self.letter.to).officer
        if officer.id in self.case.barred:
            raise NotAllowed
        today = self.office.today(world().now())
        owes = self.letter.name == ASKS and officer.serves(today)
        if not owes and not self.sop.step(self.letter.step).roles & {*officer.acts_as(today)}:
            raise NotAllowed
        return officer

    def _link(self, officer: Officer | None) -> str:
        if officer and self.letter.name == ASKS:
            return f"{world().site}/penyimpangan/jelaskan/{self.case.id}/{self.letter.event}"
        if officer:
            return self._task_link(officer)
        if self.sop.hears:
            return f"{world().site}{FOLLOW}"
        office, case = self.case.office, self.case.id
        match self.letter.reader:
            case "holder":
                to = self.case.audience(self.letter.to)
                return _link("h", "holder", to, office, CASE_LINK, case=case)
            case "principal":
                return world().site
            case _:
                return _link("p", "case", self.case.audience(), office, CASE_LINK, case=case)

    def _task_link(self, officer: Officer) -> str:
        return _link(
            "t", "task", officer.id, self.case.office, TASK_LINK,
            case=self.case.id, round_=self.letter.round, step=self.letter.step,
        )  # fmt: skip

    def _attachments(self) -> dict[str, tuple[str, bytes]]:
        place, now = (self.case.id, self.office), world().now()
        match self.letter.name, self.case.meeting, self.case.former:
            case "jadwal", Meeting() as meeting, _:
                return {"jadwal.ics": ("text/calendar", invitation(*place, meeting, now))}
            case "jadwal-batal", _, Meeting() as former:
                return {"batal.ics": ("text/calendar", cancellation(*place, former, now))}
        return {}


def _link(room: str, purpose: str, audience: str, office: str, valid: timedelta, *,
          case: str = "", round_: int = 0, step: str = "") -> str:  # fmt: skip
    expires = world().now() + valid
    signer = world().signer
    link = Link(signer.key, purpose, audience, office, case, round_, step, expires, world().epoch)
    payload = link.payload()
    return f"{world().site}/{room}/{signed(payload, signer.sign(payload))}"
