"""What of a case is on one person: an applicant's is all that is on nobody else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from functions.core.case import Case
from functions.core.completeness import kept
from functions.core.holders import APPLICANT
from functions.core.own_data import NAMED, STANDING
from functions.core.sop import Sop

GUEST = "buku-tamu"
"""What the guest book's line is called among a case's sections and documents."""
GUEST_BOOK = "Buku tamu"


@dataclass(frozen=True)
class Extent:
    """`own`: whether it is the applicant; of anybody else, `names` says what is on them: sections,
    documents, the guest book."""

    own: bool = True
    names: Collection[str] = ()

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


def extent_of(request: Case, number: str) -> Extent:
    """What a copy holds of this case, for whoever made the request."""
    if request.answers.get(STANDING) != NAMED:
        return WHOLE
    return Extent(own=False, names=request.disclosed.get(number, ()))


def choosable(case: Case, sop: Sop) -> Mapping[str, str]:
    """What may be on a person who did not apply: what it is called, by name."""
    sections = (s for s in sop.pages if any(case.answers.get(f.id) for f in s.fields))
    found = {s.id: s.title for s in sections}
    found |= {name: sop.names[name] for name in case.documents if _held(case, sop, name)}
    return found | ({GUEST: GUEST_BOOK} if case.guest else {})


def proposed(case: Case, sop: Sop, said: Collection[str]) -> list[str]:
    """The sections of which an answer is, letter by letter, what the person said of themselves."""
    wanted = {text.casefold() for text in said if text}
    return [
        s.id for s in sop.pages
        if wanted & {case.answers.get(f.id, "").casefold() for f in s.fields}
    ]  # fmt: skip


def is_own(case: Case, name: str) -> bool:
    """Whether a document or section is not about one of several account holders."""
    return name.split(".")[-1] not in case.holders


def _held(case: Case, sop: Sop, name: str) -> bool:
    return name in sop.names and kept(case, name) is not None
