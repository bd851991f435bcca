"""Complaints as they come in at Batang, and who serves there."""

from datetime import UTC, date, datetime

from functions.core.case import Case
from functions.core.lodging import Lodging
from functions.core.officer import Officer
from functions.sops import hearing
from tests.fakes import MemoryCases, PlainFingerprints

SOP = hearing("batang")
TODAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
NUMBER, ABOUT = "BTG-7K3M-9Q2X", "BTG-2222-2222"
GIVEN = {
    "jenis": "pengaduan", "perihal": "Antrean lama", "uraian": "Dua jam menunggu.", "nomor": "",
    "terlapor": "layanan", "nama-terlapor": "", "identitas": "terbuka", "nama": "Rini",
    "surel": "rini@warga.test", "telepon": "", "kuasa": "",
}  # fmt: skip
YUNI = Officer("yuni", "batang", "Yuni Astuti", "yuni@b.test", ("pejabat-pengaduan",))
OTHER = Officer("tono", "batang", "Tono Hadi", "tono@b.test", ("pejabat-pengaduan",))
SITI = Officer("siti", "batang", "Siti Rahmawati", "siti@b.test", ("verifikator",))
BOSS = Officer("wahyu", "batang", "Wahyu Nugraha", "wahyu@b.test", ("pimpinan",))
STAFF = (YUNI, SITI, BOSS)


def lodged(
    cases: MemoryCases, staff: tuple[Officer, ...] = STAFF, channel: str = "web", **changes: str
) -> Case:
    given = {**GIVEN, **{name.replace("_", "-"): said for name, said in changes.items()}}
    lodging = Lodging.of(SOP, given, staff, TODAY, channel=channel)
    return lodging.opened(NUMBER, cases, PlainFingerprints(), NOW, "n:1")
