"""The requests on data that were made about a case, as whoever made them sees them."""

from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.own_data import SORT, asked_about, asked_of
from functions.core.ports import Cases, Fingerprints
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.web.views import Standing, standing


class Asked(BaseModel):
    """A request made before; `what`: in words."""

    what: str
    at: datetime
    standing: Standing


def requests_about(case: Case, rights: Sop, cases: Cases, prints: Fingerprints) -> list[Asked]:
    """Those that whoever has the case's link, or its secret, made and that are known still, the
    latest first."""
    claim = asked_about(case, rights, prints)
    found = (cases.get(number) for number in cases.holding(claim.kind, claim.fingerprint))
    theirs = [one for one in found if one.entered is None]
    return [_asked(one) for one in sorted(theirs, key=lambda c: c.opened_at, reverse=True)]


def _asked(request: Case) -> Asked:
    sop = sop_of(request)
    (sort,) = (f for f in asked_of(sop) if f.id == SORT)
    return Asked(
        what=sort.said(request.answers[SORT]),
        at=request.opened_at,
        standing=standing(request, sop),
    )
