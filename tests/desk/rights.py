"""A vendor of Batang asks about the data on them, once the application has ended."""

from typing import Any, ClassVar

from tests.desk.browser import Answer, program
from tests.desk.office import STAFF
from tests.desk.officer import Officer
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


class CorrectionDeclined(Declined, Correction):
    """So is a correction."""


class ErasureDeclined(Declined, TooEarly):
    """And an erasure."""
