"""The applicant's own page of a case: what is asked now, and what happened so far."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import arrived, missing, section_done
from functions.core.facts import Account
from functions.core.own_data import copied_until
from functions.core.people import holders_of
from functions.core.place import is_served
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.correction import Gap, gaps_of
from functions.register.room import applicant, room, secret_of
from functions.web.answer import View
from functions.web.views import Entry, Standing, standing, timeline
from functions.web.whatsapp import shareable
from functions.world import world


class Task(BaseModel):
    label: str
    href: str | None
    done: bool


class MyCase(View):
    """The applicant's page; what is not asked at this step is empty. `text`: what may be passed
    on of it; `rights`: whether requests on its data are made here; `copied_until`: of a request
    that was met with a copy."""

    page = "my-case.html"
    base: str
    standing: Standing
    timeline: list[Entry]
    text: str
    secret: str
    tasks: list[Task] = []
    ready: bool = False
    gaps: list[Gap] = []
    message: str = ""
    meeting: datetime | None = None
    meeting_url: str = ""
    wished: datetime | None = None
    bookable: bool = False
    kind: str = ""
    user_id: str = ""
    password_waits: bool = False
    outside: str = ""
    people: list[list[str]] = []
    advice: str = ""
    then: str = ""
    sent: bool = False
    signed: bool = False
    letter: bool = False
    survey: bool = False
    rights: bool = False
    copied_until: datetime | None = None


@room.page("/p/<token>")
def my_case(token: str) -> MyCase:
    case, sop = applicant(token)
    now = world().now()
    kind = sop.step(case.here.id).kind if case.here else ""
    meeting = case.meeting if kind == "verify" else None
    history, stands = world().cases.history(case.id), standing(case, sop)
    return MyCase(
        office=case.office,
        base=f"/p/{token}",
        standing=stands,
        text=shareable(stands, all_offices()[case.office], world().site),
        timeline=timeline(case, sop, history),
        secret=secret_of(case.id),
        kind=kind,
        tasks=_tasks(case, sop, token) if kind == "apply" else [],
        ready=kind == "apply" and not missing(case, sop),
        gaps=gaps_of(case, sop, token) if kind == "complete" else [],
        message=case.message,
        meeting=meeting.starts if meeting else None,
        meeting_url=meeting.url if meeting else "",
        wished=case.asked(now),
        bookable=kind == "schedule" and bool(all_offices()[case.office].slots.days(now)),
        then=sop.then,
        sent=bool(kind) and kind != "apply",
        signed=case.statement is not None,
        letter=case.notification.archived_at is not None,
        survey=is_served(case, sop) and not case.surveyed,
        rights=sop.serves,
        copied_until=copied_until(case, sop),
        advice=_advice(case, sop),
        people=_people(case, sop),
        **_account(case),
    )


def _account(case: Case) -> dict[str, Any]:
    """The applicant's own account, once it is made."""
    if case.account is None:
        return {}
    made = case.account
    return {"user_id": made.user_id, "password_waits": made.waits, "outside": made.outside}


def _people(case: Case, sop: Sop) -> list[list[str]]:
    """Each holder's name, User ID, and how the account went to them."""
    return [
        [p.name, p.account.user_id, p.account.outside or _handed(p.account)]
        for p in holders_of(case, sop)
        if p.account
    ]


def _handed(account: Account) -> str:
    return "Sudah dibuka pemegang" if account.shown_at else "Dikirim kepada pemegang"


def _advice(case: Case, sop: Sop) -> str:
    """What was advised along with the account."""
    return next((s.advice for s in sop.steps if s.kind == "account" and case.accounts), "")


def _tasks(case: Case, sop: Sop, token: str) -> list[Task]:
    tasks = [
        Task(label=s.title, href=f"/p/{token}/data/{s.id}", done=section_done(case, s))
        for s in sop.pages
    ]
    if sop.holders:
        label = f"{sop.holders.title}: {len(case.holders)} orang"
        tasks.append(Task(label=label, href=f"/p/{token}/pemegang", done=True))
    if scanned := sop.scanned(case.answers):
        done = all(arrived(case, r) for r in scanned)
        tasks.append(Task(label="Dokumen", href=f"/p/{token}/dokumen", done=done))
    ready = not missing(case, sop)
    send = Task(label="Periksa jawaban dan kirim", href=f"/p/{token}/kirim", done=False)
    return [*tasks, send if ready else send.model_copy(update={"href": None})]
