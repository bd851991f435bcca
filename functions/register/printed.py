"""The SOP as its office would print it, and its flowchart."""

from aws_lambda_powertools.event_handler import Response
from pydantic import BaseModel

from functions.core.flow import Symbol, performers, stations
from functions.core.flowchart import flowchart
from functions.core.paper import Drawing, Shape
from functions.core.recital import recital
from functions.core.sheet import chart_paper, leads, sop_paper
from functions.core.sop import Sop
from functions.core.standard import duration
from functions.core.threads import cells
from functions.offices import all_offices
from functions.register.room import room
from functions.sops import current
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.web.headers import security
from functions.web.svg import picture
from functions.world import world


class Line(BaseModel):
    """A row of the table; `cells`: by role, what of the flow is drawn there."""

    no: int
    text: str
    by: str
    symbol: Symbol
    exits: list[str]
    needs: str
    within: str
    yields: str
    note: str
    cells: dict[str, tuple[Shape, ...]]


class PrintedSop(View):
    page = "sop.html"
    sop: str
    government: str
    title: str
    service: str
    number: str
    created: str
    revised: str
    effective: str
    approved: str
    related: tuple[str, ...]
    basis: tuple[str, ...]
    qualifications: tuple[str, ...]
    equipment: tuple[str, ...]
    warnings: tuple[str, ...]
    records: tuple[str, ...]
    roles: dict[str, str]
    rows: list[Line]
    total: str
    chart: Drawing
    told: tuple[str, ...]


@room.page("/sop/<sop_id>")
def printed(sop_id: str) -> PrintedSop:
    """The SOP's header, table and flowchart."""
    sop = current(sop_id)
    return PrintedSop(
        office=sop.office,
        sop=sop.id,
        government=all_offices()[sop.office].government,
        title=sop.title,
        service=sop.service,
        number=sop.number,
        created=sop.created,
        revised=sop.revised,
        effective=sop.effective,
        approved=sop.approved,
        related=sop.related,
        basis=sop.basis,
        qualifications=sop.qualifications,
        equipment=sop.equipment,
        warnings=sop.warnings,
        records=sop.records,
        roles=performers(sop),
        rows=_lines(sop),
        total=duration(sop),
        chart=flowchart(sop),
        told=recital(sop),
    )


def _lines(sop: Sop) -> list[Line]:
    found = stations(sop)
    roles = list(performers(sop))
    drawn = cells(found, roles)
    return [
        Line(
            no=station.row.no,
            text=station.row.text,
            by=station.row.by,
            symbol=station.symbol,
            exits=[leads(exit) for exit in station.exits if exit.said],
            needs=station.row.needs,
            within=str(station.row.within or ""),
            yields=station.row.yields,
            note=station.row.note,
            cells={role: tuple(drawn[station.row.no, role]) for role in roles},
        )
        for station in found
    ]


@room.file("/sop/<sop_id>/diagram.svg")
def diagram(sop_id: str) -> Response[str]:
    sop = current(sop_id)
    svg = str(picture(flowchart(sop), f"Bagan alir {sop.title}"))
    return Response(200, "image/svg+xml", svg, {**security(""), "Cache-Control": "max-age=300"})


@room.download("/sop/<sop_id>/pdf")
def sheet(sop_id: str) -> Download:
    sop = current(sop_id)
    paper = sop_paper(sop, all_offices()[sop.office])
    return Download(f"sop-{sop.id}.pdf", PDF, world().press.pdf(paper), "max-age=3600")


@room.download("/sop/<sop_id>/diagram/pdf")
def diagram_sheet(sop_id: str) -> Download:
    sop = current(sop_id)
    paper = chart_paper(sop, all_offices()[sop.office])
    return Download(f"bagan-{sop.id}.pdf", PDF, world().press.pdf(paper), "max-age=3600")
