"""Kind "verify": form against documents, face to face or by video."""

from functions.core.case import Case
from functions.core.change import change
from functions.core.facts import VERDICTS
from functions.core.scans import EVIDENCE, key_of
from functions.verify.dossier import Dossier, dossier
from functions.verify.judgement import READERS, Check, is_remote
from functions.verify.room import desk, repeated, room
from functions.web.answer import View
from functions.web.uploads import Upload, upload
from functions.world import world


class CheckPage(View):
    page = "task-check.html"
    base: str
    dossier: Dossier
    verdicts: dict[str, str] = VERDICTS
    outcomes: list[str]
    remote: bool
    evidence: Upload | None
    pending: bool


@room.page("/t/<token>/periksa")
def checking(token: str) -> CheckPage:
    at = desk(token, "verify")
    base = f"/t/{token}"
    remote = is_remote(at.case)
    return CheckPage(
        office=at.case.office,
        base=base,
        dossier=dossier(at, base),
        outcomes=list(at.step.next),
        remote=remote,
        evidence=_evidence(at.case, base) if remote else None,
        pending=_pending(at.case),
    )


def _evidence(case: Case, base: str) -> Upload:
    id_ = world().token()
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
        return f"/t/{token}/tercatat"
    at = desk(token, "verify")
    brought = READERS[said.outcome](said, at)
    now = world().now()
    change(
        world().cases,
        at.case.id,
        lambda c: c.decide(at.sop, at.actor, said.outcome, now, **at.seen(said.nonce), **brought),
        at.on_duty,
    )
    return f"/t/{token}/tercatat"
