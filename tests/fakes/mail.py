"""Mail in memory."""

from functions.core.errors import Unavailable
from functions.core.ports import Message


class MemoryMail:
    """`down`: refuses every message, surely not sending it."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.down = False

    def send(self, message: Message) -> str:
        if self.down:
            raise Unavailable("ses")
        self.messages.append(message)
        return f"message-{len(self.messages)}"

    def to(self, address: str) -> list[Message]:
        return [m for m in self.messages if m.to == address]
