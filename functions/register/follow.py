"""The applicant's own page of a case: what is asked now, and what happened so far."""

from datetime import datetime

from pydantic import BaseModel

from functions.core.answers import line
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import BadOutcome, Decided, Invalid
from functions.core.facts import VERDICTS, Finding
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.application import arrived, missing, section_done
from functions.register.documents import asked
from functions.register.room import acting, applicant, room, secret_of
from functions.web.answer import View
from functions.web.body import Command
from functions.web.views import Entry, Standing, standing, timeline
from functions.world import world


class Task(BaseModel):
    label: str
    href: str | None
    done: bool


class Gap(BaseModel):
    """What the verifier found wrong, and where to mend it (None: bring it along)."""

    label: str
    verdict: str
    note: str
    href: str | None
    mended: bool


class MyCase(View):
    """The applicant's page; what is not asked at this step is empty."""

    page = "my-case.html"
    base: str
    standing: Standing
    timeline: list[Entry]
    secret: str
    tasks: list[Task] = []
    ready: bool = False
    gaps: list[Gap] = []
    message: str = ""
    meeting: datetime | None = None
    meeting_url: str = ""
    kind: str = ""
    user_id: str = ""
    password_waits: bool = False


@room.page("/p/<token>")
def my_case(token: str) -> MyCase:
    case, sop = applicant(token)
    kind = sop.step(case.here.id).kind if case.here else ""
    meeting = case.meeting if kind == "verify" else None
    history = world().cases.history(case.id)
    return MyCase(
        office=case.office,
        base=f"/p/{token}",
        standing=standing(case, sop),
        timeline=timeline(case, sop, history),
        secret=secret_of(case.id),
        kind=kind,
        tasks=_tasks(case, sop, token) if kind == "apply" else [],
        ready=kind == "apply" and not missing(case, sop),
        gaps=_gaps(case, sop, token) if kind == "complete" else [],
        message=case.message,
        meeting=meeting.starts if meeting else None,
        meeting_url=meeting.url if meeting else "",
        user_id=case.account.user_id if case.account else "",
        password_waits=bool(case.account and case.account.sealed),
    )


def _tasks(case: Case, sop: Sop, token: str) -> list[Task]:
    tasks = [
        Task(label=s.title, href=f"/p/{token}/data/{s.id}", done=section_done(case, s))
        for s in sop.pages
    ]
    if scanned := sop.scanned(case.answers):
        done = all(arrived(case, r) for r in scanned)
        tasks.append(Task(label="Dokumen", href=f"/p/{token}/dokumen", done=done))
    ready = not missing(case, sop)
    send = Task(label="Periksa jawaban dan kirim", href=f"/p/{token}/kirim", done=False)
    return [*tasks, send if ready else send.model_copy(update={"href": None})]


def _gaps(case: Case, sop: Sop, token: str) -> list[Gap]:
    names = {r.id: r.name for r in sop.requirements} | {s.id: s.title for s in sop.pages}
    scans = {r.id for r in asked(case, sop)}
    return [_gap(case, name, names[name], f, token, scans) for name, f in case.findings.items()]


def _gap(case: Case, name: str, label: str, finding: Finding, token: str,
         scans: set[str]) -> Gap:  # fmt: skip
    document = case.documents.get(name)
    fresh = bool(case.here and document and document.at >= case.here.since)
    if name in scans:
        href: str | None = f"/p/{token}/dokumen#{name}"
    else:
        href = f"/p/{token}/data/{name}" if name in _sections(case) else None
    mended = bool(fresh and document and not document.problem)
    return Gap(
        label=label, verdict=VERDICTS[finding.verdict], note=finding.note, href=href, mended=mended
    )


def _sections(case: Case) -> set[str]:
    from functions.sops import all_sops

    return {s.id for s in all_sops()[case.sop].pages}


class Confirmation(View):
    page = "confirmation.html"
    base: str
    number: str
    secret: str
    service: str
    next_holder: str
    next_task: str
    due: datetime | None
    way: str


