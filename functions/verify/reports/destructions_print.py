"""A month's destructions on paper, and as rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from functions.core.dates import calendar_day
from functions.core.destruction import Destroyed
from functions.core.office import Office
from functions.core.paper import Block, Grid, Paper, Signature, Words
from functions.web.words import moment

HEAD = ("Nomor", "Layanan", "Berakhir", "Ditutup", "Dimusnahkan", "Objek", "Masa simpan", "Alasan")
NOTHING = "Tidak ada data yang dimusnahkan pada bulan ini."
SAID = (
    "Data pribadi dalam permohonan di bawah ini sudah dimusnahkan, termasuk semua versi pindaian"
    " dan surat yang tersimpan. Nomor, layanan, waktu, dan riwayat permohonan tetap disimpan."
)


def destruction_rows(lines: Sequence[Destroyed], office: Office) -> Iterator[Sequence[object]]:
    zone = ZoneInfo(office.zone)
    for line in lines:
        ended, at = (f"{t.astimezone(zone):%Y-%m-%d %H:%M}" for t in (line.ended, line.at))
        yield (line.number, line.service, line.end, ended, at, line.objects, line.rule, line.ground)


def destruction_paper(
    office: Office, month: str, lines: Sequence[Destroyed], at: datetime
) -> Paper:
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=f"Berita acara pemusnahan data {month}",
        blocks=_blocks(office, lines, at) if lines else (Words(text=NOTHING),),
        foot=f"Berita acara pemusnahan data {month} · dicetak {moment(at, office)}",
        landscape=True,
    )


def _blocks(office: Office, lines: Sequence[Destroyed], at: datetime) -> tuple[Block, ...]:
    rows = tuple(tuple(map(str, row)) for row in destruction_rows(lines, office))
    return (
        Words(text=SAID),
        Grid(head=HEAD, rows=rows, widths=(4, 6, 3, 4, 4, 2, 3, 5)),
        Signature(place=calendar_day(office.today(at)), capacity=office.head, name=""),
    )
