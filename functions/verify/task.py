"""Whatever task a link opens: the page of its kind, its documents, and the word after it."""

from collections.abc import Mapping

from functions.core.errors import NotFound
from functions.verify import (
    archive,
    check,
    dispose,
    follow_up,
    letter,
    make_account,
    schedule,
    signature,
    visit,
)
from functions.verify.room import desk, link_of, room
from functions.web.answer import View
from functions.web.room import Screen
from functions.world import world

PAGES: Mapping[str, Screen] = {
    "visit": visit.visiting,
    "schedule": schedule.scheduling,
    "receive": check.checking,
    "verify": check.checking,
    "dispose": dispose.disposing,
    "account": make_account.approving,
    "statement": follow_up.following,
    "follow-up": follow_up.following,
    "draft": letter.wording,
    "correct": letter.wording,
    "sign": signature.signing,
    "archive": archive.archiving,
    "send": archive.sending,
}


@room.page("/t/<token>")
def task(token: str) -> View | str:
    kind = desk(token).step.kind
    if kind not in PAGES:
        raise NotFound
    return PAGES[kind].show(token=token)


@room.page("/t/<token>/dokumen/<name>")
def document(token: str, name: str) -> str:
    """Off to the scan itself, by an address that lives a minute."""
    kept = desk(token).case.documents.get(name)
    if kept is None or kept.problem:
        raise NotFound
    return world().scans.view(kept.key, kept.version, kept.type)


class Recorded(View):
    page = "recorded.html"
    number: str


@room.page("/t/<token>/tercatat")
def recorded(token: str) -> Recorded | str:
    """What the officer sees after deciding: the link opens nothing more."""
    link = link_of(token, "task")
    here = world().cases.get(link.case).here
    if here and (here.id, here.round) == (link.step, link.round):
        return f"/t/{token}"
    return Recorded(office=link.office, number=link.case)
