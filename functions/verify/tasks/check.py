"""Kinds "receive" and "verify": are the papers there, and do they fit the form?"""

from functions.core.case import Case
from functions.core.completeness import refusal
from functions.core.errors import BadOutcome
from functions.core.facts import VERDICTS
from functions.core.kinds import RETURNED
from functions.core.scans import EVIDENCE, key_of, upload_of
from functions.core.sop import Sop
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.judgement import (
    READERS,
    Check,
    asks_consent,
    checkable,
    wants_originals,
    watches,
)
from functions.verify.tasks.preview import PreviewPage, unread
from functions.web.answer import View
from functions.web.uploads import Upload, upload
from functions.web.waiting import Waiting, waiting
from functions.world import world

KINDS = ("receive", "verify")
WRITTEN = {RETURNED, "ditolak"}
"""The outcomes that take the officer's own words to the applicant."""


class CheckPage(View):
    """`asks`: whether the applicant's consent to a screenshot is still to be asked; `refusal`: why
    the latest one was not accepted."""

    page = "task-check.html"
    base: str
    dossier: Dossier
    verdicts: dict[str, str] = VERDICTS
    outcomes: list[str]
    judged: list[str]
    remote: bool
    asks: bool
    originals: bool
    reasons: dict[str, list[str]]
    evidence: Upload | None
    waiting: Waiting | None
    refusal: str


@room.page("/tugas/<task>/periksa")
def checking(task: str) -> CheckPage:
    return _page(desk(task, *KINDS))


def _page(at: Desk) -> CheckPage:
    remote = watches(at)
    return CheckPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        outcomes=list(at.step.next),
        judged=checkable(at),
        remote=remote,
        asks=asks_consent(at),
        originals=wants_originals(at),
        reasons={name: _reasons(at.sop, name) for name in checkable(at)},
        evidence=_evidence(at.case, at.base) if remote else None,
        waiting=waiting(at.case, EVIDENCE, room.asked),
        refusal=refusal(at.case, EVIDENCE),
    )


def _reasons(sop: Sop, name: str) -> list[str]:
    return [reason.text for reason in sop.reasons if reason.fits(name)]


def _evidence(case: Case, base: str) -> Upload:
    id_ = upload_of(case.rounds, world().token())
    after = f"{world().site}{base}/periksa?unggah={id_}"
    label = "Tangkapan layar panggilan video"
    return upload(world().scans, EVIDENCE, label, key_of(case.id, EVIDENCE, id_), after)


@checking.accepts(Check)
def checked(said: Check, task: str) -> CheckPage | PreviewPage | str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, *KINDS)
    if said.confirmed == "ubah":
        return _page(at).again({}, said.typed)
    if said.outcome not in at.step.next:
        raise BadOutcome
    found = READERS[said.outcome](said, at)
    unconfirmed = said.outcome in WRITTEN and not said.confirmed
    if unconfirmed and (shown := unread(at, "periksa", said.typed, **found)):
        return shown
    decide(at, said.outcome, said.nonce, **found)
    return recorded(task)
