"""Scans of the required documents, posted by the browser straight to the store."""

from dataclasses import dataclass

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import asked_scans, fresh, pending
from functions.core.form import Requirement
from functions.core.ports import Scans
from functions.core.scans import TYPES, key_of, upload_of
from functions.core.sop import Sop
from functions.web.answer import Outside, View
from functions.web.uploads import Upload, upload


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


@dataclass(frozen=True)
class Place:
    """Where the forms stand: under `base`; `expected`: the upload that its sender comes back from,
    "ID.UPLOAD"."""

    scans: Scans
    outside: Outside
    base: str
    expected: str


def documents_page(case: Case, sop: Sop, at: Place) -> Documents:
    """A form for every scan that is asked for."""
    scans = [_scan(case, requirement, at) for requirement in asked_scans(case, sop)]
    return Documents(
        office=case.office,
        back=at.base,
        number=case.id,
        scans=scans,
        pending=any(s.state == "pending" for s in scans),
    )


def _scan(case: Case, requirement: Requirement, at: Place) -> Scan:
    name, _, id_ = at.expected.rpartition(".")
    document = case.documents.get(requirement.id)
    state = "missing"
    if name == requirement.id and pending(case, name, id_):
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
        form=_form(case, requirement, at),
    )


def _form(case: Case, requirement: Requirement, at: Place) -> Upload:
    id_ = upload_of(case.rounds, at.outside.token())
    after = f"{at.outside.site}{at.base}/dokumen?unggah={requirement.id}.{id_}"
    key = key_of(case.id, requirement.id, id_)
    return upload(at.scans, requirement.id, requirement.name, key, after)
