"""What may be passed on of a case: where it stands, without a word of whom it is about."""

from functions.core.office import Office
from functions.web.views import Standing
from functions.web.words import deadline

WAITING = "Menunggu pemohon"


def for_others(standing: Standing) -> Standing:
    """As whoever is not the applicant reads it."""
    return standing.model_copy(update={"state": WAITING}) if standing.yours else standing


def shareable(standing: Standing, office: Office, site: str) -> str:
    """Reasons and remarks stay out, as an officer may have named somebody in them."""
    at = for_others(standing)
    turn = [f"Giliran: {at.holder} ({at.task})"] if at.holder else []
    due = [f"Paling lambat: {deadline(at.due, office, at.estimated)}"] if at.due else []
    return "\n".join((
        f"{at.matter} {at.number}, {office.name}",
        f"Layanan: {at.service}",
        f"Keadaan: {at.state}",
        *turn,
        *due,
        f"Cek status: {site}/status",
    ))  # fmt: skip
