"""What made-up people answer; none of these numbers belongs to anybody."""

from collections.abc import Mapping
from typing import Any

NIP = ("198503152010011003", "197911022005012001", "199007212015031002")
TYPES = {
    "text": "Contoh Isian",
    "address": "Jalan Contoh 1\nKota Contoh",
    "email": "direksi@maju.co.id",
    "phone": "081234567890",
    "nik": "3325014505800926",
    "nip": NIP[0],
    "npwp": "0122923022503000",
    "nib": "",
    "user-id": "Maju.Jaya",
    "date": "2026-03-02",
    "expiry": "2026-12-31",
}
TRADER = {
    "usaha": {"bentuk": "perorangan", "nama-usaha": "Warung Contoh",
              "alamat": "Jalan Contoh 1\nBatang", "telepon": "081234567890"},
    "penanggung-jawab": {"nama": "Dewi Lestari", "nik": "3325014505802201"},
    "pajak": {"npwp": "0763972502503000", "pkp": "", "nib": ""},
}  # fmt: skip
COMPANY = {
    "usaha": {"bentuk": "badan-usaha", "nama-usaha": "CV Contoh Sejahtera 0926",
              "alamat": "Jalan Contoh 1\nBatang", "telepon": "081234567890"},
    "penanggung-jawab": {"nama": "Dewi Lestari", "nik": "3325014505800926",
                         "jabatan": "Direktur"},
    "pajak": {"npwp": "0122923022503000", "pkp": "", "nib": ""},
}  # fmt: skip
FIRM = {"bentuk": "badan-usaha", "nama-usaha": "CV Melawi Jaya", "nama": "Dewi Lestari",
        "pendaftar": "sendiri", "user-id": "Maju.Jaya"}  # fmt: skip
ALONE = {**FIRM, "bentuk": "perorangan", "nama-usaha": "Warung Melawi"}
PRINCIPAL = "direksi@maju.co.id"
PROXY = {**FIRM, "pendaftar": "kuasa", "nama-kuasa": "Yusuf Wakil", "nik-kuasa": "6110010101900001",
         "lingkup-kuasa": "Mendaftarkan akun SPSE", "surel-pemberi-kuasa": PRINCIPAL}  # fmt: skip
UNIT = {"nama-instansi": "Dinas Contoh", "nama": "Rahma Putri", "peran": "ppk"}
GUEST = {"name": "Dewi Lestari", "company": "CV Melawi Jaya", "address": "Jalan Contoh 1",
         "phone": "081234567890", "email": "wulan@maju.co.id",
         "purpose": "Menyerahkan berkas"}  # fmt: skip
PEOPLE: tuple[Mapping[str, str], ...] = (
    {"nama": "Andi Wijaya", "surel": "andi@industri.test", "peran": "ppk", "nip": NIP[0]},
    {"nama": "Bunga Citra", "surel": "bunga@industri.test", "peran": "pejabat-pengadaan",
     "nip": NIP[1]},
    {"nama": "Candra Kirana", "surel": "candra@industri.test", "peran": "ppk", "nip": NIP[2]},
)  # fmt: skip
BUREAU = {"satuan-kerja": "Direktorat Contoh", "alamat": "Jalan Industri 5"} | {
    f"{name}.h{n}": value for n, person in enumerate(PEOPLE, 1) for name, value in person.items()
}


def sample(field: Mapping[str, Any], answers: Mapping[str, str]) -> str:
    """The answer to one field of a form: by its name, or else by its type."""
    if field["id"] in answers:
        return answers[field["id"]]
    return str(field["options"][0]["value"] if field["options"] else TYPES[field["type"]])
