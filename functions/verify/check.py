"""Kinds "receive" and "verify": are the papers there, and do they fit the form?"""

from functions.core.case import Case
from functions.core.errors import BadOutcome
from functions.core.facts import VERDICTS
from functions.core.scans import EVIDENCE, key_of, upload_of
from functions.verify.dossier import Dossier, dossier
from functions.verify.judgement import READERS, Check, checkable, wants_originals, watches
from functions.verify.room import decide, desk, recorded, repeated, room
from functions.web.answer import View
from functions.web.uploads import Upload, upload
from functions.world import world

KINDS = ("receive", "verify")


class CheckPage(View):
    page = "task-check.html"
    base: str
    dossier: Dossier
    verdicts: dict[str, str] = VERDICTS
    outcomes: list[str]
    judged: list[str]
    remote: bool
    originals: bool
    evidence: Upload | None
    pending: bool


@room.page("/t/<token>/periksa")
def checking(token: str) -> CheckPage:
    at = desk(token, *KINDS)
    base = f"/t/{token}"
    remote = watches(at)
    return CheckPage(
        office=at.case.office,
        base=base,
        dossier=dossier(at, base),
        outcomes=list(at.step.next),
        judged=checkable(at),
        remote=remote,
        originals=wants_originals(at),
        evidence=_evidence(at.case, base) if remote else None,
        pending=_pending(at.case),
    )


def _evidence(case: Case, base: str) -> Upload:
    id_ = upload_of(case.rounds, world().token())
    after = f"{world().site}{base}/periksa?unggah={id_}"
    label = "Tangkapan layar panggilan video"
    return upload(world().scans, EVIDENCE, label, key_of(case.id, EVIDENCE, id_), after)


def _pending(case: Case) -> bool:
    """Whether a screenshot was just sent and is still being examined."""
    expected = room.resolver.current_event.get_query_string_value("unggah", "") or ""
    kept = case.documents.get(EVIDENCE)
    return bool(expected) and not (kept and kept.key.endswith(f"/{expected}"))


@checking.accepts(Check)
def checked(said: Check, token: str) -> str:
    if repeated(token, said.nonce):
        return recorded(token)
    at = desk(token, *KINDS)
    if said.outcome not in at.step.next:
        raise BadOutcome
    decide(at, said.outcome, said.nonce, **READERS[said.outcome](said, at))
    return recorded(token)
