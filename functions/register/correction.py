"""Mending what the verifier found wrong: only that is asked again."""

from datetime import date

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import asked_scans, fresh, kept_answers, lacking
from functions.core.errors import Invalid
from functions.core.facts import VERDICTS, Finding
from functions.core.place import at_kind
from functions.core.sameness import demand_different, shared_values
from functions.core.sop import Sop
from functions.register.room import acting, applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

LONG_AGO = date.min
"""What was valid when it was sent may have ended since: that is for officers to see, as the
applicant may not be asked about it any more."""
LACKING = Finding("belum-ada")


class Gap(BaseModel):
    """What the verifier found wrong, and where to mend it (None: bring it along)."""

    label: str
    verdict: str
    note: str
    href: str | None
    mended: bool


class Mended(Command):
    """`done`: "ya", that everything on the list was seen to."""

    done: str = ""


class MendedPage(View):
    page = "mended.html"
    base: str
    number: str
    gaps: list[Gap]
    people: bool


@room.page("/p/<token>/perbaikan")
def mending(token: str) -> MendedPage:
    case, sop = applicant(token)
    at_kind(case, sop, "complete")
    gaps = gaps_of(case, sop, token)
    return MendedPage(office=case.office, base=f"/p/{token}", number=case.id, gaps=gaps,
                      people=len(case.holders) > 1)  # fmt: skip


@mending.accepts(Mended)
def mended(said: Mended, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/terkirim"
    if said.done != "ya":
        raise Invalid({"done": "Beri tanda bahwa semua sudah Anda perbaiki sebelum mengirim."})
    now = world().now()

    def verb(case: Case) -> Case:
        at_kind(case, sop, "complete")
        open_gaps = [g.label for g in gaps_of(case, sop, token) if g.href and not g.mended]
        if open_gaps:
            raise Invalid({"": "Belum diperbaiki: " + ", ".join(open_gaps) + "."})
        demand_different(case, sop)
        kept = kept_answers(case, sop, LONG_AGO)
        done = case.decide(sop, acting(sop), "dilengkapi", now, nonce=said.nonce, answers=kept)
        return done.share(*shared_values(done, sop, world().fingerprints))

    change(world().cases, case.id, verb)
    return f"/p/{token}/terkirim"


def gaps_of(case: Case, sop: Sop, token: str) -> list[Gap]:
    """What the verifier found, and what the mended answers ask for anew."""
    findings = {name: LACKING for name in lacking(case, sop)} | dict(case.findings)
    places = {r.id: f"/p/{token}/dokumen#{r.id}" for r in asked_scans(case, sop)}
    places |= {s.id: f"/p/{token}/data/{s.id}" for s in sop.pages}
    return [_gap(case, n, sop.names[n], f, places.get(n)) for n, f in findings.items()]


def _gap(case: Case, name: str, label: str, finding: Finding, href: str | None) -> Gap:
    return Gap(
        label=label,
        verdict=VERDICTS[finding.verdict],
        note=finding.note,
        href=href,
        mended=finding.mended or fresh(case, name),
    )
