"""A vendor and an officer, acting by the forms behind the links in their own mails."""

from collections.abc import Mapping
from typing import Any

from infra.demo.papers import company, png, sole_trader
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import SITI, Desk

SERVICE = "/daftar/batang-pelaku-usaha"
WULAN = "wulan@maju.co.id"
CALL = "https://rapat.batang.test/loket"
PASSWORD = "Rahasia-Awal-77"
TRADER, COMPANY = sole_trader(1), company(2)
Answers = Mapping[str, Mapping[str, str]]


class Vendor:
    def __init__(self, desk: Desk, address: str = WULAN, answers: Answers = TRADER) -> None:
        self.desk, self.address, self.answers = desk, address, answers
        self.browser = Browser()

    @property
    def link(self) -> str:
        return self.desk.link(self.address, "p")

    def do(self, page: str, fields: Mapping[str, str]) -> Answer:
        """Send the form of one page of the vendor's link; all that follows, follows."""
        answer = self.browser.submit(self.link + page, fields)
        self.desk.settle()
        return answer

    def register(self) -> Answer:
        answer = self.browser.submit(SERVICE, {"email": self.address})
        self.desk.settle()
        return answer

    def fill_in(self, way: str) -> None:
        for section, answers in self.answers.items():
            assert self.do(f"/data/{section}", answers).status == 303
        assert self.do("/data/cara", {"cara": way}).status == 303

    def send_scans(self, content: bytes | None = None) -> None:
        """Everything that the page of documents asks for."""
        for scan in program("GET", f"{self.link}/dokumen").view["scans"]:
            self.desk.arrive(scan["form"]["fields"]["key"], png() if content is None else content)

    def submit(self) -> Answer:
        return self.do("/kirim", {"consent": "ya"})

    def apply(self, way: str = "tatap-muka") -> "Vendor":
        """Rows 1 to 3."""
        self.register()
        self.fill_in(way)
        if way == "daring":
            self.send_scans()
        assert self.submit().status == 303
        return self

    @property
    def number(self) -> str:
        return str(program("GET", self.link).view["standing"]["number"])


class Verifier:
    def __init__(self, desk: Desk, address: str = SITI.email) -> None:
        self.desk, self.address = desk, address
        self.browser = Browser()

    @property
    def task(self) -> str:
        return self.desk.link(self.address, "t")

    def do(self, fields: Mapping[str, str]) -> Answer:
        """Send the form of the newest task; all that follows, follows."""
        answer = self.browser.submit(self.task, fields)
        self.desk.settle()
        return answer

    def look(self) -> dict[str, Any]:
        return program("GET", self.task).view

    def verdicts(self, verdict: str = "sesuai") -> dict[str, str]:
        """The same word on everything that the page asks about."""
        dossier = self.look()["dossier"]
        names = [thing["id"] for thing in (*dossier["papers"], *dossier["groups"])]
        return {f"verdict.{name}": verdict for name in names}

    def schedule(self, date: str = "2026-03-12", time: str = "10:00", url: str = CALL) -> Answer:
        return self.do({"date": date, "time": time, "url": url})

    def find(self, outcome: str, fields: Mapping[str, str] | None = None) -> Answer:
        """Judge everything as in order but for what `fields` say."""
        seen = {"originals": "ya", "copies": "ya"} if not self.look()["remote"] else {}
        return self.do({"outcome": outcome, **self.verdicts(), **seen, **(fields or {})})

    def keep_screenshot(self, content: bytes | None = None) -> None:
        self.desk.arrive(
            self.look()["evidence"]["fields"]["key"], png() if content is None else content
        )

    def approve(self, user_id: str = "Wulan.Maju", password: str = PASSWORD) -> Answer:
        return self.do({"outcome": "disetujui", "user_id": user_id, "password": password})
