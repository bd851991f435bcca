"""The offices' messengers in memory."""

from functions.core.errors import Unavailable
from functions.core.ports import Note


class MemoryMessenger:
    """`offices`: those that have one. `notes`: by id. `down`: takes no note."""

    def __init__(self, *offices: str) -> None:
        self.offices = set(offices)
        self.notes: dict[str, Note] = {}
        self.down = False

    def carries(self, office: str) -> bool:
        return office in self.offices

    def deliver(self, note: Note) -> None:
        if self.down:
            raise Unavailable("messenger")
        self.notes[note.id] = note

    def to(self, address: str) -> list[Note]:
        return [note for note in self.notes.values() if note.address == address]
