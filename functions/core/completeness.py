"""What an application still lacks, and which scans are asked for just now."""

from datetime import date

from functions.core.answers import read
from functions.core.case import Case
from functions.core.document import Document, Leaf
from functions.core.errors import NotFound
from functions.core.form import Requirement, Section
from functions.core.scans import invited_in
from functions.core.sop import Sop


def section_done(case: Case, section: Section) -> bool:
    return all(
        f.id in case.answers and (case.answers[f.id] or f.optional)
        for f in section.asked(case.answers)
    )


def kept(case: Case, name: str) -> Document | None:
    """The document of this name, if there is anything of it."""
    document = case.documents.get(name)
    return document if document and document.leaves else None


def leaf_of(case: Case, name: str, place: str) -> Leaf:
    """The file of this place in the document, from "1"; or NotFound."""
    document = kept(case, name)
    places = {str(n): leaf for n, leaf in enumerate(document.leaves, 1)} if document else {}
    if place not in places:
        raise NotFound
    return places[place]


def arrived(case: Case, requirement: Requirement) -> bool:
    return kept(case, requirement.id) is not None


def timely(case: Case, round: int) -> bool:
    """Whether what came in this wait is of the open one; of a complaint, while that is open."""
    if case.channel:
        return case.closed is None
    return case.here is not None and case.here.round == round


def fresh(case: Case, name: str) -> bool:
    """Whether the document of this name came, or was added to, during the open wait."""
    document = kept(case, name)
    return bool(document and timely(case, document.round))


def refusal(case: Case, name: str) -> str:
    """Why the latest upload of this name was not accepted, if it was refused in the open wait."""
    document = case.documents.get(name)
    if document is None or not document.problem:
        return ""
    return document.problem if timely(case, invited_in(document.arrivals[-1])) else ""


def pending(case: Case, name: str, upload: str) -> bool:
    """Whether this upload of a scan, if there is one, is still being examined."""
    document = case.documents.get(name)
    return bool(upload) and not (document and document.examined(upload))


def lacking(case: Case, sop: Sop) -> list[str]:
    """The sections and scans that are not there yet, by id."""
    sections = [s.id for s in sop.pages if not section_done(case, s)]
    return sections + [r.id for r in sop.scanned(case.answers) if not arrived(case, r)]


def brought(case: Case, sop: Sop) -> list[Requirement]:
    """The documents that are not scanned, but laid on the counter."""
    scanned = sop.scanned(case.answers)
    return [r for r in sop.required(case.answers) if r not in scanned]


def missing(case: Case, sop: Sop) -> list[str]:
    """What is not there yet, in the words of the task list."""
    return [sop.names[name] for name in lacking(case, sop)]


def asked_scans(case: Case, sop: Sop) -> list[Requirement]:
    """All of them while applying, and while a complaint is open; then what was found wrong, or is
    asked for anew."""
    kind = sop.step(case.here.id).kind if case.here else ""
    scanned = sop.scanned(case.answers)
    if kind == "complete":
        return [
            r for r in scanned
            if r.id in case.findings or not arrived(case, r) or fresh(case, r.id)
        ]  # fmt: skip
    return list(scanned) if kind == "apply" or (sop.hears and not case.closed) else []


def asked_scan(case: Case, sop: Sop, name: str) -> Requirement:
    """The one of this name among them, or NotFound."""
    asked = {requirement.id: requirement for requirement in asked_scans(case, sop)}
    if name not in asked:
        raise NotFound
    return asked[name]


def kept_documents(case: Case, sop: Sop) -> dict[str, Document]:
    """The scans of what is asked; those of another variant, or of people left out, are dropped."""
    asked = {r.id for r in sop.scanned(case.answers)}
    return {n: document for n, document in case.documents.items() if n in asked and document.leaves}


def kept_answers(case: Case, sop: Sop, today: date) -> dict[str, str]:
    """The answers to what is asked, read once more; the others are dropped. Or Invalid."""
    asked = sop.fields(case.answers)
    return read(asked, {f.id: case.answers.get(f.id, "") for f in asked}, today)
