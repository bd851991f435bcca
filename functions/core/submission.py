"""An application is sent: whole, and nothing in it that was not asked."""

from datetime import date, datetime
from typing import Any

from functions.core.case import Case
from functions.core.completeness import kept_answers, kept_documents, missing
from functions.core.errors import Invalid
from functions.core.facts import Actor
from functions.core.place import at_kind
from functions.core.ports import Fingerprints
from functions.core.sameness import demand_different, shared_values
from functions.core.sop import Sop


def submitted(
    case: Case, sop: Sop, by: Actor, prints: Fingerprints, today: date, at: datetime,
    **brought: Any,
) -> Case:  # fmt: skip
    """`by`: the applicant, or whoever enters it for them. `brought`: what it sets too."""
    at_kind(case, sop, "apply")
    if lacks := missing(case, sop):
        raise Invalid({"": "Belum lengkap: " + ", ".join(lacks) + "."})
    demand_different(case, sop)
    kept = kept_answers(case, sop, today)
    scans = kept_documents(case, sop)
    done = case.decide(sop, by, sop.fork(kept), at, answers=kept, documents=scans, **brought)
    return done.share(*shared_values(done, sop, prints))
