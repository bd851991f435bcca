"""Every command that the two rooms accept: at which stage, and with what it would succeed."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from functions.register.room import secret_of
from tests.desk.office import SITI, Desk
from tests.desk.people import CALL, COMPANY, PASSWORD, SERVICE, Vendor, Verifier
from tests.desk.stages import follow_up_task, queue_of, reach

Fields = Mapping[str, str]


@dataclass(frozen=True)
class Post:
    """`free`: the fields that hold a person's own words, with how long they may be;
    `lines`: those of them that may have several lines."""

    stage: str
    path: Callable[[Desk, Vendor, Verifier], str]
    good: Callable[[Desk, Vendor, Verifier], Fields]
    free: Mapping[str, int]
    lines: frozenset[str] = frozenset()


def _p(page: str) -> Callable[[Desk, Vendor, Verifier], str]:
    return lambda desk, vendor, siti: vendor.link + page


def _t(page: str) -> Callable[[Desk, Vendor, Verifier], str]:
    return lambda desk, vendor, siti: siti.task + page


def _same(**fields: str) -> Callable[[Desk, Vendor, Verifier], Fields]:
    return lambda desk, vendor, siti: fields


def _verdicts(**more: str) -> Callable[[Desk, Vendor, Verifier], Fields]:
    return lambda desk, vendor, siti: {**siti.verdicts(), **more}


POSTS: Mapping[str, Post] = {
    "register": Post("registered", lambda *_: SERVICE, _same(email="baru@maju.co.id"),
                     {"email": 254}),
    "status": Post("registered", lambda *_: "/status",
                   lambda desk, *_: {"number": desk.case().id, "secret": secret_of(desk.case().id)},
                   {}),
    "section": Post("registered", _p("/data/usaha"), lambda *_: COMPANY["usaha"],
                    {"nama-usaha": 200, "alamat": 500}, frozenset({"alamat"})),
    "submit": Post("filled", _p("/kirim"), _same(consent="ya"), {}),
    "wish": Post("checking", _p("/jadwal-ulang"), _same(wish="Selasa pagi"), {"wish": 300},
                 frozenset({"wish"})),
    "mend": Post("mending", _p("/perbaikan"), _same(done="ya"), {}),
    "password": Post("following", _p("/akun"),
                     lambda *_: {"fact": COMPANY["penanggung-jawab"]["nik"]}, {"fact": 200}),
    "sikap": Post("following", _p("/sikap"), _same(done="ya"), {}),
    "door": Post("scheduling", lambda *_: "/petugas", _same(email=SITI.email), {"email": 254}),
    "ask-task": Post("scheduling",
                     lambda desk, vendor, siti: f"{queue_of(desk, siti)}/tugas/{desk.case().id}",
                     _same(), {}),
    "schedule": Post("scheduling", _t("/jadwal"),
                     _same(date="2026-03-12", time="10:00", url=CALL), {"url": 500}),
    "return": Post("checking", _t("/periksa"),
                   lambda desk, vendor, siti: {
                       "outcome": "belum-lengkap", **siti.verdicts("tidak-jelas"),
                       "note.pajak": "Buram.", "message": "Mohon diganti."},
                   {"note.pajak": 300, "message": 1000}, frozenset({"note.pajak", "message"})),
    "refuse": Post("checking", _t("/periksa"), _verdicts(outcome="ditolak", message="Palsu."),
                   {"message": 1000}, frozenset({"message"})),
    "approve": Post("approving", _t("/akun"),
                    _same(outcome="disetujui", user_id="maju", password=PASSWORD),
                    {"user_id": 60, "password": 100}),
    "disapprove": Post("approving", _t("/akun"), _same(outcome="ditolak", message="Palsu."),
                       {"message": 1000}, frozenset({"message"})),
    "close": Post("following",
                  lambda desk, vendor, siti: f"{follow_up_task(desk, siti)}/tindak-lanjut",
                  _same(reason="Tidak menjawab."), {"reason": 1000}, frozenset({"reason"})),
    "reissue": Post("following",
                    lambda desk, vendor, siti: f"{follow_up_task(desk, siti)}/sandi",
                    _same(password="Baru-Sekali-88"), {"password": 100}),
}  # fmt: skip


class Ready:
    """A case brought to where the command `name` may be given, by a browser of its own."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk, self.name, self.post = desk, name, POSTS[name]
        vendor, siti = reach(desk, self.post.stage)
        if name == "mend":
            vendor.send_scans()
            vendor.do("/data/pajak", COMPANY["pajak"])
        self.path = self.post.path(desk, vendor, siti)
        self.good = dict(self.post.good(desk, vendor, siti))
        desk.settle()
        self.before = desk.state()
        self._tables = [(table, deepcopy(table)) for table in self._written()]

    def _written(self) -> list[dict[Any, Any]]:
        cases = self.desk.world.cases
        return [cases.snapshots, cases.events, cases.claims, cases.outbox.entries]

    def undo(self) -> None:
        """Take back what a command wrote, before anything followed from it."""
        for table, before in self._tables:
            table.clear()
            table.update(deepcopy(before))
        assert self.desk.state() == self.before

    def untouched(self) -> bool:
        """Nothing was stored, nothing sent, nothing started."""
        self.desk.settle()
        return self.desk.state() == self.before
