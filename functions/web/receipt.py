"""The tanda terima of the counter: what came in, who has it now, and where to ask."""

from datetime import datetime

from functions.core.case import Case
from functions.core.completeness import arrived
from functions.core.counter import Entered
from functions.core.form import Requirement
from functions.core.office import Office
from functions.core.paper import Code, Facts, Grid, Paper, Words
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.web.coming import Coming, coming
from functions.web.words import deadline, moment

SCANNED, SEEN, LACKING = "Hasil pindai diterima", "Asli sudah dilihat", "Belum ada"
SCAN = "Pindai kode ini untuk cek status, lalu isikan nomor permohonan dan kode rahasia di atas."


def receipt(case: Case, sop: Sop, entered: Entered, secret: str, site: str, at: datetime) -> Paper:
    """`secret`: what opens the status, together with the number."""
    office = all_offices()[case.office]
    rows = tuple((r.name, _state(case, r, entered)) for r in sop.required(case.answers))
    documents = (Grid(head=("Dokumen", "Keadaan"), rows=rows, widths=(3, 1)),) if rows else ()
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title="Tanda terima",
        blocks=(
            Facts(rows=_facts(case, sop, entered, secret, office)),
            *documents,
            *(Words(text=text) for text in _following(case, coming(case, sop, at), office)),
            Words(text=f"Biaya: {sop.fee.lower()}."),
            Code(address=f"{site}/status", said=SCAN),
        ),
        foot=f"Permohonan {case.id}",
        size="A5",
    )


def _facts(
    case: Case, sop: Sop, entered: Entered, secret: str, office: Office
) -> tuple[tuple[str, str], ...]:
    visitor = case.guest.name if case.guest else ""
    return (
        ("Nomor permohonan", case.id),
        ("Kode rahasia", secret),
        ("Layanan", sop.service),
        (sop.roles[sop.applicant], sop.known_as(case.answers) or visitor),
        ("Diserahkan oleh", visitor),
        ("Diterima", moment(entered.received, office)),
        *((("Dicatat", moment(entered.at, office)),) if entered.on_paper else ()),
        ("Petugas", entered.name),
    )


def _state(case: Case, requirement: Requirement, entered: Entered) -> str:
    if requirement.scanned(case.answers) and arrived(case, requirement):
        return SCANNED
    return SEEN if requirement.id in entered.shown else LACKING


def _following(case: Case, next_step: Coming | None, office: Office) -> list[str]:
    """What happens next and by when; what the applicant does, unless all they have was seen."""
    if next_step is None:
        return []
    by = next_step.due and deadline(next_step.due, office, next_step.estimated)
    limit = f", paling lambat {by}" if by else ""
    said = f"Selanjutnya: {next_step.task} oleh {next_step.holder}{limit}."
    return [said, next_step.then] if next_step.then and case.originals is None else [said]
