"""The letters of a case in words: which, to whom, and what became of them."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.people import holders_of
from functions.core.records import Sent, Whole
from functions.core.sop import Sop

NAMES: Mapping[str, str] = {
    "tautan": "Tautan formulir",
    "tautan-lagi": "Tautan formulir, dikirim ulang",
    "tanda-terima": "Tanda terima",
    "jadwal": "Jadwal panggilan video",
    "jadwal-batal": "Pembatalan panggilan video",
    "perbaikan": "Permintaan perbaikan",
    "ditarik": "Permintaan perbaikan ditarik kembali",
    "akun": "Penyerahan akun",
    "akun-diserahkan": "Kabar akun diserahkan",
    "kuasa": "Kabar kepada pemberi kuasa",
    "pernyataan": "Penandatanganan surat pernyataan",
    "sikap": "Pengisian SIKaP",
    "surat": "Surat pemberitahuan",
    "pengingat-formulir": "Pengingat formulir",
    "pengingat-kunjungan": "Pengingat kedatangan",
    "pengingat-perbaikan": "Pengingat perbaikan",
    "akan-berakhir": "Pemberitahuan terakhir sebelum ditutup",
    "selesai": "Kabar selesai",
    "ditolak": "Kabar ditolak",
    "kedaluwarsa": "Kabar kedaluwarsa",
    "permintaan-diterima": "Tanda terima permintaan atas data pribadi",
    "hak-selesai": "Kabar permintaan dipenuhi",
    "hak-ditolak": "Kabar permintaan ditolak",
    "tugas": "Tugas",
    "penjelasan": "Permintaan penjelasan",
}
STATES: Mapping[str, tuple[str, str]] = {
    "pending": ("Menunggu", "wait"),
    "sending": ("Menunggu", "wait"),
    "sent": ("Dikirim", "good"),
    "failed": ("GAGAL", "bad"),
}


class Posted(BaseModel):
    """`tone`: of its state, in colour."""

    what: str
    to: str
    at: datetime
    sent_at: datetime | None
    state: str
    tone: str

    @property
    def failed(self) -> bool:
        return self.tone == "bad"


def posted(whole: Whole, sop: Sop, people: Mapping[str, str]) -> list[Posted]:
    """The latest first; `people`: the names of the office's staff, by id."""
    letters = sorted(whole.letters, key=lambda sent: sent.at, reverse=True)
    return [_posted(sent, reader(sent.letter, whole.case, sop, people)) for sent in letters]


def _posted(sent: Sent, to: str) -> Posted:
    state, tone = STATES[sent.status]
    what = NAMES[sent.letter.name]
    return Posted(what=what, to=to, at=sent.at, sent_at=sent.sent_at, state=state, tone=tone)


def reader(letter: Letter, case: Case, sop: Sop, people: Mapping[str, str]) -> str:
    match letter.reader:
        case "officer":
            return people.get(letter.to, letter.to)
        case "holder":
            names = {person.id: person.name for person in holders_of(case, sop)}
            return f"Pemegang akun {names.get(letter.to, '')}".strip()
        case "principal":
            return "Pemberi kuasa"
        case _:
            return sop.roles[sop.applicant]
