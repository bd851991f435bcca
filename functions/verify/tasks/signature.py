"""Kind "sign": the letter is signed outside, by pen or by a certified signature, and uploaded."""

from typing import Literal

from functions.core.completeness import fresh, kept, refusal
from functions.core.document import Document
from functions.core.errors import BadOutcome, Invalid
from functions.core.scans import NOTIFICATION, key_of, upload_of
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.letter import Line, changes, give_back
from functions.web.answer import View
from functions.web.body import Command
from functions.web.download import PDF
from functions.web.uploads import Upload, upload
from functions.web.waiting import Waiting, waiting
from functions.world import world

FIELD = f"berkas-{NOTIFICATION}"
ANOTHER = "Surat lain baru saja diunggah. Lihat dahulu, lalu kirim sekali lagi."
MISSING = "Unggah surat yang sudah ditandatangani, sebagai PDF."


class Signing(Command):
    """`sha256`: of the upload that the signer saw. `message`: why the letter is given back."""

    outcome: Literal["ditandatangani", "dikembalikan"]
    sha256: str = ""
    message: str = ""


class SignPage(View):
    """`refusal`: why the latest upload was not accepted."""

    page = "task-sign.html"
    base: str
    dossier: Dossier
    text: str
    before: list[Line]
    form: Upload
    waiting: Waiting | None
    refusal: str
    sha256: str
    outcomes: list[str]


@room.page("/tugas/<task>/tanda-tangan")
def signing(task: str) -> SignPage:
    """`?unggah=UPLOAD` waits for that scan to be examined."""
    at = desk(task, "sign")
    document = _uploaded(at)
    return SignPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        text=at.case.notification.text,
        before=changes(at),
        form=_form(at, at.base),
        waiting=waiting(at.case, NOTIFICATION, room.asked),
        refusal=refusal(at.case, NOTIFICATION),
        sha256=document.sha256 if document else "",
        outcomes=list(at.step.next),
    )


@signing.accepts(Signing)
def signed(said: Signing, task: str) -> str:
    """The case keeps the scan that the signer saw, whatever arrives at the last moment."""
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "sign")
    if said.outcome not in at.step.next:
        raise BadOutcome
    if said.outcome == "dikembalikan":
        give_back(at, said.message, said.nonce)
        return recorded(task)
    document = _uploaded(at)
    if document is None:
        raise Invalid({FIELD: MISSING})
    if document.sha256 != said.sha256:
        raise Invalid({FIELD: ANOTHER})
    letter = at.case.notification.signed(at.officer.id, document.sha256, at.stead)
    decide(
        at,
        said.outcome,
        said.nonce,
        note={"sha256": document.sha256},
        notification=letter,
        documents=at.case.documents,
        message="",
    )
    return recorded(task)


def _uploaded(at: Desk) -> Document | None:
    """The signed letter, if it came during this wait and is a PDF."""
    document = kept(at.case, NOTIFICATION)
    fits = document and fresh(at.case, NOTIFICATION) and document.leaves[0].type == PDF
    return document if fits else None


def _form(at: Desk, base: str) -> Upload:
    id_ = upload_of(at.case.rounds, world().token())
    after = f"{world().site}{base}/tanda-tangan?unggah={id_}"
    label = "Surat yang sudah ditandatangani"
    key = key_of(at.case.id, NOTIFICATION, id_)
    made = upload(world().scans, NOTIFICATION, label, key, after)
    return made.model_copy(update={"hint": "PDF, paling besar 5 MB.", "accept": PDF})
