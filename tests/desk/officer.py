"""An officer of any office, signed in, acting where the links in their own mails point to."""

from collections.abc import Mapping
from typing import Any

from functions.core.links import parse, split
from infra.demo.papers import PDF, png
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk

PASSWORD = "Rahasia-Awal-77"


class Officer:
    def __init__(self, desk: Desk, address: str) -> None:
        self.desk, self.address = desk, address
        self.browser = Browser()

    @property
    def link(self) -> str:
        """The newest to a task in the mailbox."""
        return self.desk.link(self.address, "t")

    @property
    def seat(self) -> str:
        """What goes before a path that the officer, signed in, asks for."""
        return self.desk.seat_of(self.address)

    @property
    def task(self) -> str:
        """Where the newest link points to."""
        link = parse(split(self.link.rsplit("/", 1)[1])[0])
        return f"{self.seat}/tugas/{link.case}.{link.round}"

    @property
    def queue(self) -> str:
        return f"{self.seat}/antrean"

    @property
    def file(self) -> str:
        """The whole of the case."""
        return f"{self.seat}/berkas/{self.desk.case().id}"

    @property
    def queued(self) -> str:
        """A step that no mail leads an officer to: found in the queue."""
        (line,) = program("GET", self.queue).view["lines"]
        return f"{self.seat}/tugas/{line['task']}"

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
        page = self.look()
        seen = {"originals": "ya", "copies": "ya"} if page["originals"] else {}
        seen |= {"consent": "ya"} if page["asks"] else {}
        said = {"outcome": outcome, "confirmed": "ya", **self.verdicts(), **seen}
        return self.do({**said, **(fields or {})})

    def keep_screenshot(self, content: bytes | None = None) -> None:
        key = self.look()["evidence"]["fields"]["key"]
        self.desk.arrive(key, png() if content is None else content)

    def approve(self, user_id: str = "Wulan.Maju", password: str = PASSWORD) -> Answer:
        return self.do({"outcome": "disetujui", "user_id": user_id, "password": password})

    def phone(self, **said: str) -> Answer:
        """Say what came of a call about the case."""
        return self.at(f"{self.file}/telepon", said)

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