@room.page("/p/<token>/terkirim")
def confirmation(token: str) -> Confirmation:
    """The number, who has the case now, what happens next and by when."""
    case, sop = applicant(token)
    target = case.transit.target if case.transit else (case.here.id if case.here else "")
    if target not in {s.id for s in sop.steps}:
        raise Decided
    step = sop.step(target)
    calendar = all_offices()[case.office].calendar
    due = calendar.due(world().now(), step.within) if step.within else None
    return Confirmation(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        secret=secret_of(case.id),
        service=sop.service,
        next_holder=sop.roles[step.by],
        next_task=step.title,
        due=case.here.due if case.here else due,
        way=case.answers.get("cara", ""),
    )


class Mended(Command):
    """`done`: "ya", that everything on the list was seen to."""

    done: str = ""


class MendedPage(View):
    page = "mended.html"
    base: str
    number: str
    gaps: list[Gap]


@room.page("/p/<token>/perbaikan")
def mending(token: str) -> MendedPage:
    case, sop = applicant(token)
    _at(case, sop, "complete")
    gaps = _gaps(case, sop, token)
    return MendedPage(office=case.office, base=f"/p/{token}", number=case.id, gaps=gaps)


@mending.accepts(Mended)
def mended(said: Mended, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/terkirim"
    if said.done != "ya":
        raise Invalid({"done": "Beri tanda bahwa semua sudah Anda perbaiki sebelum mengirim."})
    now = world().now()

    def verb(case: Case) -> Case:
        _at(case, sop, "complete")
        open_gaps = [g.label for g in _gaps(case, sop, token) if g.href and not g.mended]
        if open_gaps:
            raise Invalid({"": "Belum diperbaiki: " + ", ".join(open_gaps) + "."})
        return case.decide(sop, acting(sop), "dilengkapi", now, nonce=said.nonce)

    change(world().cases, case.id, verb)
    return f"/p/{token}/terkirim"


class Wish(Command):
    """`wish`: when the applicant could, in their own words."""

    wish: str = ""


class WishPage(View):
    page = "wish.html"
    base: str
    number: str
    meeting: datetime | None


@room.page("/p/<token>/jadwal-ulang")
def other_time(token: str) -> WishPage:
    case, sop = applicant(token)
    _at(case, sop, "verify")
    if case.meeting is None:
        raise BadOutcome
    starts = case.meeting.starts
    return WishPage(office=case.office, base=f"/p/{token}", number=case.id, meeting=starts)


@other_time.accepts(Wish)
def wished(said: Wish, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    wish = _words("wish", said.wish, "Tulis kapan Anda bisa, misalnya: Selasa pagi.")
    now = world().now()

    def verb(case: Case) -> Case:
        if case.here and case.meeting is None:
            raise BadOutcome
        return case.decide(
            sop, acting(sop), "jadwal-ulang", now, nonce=said.nonce, wish=wish, meeting=None
        )

    change(world().cases, case.id, verb)
    return f"/p/{token}"


class SikapPage(View):
    page = "sikap.html"
    base: str
    number: str


@room.page("/p/<token>/sikap")
def sikap(token: str) -> SikapPage:
    case, sop = applicant(token)
    _at(case, sop, "follow-up")
    return SikapPage(office=case.office, base=f"/p/{token}", number=case.id)


@sikap.accepts(Mended)
def sikap_filled(said: Mended, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    if said.done != "ya":
        raise Invalid({"done": "Beri tanda bahwa data kualifikasi di SIKaP sudah Anda isi."})
    now = world().now()
    change(
        world().cases,
        case.id,
        lambda c: c.decide(sop, acting(sop), "terisi", now, nonce=said.nonce),
    )
    return f"/p/{token}"


def _at(case: Case, sop: Sop, kind: str) -> None:
    if case.here is None or sop.step(case.here.id).kind != kind:
        raise Decided


def _words(name: str, text: str, asked: str) -> str:
    try:
        words = line(text, 300)
    except ValueError as error:
        raise Invalid({name: str(error)}) from None
    if not words:
        raise Invalid({name: asked})
    return words
