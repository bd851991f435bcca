"""Somebody asks about the data on them, once an application of Batang has ended: by its link, or
before an officer who has seen who they are."""

from collections.abc import Mapping
from typing import Any, ClassVar

from tests.desk.browser import Answer, program
from tests.desk.office import STAFF
from tests.desk.officer import Officer
from tests.desk.people import COMPANY
from tests.desk.walk import Acts
from tests.desk.walks import Batang

NANDA = STAFF["nanda"]
RIGHT = {"value.nama-usaha": "CV Contoh Makmur"}
NO = {"outcome": "ditolak", "message": "Identitas tidak cocok.", "confirmed": "ya"}


class OwnData(Batang):
    """`asks`: what is asked for, `why`: in the person's words."""

    asks: ClassVar[str] = "akses"
    why: ClassVar[str] = ""

    def ask(self) -> None:
        """The link that was shown is the application's; the next ones are the request's."""
        self.mine, self.number = self.applicant.link, self.desk.case().id
        said = {"permintaan": self.asks, "uraian": self.why}
        assert self.applicant.do("/data-pribadi", said).status == 303

    @property
    def nanda(self) -> Officer:
        """Who answers such requests."""
        return Officer(self.desk, NANDA.email)

    @property
    def about(self) -> Any:
        return self.desk.world.cases.get(self.number)

    @property
    def request(self) -> Any:
        (number,) = self.desk.world.cases.snapshots.keys() - {self.number}
        return self.desk.world.cases.get(number)

    def page(self, path: str = "") -> dict[str, Any]:
        """A page behind the application's own link."""
        return program("GET", f"{self.mine}{path}").view

    def grant(self, **said: str) -> Answer:
        return self.nanda.do({"outcome": "dipenuhi", **said})

    def decline(self) -> Answer:
        return self.nanda.do(NO)

    acts: ClassVar[Acts] = {**Batang.acts, "asked": ask, "met": grant}


def _until(stage: str) -> Acts:
    """What Batang does until its case has come to `stage`."""
    names = list(Batang.acts)
    return {name: Batang.acts[name] for name in names[: names.index(stage) + 1]}


ASKING = {"asked": OwnData.ask, "met": OwnData.grant}


class Running(OwnData):
    """While the application is still being checked."""

    acts = {**_until("checking"), **ASKING}


class Refused(OwnData):
    """After the application was refused."""

    def refuse(self) -> None:
        self.siti.find("ditolak", {"message": "Palsu.", "confirmed": "ya"})

    acts = {**_until("checking"), "closed": refuse, **ASKING}


class Correction(OwnData):
    asks, why = "perbaikan", "Nama usaha keliru, yang benar CV Contoh Makmur."
    acts = {**OwnData.acts, "met": lambda w: w.grant(**RIGHT)}


class Erasure(Refused):
    asks, why = "hapus", "Usaha sudah tutup."


class TooEarly(OwnData):
    """What was done has to be kept for the archive."""

    asks, why = "hapus", "Usaha sudah tutup."


class Declined(OwnData):
    """A copy is refused."""

    acts = {**Batang.acts, "asked": OwnData.ask, "declined": OwnData.decline}


DIRECTOR = "direktur@pribadi.test"
TOLD = {"permintaan": "akses", "uraian": "", "nama": COMPANY["penanggung-jawab"]["nama"],
        "nik": "", "dokumen-identitas": "ktp", "surel": DIRECTOR, "selaku": "disebut"}  # fmt: skip


class InPerson(OwnData):
    """The director of the company, who has no link; an officer of the counter writes it down."""

    says: ClassVar[Mapping[str, str]] = {}

    @property
    def entry(self) -> str:
        return f"{self.siti.seat}/loket/data-pribadi"

    @property
    def mailbox(self) -> str:
        return {**TOLD, **self.says}["surel"]

    def enter(self) -> None:
        self.mine, self.number = self.applicant.link, self.desk.case().id
        answer = self.siti.at(self.entry, {**TOLD, "nomor": self.number, **self.says})
        assert answer.status == 303, answer.body

    def tick(self, *names: str) -> dict[str, str]:
        return {f"part.{self.number}.{name}": "ya" for name in names}

    def meet(self, *names: str) -> None:
        ticked = self.tick(*(names or ("penanggung-jawab", "ktp-direksi")))
        assert self.grant(**ticked).status == 303

    @property
    def link(self) -> str:
        """The request's own, in the mailbox that the person named."""
        return self.desk.link(self.mailbox, "p")

    def copies(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = program("GET", f"{self.link}/salinan").view["copies"]
        return found

    acts: ClassVar[Acts] = {**Batang.acts, "asked": enter, "met": meet}


class OfRefused(InPerson):
    """The director of a company whose application was refused."""

    acts: ClassVar[Acts] = {
        **_until("checking"), "closed": Refused.refuse, "asked": InPerson.enter
    }  # fmt: skip


class WhileOpen(InPerson):
    """While the application is still being checked."""

    acts: ClassVar[Acts] = {**Running.acts, "asked": InPerson.enter, "met": InPerson.meet}


class Lost(InPerson):
    """The applicant, who has lost the link and the mailbox."""

    says: ClassVar = {"selaku": "sendiri", "surel": "wulan@baru.co.id"}
    acts: ClassVar[Acts] = {**InPerson.acts, "met": OwnData.grant}


class CorrectionDeclined(Declined, Correction):
    """So is a correction."""


class ErasureDeclined(Declined, TooEarly):
    """And an erasure."""
