"""Clean scans in memory, each key with all its versions."""

from urllib.parse import urlencode

from functions.core.errors import Unavailable

SHOWN = "https://clean.test"


class MemoryClean:
    def __init__(self) -> None:
        self.versions: dict[str, list[tuple[bytes, str]]] = {}

    def keep(self, key: str, content: bytes, type: str) -> str:
        kept = self.versions.setdefault(key, [])
        kept.append((content, type))
        return f"c{len(kept)}"

    def read(self, key: str, version: str) -> bytes:
        kept = {f"c{n}": content for n, (content, _) in enumerate(self.versions.get(key, ()), 1)}
        if version not in kept:
            raise Unavailable("s3")
        return kept[version]

    def view(self, key: str, version: str, type: str) -> str:
        return f"{SHOWN}/{key}?{urlencode({'version': version, 'type': type})}"
