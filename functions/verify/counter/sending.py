"""Before a visitor's application is sent: they read it, and their originals are looked at."""

from dataclasses import replace
from typing import Any

from pydantic import model_validator

from functions.core.case import Case
from functions.core.completeness import brought, missing
from functions.core.counter import UNKNOWN
from functions.core.deeds import Seen
from functions.core.errors import Invalid
from functions.core.form import Option
from functions.core.submission import submitted
from functions.sops import sop_of
from functions.verify.counter.place import Counter, act, counter
from functions.verify.rights import today
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command, folded
from functions.web.review import AnswerLine, answer_lines, document_lines
from functions.world import world

UNREAD = "Beri tanda setelah pemohon membaca dan menyetujui isian ini."


class Sending(Command):
    """`consent`: "ya", that the visitor read and agreed. `originals`: "ya" by document whose
    original was seen; as a form, `asli.ID`. `copies`: "ya", their copies were kept."""

    consent: str = ""
    originals: dict[str, str] = {}
    copies: str = ""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "originals", "asli")


class CounterReview(View):
    """`brought`: the documents that are laid on the counter."""

    page = "counter-review.html"
    back: str
    number: str
    service: str
    lines: list[AnswerLine]
    brought: list[Option]
    missing: list[str]
    uploads: bool


@room.page("/loket/<number>/kirim")
def review(number: str) -> CounterReview:
    at = counter(number, "apply")
    case, sop = at.case, at.sop
    return CounterReview(
        office=case.office,
        back=at.base,
        number=case.id,
        service=sop.service,
        lines=[
            *answer_lines(case, sop, at.base),
            *document_lines(case, sop, f"{at.base}/dokumen"),
        ],
        brought=[Option(value=r.id, label=r.name) for r in brought(case, sop)],
        missing=missing(case, sop),
        uploads=bool(sop.scanned(case.answers)),
    )


@review.accepts(Sending)
def sent(said: Sending, number: str) -> str:
    at = counter(number)
    if at.case.heard(said.nonce):
        return at.base
    if said.consent != "ya":
        raise Invalid({"consent": UNREAD})
    act(at, lambda case: _submit(case, at, said))
    return at.base


def _submit(case: Case, at: Counter, said: Sending) -> Case:
    sop, now = sop_of(case), world().now()
    prints, day = world().fingerprints, today(case.office)
    looked = _looked(case, at, said)
    return submitted(case, sop, at.actor, prints, day, now, nonce=said.nonce, **looked)


def _looked(case: Case, at: Counter, said: Sending) -> dict[str, Any]:
    """What was seen of what was brought: once all of it was, and copied, nobody asks again."""
    wanted = [r.id for r in brought(case, sop_of(case))]
    if unknown := said.originals.keys() - {*wanted}:
        raise Invalid({f"asli.{name}": UNKNOWN for name in unknown})
    shown = tuple(name for name in wanted if said.originals.get(name) == "ya")
    note = {"shown": ",".join(shown)} if shown else {}
    seen = {"entered": replace(at.entered, shown=shown), "note": note}
    if not shown or len(shown) < len(wanted) or said.copies != "ya":
        return seen
    note |= {"originals": "seen", "copies": "archived"}
    return {**seen, "originals": Seen(at.officer.id, world().now())}
