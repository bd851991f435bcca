"""Kind "visit": the visitor is here; the officer at the counter writes the guest book."""

from functions.core.form import FormField
from functions.core.guestbook import entry
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web import guests
from functions.web.answer import View
from functions.web.guests import Visit
from functions.world import world


class VisitPage(View):
    page = "task-visit.html"
    base: str
    dossier: Dossier
    fields: list[FormField]


@room.page("/tugas/<task>/buku-tamu")
def visiting(task: str) -> VisitPage:
    at = desk(task, "visit")
    return VisitPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        fields=guests.fields(),
        given={"email": at.case.email, **_known(at)},
    )


@visiting.accepts(Visit)
def visited(said: Visit, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "visit")
    guest = entry(said.line, at.officer.id, world().now())
    decide(at, "hadir", said.nonce, guest=guest)
    return recorded(task)


def _known(at: Desk) -> dict[str, str]:
    """What the form already says of the visitor, by the type of field."""
    asked = {f.type: f for f in reversed(at.sop.fields(at.case.answers))}
    wanted = {"phone": "phone", "address": "address"}
    return {
        name: at.case.answers.get(asked[kind].id, "")
        for name, kind in wanted.items()
        if kind in asked
    }
