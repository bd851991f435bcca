"""A service's standard for the public: the six parts of its delivery (PermenPANRB 15/2014)."""

from pydantic import BaseModel

from functions.core.office import Channel
from functions.core.pace import Pace
from functions.core.sop import Sop
from functions.core.standard import Asked, asked, duration
from functions.offices import all_offices
from functions.register.room import room
from functions.register.usual import usual_time
from functions.sops import current
from functions.web.answer import View
from functions.web.blank_form import blank_form
from functions.web.download import PDF, Download
from functions.world import world


class Action(BaseModel):
    """A row of the paper, as the public reads it."""

    no: int
    text: str
    who: str
    within: str


class Standard(View):
    page = "layanan.html"
    sop: str
    service: str
    title: str
    number: str
    asked: tuple[Asked, ...]
    procedure: list[Action]
    duration: str
    whole: bool
    usual: Pace | None
    fee: str
    product: str
    channels: tuple[Channel, ...]


@room.page("/layanan/<sop_id>")
def standard(sop_id: str) -> Standard:
    """What is needed, done, given; how long it takes, what it costs, where to complain."""
    sop = current(sop_id)
    return Standard(
        office=sop.office,
        sop=sop.id,
        service=sop.service,
        title=sop.title,
        number=sop.number,
        asked=asked(sop),
        procedure=_procedure(sop),
        duration=duration(sop),
        whole=sop.within is not None,
        usual=usual_time(sop),
        fee=sop.fee,
        product=sop.product,
        channels=all_offices()[sop.office].reached_by,
    )


@room.download("/layanan/<sop_id>/formulir")
def paper_form(sop_id: str) -> Download:
    """The form on paper, blank."""
    sop = current(sop_id)
    paper = blank_form(sop, all_offices()[sop.office])
    return Download(f"formulir-{sop.id}.pdf", PDF, world().press.pdf(paper), "max-age=3600")


def _procedure(sop: Sop) -> list[Action]:
    return [
        Action(no=r.no, text=r.text, who=sop.roles[r.by], within=str(r.within or ""))
        for r in sorted(sop.rows, key=lambda row: row.no)
    ]
