"""What of a case is on one person: an applicant's is all that is on nobody else."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass

from functions.core.case import Case
from functions.core.completeness import kept
from functions.core.holders import APPLICANT
from functions.core.own_data import NAMED, STANDING, guarded, openers
from functions.core.ports import Fingerprints
from functions.core.sop import Sop

GUEST = "buku-tamu"
"""What the guest book's line is called among a case's sections and documents."""


@dataclass(frozen=True)
class Extent:
    """`own`: whether it is the applicant; of anybody else, `names` says what is on them: sections,
    documents, the guest book. `shut`: the fields that open a password; while there are any, no
    scan is shown either, as it may tell the same."""

    own: bool = True
    names: Collection[str] = ()
    shut: Collection[str] = ()

    def has(self, case: Case, name: str) -> bool:
        """Whether this section or document is on the person."""
        return is_own(case, name) if self.own else name in self.names

    def holders(self, case: Case) -> list[str]:
        """Whose accounts and letters these are."""
        return [APPLICANT] if self.own else [h for h in case.holders if h in self.names]

    def met(self, case: Case) -> bool:
        """Whether the guest book's line is on them; an applicant may have sent somebody else."""
        if case.guest is None:
            return False
        return case.guest.email == case.email if self.own else GUEST in self.names


WHOLE = Extent()


def extent_of(request: Case, case: Case, sop: Sop, prints: Fingerprints) -> Extent:
    """What a copy holds of the case, for whoever made the request: of what an officer said is on
    them, that which is still as it was then."""
    if request.answers.get(STANDING) != NAMED:
        return Extent(shut=openers(case, sop) if guarded(request, case, sop) else ())
    said = request.disclosure.parts.get(case.id, {}) if request.disclosure else {}
    now = marks(case, sop, said, prints)
    return Extent(own=False, names=[name for name, mark in said.items() if now[name] == mark])


def marks(case: Case, sop: Sop, names: Iterable[str], prints: Fingerprints) -> Mapping[str, str]:
    """By which another content is told from this one, where the content must not be."""
    return {name: prints.of("part", _content(case, sop, name)) for name in names}


def choosable(case: Case, sop: Sop) -> list[str]:
    """What may be on a person who did not apply, by name."""
    sections = [s.id for s in sop.pages if any(case.answers.get(f.id) for f in s.fields)]
    papers = [name for name in case.documents if kept(case, name)]
    return [*sections, *papers, *([GUEST] if case.guest else [])]


def likely(case: Case, sop: Sop, name: str, said: Collection[str], nik: str) -> bool:
    """Whether it repeats to the letter what a person said of themselves, and no other NIK than
    theirs, if they told it."""
    section = sop.section(name)
    if section is None or others_nik(case, sop, name, nik):
        return False
    answers = {case.answers.get(f.id, "").casefold() for f in section.fields}
    return bool({text.casefold() for text in (*said, nik) if text} & answers)


def others_nik(case: Case, sop: Sop, name: str, nik: str) -> bool:
    """Whether a section holds the NIK of somebody, and not this one."""
    section = sop.section(name)
    asked = section.fields if section and nik else ()
    held = {case.answers.get(f.id, "") for f in asked if f.type == "nik"} - {""}
    return bool(held) and nik not in held


def is_own(case: Case, name: str) -> bool:
    """Whether a document or section is not about one of several account holders."""
    return name.split(".")[-1] not in case.holders


def _content(case: Case, sop: Sop, name: str) -> str:
    document, section = kept(case, name), sop.section(name)
    if document:
        return document.sha256
    if name == GUEST and case.guest:
        return json.dumps(asdict(case.guest), default=str)
    asked = section.fields if section else ()
    return json.dumps([case.answers.get(f.id, "") for f in asked])
