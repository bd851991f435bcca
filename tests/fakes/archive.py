"""The archive in memory."""

from tests.fakes.scans import ORIGIN


class MemoryArchive:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[bytes, str]] = {}

    def keep(self, key: str, content: bytes, type: str) -> None:
        self.kept[key] = content, type

    def view(self, key: str, type: str) -> str:
        return f"{ORIGIN}/archive/{key}?type={type}"
