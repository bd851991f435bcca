"""A vendor and an officer of Batang, each acting by the links in their own mails."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from infra.demo.client import Client
from infra.demo.inbox import Inbox, until
from infra.demo.papers import png

SOP = "batang-pelaku-usaha"
OFFICE_CALL = "https://rapat.batang.test/loket"
Answers = dict[str, dict[str, str]]


@dataclass
class Vendor:
    client: Client
    inbox: Inbox
    answers: Answers
    link: str = ""
    number: str = ""
    secret: str = ""

    def register(self) -> None:
        """Row 1: an address in, a link out."""
        self.client.post(f"/daftar/{SOP}", email=self.inbox.address)
        self.link = self.inbox.link("Tautan formulir", "/p/")
        view = self.until_kind("apply")
        self.number, self.secret = view["standing"]["number"], view["secret"]

    def fill_in(self, way: str) -> None:
        """Row 2, and the way of row 3."""
        for section, answers in self.answers.items():
            self.client.post(f"{self.link}/data/{section}", **answers)
        self.client.post(f"{self.link}/data/cara", cara=way)

    def send_scans(self) -> None:
        for scan in self.client.view(f"{self.link}/dokumen")["scans"]:
            self.send_scan(scan, png())

    def send_scan(self, scan: dict[str, Any], content: bytes) -> None:
        """Post it where the page's form says, and wait until it was examined."""
        answer = self.client.upload(scan["form"], "pindai.png", content)
        after = answer.headers.get("location", "").split("#")[0]
        query = after.split("?")[1].split("&")[0]

        def examined() -> bool | None:
            scans = self.client.view(f"{self.link}/dokumen?{query}")["scans"]
            mine = next(s for s in scans if s["id"] == scan["id"])
            return True if mine["state"] in {"accepted", "refused"} else None

        until(examined, f"the scan {scan['id']}")

    def submit(self) -> dict[str, Any]:
        """Row 3: the answer is the confirmation."""
        self.client.post(f"{self.link}/kirim", consent="ya")
        return self.client.view(f"{self.link}/terkirim")

    def mend(self, answers: Answers) -> None:
        """Only what was wrong is asked again."""
        self.link = self.inbox.link("perlu dilengkapi", "/p/")
        self.until_kind("complete")
        for section, mended in answers.items():
            self.client.post(f"{self.link}/data/{section}", **mended)
        for scan in self.client.view(f"{self.link}/dokumen")["scans"]:
            self.send_scan(scan, png())
        self.client.post(f"{self.link}/perbaikan", done="ya")

    def read_password(self) -> str:
        self.inbox.link("sudah aktif", "/p/")
        nik = self.answers["penanggung-jawab"]["nik"]
        return str(self.client.post(f"{self.link}/akun", fact=nik)["password"])

    def fill_in_sikap(self) -> None:
        """Row 8."""
        self.link = self.inbox.link("SIKaP", "/p/").removesuffix("/sikap")
        self.until_kind("follow-up")
        self.client.post(f"{self.link}/sikap", done="ya")

    def status(self) -> dict[str, Any]:
        return self.client.post("/status", number=self.number, secret=self.secret)

    def until_kind(self, kind: str) -> dict[str, Any]:
        def there() -> dict[str, Any] | None:
            view = self.client.view(self.link)
            return view if view["kind"] == kind else None

        return until(there, f"case at {kind}")

    def until_done(self, state: str = "Selesai") -> dict[str, Any]:
        def done() -> dict[str, Any] | None:
            status = self.status()
            return status if status["standing"]["state"] == state else None

        return until(done, f"case {state}")


@dataclass
class Verifier:
    client: Client
    inbox: Inbox
    _taken: dict[str, str] = field(default_factory=dict)

    def schedule(self, number: str, days: int = 3) -> None:
        """Row 4."""
        task = self.inbox.link(f"Penjadwalan panggilan video, {number}", "/t/")
        day = (datetime.now(ZoneInfo("Asia/Jakarta")) + timedelta(days=days)).date()
        self.client.post(f"{task}/jadwal", date=day.isoformat(), time="10:00", url=OFFICE_CALL)

    def check_task(self, number: str) -> str:
        return self.inbox.link(f"Verifikasi dokumen, {number}", "/t/")

    def find_in_order(self, number: str) -> None:
        """Row 5, with the evidence that its variant wants."""
        task = self.check_task(number)
        page = self.client.view(task)
        proof = {} if page["remote"] else {"originals": "ya", "copies": "ya"}
        if page["remote"]:
            self._keep_screenshot(task, page["evidence"])
        good = {name: {"verdict": "sesuai"} for name in _judged(page)}
        self.client.post(f"{task}/periksa", outcome="sesuai", findings=good, **proof)

    def return_for(self, number: str, gaps: dict[str, dict[str, str]], message: str) -> None:
        """Row 5, not in order: every gap in one message."""
        task = self.check_task(number)
        good = {name: {"verdict": "sesuai"} for name in _judged(self.client.view(task))}
        findings = {**good, **gaps}
        self.client.post(
            f"{task}/periksa", outcome="belum-lengkap", findings=findings, message=message
        )

    def approve(self, number: str, user_id: str, password: str) -> None:
        """Row 6."""
        task = self.inbox.link(f"aktivasi akun, {number}", "/t/")
        self.client.post(f"{task}/akun", outcome="disetujui", user_id=user_id, password=password)

    def _keep_screenshot(self, task: str, form: dict[str, Any]) -> None:
        self.client.upload(form, "layar.png", png())
        until(lambda: self.client.view(task)["dossier"]["evidence"], "the screenshot")


def _judged(page: dict[str, Any]) -> list[str]:
    dossier = page["dossier"]
    return [p["id"] for p in dossier["papers"]] + [g["id"] for g in dossier["groups"]]
