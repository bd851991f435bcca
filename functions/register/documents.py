"""Scans of the required documents, posted by the browser straight to the store."""

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import asked_scans, fresh
from functions.core.errors import Decided
from functions.core.form import Requirement
from functions.core.scans import TYPES, key_of, upload_of
from functions.core.sop import Sop
from functions.register.room import applicant, room
from functions.web.answer import View
from functions.web.uploads import Upload, upload
from functions.world import world


class Scan(BaseModel):
    """`state`: missing, pending (being examined), accepted or refused."""

    id: str
    name: str
    hint: str = ""
    filled: bool = False
    state: str
    problem: str = ""
    type: str = ""
    size: int = 0
    form: Upload


class Documents(View):
    page = "documents.html"
    back: str
    number: str
    scans: list[Scan]
    pending: bool


@room.page("/p/<token>/dokumen")
def documents(token: str) -> Documents:
    """Forms for every scan asked for; `?unggah=ID.UPLOAD` waits for that one to be examined."""
    case, sop = applicant(token)
    expected = room.resolver.current_event.get_query_string_value("unggah", "") or ""
    scans = [_scan(case, r, token, expected) for r in _asked(case, sop)]
    return Documents(
        office=case.office,
        back=f"/p/{token}",
        number=case.id,
        scans=scans,
        pending=any(s.state == "pending" for s in scans),
    )


def _asked(case: Case, sop: Sop) -> list[Requirement]:
    """Decided, unless the case waits for the applicant's papers."""
    if case.here is None or sop.step(case.here.id).kind not in {"apply", "complete"}:
        raise Decided
    return asked_scans(case, sop)


def _scan(case: Case, requirement: Requirement, token: str, expected: str) -> Scan:
    name, _, id_ = expected.rpartition(".")
    document = case.documents.get(requirement.id)
    state = "missing"
    if name == requirement.id and not (document and document.key.endswith(f"/{id_}")):
        state = "pending"
    elif document and fresh(case, requirement.id):
        state = "refused" if document.problem else "accepted"
    return Scan(
        id=requirement.id,
        name=requirement.name,
        hint=requirement.hint,
        filled=requirement.filled,
        state=state,
        problem=document.problem if document and state == "refused" else "",
        type=TYPES.get(document.type, "") if document else "",
        size=document.size if document else 0,
        form=_form(case, requirement, token),
    )


def _form(case: Case, requirement: Requirement, token: str) -> Upload:
    id_ = upload_of(case.rounds, world().token())
    after = f"{world().site}/p/{token}/dokumen?unggah={requirement.id}.{id_}"
    key = key_of(case.id, requirement.id, id_)
    return upload(world().scans, requirement.id, requirement.name, key, after)
