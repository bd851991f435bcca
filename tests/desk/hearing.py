"""A complaint on its way: an officer writes it down, others judge and answer it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, ClassVar

from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.facts import Actor
from functions.sops import sop_of
from infra.demo.papers import png
from tests.desk.browser import Answer, program
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.walk import Walk

DESK, CHIEF = "pejabat-pengaduan", "pimpinan"
ANSWER = "Kami sudah memeriksanya; antrean kini dipanggil berurutan."
RULING = "Jawaban itu kami ubah: loket dibuka sampai pukul 15.00."
WHO = {"nama": "Ratna Pelapor", "surel": "ratna@warga.test", "telepon": "081299990000",
       "kuasa": "Karang Taruna"}  # fmt: skip
STORY: Mapping[str, str] = {
    "jenis": "pengaduan", "perihal": "Antrean loket", "uraian": "Saya menunggu tiga jam.",
    "nomor": "", "terlapor": "layanan", "nama-terlapor": "", "identitas": "terbuka", **WHO,
}  # fmt: skip


class Listener(Officer):
    """Writes complaints down."""

    @property
    def entry(self) -> str:
        return f"{self.seat}/loket/pengaduan"

    def hear(self, **said: str) -> Answer:
        return self.at(self.entry, {"channel": "telepon", **STORY, **said})

    def weigh(self, outcome: str, **said: str) -> Answer:
        return self.do({"outcome": outcome, "confirmed": "ya", **said})

    def answer(self, text: str = ANSWER) -> Answer:
        return self.do({"outcome": "dijawab", "text": text, "confirmed": "ya"})

    def rule(self, text: str = RULING) -> Answer:
        return self.do({"outcome": "diputus", "text": text, "confirmed": "ya"})

    def say(self, text: str) -> Answer:
        return self.at(f"{self.task}/pesan", {"text": text})


class Complainant:
    """Whoever complains, by the verbs of the case alone: their pages have tests of their own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def object(self, text: str = "Tetap tidak adil.") -> None:
        self._respond("keberatan", text)

    def accept(self) -> None:
        self._respond("puas", "")

    def say(self, text: str) -> None:
        self._act(lambda case: case.say(self._said(text), self._actor(case), self.desk.now))

    def reopen(self, text: str = "Terjadi lagi.") -> None:
        now = self.desk.now

        def verb(case: Case) -> Case:
            opened = case.reopen(sop_of(case), now + timedelta(days=1), now)
            return opened.say(self._said(text), self._actor(case), now)

        self._act(verb)

    def _respond(self, outcome: str, text: str) -> None:
        now = self.desk.now

        def verb(case: Case) -> Case:
            said = {"messages": case.said(self._said(text, outcome))} if text else {}
            objected = outcome == "keberatan"
            return case.decide(
                sop_of(case), self._actor(case), outcome, now, objected=objected, **said
            )

        self._act(verb)

    def _said(self, text: str, outcome: str = "") -> Said:
        return Said(self.desk.now, "", WHO["nama"], text, outcome)

    def _actor(self, case: Case) -> Actor:
        role = sop_of(case).applicant
        return Actor(role, role)

    def _act(self, verb: Any) -> None:
        change(self.desk.world.cases, self.desk.case().id, verb)
        self.desk.settle()


class Heard(Walk):
    """By telephone, in the open, about no one person; answered, objected to, ruled on."""

    sop, office = "pengaduan-layanan", "batang"
    told: ClassVar[Mapping[str, str]] = {}

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.complainant = Complainant(desk)

    @property
    def listener(self) -> Listener:
        """Whoever is at the counter."""
        return Listener(self.desk, SITI.email)

    @property
    def yuni(self) -> Listener:
        return Listener(self.desk, STAFF["yuni"].email)

    @property
    def chief(self) -> Listener:
        return Listener(self.desk, STAFF["wahyu"].email)

    def open(self) -> None:
        answer = self.listener.hear(**self.told)
        assert answer.status == 303, answer.body

    def attach(self, content: bytes | None = None) -> None:
        page = program("GET", f"{self.listener.entry}/{self.desk.case().id}/dokumen").view
        (scan,) = page["scans"]
        self.desk.arrive(scan["form"]["fields"]["key"], png() if content is None else content)

    acts = {
        "weighing": open,
        "attached": attach,
        "answering": lambda w: w.yuni.weigh("ditangani", grade="normatif"),
        "said": lambda w: w.yuni.say("Hari apa itu terjadi?"),
        "responding": lambda w: w.yuni.answer(),
        "ruling": lambda w: w.complainant.object(),
        "closed": lambda w: w.chief.rule(),
    }


class HeardInSecret(Heard):
    """No officer may learn who complains."""

    told: ClassVar[Mapping[str, str]] = {"identitas": "rahasia"}


class HeardAbove(Heard):
    """About the usual desk: it goes to the head at once."""

    told: ClassVar[Mapping[str, str]] = {"terlapor": "pejabat"}

    acts = {
        "weighing above": Heard.open,
        "answering above": lambda w: w.chief.weigh("ditangani", grade="berat"),
        "responding": lambda w: w.chief.answer(),
        "closed": lambda w: w.complainant.accept(),
    }


HEARINGS: tuple[type[Heard], ...] = (Heard, HeardInSecret, HeardAbove)
