"""The visit that an SOP waits for: whoever entered the application at the counter is here."""

from dataclasses import asdict

from functions.core.case import Case
from functions.core.form import FormField
from functions.core.guestbook import entry
from functions.verify.counter.place import act, counter
from functions.verify.room import room
from functions.web import guests
from functions.web.answer import View
from functions.web.guests import Visit
from functions.world import world


class Arrived(View):
    page = "counter-arrival.html"
    base: str
    number: str
    service: str
    fields: list[FormField]


@room.page("/loket/<number>/hadir")
def arrival(number: str) -> Arrived:
    """With the line that the visitor has in the guest book already."""
    at = counter(number, "visit")
    kept = asdict(at.case.guest) if at.case.guest else {}
    return Arrived(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        service=at.sop.service,
        fields=guests.fields(),
        given={f.id: kept.get(f.id, "") for f in guests.fields()},
    )


@arrival.accepts(Visit)
def arrived(said: Visit, number: str) -> str:
    at = counter(number)
    if at.case.heard(said.nonce):
        return at.base
    at = counter(number, "visit")
    now = world().now()
    guest = entry(said.line, at.officer.id, now)

    def verb(case: Case) -> Case:
        seen = at.case.rounds
        return case.decide(
            at.sop, at.actor, "hadir", now, round=seen, nonce=said.nonce, guest=guest
        )

    act(at, verb)
    return at.base
