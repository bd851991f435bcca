"""An applicant of any SOP, acting by the forms behind the links in their own mails."""

from collections.abc import Mapping
from typing import Any

from infra.demo.papers import png
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.samples import sample

WULAN = "wulan@maju.co.id"


class Applicant:
    """`answers`: by field; what they do not say is answered by the field's type."""

    def __init__(
        self, desk: Desk, sop: str, answers: Mapping[str, str], address: str = WULAN
    ) -> None:
        self.desk, self.sop, self.known, self.address = desk, sop, answers, address
        self.browser = Browser()

    @property
    def link(self) -> str:
        return self.desk.link(self.address, "p")

    @property
    def number(self) -> str:
        return str(self.look()["standing"]["number"])

    def look(self, page: str = "") -> dict[str, Any]:
        return program("GET", self.link + page).view

    def do(self, page: str, fields: Mapping[str, str]) -> Answer:
        """Send the form of one page of the applicant's link; all that follows, follows."""
        answer = self.browser.submit(self.link + page, fields)
        self.desk.settle()
        return answer

    def register(self) -> Answer:
        answer = self.browser.submit(f"/daftar/{self.sop}", {"email": self.address})
        self.desk.settle()
        return answer

    def invite(self, people: int) -> None:
        """Ask accounts for so many people more than one."""
        for _ in range(people - 1):
            assert self.do("/pemegang", {"act": "tambah"}).status == 303

    def fill_in(self, way: str = "") -> None:
        """Every section that the task list shows; by `way`, where there are several."""
        self.known = {**self.known, "cara": way} if way else self.known
        for task in self.look()["tasks"]:
            if task["href"] and "/data/" in task["href"]:
                self.answer(f"/data/{task['href'].split('/')[-1]}")

    def answer(self, page: str) -> None:
        asked = self.look(page)["fields"]
        assert self.do(page, {f["id"]: sample(f, self.known) for f in asked}).status == 303

    def send_scans(self, content: bytes | None = None) -> None:
        """Everything that the page of documents asks for."""
        for scan in self.look("/dokumen")["scans"]:
            self.desk.arrive(scan["form"]["fields"]["key"], png() if content is None else content)

    def submit(self) -> Answer:
        return self.do("/kirim", {"consent": "ya"})

    def mend(self) -> None:
        """Answer and send anew whatever was found wrong."""
        for gap in self.look("/perbaikan")["gaps"]:
            if "/data/" in (gap["href"] or ""):
                self.answer(f"/data/{gap['href'].split('/')[-1]}")
        if any("/dokumen" in (gap["href"] or "") for gap in self.look("/perbaikan")["gaps"]):
            self.send_scans()
        assert self.do("/perbaikan", {"done": "ya"}).status == 303

    def upload_statement(self, content: bytes | None = None) -> None:
        key = self.look("/pernyataan")["form"]["fields"]["key"]
        self.desk.arrive(key, png() if content is None else content)

    @property
    def rows(self) -> dict[int, str]:
        """The state of each row of the paper."""
        return {entry["no"]: entry["state"] for entry in self.look()["timeline"]}
