"""Every command of the complainants' room."""

from collections.abc import Mapping

from functions.core.number import status_secret
from tests.desk.complaining import NAMELESS, Accepted, Complaint
from tests.desk.post import Fields, Path, Post, at, says, several
from tests.desk.walk import Walk
from tests.desk.walks import Batang

STORY = 5000
PLACE = "/pengaduan/batang"


def _mine(page: str) -> Path:
    """A page of the complaint that the browser follows."""

    def path(walk: Walk) -> str:
        assert isinstance(walk, Complaint)
        return walk.complainant.page + page

    return path


def _key(walk: Walk) -> Fields:
    number = walk.desk.case().id
    return {"number": number, "secret": status_secret(walk.desk.world.fingerprints, number)}


COMPLAINTS: Mapping[str, Post] = {
    "answer card": Post(Batang, "registered", at(PLACE), says(matter="pengadaan"), {}),
    "complain": Post(Batang, "registered", at(f"{PLACE}/lapor"), lambda _: NAMELESS,
                     {"perihal": 200, "uraian": STORY}, several("uraian")),
    "follow": Post(Complaint, "lodged", at("/pengaduan/ikuti"), _key, {}, looks=True),
    "status of a complaint": Post(Complaint, "lodged", at("/status"), _key, {}, looks=True),
    "message": Post(Complaint, "handling", _mine("/pesan"), says(text="Ada kabar?"),
                    {"text": STORY}, several("text")),
    "discard an attachment": Post(Complaint, "attached", _mine("/dokumen/lampiran/hapus"), says(),
                                  {}),
    "ask to be forgotten": Post(Complaint, "handling", _mine("/data-pribadi"),
                                says(uraian="Sudah tidak perlu."), {"uraian": 5000},
                                several("uraian")),
    "accept": Post(Complaint, "answered", _mine("/tanggapan"), says(outcome="puas"), {}),
    "object": Post(Complaint, "answered", _mine("/tanggapan"),
                   says(outcome="keberatan", reason="Belum selesai."), {"reason": STORY},
                   several("reason")),
    "reopen": Post(Accepted, "closed", _mine("/buka-kembali"), says(reason="Belum selesai."),
                   {"reason": STORY}, several("reason")),
}  # fmt: skip
