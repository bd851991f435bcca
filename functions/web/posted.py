"""The letters of a case in words: which, to whom, and what became of them."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

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
    "aduan-diterima": "Tanda terima laporan",
    "jawaban": "Jawaban",
    "putusan": "Keputusan atas keberatan",
    "pesan": "Kabar pesan baru",
    "aduan-selesai": "Kabar laporan selesai",
    "aduan-ditolak": "Kabar laporan ditolak",
    "aduan-kedaluwarsa": "Kabar laporan ditutup",
    "permintaan-diterima": "Tanda terima permintaan atas data pribadi",
    "hak-selesai": "Kabar permintaan dipenuhi",
    "hak-ditolak": "Kabar permintaan ditolak",
    "tugas": "Tugas",
    "penjelasan": "Permintaan penjelasan",
}
STATES: Mapping[str, tuple[str, str]] = {
    "pending": ("Menunggu", "wait"),
    "sending": ("Menunggu", "wait"),
    "doubtful": ("Sedang dipastikan", "wait"),
    "uncertain": ("Tidak pasti", "bad"),
    "sent": ("Terkirim", "good"),
    "delivered": ("Sampai", "good"),
    "soft-bounced": ("Kembali sementara", "wait"),
    "bounced": ("Kembali", "bad"),
    "complained": ("Ditandai spam", "bad"),
    "suppressed": ("Tidak dikirim (alamat diblokir)", "bad"),
    "unread": ("Tidak dikirim (tanpa alamat)", "neutral"),
    "failed": ("GAGAL", "bad"),
}
LOST = {"failed", "uncertain"}
"""Nobody knows whether these were ever sent, or they were not."""


class Posted(BaseModel):
    """`state_at`: since when its state is known; `tone`: of it, in colour; `failed`: whether it was
    never sent, as far as anybody knows."""

    what: str
    to: str
    at: datetime
    sent_at: datetime | None
    state: str
    state_at: datetime | None
    tone: str
    failed: bool


def posted(whole: Whole, sop: Sop, people: Mapping[str, str]) -> list[Posted]:
    """The latest first; `people`: the names of the office's staff, by id."""
    letters = sorted(whole.letters, key=lambda sent: sent.at, reverse=True)
    return [posted_one(sent, whole.case, sop, people) for sent in letters]


def posted_one(
    sent: Sent, case: Case, sop: Sop, people: Mapping[str, str] = MappingProxyType({})
) -> Posted:
    state, tone = STATES[sent.status]
    return Posted(
        what=NAMES[sent.letter.name],
        to=reader(sent.letter, case, sop, people),
        at=sent.at,
        sent_at=sent.sent_at,
        state=state,
        state_at=sent.told_at or sent.sent_at,
        tone=tone,
        failed=sent.status in LOST,
    )


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
