"""The cast of Batang: a vendor and a verifier."""

from collections.abc import Mapping

from tests.desk.applicant import WULAN, Applicant
from tests.desk.browser import Answer
from tests.desk.memory import lead
from tests.desk.office import SITI, Desk
from tests.desk.officer import PASSWORD, Officer
from tests.desk.samples import COMPANY, TRADER

SOP = "batang-pelaku-usaha"
SERVICE = f"/daftar/{SOP}"
CALL = "https://rapat.batang.test/loket"
Answers = Mapping[str, Mapping[str, str]]


class Vendor(Applicant):
    """`answers`: by section and field."""

    def __init__(self, desk: Desk, address: str = WULAN, answers: Answers = TRADER) -> None:
        self.answers = answers
        super().__init__(desk, SOP, _flat(answers), address)

    def apply(self, way: str = "tatap-muka") -> "Vendor":
        """Rows 1 to 3."""
        lead(self, {f"apply {way}": lambda vendor: vendor._apply(way)})
        return self

    def _apply(self, way: str) -> None:
        self.register()
        self.fill_in(way)
        if way == "daring":
            self.send_scans()
        assert self.submit().status == 303


class Verifier(Officer):
    def __init__(self, desk: Desk, address: str = SITI.email) -> None:
        super().__init__(desk, address)

    def schedule(self, date: str = "2026-03-12", time: str = "10:00", url: str = CALL) -> Answer:
        return self.do({"date": date, "time": time, "url": url})


def _flat(answers: Answers) -> dict[str, str]:
    return {name: value for section in answers.values() for name, value in section.items()}


__all__ = [
    "CALL",
    "COMPANY",
    "PASSWORD",
    "SERVICE",
    "SOP",
    "TRADER",
    "WULAN",
    "Vendor",
    "Verifier",
]
