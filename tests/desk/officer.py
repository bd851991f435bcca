"""An officer of any office, acting by the links in their own mails."""

from collections.abc import Mapping
from typing import Any

from infra.demo.papers import PDF, png
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk

PASSWORD = "Rahasia-Awal-77"


class Officer:
    def __init__(self, desk: Desk, address: str) -> None:
        self.desk, self.address = desk, address
        self.browser = Browser()

    @property
    def task(self) -> str:
        return self.desk.link(self.address, "t")

    @property
    def queue(self) -> str:
        """The officer's queue, by the link that the door sends."""
        self.browser.submit("/petugas", {"email": self.address})
        self.desk.settle()
        return self.desk.link(self.address, "antrean")

    @property
    def queued(self) -> str:
        """The link to a step that no mail leads an officer to: asked for in the queue."""
        self.browser.submit(f"{self.queue}/tugas/{self.desk.case().id}", {})
        self.desk.settle()
        return self.task

    def at(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send the form of one page; all that follows, follows."""
        answer = self.browser.submit(path, fields)
        self.desk.settle()
        return answer

    def do(self, fields: Mapping[str, str]) -> Answer:
        """Send the form of the newest task."""
        return self.at(self.task, fields)

    def look(self, page: str = "") -> dict[str, Any]:
        return program("GET", self.task + page).view

    def verdicts(self, verdict: str = "sesuai") -> dict[str, str]:
        """The same word on everything that the page asks about."""
        return {f"verdict.{name}": verdict for name in self.look()["judged"]}

    def find(self, outcome: str, fields: Mapping[str, str] | None = None) -> Answer:
        """Judge everything as in order but for what `fields` say."""
        seen = {"originals": "ya", "copies": "ya"} if self.look()["originals"] else {}
        return self.do({"outcome": outcome, **self.verdicts(), **seen, **(fields or {})})

    def keep_screenshot(self, content: bytes | None = None) -> None:
        key = self.look()["evidence"]["fields"]["key"]
        self.desk.arrive(key, png() if content is None else content)

    def approve(self, user_id: str = "Wulan.Maju", password: str = PASSWORD) -> Answer:
        return self.do({"outcome": "disetujui", "user_id": user_id, "password": password})

    def dispose(self, **said: str) -> Answer:
        """By the first button, or in the officer's own words."""
        return self.do(said or {"instruction": self.look()["instructions"][0]})

    def pause(self, cause: str = "pejabat", reason: str = "Kepala Biro dinas luar.") -> Answer:
        return self.at(f"{self.task}/jeda", {"act": "jeda", "cause": cause, "reason": reason})

    def resume(self) -> Answer:
        return self.at(f"{self.task}/jeda", {"act": "lanjut"})

    def word(self, outcome: str, text: str = "", message: str = "") -> Answer:
        """Draft, correct or give back the letter; `text` "" leaves it as it is."""
        kept = self.look()["text"]
        return self.do({"outcome": outcome, "text": text or kept, "message": message})

    def upload_letter(self, content: bytes = PDF) -> None:
        """The letter, signed outside."""
        self.desk.arrive(self.look()["form"]["fields"]["key"], content)

    def sign(self) -> Answer:
        self.upload_letter()
        return self.do({"outcome": "ditandatangani"})

    @property
    def seen(self) -> str:
        """What a program names to sign: the hash of the upload on the page."""
        return str(self.look()["sha256"])
