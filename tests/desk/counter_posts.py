"""Every command of the counter."""

from collections.abc import Callable, Mapping

from tests.desk.counter import AtCounter, Clerk, Delegation, FaceToFace, Visitor
from tests.desk.office import SITI
from tests.desk.people import SOP
from tests.desk.post import Good, Path, Post, says, several
from tests.desk.samples import GUEST
from tests.desk.walk import Walk
from tests.desk.walks import Batang

LINE = {"name": 200, "company": 200, "address": 500, "phone": 15, "email": 200, "purpose": 200}
NEW = {**GUEST, "email": "baru@maju.co.id"}


def _clerk(walk: Walk) -> Clerk:
    assert isinstance(walk, AtCounter)
    return walk.clerk


def _page(page: str) -> Path:
    return lambda walk: _clerk(walk).page + page


def _ready(fields: Callable[[Clerk], Mapping[str, str]]) -> Good:
    return lambda walk: fields(_clerk(walk))


def _start(walk: Walk) -> str:
    return Clerk(walk.desk, SITI.email).counter


COUNTER: Mapping[str, Post] = {
    "open at the counter": Post(Batang, "registered", _start, says(sop=SOP, **NEW), LINE,
                                several("address")),
    "enter from paper": Post(Batang, "registered", _start,
                             says(sop=SOP, date="2026-03-06", time="10:00", **NEW), {}),
    "form at the counter": Post(FaceToFace, "registered", _page(""),
                                _ready(lambda clerk: clerk.typed(FaceToFace.answered)),
                                {"nama-usaha": 200, "alamat": 500}, several("alamat")),
    "one more at the counter": Post(Delegation, "registered", _page("/pemegang"),
                                    says(act="tambah"), {}),
    "one less at the counter": Post(Delegation, "filled", _page("/pemegang"),
                                    says(act="hapus", holder="h2"), {}),
    "discard at the counter": Post(Delegation, "filled", _page("/dokumen/sk-ppk.h1/hapus"),
                                   says(), {}),
    "send at the counter": Post(FaceToFace, "filled", _page("/kirim"),
                                _ready(lambda clerk: clerk.ticks), {}),
    "arrival at the counter": Post(Visitor, "visiting", _page("/hadir"), lambda _: GUEST, LINE,
                                   several("address")),
}  # fmt: skip
