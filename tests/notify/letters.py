"""Every letter, as it would leave now, of a full case."""

from dataclasses import dataclass, replace
from datetime import date

from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.officer import Cover
from functions.core.ports import Message
from functions.core.sop import HEAD
from functions.notify.compose import compose
from tests.desk.hearing import Heard
from tests.desk.keeping import Keeper
from tests.desk.office import SITI, Desk
from tests.desk.rights import (
    Correction,
    CorrectionDeclined,
    Declined,
    Erasure,
    ErasureDeclined,
    OwnData,
)
from tests.desk.walks import Batang, ByProxy, Kemenperin, Melawi, Walk

LETTERS: dict[str, tuple[type[Walk], str, Letter]] = {
    "aduan-diterima": (Heard, "weighing", Letter("aduan-diterima")),
    "aduan-ditolak": (Heard, "closed", Letter("aduan-ditolak")),
    "aduan-kedaluwarsa": (Heard, "closed", Letter("aduan-kedaluwarsa")),
    "aduan-selesai": (Heard, "closed", Letter("aduan-selesai")),
    "akun": (Batang, "following", Letter("akun")),
    "akun, activated": (Melawi, "signing", Letter("akun", step="aktivasi")),
    "akun, to a holder": (Kemenperin, "drafting", Letter("akun", "holder", "h1", "buat-akun")),
    "akun-diserahkan": (Kemenperin, "drafting", Letter("akun-diserahkan", step="buat-akun")),
    "akan-berakhir": (Batang, "mending", Letter("akan-berakhir", step="perbaiki", round=4)),
    "akan-berakhir, at the end": (
        Batang, "following", Letter("akan-berakhir", step="sikap", round=7)),
    "ditarik": (Batang, "mending", Letter("ditarik", step="perbaiki")),
    "ditolak": (Batang, "closed", Letter("ditolak")),
    "hak-ditolak": (Declined, "declined", Letter("hak-ditolak")),
    "hak-ditolak, a correction": (CorrectionDeclined, "declined", Letter("hak-ditolak")),
    "hak-ditolak, an erasure": (ErasureDeclined, "declined", Letter("hak-ditolak")),
    "hak-selesai": (OwnData, "met", Letter("hak-selesai")),
    "hak-selesai, a correction": (Correction, "met", Letter("hak-selesai")),
    "hak-selesai, an erasure": (Erasure, "met", Letter("hak-selesai")),
    "jawaban": (Heard, "responding", Letter("jawaban", step="tangani")),
    "jadwal": (Batang, "checking", Letter("jadwal")),
    "jadwal-batal": (Batang, "checking", Letter("jadwal-batal", step="periksa")),
    "kedaluwarsa": (Batang, "closed", Letter("kedaluwarsa")),
    "kuasa": (ByProxy, "visiting", Letter("kuasa", "principal", step="permohonan")),
    "pengingat-formulir": (
        Batang, "registered", Letter("pengingat-formulir", step="permohonan", round=1)),
    "pengingat-kunjungan": (
        Melawi, "visiting", Letter("pengingat-kunjungan", step="kunjungan", round=2)),
    "pengingat-perbaikan": (
        Batang, "mending", Letter("pengingat-perbaikan", step="perbaiki", round=4)),
    "penjelasan": (Batang, "closed", Letter("penjelasan", "officer", SITI.id, "sikap", event=9)),
    "permintaan-diterima": (OwnData, "asked", Letter("permintaan-diterima")),
    "permintaan-diterima, a correction": (Correction, "asked", Letter("permintaan-diterima")),
    "permintaan-diterima, an erasure": (Erasure, "asked", Letter("permintaan-diterima")),
    "pesan": (Heard, "said", Letter("pesan")),
    "pesan, to an officer": (Heard, "said", Letter("pesan", "officer", "yuni", "tangani", 2)),
    "putusan": (Heard, "closed", Letter("putusan", step="keberatan")),
    "perbaikan": (Batang, "mending", Letter("perbaikan", step="perbaiki", round=4)),
    "perbaikan, of several": (
        Kemenperin, "mending", Letter("perbaikan", step="lengkapi", round=5)),
    "pernyataan": (Melawi, "signing", Letter("pernyataan", step="surat-pernyataan")),
    "selesai": (Kemenperin, "closed", Letter("selesai")),
    "sikap": (Batang, "following", Letter("sikap", step="sikap", round=7)),
    "surat": (Kemenperin, "closed", Letter("surat", step="kirim")),
    "tanda-terima": (Melawi, "visiting", Letter("tanda-terima", step="permohonan")),
    "tautan": (Batang, "registered", Letter("tautan", step="permohonan", round=1)),
    "tautan-lagi": (Batang, "filled", Letter("tautan-lagi")),
    "alamat-berubah": (Batang, "registered", Letter("alamat-berubah", "officer", SITI.id)),
    "kode": (Batang, "registered", Letter("kode", "officer", SITI.id)),
    "pelimpahan": (Batang, "registered", Letter("pelimpahan", "officer", SITI.id, SITI.id)),
    "pelimpahan, to the absent": (
        Batang, "registered", Letter("pelimpahan", "officer", "wahyu", SITI.id)),
    "sk-berakhir": (Batang, "registered", Letter("sk-berakhir", "officer", SITI.id, SITI.id)),
    "sk-berakhir, to a keeper": (
        Batang, "registered", Letter("sk-berakhir", "officer", "wahyu", SITI.id)),
    "ringkasan": (Batang, "approving", Letter("ringkasan", "officer", SITI.id)),
    "ringkasan, to those above": (
        Kemenperin, "receiving", Letter("ringkasan", "officer", "dian")),
    "tugas": (Batang, "checking", Letter("tugas", "officer", SITI.id, "periksa", 3)),
}  # fmt: skip
OFFICE = {"alamat-berubah", "kode", "pelimpahan", "ringkasan", "sk-berakhir"}
"""Letters about no one case."""
HEARD = {name for name, (walk, _, _) in LETTERS.items() if walk is Heard}
"""Letters about a complaint."""


@dataclass(frozen=True)
class Written:
    """One letter as it would leave now."""

    id: str
    walk: Walk
    letter: Letter
    message: Message

    @property
    def case(self) -> Case:
        return _about(self.walk)

    @property
    def answers(self) -> list[str]:
        return [a for a in self.case.answers.values() if len(a) > 5]


def _about(walk: Walk) -> Case:
    """Which case the walk's letters are about."""
    return walk.request if isinstance(walk, OwnData) else walk.desk.case()


def _lend(desk: Desk) -> None:
    """Siti's decree is about to end, and she stands in for the office's head."""
    since, until = date(2026, 3, 11), date(2026, 3, 13)
    siti, wahyu = (desk.world.staff.presence("batang", who).officer for who in (SITI.id, "wahyu"))
    plh = Cover(HEAD, "Plh.", since, until, "wahyu")
    desk.appoint(replace(siti, until=date(2026, 4, 1)).covering(plh))
    desk.appoint(wahyu.lending(replace(plh, officer=SITI.id)))


def _write(desk: Desk, name: str) -> Written:
    walk, stage, letter = LETTERS[name]
    there = walk(desk).to(stage)
    desk.later(days=2)
    _lend(desk)
    owner = f"desk#{walk.office}" if letter.name in OFFICE else _about(there).id
    return Written(name, there, letter, compose(owner, letter))


KEPT = Keeper(_write)
