"""The archive in memory."""

from tests.fakes.clean import SHOWN


class MemoryArchive:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[bytes, str]] = {}

    def keep(self, key: str, content: bytes, type: str) -> None:
        self.kept[key] = content, type

    def view(self, key: str, type: str) -> str:
        return f"{SHOWN}/archive/{key}?type={type}"
