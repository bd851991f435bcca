"""What the verifier found, read and weighed: what each outcome wants, and what it leaves behind."""

from collections.abc import Collection
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from functions.core.answers import words
from functions.core.completeness import brought, kept
from functions.core.deeds import Seen
from functions.core.errors import BadOutcome, Invalid
from functions.core.facts import VERDICTS, Finding, Verdict
from functions.core.scans import EVIDENCE, without_evidence
from functions.verify.room import Desk
from functions.verify.tasks.dossier import twins_of
from functions.web.body import Command, folded
from functions.world import world

TWINS = "npwp-ganda"
UNASKED = "Tanyakan dahulu, lalu beri tanda bahwa pemohon setuju."
UNSEEN = "Unggah tangkapan layar panggilan video sebagai bukti verifikasi."
NOT_YET = "Belum sesuai; kembalikan permohonan, atau perbaiki penilaian ini."
DOUBLE = "Data ini sudah dipakai. Tulis alasan akun baru tetap dapat diberikan."
WHY = "Tulis alasan penolakan; pemohon akan membacanya."


class Judgement(BaseModel):
    """The word on one document or section."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    verdict: Annotated[str, Field(json_schema_extra={"enum": list(VERDICTS)})] = ""
    note: str = ""


class Check(Command):
    """`findings` by document and section; as a form, `verdict.ID` and `note.ID`.

    `originals`, `copies`: "ya", face to face only. `consent`: "ya", if the applicant agreed to the
    screenshot no sooner than in the call. `twins`: why a second account on the same
    NPWP is right. `message`: what else the applicant should know, or the reason of a rejection.
    `confirmed`: "ya", that the mail was read as it will be sent; "ubah", that it is to be changed.
    """

    outcome: Literal["lengkap", "sesuai", "belum-lengkap", "ditolak", "tidak-hadir", "jadwal-ulang"]
    findings: dict[str, Judgement] = {}
    originals: str = ""
    copies: str = ""
    consent: str = ""
    twins: str = ""
    message: str = ""
    confirmed: Literal["", "ya", "ubah"] = ""

    @property
    def typed(self) -> dict[str, str]:
        """The form as it was filled in, to be shown or sent once more."""
        said: dict[str, str] = self.model_dump(exclude={"nonce", "confirmed", "findings"})
        for name, found in self.findings.items():
            said |= {f"verdict.{name}": found.verdict, f"note.{name}": found.note}
        return {name: value for name, value in said.items() if value}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "findings", "verdict", "note")


def watches(at: Desk) -> bool:
    """Whether the officer sees the applicant on a screen, so that a screenshot proves it."""
    return at.step.kind == "verify" and at.sop.remote(at.case.answers)


def asks_consent(at: Desk) -> bool:
    """Whether the applicant has not agreed to a screenshot yet."""
    return watches(at) and at.case.consented is None


def wants_originals(at: Desk) -> bool:
    """Whether papers were brought along whose originals nobody has seen yet."""
    return not watches(at) and at.case.originals is None and bool(brought(at.case, at.sop))


def _in_order(said: Check, at: Desk) -> dict[str, Any]:
    problems = _wrong(said, at, {"sesuai"})
    problems |= _unproven(said, at)
    wants_reason = at.step.kind == "verify" and twins_of(at.case, at.sop)
    if wants_reason and not said.twins.strip():
        problems["twins"] = DOUBLE
    if problems:
        raise Invalid(problems)
    reason = words("twins", said.twins, longest=300)
    found = {"findings": {TWINS: Finding("sesuai", reason)} if reason else {}, "message": ""}
    return found | (_seen(at) if wants_originals(at) else {}) | (_called(at) if watches(at) else {})


def _called(at: Desk) -> dict[str, Any]:
    """The call is over: its time is the office's again."""
    consent = {"consented": world().now(), "note": {"consent": "given"}} if asks_consent(at) else {}
    return {"slots": (), **consent}


def _seen(at: Desk) -> dict[str, Any]:
    """Seeing the originals is an act of its own, and kept."""
    seen = Seen(at.officer.id, world().now())
    return {"originals": seen, "note": {"originals": "seen", "copies": "archived"}}


def _unproven(said: Check, at: Desk) -> dict[str, str]:
    """The evidence that the paper wants kept."""
    if watches(at):
        return _unproven_call(said, at)
    if not wants_originals(at):
        return {}
    wanted = {
        "originals": (said.originals, "Beri tanda bahwa dokumen asli sudah Anda lihat."),
        "copies": (said.copies, "Beri tanda bahwa fotokopi sudah diarsipkan."),
    }
    return {name: words for name, (value, words) in wanted.items() if value != "ya"}


def _unproven_call(said: Check, at: Desk) -> dict[str, str]:
    problems = {} if kept(at.case, EVIDENCE) else {f"berkas-{EVIDENCE}": UNSEEN}
    if asks_consent(at) and said.consent != "ya":
        problems["consent"] = UNASKED
    return problems


def _incomplete(said: Check, at: Desk) -> dict[str, Any]:
    """All gaps at once, in the page's order, each with its note."""
    problems = _wrong(said, at, VERDICTS)
    gaps = {name: f for name, f in said.findings.items() if f.verdict != "sesuai"}
    if not gaps and not problems:
        problems[""] = "Tandai sekurang-kurangnya satu dokumen atau data yang belum sesuai."
    if problems:
        raise Invalid(problems)
    findings = {name: _finding(name, gaps[name]) for name in checkable(at) if name in gaps}
    carried = {r.id for r in brought(at.case, at.sop)}
    seen = None if carried & gaps.keys() else at.case.originals
    return {"findings": findings, "message": words("message", said.message), "originals": seen}


def _finding(name: str, said: Judgement) -> Finding:
    return Finding(cast(Verdict, said.verdict), words(f"note.{name}", said.note, longest=300))


def _with_reason(said: Check, at: Desk) -> dict[str, Any]:
    return {"message": words("message", said.message, asked=WHY)}


def _other_day(said: Check, at: Desk) -> dict[str, Any]:
    """Only a call can be missed or moved: a visit's hour is the visitor's to choose."""
    if not watches(at):
        raise BadOutcome
    wish = words("message", said.message, longest=300)
    documents = without_evidence(at.case.documents)
    return {"meeting": None, "slots": (), "wish": wish, "documents": documents}


def _wrong(said: Check, at: Desk, allowed: Collection[str]) -> dict[str, str]:
    """What is unjudged, unknown, or judged in a way that this outcome does not allow."""
    wanted = checkable(at)
    problems = {f"verdict.{name}": "Tidak dikenal." for name in said.findings.keys() - wanted}
    for name in wanted:
        verdict = said.findings.get(name, Judgement()).verdict
        if verdict not in VERDICTS:
            problems[f"verdict.{name}"] = "Pilih hasil pemeriksaan."
        elif verdict not in allowed:
            problems[f"verdict.{name}"] = NOT_YET
    return problems


def checkable(at: Desk) -> list[str]:
    """What is to be judged: every document, and the data where no later step looks at them."""
    documents = [r.id for r in at.sop.required(at.case.answers)]
    later = at.step.kind == "receive" and any(s.kind == "verify" for s in at.sop.steps)
    return documents + ([] if later else [s.id for s in at.sop.sections])


READERS = {
    "lengkap": _in_order,
    "sesuai": _in_order,
    "belum-lengkap": _incomplete,
    "ditolak": _with_reason,
    "tidak-hadir": _other_day,
    "jadwal-ulang": _other_day,
}
