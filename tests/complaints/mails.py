"""Mails as programs really send them, and the desk that they come to."""

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from functions.complaints import inbound
from tests.desk.office import Desk

RAHMA = "rahma.wulandari@contoh.test"
TO = "pengaduan@lpse-batang.test"
PDF, PNG = b"%PDF-1.7\n%...", b"\x89PNG\r\n\x1a\n..."


def mail(text: str = "Antrean di loket terlalu lama.", **headers: str) -> EmailMessage:
    """A plain one; a header is written with "_" for "-"."""
    made = EmailMessage()
    usual = {"From": f"Rahma Wulandari <{RAHMA}>", "To": TO, "Subject": "Antrean terlalu lama",
             "Message-ID": "<1.abc@contoh.test>",
             "Authentication-Results": "amazonses.com; spf=pass; dmarc=pass"}  # fmt: skip
    for name, value in {**usual, **{n.replace("_", "-"): v for n, v in headers.items()}}.items():
        del made[name]
        made[name] = value
    made.set_content(text)
    return made


def attached(content: bytes, count: int = 1, name: str = "../../etc/passwd") -> bytes:
    made = mail()
    for n in range(count):
        made.add_attachment(content + str(n).encode(), "application", "pdf", filename=name)
    return made.as_bytes()


@dataclass
class Postbox:
    """What arrives at an office's mailbox, and what became of it."""

    desk: Desk
    count: int = 0

    def gets(self, content: EmailMessage | bytes, office: str = "batang", key: str = "") -> str:
        """The mail is put where SES puts it, and told of; under which key."""
        self.count += 1
        place = key or f"{office}/mail{self.count}"
        raw = content if isinstance(content, bytes) else content.as_bytes()
        self.desk.world.inbox.put(place, raw)
        inbound.handler({"detail": {"object": {"key": place}}}, None)
        self.desk.settle()
        return place

    def of(self, content: EmailMessage | bytes) -> Any:
        """The one case that the mail opened."""
        self.gets(content)
        return self.desk.case()

    @property
    def cases(self) -> list[Any]:
        return [self.desk.world.cases.get(number) for number in self.desk.world.cases.snapshots]

    @property
    def scans(self) -> list[str]:
        """Under which keys its attachments lie."""
        return list(self.desk.world.scans.versions)
