"""Reading the papers under tests/papers, which are kept as they were transcribed."""

import re
from html import unescape
from pathlib import Path

from functions.core.sop import Sop

PAPERS = Path(__file__).parents[2] / "papers"
CAPTIONS = (
    "Persyaratan",
    "Sistem, Mekanisme dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya / Tarif",
    "Produk Pelayanan",
    "Pengaduan Layanan",
)
"""The parts of a published service standard, in its order."""


def paper(name: str) -> str:
    return PAPERS.joinpath(f"{name}.txt").read_text("utf-8")


def plain(text: str) -> str:
    """`text` without mark-up, its white space evened out."""
    addresses = re.sub(r"<(https?://[^>]*)>|\[([^]]*)\]\([^)]*\)", r"\1\2", text)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", addresses)).split())


def table(text: str, columns: int) -> dict[int, list[str]]:
    """A table's rows by number.

    An empty last cell is but white space at a line's end, which editors take away.
    """
    lines = (line.split("\t") for line in text.splitlines() if re.match(r"\d+\t", line))
    return {int(cells[0]): [plain(cell) for cell in (*cells, "")][:columns] for cells in lines}


def under(text: str, caption: str) -> str:
    """What stands below a caption of a service standard, up to the next one."""
    parts = re.split(rf"^[# ]*({'|'.join(CAPTIONS)})$", text, flags=re.M)
    return parts[parts.index(caption) + 1]


def items(text: str) -> list[str]:
    """The lines of a list, numbered through or not at all."""
    found = re.findall(r"^(\d+\.|-) (.+)$", text, flags=re.M)
    marks = [mark for mark, _ in found]
    assert marks in (["-"] * len(found), [f"{no}." for no in range(1, len(found) + 1)])
    return [plain(item) for _, item in found]


def performed(sop: Sop) -> dict[str, tuple[int, ...]]:
    """The rows that each role does, by the role's name."""
    return {
        name: tuple(row.no for row in sop.rows if row.by == role)
        for role, name in sop.roles.items()
    }


def cited(sop: Sop) -> set[str]:
    """The rules that stand behind what the applicant is asked for."""
    fields = (f for section in sop.sections for f in section.fields)
    return {r.basis for r in sop.requirements} | {f.basis for f in fields}
