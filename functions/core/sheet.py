"""An SOP and its flowchart as papers for the press."""

from functions.core.flow import Exit, Station, performers, stations
from functions.core.flowchart import flowchart
from functions.core.kinds import ENDS
from functions.core.office import Office
from functions.core.paper import Block, Facts, Grid, Paper, Words
from functions.core.sop import Sop
from functions.core.standard import duration

SYMBOLS = {"box": "Proses", "diamond": "Keputusan"}


def leads(exit: Exit) -> str:
    """Where a row leads, as the sheet says it beside a decision."""
    to = f"ke baris {exit.row}" if exit.row else _ending(exit)
    onward = ", lalu ".join((*exit.via, to))
    return f"{exit.said}: {onward}" if exit.said else onward[0].upper() + onward[1:]


def _ending(exit: Exit) -> str:
    end = ENDS[exit.end]
    return "berakhir" if end == exit.said else end.lower()


def sop_paper(sop: Sop, office: Office) -> Paper:
    return Paper(
        letterhead=_letterhead(office),
        title=sop.title,
        blocks=(*_header(sop), _table(sop), Words(text=f"Jangka waktu: {duration(sop)}")),
        foot=f"{sop.title} · {office.name}",
        landscape=True,
    )


def chart_paper(sop: Sop, office: Office) -> Paper:
    drawing = flowchart(sop)
    return Paper(
        letterhead=_letterhead(office),
        title=f"Bagan alir {sop.title}",
        blocks=(drawing,),
        foot=f"{sop.title} · {office.name}",
        landscape=drawing.width > drawing.height,
    )


def _letterhead(office: Office) -> tuple[str, ...]:
    return office.government, office.name, office.address


def _header(sop: Sop) -> tuple[Block, ...]:
    facts = Facts(
        rows=(
            ("Nomor SOP", sop.number),
            ("Tanggal pembuatan", sop.created),
            ("Tanggal revisi", sop.revised),
            ("Tanggal efektif", sop.effective),
            ("Disahkan oleh", sop.approved),
            ("Nama SOP", sop.title),
        )
    )
    parts = {
        "Dasar hukum": sop.basis,
        "Kualifikasi pelaksana": sop.qualifications,
        "Keterkaitan": sop.related,
        "Peralatan/perlengkapan": sop.equipment,
        "Peringatan": sop.warnings,
        "Pencatatan dan pendataan": sop.records,
    }
    return (facts, *(b for name, items in parts.items() for b in _part(name, items)))


def _part(name: str, items: tuple[str, ...]) -> tuple[Block, Block]:
    text = "\n".join(f"{place}. {item}" for place, item in enumerate(items, start=1))
    return Words(text=name, style="heading"), Words(text=text or "–", style="small")


def _table(sop: Sop) -> Grid:
    quality = ("Kelengkapan", "Waktu", "Output")
    return Grid(
        head=("No", "Aktivitas", *performers(sop).values(), *quality, "Keterangan"),
        rows=tuple(_row(sop, station) for station in stations(sop)),
        widths=(3, 20, *(9 for _ in performers(sop)), 13, 6, 13, 12),
    )


def _row(sop: Sop, station: Station) -> tuple[str, ...]:
    row = station.row
    marks = tuple(_mark(station) if role == row.by else "" for role in performers(sop))
    time = str(row.within) if row.within else ""
    return (str(row.no), row.text.strip(), *marks, row.needs.strip(), time, row.yields.strip(),
            row.note.strip())  # fmt: skip


def _mark(station: Station) -> str:
    ends = "Mulai" if station.row.no == 1 else "Selesai"
    told = [SYMBOLS.get(station.symbol, ends), *(leads(e) for e in station.exits if e.said)]
    return "\n".join(told)
