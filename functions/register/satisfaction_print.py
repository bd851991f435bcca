"""A period's figures of satisfaction on paper."""

from collections.abc import Iterator, Mapping

from functions.core.office import Office
from functions.core.paper import Block, Facts, Grid, Paper, Words
from functions.core.satisfaction import Figures
from functions.web.words import decimal

TITLE = "Indeks Kepuasan Masyarakat"
NOTHING = "Belum cukup jawaban untuk diumumkan."
BASIS = (
    "Dihitung menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017: "
    "nilai rata-rata sembilan unsur, masing-masing 1 sampai 4, dikali 25."
)
HEAD = ("No", "Unsur", "Nilai rata-rata")


def satisfaction_paper(
    office: Office, period: str, whole: Figures, services: Mapping[str, Figures | None]
) -> Paper:
    """`services`: each by its name, where there are several."""
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=f"{TITLE} {period}",
        blocks=(
            *_blocks(whole),
            *(block for name, of in services.items() for block in _service(name, of)),
            Words(text=BASIS, style="small"),
        ),
        foot=f"{TITLE} {period} · {office.name}",
    )


def _service(name: str, of: Figures | None) -> Iterator[Block]:
    yield Words(text=name, style="heading")
    yield from _blocks(of) if of else (Words(text=NOTHING),)


def _blocks(of: Figures) -> tuple[Block, ...]:
    facts = (
        ("IKM", decimal(of.index)),
        ("Mutu pelayanan", f"{of.grade.letter} ({of.grade.words.lower()})"),
        ("Jumlah responden", str(of.respondents)),
    )
    rows = ((str(no), e.name, decimal(e.mean)) for no, e in enumerate(of.elements, 1))
    return Facts(rows=facts), Grid(head=HEAD, rows=tuple(rows), widths=(1, 8, 3))
