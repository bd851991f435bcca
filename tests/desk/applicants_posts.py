"""Every command of the applicants' room."""

from collections.abc import Mapping

from functions.register.room import secret_of
from tests.desk.people import COMPANY, SERVICE
from tests.desk.post import Fields, Post, at, mine, says, several
from tests.desk.samples import GUEST, NIP, PEOPLE
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi, Walk

SCORES = {f"u{n}": str(n % 4 + 1) for n in range(1, 10)}
LINE = {"name": 200, "company": 200, "address": 500, "phone": 15, "email": 200, "purpose": 200}


def _identified(walk: Walk) -> Fields:
    number = walk.desk.case().id
    return {"number": number, "secret": secret_of(number)}


def _guest(walk: Walk) -> Fields:
    return {**_identified(walk), **GUEST}


def _person(walk: Walk) -> Fields:
    said = {"nomor-sk": "SK-7", "sk-berlaku": "2026-12-31", "nomor-sertifikat": "LKPP-7"}
    return {f"{name}.h1": value for name, value in {**PEOPLE[0], **said}.items()}


def _holder(walk: Walk) -> str:
    return walk.desk.link(PEOPLE[0]["surel"], "h")


APPLICANTS: Mapping[str, Post] = {
    "register": Post(Batang, "registered", at(SERVICE), says(email="baru@maju.co.id"),
                     {"email": 254}),
    "status": Post(Batang, "registered", at("/status"), _identified, {}, looks=True),
    "section": Post(Batang, "registered", mine("/data/usaha"), lambda _: COMPANY["usaha"],
                    {"nama-usaha": 200, "alamat": 500}, several("alamat")),
    "section of a holder": Post(Kemenperin, "registered", mine("/data/h1"), _person,
                                {"nama.h1": 200, "nip.h1": 200, "surel.h1": 200}),
    "section of a User ID": Post(Melawi, "registered", mine("/data/pendaftaran"),
                                 says(**{"user-id": "Maju.Jaya"}), {"user-id": 200}),
    "one more": Post(Kemenperin, "registered", mine("/pemegang"), says(act="tambah"), {}),
    "one less": Post(Kemenperin, "filled", mine("/pemegang"), says(act="hapus", holder="h2"), {}),
    "discard": Post(Batang, "filled", mine("/dokumen/ktp-direksi/hapus"), says(), {}),
    "submit": Post(Batang, "filled", mine("/kirim"), says(consent="ya"), {}),
    "submit for several": Post(Kemenperin, "filled", mine("/kirim"), says(consent="ya"), {}),
    "guest book": Post(Melawi, "visiting", at("/buku-tamu"), _guest, LINE, several("address")),
    "guest book by code": Post(Melawi, "visiting",
                               lambda walk: f"/buku-tamu/{walk.desk.case().id}", _guest, LINE,
                               several("address")),
    "book": Post(Batang, "scheduling", mine("/jadwal"),
                 says(slot="2026-03-12T10:00", consent="ya"), {}),
    "book another time": Post(Batang, "checking", mine("/jadwal-ulang"),
                              says(slot="2026-03-11T10:00", consent="ya"), {}),
    "wish": Post(Batang, "checking", mine("/jadwal-ulang"), says(wish="Selasa pagi"),
                 {"wish": 300}, several("wish")),
    "mend": Post(Batang, "mended", mine("/perbaikan"), says(done="ya"), {}),
    "password": Post(Batang, "following", mine("/akun"),
                     lambda _: {"fact": COMPANY["penanggung-jawab"]["nik"]}, {"fact": 200},
                     once=True),
    "password by NIP": Post(Babel, "closed", mine("/akun"), says(fact=NIP[0]), {"fact": 200},
                            once=True),
    "password of a holder": Post(Kemenperin, "drafting", lambda walk: f"{_holder(walk)}/akun",
                                 says(fact=NIP[0]), {"fact": 200}, once=True),
    "statement": Post(Melawi, "signing", mine("/pernyataan"),
                      says(way="ketik", name="Dewi Lestari", consent="ya"), {"name": 100}),
    "statement on paper": Post(Melawi, "uploaded", mine("/pernyataan"), says(way="unggah"), {}),
    "survey": Post(Batang, "following", mine("/survei"), says(**SCORES), {}),
    "survey after the end": Post(Babel, "closed", mine("/survei"), says(**SCORES), {}),
    "ask for a copy": Post(Batang, "closed", mine("/data-pribadi"), says(permintaan="akses"), {}),
    "ask for a correction": Post(Batang, "checking", mine("/data-pribadi"),
                                 says(permintaan="perbaikan", uraian="Nama usaha keliru."),
                                 {"uraian": 5000}, several("uraian")),
    "sikap": Post(Batang, "following", mine("/sikap"), says(done="ya"), {}),
}  # fmt: skip
