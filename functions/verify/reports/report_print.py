"""A month's figures on paper, and as rows for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from functions.core.deviation import WHAT
from functions.core.kinds import ENDS
from functions.core.lengths import length
from functions.core.office import Office
from functions.core.pace import Pace
from functions.core.paper import Block, Facts, Grid, Paper, Words
from functions.core.report import ServiceFigures, StepFigures
from functions.web.words import moment

_TIMES = ("Mutu baku", "Jumlah", "Median (menit)", "P90 (menit)", "Tepat waktu (%)")
HEAD = ("Layanan", "Revisi SOP", "Tahap", "Pelaksana", *_TIMES, "Masuk", "Terkirim", *ENDS.values(),
        *WHAT.values())  # fmt: skip
STEPS = ("Tahap", "Pelaksana", "Mutu baku", "Jumlah", "Median", "P90", "Tepat waktu")
WHOLE = "Seluruh layanan"
NOTHING = "Belum ada permohonan pada bulan ini."
NONE = "–"


def report_rows(services: Iterable[ServiceFigures]) -> Iterator[Sequence[object]]:
    """Of each service its whole, with what came and went, and then its steps."""
    for service in services:
        counts = [service.opened, service.sent, *service.ended.values()]
        deviations = [service.deviations.get(what) for what in WHAT]
        yield (*_row(service, WHOLE, "", service), *counts, *deviations)
        yield from (
            (*_row(service, step.title, step.by, step), *(None for _ in (*counts, *deviations)))
            for step in service.steps
        )


def _row(
    service: ServiceFigures, title: str, by: str, timed: ServiceFigures | StepFigures
) -> tuple[object, ...]:
    pace = timed.pace
    figures = pace.count, _minutes(pace.median), _minutes(pace.p90), timed.on_time
    return (service.service, service.revision, title, by, timed.within, *figures)


def _minutes(time: timedelta | None) -> int | None:
    return None if time is None else round(time / timedelta(minutes=1))


def report_paper(
    office: Office, month: str, services: Sequence[ServiceFigures], at: datetime
) -> Paper:
    blocks = [block for service in services for block in _blocks(service)]
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=f"Laporan pelayanan {month}",
        blocks=tuple(blocks) or (Words(text=NOTHING),),
        foot=f"Laporan pelayanan {month} · dicetak {moment(at, office)}",
        landscape=True,
    )


def _blocks(service: ServiceFigures) -> tuple[Block, ...]:
    counted = {"Masuk": service.opened, "Terkirim": service.sent}
    counted |= {ENDS[end]: count for end, count in service.ended.items()}
    counted |= {WHAT[what]: count for what, count in service.deviations.items()}
    facts = [(name, str(count)) for name, count in counted.items()]
    rows = tuple(_printed(step.title, step.by, step) for step in service.steps)
    whole = _printed(WHOLE, "", service)
    return (
        Words(text=service.service, style="heading"),
        Words(text=f"Menurut SOP revisi {service.revision}", style="small"),
        Facts(rows=tuple(facts)),
        Grid(head=STEPS, rows=(*rows, whole), widths=(6, 4, 3, 2, 3, 3, 2)),
    )


def _printed(title: str, by: str, timed: ServiceFigures | StepFigures) -> tuple[str, ...]:
    share = NONE if timed.on_time is None else f"{timed.on_time}%"
    return (title, by, timed.within or NONE, str(timed.pace.count), *_told(timed.pace), share)


def _told(pace: Pace) -> tuple[str, str]:
    median, p90 = (NONE if t is None else length(t) for t in (pace.median, pace.p90))
    return median, p90
