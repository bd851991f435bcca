"""What two people of a letter must not have in common, and two cases not without being seen."""

from collections.abc import Iterator

from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.facts import Claim
from functions.core.identity import SAME
from functions.core.people import clashes
from functions.core.ports import Fingerprints
from functions.core.search import Value, findable
from functions.core.sop import Sop

TWICE = "Alamat email dan NIP setiap orang harus berbeda. Periksa kembali: {names}."


def demand_different(case: Case, sop: Sop) -> None:
    """Invalid, if one of several people could open another's account."""
    if same := clashes(case, sop):
        raise Invalid({"": TWICE.format(names=", ".join(sorted({_title(sop, f) for f in same})))})


def _title(sop: Sop, field: str) -> str:
    return next(s.title for s in sop.sections for f in s.fields if f.id == field)


def shared_values(case: Case, sop: Sop, fingerprints: Fingerprints) -> list[Claim]:
    """What another case may have too (an NPWP has branches), but never unseen; and what the case
    is found by."""
    values = dict.fromkeys((*_same(case, sop), *findable(case, sop)))
    return [shared(value, case.office, fingerprints) for value in values]


def shared(value: Value, office: str, fingerprints: Fingerprints) -> Claim:
    """How a case of this office holds a value that others may hold too."""
    return Claim(f"{value[0]}-{office}", fingerprints.of(*value), exclusive=False)


def _same(case: Case, sop: Sop) -> Iterator[Value]:
    given = {f.id: f.type for f in sop.fields(case.answers) if f.type in SAME}
    for name, kind in given.items():
        if value := case.answers.get(name, ""):
            yield kind, SAME[kind](value)
