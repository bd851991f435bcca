"""Mails in memory."""

from functions.core.errors import Unavailable


class MemoryInbox:
    def __init__(self) -> None:
        self.mails: dict[str, bytes] = {}

    def put(self, key: str, content: bytes) -> None:
        """As the mail service does it."""
        self.mails[key] = content

    def read(self, key: str, most: int) -> bytes:
        if key not in self.mails:
            raise Unavailable("s3")
        return self.mails[key][:most]
