"""What two people of a letter must not have in common, and two cases not without being seen."""

from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.facts import Claim
from functions.core.identity import SAME
from functions.core.people import clashes
from functions.core.sop import Sop
from functions.world import world

TWICE = "Alamat email dan NIP setiap orang harus berbeda. Periksa kembali: {names}."


def demand_different(case: Case, sop: Sop) -> None:
    """Invalid, if one of several people could open another's account."""
    if same := clashes(case, sop):
        raise Invalid({"": TWICE.format(names=", ".join(sorted({_title(sop, f) for f in same})))})


def _title(sop: Sop, field: str) -> str:
    return next(s.title for s in sop.sections for f in s.fields if f.id == field)


def shared_values(case: Case, sop: Sop) -> list[Claim]:
    """What another case may have too (an NPWP has branches), but never unseen."""
    given = {f.id: f.type for f in sop.fields(case.answers) if f.type in SAME}
    return [
        Claim(f"{kind}-{case.office}", _print(kind, value), exclusive=False)
        for name, kind in given.items()
        if (value := case.answers.get(name, ""))
    ]


def _print(kind: str, value: str) -> str:
    return world().fingerprints.of(kind, SAME[kind](value))
