"""Cases and people that the contracts speak of."""

from dataclasses import dataclass
from datetime import UTC, datetime

from functions.core.case import Case
from functions.core.facts import Actor, Claim, Letter
from functions.core.officer import Officer
from functions.core.ports import Cases, Outbox
from functions.core.staff import Staff, appointed
from functions.sops import current

SOP = current("batang-pelaku-usaha")
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NUMBER, OTHER = "BTG-2222-2222", "BTG-3333-3333"
APPLICANT = Actor("pelaku-usaha", "pelaku-usaha")
OFFICER = Actor("vera", "verifikator")
INDEXES: dict[str, tuple[str, ...]] = {
    "desk": ("sop", "step", "round", "since", "due", "name", "hand", "hand_name", "paused",
             "barred"),
    "wake": (),
}  # fmt: skip
"""What each carries besides keys, as tests/infra/test_indexes.py finds it in the stack."""
VERA = Officer("vera", "batang", "Vera", "vera@lpse.test", ("verifikator",))


@dataclass(frozen=True)
class Store:
    """The ports of one table."""

    cases: Cases
    outbox: Outbox
    staff: Staff


def appoint(staff: Staff, officer: Officer) -> Officer:
    """The officer as the directory knows them from now on."""
    staff.appoint([officer], [appointed(None, officer, "", NINE)])
    return staff.presence(officer.office, officer.id).officer


def email_of(number: str) -> Claim:
    return Claim("email", f"email of {number}")


def opened(number: str = NUMBER, at: datetime = NINE) -> Case:
    return Case.opened(number, SOP, "dewi@usaha.test", at, email_of(number))


def filling(number: str = NUMBER, at: datetime = NINE) -> Case:
    """The applicant's form is open."""
    step = SOP.step("permohonan")
    return opened(number, at).begin(step, number, "token-1", [Letter("tautan")], None, None, at)


def waiting(
    number: str = NUMBER, since: datetime = NINE, due: datetime | None = None, way: str = "daring"
) -> Case:
    """On the officers' desk: to be scheduled, or, face to face, to be verified."""
    sent = filling(number, since).decide(SOP, APPLICANT, way, since)
    step = SOP.step("jadwal" if way == "daring" else "periksa")
    return sent.begin(
        step, number, "token-2", [Letter("tugas", "officer", "vera")], due, due, since
    )
