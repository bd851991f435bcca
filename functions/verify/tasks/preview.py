"""The mail that a decision sends to the applicant, to be read before anything is decided."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.telling import closing
from functions.verify.hearing import mailbox
from functions.verify.room import Desk
from functions.web.answer import View
from functions.web.following import ENTRANCE
from functions.web.letters.of_case import Given, written
from functions.world import world

LINK = "[tautan pribadi pemohon]"
SECRET = "[kode rahasia {}]"  # noqa: S105 - what stands in its place


class Preview(BaseModel):
    """Word for word what will arrive, but for what is the reader's alone."""

    to: str
    subject: str
    text: str


class PreviewPage(View):
    """`sent`: the form as it was filled in, which goes along with the answer to `action`."""

    page = "task-return.html"
    number: str
    matter: str
    reader: str
    action: str
    outcome: str
    mail: Preview
    sent: dict[str, str]


def unread(at: Desk, page: str, sent: dict[str, str], **brought: Any) -> PreviewPage | None:
    """The mail of the decision that `sent` asks for, if it writes one, on a page of its own."""
    mail = preview(at, sent["outcome"], **brought)
    if mail is None:
        return None
    return PreviewPage(
        office=at.case.office,
        number=at.case.id,
        matter=at.sop.matter,
        reader=at.sop.roles[at.sop.applicant],
        action=f"{at.base}/{page}",
        outcome=sent["outcome"],
        mail=mail,
        sent=sent,
    )


def preview(at: Desk, outcome: str, **brought: Any) -> Preview | None:
    """None where the decision writes nothing to the applicant."""
    now = world().now()
    done = at.case.decide(at.sop, at.actor, outcome, now, **brought)
    case, letter = _followed(done, at.sop, now)
    if letter is None:
        return None
    text = written(case, letter, _given(at.sop, now))
    return Preview(to=mailbox(case), subject=text.subject, text=text.plain)


def _given(sop: Sop, now: datetime) -> Given:
    """The way to a complaint is the same for everybody: its secret opens it."""
    link = f"{world().site}{ENTRANCE}" if sop.hears else LINK
    return Given(world().site, link, SECRET.format(sop.roles[sop.applicant].lower()), now)


def _followed(done: Case, sop: Sop, now: datetime) -> tuple[Case, Letter | None]:
    """The case as it will be when the letter to the applicant is written, and that letter."""
    told = [letter for letter in done.news.letters if letter.reader == "applicant"]
    target = done.transit.target if done.transit else ""
    if told or not target:
        return done, next(iter(told), None)
    if target in ENDS:
        return done.close(sop, target, done.execution, now), Letter(closing(sop, target))
    step = sop.step(target)
    invited = step.by == sop.applicant and step.kinds.invites
    return done, Letter(step.kinds.invites, step=step.id) if invited else None
