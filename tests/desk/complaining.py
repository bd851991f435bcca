"""Somebody complains and follows it; and the walks of the SOP by which complaints are heard."""

from collections.abc import Mapping
from typing import Any

from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.facts import Actor
from functions.core.kinds import ANSWERED
from functions.sops import hearing, sop_of
from functions.web.following import HOME, ticket
from infra.demo.papers import png
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.walk import Walk

OPEN = {"jenis": "pengaduan", "perihal": "Loket tutup sebelum waktunya",
        "uraian": "Hari Senin pukul 14 loket sudah tutup.\nTidak ada pengumuman.", "nomor": "",
        "terlapor": "layanan", "nama-terlapor": "", "identitas": "terbuka", "nama": "Ratna Sari",
        "surel": "ratna@warga.test", "telepon": "081298765432", "kuasa": ""}  # fmt: skip
NAMELESS = {**OPEN, "identitas": "anonim", "nama": "", "surel": "", "telepon": ""}
ANSWER = "Terima kasih. Jam layanan sekarang dipasang di pintu.\nKami mohon maaf."
OBJECTION = "Loket masih tutup lebih awal."


class Complainant:
    """`answers`: what the form is filled in with."""

    def __init__(self, desk: Desk, office: str, answers: Mapping[str, str] = NAMELESS) -> None:
        self.desk, self.office, self.answers = desk, office, answers
        self.browser = Browser()

    @property
    def form(self) -> str:
        return f"/pengaduan/{self.office}/lapor"

    @property
    def seat(self) -> str:
        """What goes before a path that whoever follows the only case asks for."""
        return seat_of(self.desk, self.desk.case())

    @property
    def page(self) -> str:
        return f"{self.seat}{HOME}"

    def lodge(self) -> Answer:
        answer = self.browser.submit(self.form, self.answers)
        self.desk.settle()
        return answer

    def look(self, page: str = "") -> dict[str, Any]:
        return program("GET", self.page + page).view

    def do(self, page: str, fields: Mapping[str, str]) -> Answer:
        answer = self.browser.submit(self.page + page, fields)
        self.desk.settle()
        return answer

    def attach(self, content: bytes | None = None) -> None:
        (scan,) = self.look("/dokumen")["scans"]
        self.desk.arrive(scan["form"]["fields"]["key"], png() if content is None else content)

    def object(self) -> Answer:
        return self.do("/tanggapan", {"outcome": "keberatan", "reason": OBJECTION})

    def accept(self) -> Answer:
        return self.do("/tanggapan", {"outcome": "puas"})


def seat_of(desk: Desk, case: Case) -> str:
    """The cookie of whoever follows the case, in front of a path."""
    world = desk.world
    return f"{ticket(world.fingerprints, world.epoch, case.id, desk.now).value}@"


class Complaint(Walk):
    """One that is answered, objected to, and decided by the head."""

    sop, office = hearing("batang").id, "batang"

    def __init__(self, desk: Desk, answers: Mapping[str, str] = NAMELESS) -> None:
        self.desk = desk
        self.complainant = Complainant(desk, self.office, answers)

    def decide(self, outcome: str, **brought: Any) -> None:
        """Whoever has the complaint decides; the pages for it are the officers' room's own."""
        case, now = self.desk.case(), self.desk.now
        sop = sop_of(case)
        role = sop.step(case.here.id).by
        (first, *_) = self.desk.holders(self.office, role)
        by = Actor(first.id, role)
        change(self.desk.world.cases, case.id,
               lambda c: c.decide(sop, by, outcome, now, **brought))  # fmt: skip
        self.desk.settle()

    def answer(self, outcome: str = ANSWERED, text: str = ANSWER) -> None:
        case = self.desk.case()
        said = Said(self.desk.now, "siti", "Siti Rahmawati", text, outcome)
        handler = {"handler": case.here.id} if outcome == ANSWERED else {}
        self.decide(outcome, messages=case.said(said), **handler)

    def say(self, text: str) -> None:
        """An officer writes."""
        said, now = Said(self.desk.now, "siti", "Siti Rahmawati", text), self.desk.now
        by = Actor("siti", "verifikator")
        change(self.desk.world.cases, self.desk.case().id, lambda c: c.say(said, by, now))
        self.desk.settle()

    acts = {
        "lodged": lambda w: w.complainant.lodge(),
        "handling": lambda w: w.decide("ditangani", grade="ringan"),
        "attached": lambda w: w.complainant.attach(),
        "answered": answer,
        "objected": lambda w: w.complainant.object(),
        "closed": lambda w: w.answer("diputus", "Jawaban diperbaiki."),
    }


class Accepted(Complaint):
    """One whose answer is taken, and that is taken up once more."""

    def reopen(self) -> None:
        assert self.complainant.do("/buka-kembali", {"reason": "Belum berubah."}).status == 303

    acts = {
        **{name: act for name, act in Complaint.acts.items() if name not in {"objected", "closed"}},
        "closed": lambda w: w.complainant.accept(),
        "reopened": reopen,
    }


COMPLAINTS: tuple[type[Complaint], ...] = (Complaint, Accepted)
