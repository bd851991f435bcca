"""An officer, who acts by the links in their own mails: a path and words for each kind of step."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from infra.demo.client import Client
from infra.demo.inbox import Inbox, until
from infra.demo.papers import png
from infra.demo.story import Halt, Story, Turn

Page = dict[str, Any]
Words = dict[str, Any]


@dataclass
class Officer:
    """`client`: with their session; `passwords`: those that they handed over, by holder."""

    client: Client
    inbox: Inbox
    story: Story
    passwords: dict[str, str] = field(default_factory=dict)

    def task(self, title: str, number: str) -> str:
        """Where the link that came by mail points to."""
        link = self.inbox.link(f"{title}, {number}", "/t/")
        return self.client.site + str(self.client.view(link)["next"])

    def fetch(self, title: str, number: str) -> str:
        """What no mail invited to: found in the queue."""
        following = "/antrean"
        while following:
            page = self.client.view(following)
            for line in page["lines"]:
                if line["number"] == number:
                    return f"{self.client.site}/tugas/{line['task']}"
            following = page["following"]
        raise AssertionError(f"{title} of {number} is in no queue")

    def act(self, kind: str, task: str, turn: Turn) -> None:
        """Do what a step of this kind asks, at its page."""
        if turn.halt:
            self.resume(task, turn.halt)
        path, say = ACTS[kind]
        words = say(self, f"{task}/{path}", self.client.view(task), turn)
        self.client.post(f"{task}/{path}", **words)

    def halt(self, number: str, halt: Halt) -> None:
        """The clock stands still, as a colleague is not there."""
        said = {"number": number, "cause": halt.cause, "reason": halt.reason}
        self.client.post("/antrean/jeda", act="jeda", **said)

    def resume(self, task: str, halt: Halt) -> None:
        if self.client.view(task)["dossier"]["paused"] != halt.reason:
            raise AssertionError("the page does not say that the clock stands still")
        self.client.post(f"{task}/jeda", act="lanjut")

    def schedule(self, at: str, page: Page, turn: Turn) -> Words:
        """The first time that is free."""
        days = (day["value"] for day in page["offer"]["days"])
        offers = (self.client.view(f"{at}?hari={day}")["offer"] for day in days)
        day, _, hour = next(o["times"][0]["value"] for o in offers if o["times"]).partition("T")
        return {"date": day, "time": hour, "url": page["url"]}

    def visit(self, at: str, page: Page, turn: Turn) -> Words:
        return dict(self.story.guest)

    def check(self, at: str, page: Page, turn: Turn) -> Words:
        outcome = turn.outcome or next(o for o in page["outcomes"] if o in {"lengkap", "sesuai"})
        if outcome == "ditolak":
            return {"outcome": outcome, "message": turn.message, "confirmed": "ya"}
        good = {name: {"verdict": "sesuai"} for name in page["judged"]}
        found = {"outcome": outcome, "findings": {**good, **turn.findings}}
        if turn.outcome:
            return {**found, "message": turn.message, "confirmed": "ya"}
        return {**found, **self._proof(at, page)}

    def _proof(self, at: str, page: Page) -> Words:
        """What the paper wants kept of a meeting."""
        if page["remote"]:
            self._upload(page["evidence"], png())
            until(lambda: self.client.view(at)["dossier"]["evidence"], "the screenshot")
            return {"consent": "ya"} if page["asks"] else {}
        return {"originals": "ya", "copies": "ya"} if page["originals"] else {}

    def dispose(self, at: str, page: Page, turn: Turn) -> Words:
        return {"own": turn.own} if turn.own else {"instruction": page["instructions"][0]}

    def account(self, at: str, page: Page, turn: Turn) -> Words:
        if turn.outcome:
            read = {"confirmed": "ya"} if turn.outcome == "ditolak" else {}
            return {"outcome": turn.outcome, "message": turn.message, **read}
        capacity = {"capacity": page["capacities"][0]} if page["capacities"] else {}
        accounts = (self._account(w["suffix"], page, turn) for w in page["wanted"])
        made = {name: value for account in accounts for name, value in account}
        return {"outcome": "disetujui", **capacity, **made}

    def _account(self, suffix: str, page: Page, turn: Turn) -> Iterator[tuple[str, str]]:
        yield f"user_id{suffix}", self.story.user_id or f"akun.{secrets.token_hex(4)}"
        holder = suffix.removeprefix(".")
        if told := turn.outside.get(holder):
            yield f"outside{suffix}", told
        elif page["sealed"]:
            self.passwords[holder] = secrets.token_urlsafe(12)
            yield f"password{suffix}", self.passwords[holder]

    def word(self, at: str, page: Page, turn: Turn) -> Words:
        if turn.outcome:
            return {"outcome": turn.outcome, "message": turn.message}
        outcome = next(o for o in page["outcomes"] if o != "dikembalikan")
        text = page["text"].replace(*turn.change) if turn.change else page["text"]
        return {"outcome": outcome, "text": text}

    def sign(self, at: str, page: Page, turn: Turn) -> Words:
        """Printed, signed outside, and scanned."""
        if turn.outcome:
            return {"outcome": turn.outcome, "message": turn.message}
        task = at.rpartition("/")[0]
        self._upload(page["form"], self.client.file(f"{task}/surat/pdf") + b"% signed by hand\n")
        seen = until(lambda: self.client.view(at)["sha256"] or None, "the signed letter")
        return {"outcome": "ditandatangani", "sha256": seen}

    def archive(self, at: str, page: Page, turn: Turn) -> Words:
        return {"number": f"B/{secrets.randbelow(1000)}/{datetime.now(UTC).year}"}

    def send(self, at: str, page: Page, turn: Turn) -> Words:
        return {}

    def close(self, at: str, page: Page, turn: Turn) -> Words:
        return {"reason": turn.message}

    def _upload(self, form: dict[str, Any], content: bytes) -> None:
        self.client.upload(form, "pindai", content)


ACTS: Mapping[str, tuple[str, Callable[[Officer, str, Page, Turn], Words]]] = {
    "visit": ("buku-tamu", Officer.visit),
    "schedule": ("jadwal", Officer.schedule),
    "receive": ("periksa", Officer.check),
    "verify": ("periksa", Officer.check),
    "dispose": ("disposisi", Officer.dispose),
    "account": ("akun", Officer.account),
    "draft": ("konsep", Officer.word),
    "correct": ("konsep", Officer.word),
    "sign": ("tanda-tangan", Officer.sign),
    "archive": ("arsip", Officer.archive),
    "send": ("kirim", Officer.send),
    "statement": ("tindak-lanjut", Officer.close),
    "follow-up": ("tindak-lanjut", Officer.close),
}
