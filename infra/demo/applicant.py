"""An applicant, who acts by the links in their own mails."""

from dataclasses import dataclass
from typing import Any

from functions.core.sop import Sop
from infra.demo.client import Client
from infra.demo.inbox import Inbox, until
from infra.demo.papers import png
from infra.demo.story import Fields, Story, Turn

EXAMINED = {"accepted", "refused"}


@dataclass
class Applicant:
    """`story` is retold: its numbers are this applicant's own."""

    client: Client
    inbox: Inbox
    story: Story
    link: str = ""
    number: str = ""
    secret: str = ""

    @property
    def sop(self) -> Sop:
        return self.story.service

    def register(self) -> None:
        """An address in, a link out."""
        self.client.post(f"/daftar/{self.sop.id}", email=self.inbox.address)
        self.link = self.inbox.link("Tautan formulir", "/p/")
        view = self.client.view(self.link)
        self.number, self.secret = view["standing"]["number"], view["secret"]

    def act(self, kind: str, turn: Turn) -> None:
        """Do what a step of this kind asks."""
        acts = {
            "apply": self.apply,
            "visit": self.sign_guest_book,
            "complete": self.mend,
            "statement": self.sign,
            "follow-up": self.confirm,
        }
        acts[kind](turn)

    def apply(self, turn: Turn) -> None:
        self.fill_in()
        self.send_scans()
        self.client.post(f"{self.link}/kirim", consent="ya")

    def fill_in(self) -> None:
        for _ in self.story.holders[1:]:
            self.client.post(f"{self.link}/pemegang", act="tambah")
        for section, answers in {**self.story.answers, **self._people()}.items():
            self.client.post(f"{self.link}/data/{section}", **answers)

    def _people(self) -> dict[str, Fields]:
        """The section of each account holder."""
        if not self.story.holders:
            return {}
        ids = [p["id"] for p in self.client.view(f"{self.link}/pemegang")["people"]]
        return {
            id_: {f"{name}.{id_}": value for name, value in person.items()}
            for id_, person in zip(ids, self.story.holders, strict=True)
        }

    def send_scans(self) -> None:
        for scan in self.scans():
            self.send_scan(scan, self._paper(scan))

    def scans(self, query: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.client.view(f"{self.link}/dokumen{query}")["scans"]
        return found

    def send_scan(self, scan: dict[str, Any], content: bytes) -> None:
        """Post it where the page's form says, and wait until it was examined."""
        answer = self.client.upload(scan["form"], "pindai", content)
        after = answer.headers.get("location", "").split("#")[0]
        query = "?" + after.split("?")[1].split("&")[0]

        def examined() -> bool | None:
            mine = next(s for s in self.scans(query) if s["id"] == scan["id"])
            return mine["state"] in EXAMINED or None

        until(examined, f"the scan {scan['id']}")

    def _paper(self, scan: dict[str, Any]) -> bytes:
        """The form that Loket filled in, printed and scanned; else a picture of some paper."""
        if scan["filled"]:
            return self.client.file(f"{self.link}/formulir/{scan['id']}")
        return png()

    def sign_guest_book(self, turn: Turn) -> None:
        """On the visitor's own telephone, by the code on the receipt."""
        receipt = self.client.view(f"{self.link}/tanda-terima")
        proof = {"number": self.number, "secret": receipt["secret"]}
        self.client.post(receipt["address"], **proof, **self.story.guest)

    def mend(self, turn: Turn) -> None:
        """Only what was wrong is asked again."""
        self.link = self.inbox.link("perlu dilengkapi", "/p/")
        for section, answers in turn.answers.items():
            self.client.post(f"{self.link}/data/{section}", **answers)
        self.send_scans()
        self.client.post(f"{self.link}/perbaikan", done="ya")

    def sign(self, turn: Turn) -> None:
        page = self.inbox.link("surat pernyataan", "/p/")
        if turn.way == "unggah":
            self._upload_signed(page)
            self.client.post(page, way="unggah")
        else:
            self.client.post(page, way="ketik", name=self.story.signature, consent="ya")

    def _upload_signed(self, page: str) -> None:
        signed = self.client.file(f"{page}/pdf") + b"% signed by hand\n"
        self.client.upload(self.client.view(page)["form"], "pernyataan.pdf", signed)
        until(lambda: self.client.view(page)["uploaded"] or None, "the signed statement")

    def confirm(self, turn: Turn) -> None:
        self.client.post(self.inbox.link("SIKaP", "/p/"), done="ya")

    def status(self) -> dict[str, Any]:
        return self.client.post("/status", number=self.number, secret=self.secret)

    def read_password(self) -> str:
        return opened(self.client, self.inbox, "/p/", self.story.given[self.sop.second_fact])


def opened(client: Client, inbox: Inbox, door: str, fact: str) -> str:
    """The initial password, by the mail that an account's holder got and what they know."""
    link = inbox.link("sudah aktif", door)
    return str(client.post(link, fact=fact)["password"])
