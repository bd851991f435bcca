"""The office's register of deviations, month by month: late, skipped, paused, and whose it is."""

import re
from datetime import datetime

from pydantic import BaseModel

from functions.core.dates import month_name
from functions.core.errors import NotFound
from functions.core.ports import Deviation
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import all_sops
from functions.verify.queue import officer_of
from functions.verify.room import room
from functions.web.answer import View
from functions.world import world

WHAT = {"late": "Terlambat", "skipped": "Dilewati", "paused": "Waktu dijeda"}


class Entry(BaseModel):
    """`what`, with the rows or the cause; `due`: when it ought to have been done."""

    number: str
    at: datetime
    service: str
    step: str
    owner: str
    what: str
    due: datetime | None = None


class Deviations(View):
    page = "deviations.html"
    base: str
    month: str
    title: str
    before: str
    entries: list[Entry]


@room.page("/antrean/<token>/penyimpangan")
def this_month(token: str) -> Deviations:
    officer = officer_of(token)
    today = all_offices()[officer.office].today(world().now())
    return _register(token, officer.office, f"{today:%Y-%m}")


@room.page("/antrean/<token>/penyimpangan/<month>")
def register(token: str, month: str) -> Deviations:
    if not re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", month):
        raise NotFound
    return _register(token, officer_of(token).office, month)


def _register(token: str, office: str, month: str) -> Deviations:
    year, number = (int(part) for part in month.split("-"))
    before = f"{year}-{number - 1:02}" if number > 1 else f"{year - 1}-12"
    return Deviations(
        office=office,
        base=f"/antrean/{token}",
        month=month,
        title=month_name(year, number),
        before=before,
        entries=[_entry(found) for found in world().cases.deviations(office, month)],
    )


def _entry(found: Deviation) -> Entry:
    sop, detail = all_sops()[found.sop], found.event.detail
    step = sop.step(detail["step"])
    due = detail.get("due")
    return Entry(
        number=found.case,
        at=found.event.at,
        service=sop.service,
        step=step.title,
        owner=sop.roles[step.by],
        what=_what(found, sop),
        due=datetime.fromisoformat(due) if due else None,
    )


def _what(found: Deviation, sop: Sop) -> str:
    """In words, with the rows that were skipped or the cause of a pause."""
    detail = found.event.detail
    causes = {cause.id: cause.label for cause in sop.pauses}
    more = {
        "skipped": f"baris {detail.get('rows', '')}",
        "paused": causes.get(detail.get("cause", ""), ""),
        "late": "surel" if "letter" in detail else "",
    }[detail["what"]]
    word = WHAT[detail["what"]]
    return f"{word}: {more}" if more else word
