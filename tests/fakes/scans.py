"""Scans in memory, each key with all its versions."""

from urllib.parse import urlencode

from functions.core.errors import Unavailable
from functions.core.ports import Invitation

ORIGIN = "https://scans.test"
BYTES = "application/octet-stream"


class MemoryScans:
    def __init__(self) -> None:
        self.versions: dict[str, list[bytes]] = {}

    def put(self, key: str, content: bytes) -> str:
        """Post a scan as a browser would; the version it got."""
        kept = self.versions.setdefault(key, [])
        kept.append(content)
        return f"v{len(kept)}"

    def invite(self, key: str, after: str) -> Invitation:
        ending = {"success_action_redirect": after} if after else {"success_action_status": "204"}
        return Invitation(
            ORIGIN, {"key": key, "Content-Type": "application/octet-stream", **ending}
        )

    def read(self, key: str, version: str = "") -> tuple[bytes, str]:
        kept = {f"v{n}": content for n, content in enumerate(self.versions.get(key, ()), 1)}
        wanted = version or f"v{len(kept)}"
        if wanted not in kept:
            raise Unavailable("s3")
        return kept[wanted], wanted

    def view(self, key: str, version: str, type: str) -> str:
        return f"{ORIGIN}/{key}?{urlencode({'version': version, 'type': type})}"
