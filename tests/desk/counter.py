"""The counter: an officer enters a visitor's application, and it goes its usual way."""

from collections.abc import Mapping
from typing import Any, ClassVar

from infra.demo.papers import png
from tests.desk.browser import Answer, program
from tests.desk.officer import Officer
from tests.desk.people import COMPANY
from tests.desk.samples import GUEST, sample
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi


class Clerk(Officer):
    """Works on the only case there is."""

    @property
    def counter(self) -> str:
        return f"{self.seat}/loket"

    @property
    def page(self) -> str:
        return f"{self.counter}/{self.desk.case().id}"

    def open(self, sop: str, **said: str) -> Answer:
        return self.at(self.counter, {"sop": sop, **GUEST, **said})

    def see(self, page: str = "") -> dict[str, Any]:
        return program("GET", self.page + page).view

    def typed(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Every field of the one page, also of what another answer rules out."""
        fields = [field for part in self.see()["parts"] for field in part["fields"]]
        return {field["id"]: sample(field, answers) for field in fields}

    def fill_in(self, answers: Mapping[str, str]) -> Answer:
        return self.at(self.page, self.typed(answers))

    def send_scans(self) -> None:
        for scan in self.see("/dokumen")["scans"]:
            self.desk.arrive(scan["form"]["fields"]["key"], png())

    @property
    def ticks(self) -> dict[str, str]:
        """Every original was seen, and the visitor agrees."""
        brought = self.see("/kirim")["brought"]
        ticked = {f"asli.{document['value']}": "ya" for document in brought}
        return {**ticked, **({"copies": "ya"} if ticked else {}), "consent": "ya"}

    def send(self, **said: str) -> Answer:
        return self.at(f"{self.page}/kirim", {**self.ticks, **said})


class AtCounter(Walk):
    """`works`: the role of whoever is at the counter; `answered`: what the visitor tells them."""

    works: ClassVar[str]
    answered: ClassVar[Mapping[str, str]]

    @property
    def clerk(self) -> Clerk:
        return Clerk(self.desk, self.officer(self.works).address)

    def open(self) -> None:
        assert self.clerk.open(self.sop).status == 303

    def type(self) -> None:
        for _ in range(self.people - 1):
            assert self.clerk.at(f"{self.clerk.page}/pemegang", {"act": "tambah"}).status == 303
        assert self.clerk.fill_in(self.answered).status == 303
        self.clerk.send_scans()

    def send(self) -> None:
        assert self.clerk.send().status == 303


class FaceToFace(AtCounter, Batang):
    """A company whose director came along with the papers."""

    works = "verifikator"
    answered: ClassVar[Mapping[str, str]] = {
        name: value for section in COMPANY.values() for name, value in section.items()
    } | {"cara": "tatap-muka"}

    acts = {
        "registered": AtCounter.open,
        "filled": AtCounter.type,
        "checking": AtCounter.send,
        "approving": lambda w: w.siti.find("sesuai"),
        "following": lambda w: w.siti.approve(),
        "closed": lambda w: w.applicant.do("/sikap", {"done": "ya"}),
    }


class Visitor(AtCounter, Melawi):
    """Somebody who came without having registered."""

    works, answered = "helpdesk", Melawi.usual

    def arrive(self) -> None:
        """By the line that the page holds already; the test's browser reads no several lines."""
        line = {"address": GUEST["address"]}
        assert self.clerk.at(f"{self.clerk.page}/hadir", line).status == 303

    acts = {
        "registered": AtCounter.open,
        "filled": AtCounter.type,
        "visiting": AtCounter.send,
        "receiving": arrive,
        "verifying": lambda w: w.officer("helpdesk").find("lengkap"),
        "approving": lambda w: w.officer("verifikator").find("sesuai"),
        "signing": Melawi.activate,
        "closed": Melawi.sign,
    }


class Delegation(AtCounter, Kemenperin):
    """A unit's messenger, with one letter for three people."""

    works, answered = "tim-pengelola", Kemenperin.usual

    acts = {
        "registered": AtCounter.open,
        "filled": AtCounter.type,
        "at the unit": AtCounter.send,
        **{name: act for name, act in Kemenperin.acts.items()
           if name not in {"registered", "filled", "at the unit", "mending", "receiving again"}},
    }  # fmt: skip


class Messenger(AtCounter, Babel):
    """A civil servant's letter, brought by somebody else."""

    works, answered = "verifikator", Babel.usual

    acts = {
        "registered": AtCounter.open,
        "filled": AtCounter.type,
        "receiving": AtCounter.send,
        "at the bureau": lambda w: w.officer("verifikator").find("lengkap"),
        "at the division": lambda w: w.officer("kepala-biro").dispose(),
        "at the subdivision": lambda w: w.officer("kepala-bagian").dispose(),
        "approving": lambda w: w.officer("kepala-subbag").dispose(),
        "closed": Babel.hand_over,
    }


COUNTERS: tuple[type[AtCounter], ...] = (FaceToFace, Visitor, Messenger, Delegation)
