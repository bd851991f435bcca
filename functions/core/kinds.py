"""The kinds of step: who may end one with which outcome, and which letters go out.

A closed set. A new kind is code with tests; a new SOP is data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ENDS: Mapping[str, str] = {
    "selesai": "Selesai",
    "ditolak": "Ditolak",
    "kedaluwarsa": "Kedaluwarsa",
}
DONE = "selesai"
EXPIRED = "kedaluwarsa"
Apart = Literal["", "drafter", "writers"]
SENT = "diajukan"
"""The outcome of an application where there are no ways to choose from."""
PASSED_UP = "diteruskan"
"""The outcome of whatever is not for the usual desk, but for the one above."""
ANSWERED = "dijawab"
OBJECTED = "keberatan"
RETURNED = "belum-lengkap"
"""The outcome of a check that gives the application back to be mended."""


@dataclass(frozen=True)
class Kind:
    """`required` outcomes must be in the SOP's `next`; no others than these sets may be.

    `forks`: its outcomes are the SOP's ways, if it has any.
    `sends`: the applicant's answers go to the officers with it.
    `shared`: an officer has a part in what the applicant does, or the other way round.
    `invites`: the letter to the step's holder when it begins.
    `tells`: the letter to the applicant after an outcome; "*" stands for any outcome.
    `reminds`: the letter to the applicant at each of the step's reminders.
    `meets`: its time counts from when applicant and officer meet.
    `undone`: outcomes after which the step's rows are still to be done.
    `lapses`: the end that an applicant's silence leads to.
    `recall`: the outcome by which whoever returned the case takes the return back, while the
    applicant has done nothing yet.
    `refused`: the outcome that an officer may not choose once they set about the task.
    `apart`: from whose hands in the letter it must be apart, if from any.
    `graded`: its time is that of the complaint's grade, from when it came in.
    `hears`: an SOP that has such a step is one by which complaints are heard.
    """

    applicant: frozenset[str] = frozenset()
    officer: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    waits: bool = True
    forks: bool = False
    sends: bool = False
    shared: bool = False
    meets: bool = False
    invites: str = "tugas"
    tells: Mapping[str, str] = field(default_factory=dict)
    reminds: str = ""
    undone: frozenset[str] = frozenset()
    lapses: str = EXPIRED
    recall: str = ""
    refused: str = ""
    apart: Apart = ""
    graded: bool = False
    hears: bool = False

    @property
    def outcomes(self) -> frozenset[str]:
        return self.applicant | self.officer

    def told(self, outcome: str) -> str:
        return self.tells.get(outcome, self.tells.get("*", ""))


def _some(*outcomes: str) -> frozenset[str]:
    return frozenset(outcomes)


KINDS: Mapping[str, Kind] = {
    "open": Kind(applicant=_some("terdaftar", PASSED_UP), required=_some("terdaftar"), waits=False),
    "apply": Kind(
        applicant=_some(SENT),
        forks=True,
        sends=True,
        invites="tautan",
        tells={"*": "tanda-terima"},
        reminds="pengingat-formulir",
    ),
    "visit": Kind(
        applicant=_some("hadir"),
        officer=_some("hadir"),
        required=_some("hadir"),
        shared=True,
        invites="",
        reminds="pengingat-kunjungan",
    ),
    "schedule": Kind(
        officer=_some("dijadwalkan"),
        required=_some("dijadwalkan"),
        tells={"dijadwalkan": "jadwal"},
    ),
    "receive": Kind(
        officer=_some("lengkap", RETURNED, "ditolak"),
        required=_some("lengkap", RETURNED),
        undone=_some(RETURNED),
    ),
    "verify": Kind(
        officer=_some("sesuai", RETURNED, "ditolak", "tidak-hadir", "jadwal-ulang"),
        applicant=_some("jadwal-ulang"),
        required=_some("sesuai", RETURNED),
        meets=True,
        tells={"tidak-hadir": "jadwal-batal", "jadwal-ulang": "jadwal-batal"},
        undone=_some(RETURNED, "tidak-hadir", "jadwal-ulang"),
    ),
    "complete": Kind(
        applicant=_some("dilengkapi"),
        officer=_some("ditarik"),
        required=_some("dilengkapi"),
        sends=True,
        invites="perbaikan",
        tells={"ditarik": "ditarik"},
        reminds="pengingat-perbaikan",
        undone=_some("ditarik"),
        recall="ditarik",
    ),
    "dispose": Kind(officer=_some("didisposisikan"), required=_some("didisposisikan")),
    "account": Kind(
        officer=_some("disetujui", "diperiksa-lagi", "ditolak"),
        required=_some("disetujui"),
        undone=_some("diperiksa-lagi", "ditolak"),
        tells={"disetujui": "akun"},
    ),
    "statement": Kind(
        applicant=_some("ditandatangani"),
        officer=_some("ditutup"),
        required=_some("ditandatangani", "ditutup"),
        shared=True,
        invites="pernyataan",
        reminds="pernyataan",
        lapses="selesai",
    ),
    "follow-up": Kind(
        applicant=_some("terisi"),
        officer=_some("ditutup"),
        required=_some("terisi", "ditutup"),
        shared=True,
        invites="sikap",
        reminds="sikap",
        lapses="selesai",
    ),
    "draft": Kind(officer=_some("dikonsep"), required=_some("dikonsep")),
    "correct": Kind(
        officer=_some("dikoreksi", "dikembalikan"),
        required=_some("dikoreksi"),
        undone=_some("dikembalikan"),
        apart="drafter",
    ),
    "sign": Kind(
        officer=_some("ditandatangani", "dikembalikan"),
        required=_some("ditandatangani"),
        undone=_some("dikembalikan"),
        apart="writers",
    ),
    "archive": Kind(officer=_some("diarsipkan"), required=_some("diarsipkan")),
    "send": Kind(officer=_some("dikirim"), required=_some("dikirim"), tells={"dikirim": "surat"}),
    "triage": Kind(
        officer=_some("ditangani", PASSED_UP, "dialihkan", "ditolak"),
        required=_some("ditangani"),
        undone=_some(PASSED_UP),
        hears=True,
    ),
    "answer": Kind(
        officer=_some(ANSWERED),
        required=_some(ANSWERED),
        graded=True,
        tells={ANSWERED: "jawaban"},
    ),
    "response": Kind(
        applicant=_some("puas", OBJECTED),
        required=_some("puas"),
        invites="",
        lapses=DONE,
    ),
    "rights": Kind(
        officer=_some("dipenuhi", "ditolak"), required=_some("dipenuhi"), refused="ditolak"
    ),
    "objection": Kind(
        officer=_some("diputus"), required=_some("diputus"), tells={"diputus": "putusan"}
    ),
}
