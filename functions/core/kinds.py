"""The kinds of step: who may end one with which outcome, and which letters go out.

A closed set. A new kind is code with tests; a new SOP is data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ENDS: Mapping[str, str] = {
    "selesai": "Selesai",
    "ditolak": "Ditolak",
    "kedaluwarsa": "Kedaluwarsa",
}
EXPIRED = "kedaluwarsa"


@dataclass(frozen=True)
class Kind:
    """`required` outcomes must be in the SOP's `next`; no others than these sets may be.

    `invites`: the letter to the step's holder when it begins.
    `tells`: the letter to the applicant after an outcome.
    `reminds`: the letter to the applicant at each of the step's reminders.
    `meets`: its time counts from when applicant and officer meet.
    `undone`: outcomes after which the step's rows are still to be done.
    `lapses`: the end that an applicant's silence leads to.
    """

    applicant: frozenset[str] = frozenset()
    officer: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    waits: bool = True
    meets: bool = False
    invites: str = "tugas"
    tells: Mapping[str, str] = field(default_factory=dict)
    reminds: str = ""
    undone: frozenset[str] = frozenset()
    lapses: str = EXPIRED

    @property
    def outcomes(self) -> frozenset[str]:
        return self.applicant | self.officer


KINDS: Mapping[str, Kind] = {
    "open": Kind(
        applicant=frozenset({"terdaftar"}),
        required=frozenset({"terdaftar"}),
        waits=False,
    ),
    "apply": Kind(
        applicant=frozenset({"diajukan", "tatap-muka", "daring"}),
        invites="tautan",
        tells={"diajukan": "tanda-terima", "tatap-muka": "tanda-terima", "daring": "tanda-terima"},
        reminds="pengingat-formulir",
    ),
    "schedule": Kind(
        officer=frozenset({"dijadwalkan"}),
        required=frozenset({"dijadwalkan"}),
        tells={"dijadwalkan": "jadwal"},
    ),
    "verify": Kind(
        officer=frozenset({"sesuai", "belum-lengkap", "ditolak", "tidak-hadir", "jadwal-ulang"}),
        applicant=frozenset({"jadwal-ulang"}),
        required=frozenset({"sesuai", "belum-lengkap"}),
        meets=True,
        undone=frozenset({"belum-lengkap", "tidak-hadir", "jadwal-ulang"}),
    ),
    "complete": Kind(
        applicant=frozenset({"dilengkapi"}),
        required=frozenset({"dilengkapi"}),
        invites="perbaikan",
        reminds="pengingat-perbaikan",
    ),
    "account": Kind(
        officer=frozenset({"disetujui", "ditolak"}),
        required=frozenset({"disetujui"}),
        undone=frozenset({"ditolak"}),
        tells={"disetujui": "akun"},
    ),
    "follow-up": Kind(
        applicant=frozenset({"terisi"}),
        officer=frozenset({"ditutup"}),
        required=frozenset({"terisi", "ditutup"}),
        invites="sikap",
        reminds="sikap",
        lapses="selesai",
    ),
}
