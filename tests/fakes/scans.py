"""Scans in memory, each key with all its versions."""

from datetime import UTC, datetime

from functions.core.errors import Unavailable
from functions.core.stores import Invitation, Received

ORIGIN = "https://scans.test"
BYTES = "application/octet-stream"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class MemoryScans:
    def __init__(self) -> None:
        self.versions: dict[str, list[tuple[bytes, datetime]]] = {}

    def put(self, key: str, content: bytes, at: datetime = NEVER) -> str:
        """Post a scan as a browser would; the version it got."""
        kept = self.versions.setdefault(key, [])
        kept.append((content, at))
        return f"v{len(kept)}"

    def invite(self, key: str, after: str) -> Invitation:
        ending = {"success_action_redirect": after} if after else {"success_action_status": "204"}
        return Invitation(ORIGIN, {"key": key, "Content-Type": BYTES, **ending})

    def read(self, key: str, version: str = "") -> Received:
        kept = {f"v{n}": sent for n, sent in enumerate(self.versions.get(key, ()), 1)}
        wanted = version or f"v{len(kept)}"
        if wanted not in kept:
            raise Unavailable("s3")
        content, at = kept[wanted]
        return Received(content, wanted, at)
