"""The tanda terima of a complaint: what opens it again. It names nobody, as it may get lost."""

from datetime import datetime

from functions.core.case import Case
from functions.core.counter import Entered
from functions.core.lodging import CHANNELS
from functions.core.office import Office
from functions.core.paper import Code, Facts, Paper, Words
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.web.coming import Coming, coming
from functions.web.words import deadline, moment

FOLLOW = "/pengaduan/ikuti"
"""Where whoever complains asks for their complaint, by its number and secret."""
KEEP = "Simpan nomor dan kode ini untuk Anda sendiri: keduanya membuka laporan Anda."
SCAN = "Pindai kode ini untuk membaca jawaban, menulis pesan, atau mengajukan keberatan."


def slip(case: Case, sop: Sop, entered: Entered, secret: str, site: str, at: datetime) -> Paper:
    """`secret`: what opens the complaint, together with the number."""
    office = all_offices()[case.office]
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title="Tanda terima laporan",
        blocks=(
            Facts(rows=_facts(case, entered, secret, office)),
            Words(text=KEEP),
            *(Words(text=text) for text in _following(coming(case, sop, at), office)),
            Words(text=f"Biaya: {sop.fee.lower()}."),
            Code(address=f"{site}{FOLLOW}", said=SCAN),
        ),
        foot=f"Laporan {case.id}",
        size="A5",
    )


def _facts(
    case: Case, entered: Entered, secret: str, office: Office
) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor laporan", case.id),
        ("Kode rahasia", secret),
        ("Saluran", CHANNELS.get(case.channel, case.channel)),
        ("Diterima", moment(entered.received, office)),
        *((("Dicatat", moment(entered.at, office)),) if entered.on_paper else ()),
        ("Petugas", entered.name),
    )


def _following(next_step: Coming | None, office: Office) -> list[str]:
    if next_step is None:
        return []
    by = next_step.due and deadline(next_step.due, office, next_step.estimated)
    limit = f", paling lambat {by}" if by else ""
    return [f"Selanjutnya: {next_step.task} oleh {next_step.holder}{limit}."]
