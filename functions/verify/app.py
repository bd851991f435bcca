"""The officers' door (HTTP)."""

from functions.verify import door, entry, queue
from functions.verify.cases import call, casefile, hold, reissue, search
from functions.verify.counter import (
    arrival,
    complaint,
    complaint_receipt,
    form,
    opening,
    own_data,
    papers,
    people,
    sending,
)
from functions.verify.reports import (
    destructions,
    deviations,
    explain,
    exports,
    note_deviation,
    report,
)
from functions.verify.room import room
from functions.verify.staff import cover, cover_end, directory, mailbox, person
from functions.verify.tasks import hands, message, pause, recall, task

handler = room
__all__ = [
    "arrival", "call", "casefile", "complaint", "complaint_receipt", "cover", "cover_end",
    "destructions", "deviations", "directory", "door", "entry", "explain", "exports", "form",
    "handler", "hands", "hold", "mailbox", "message", "note_deviation", "opening",
    "own_data", "papers", "pause", "people", "person", "queue", "recall", "reissue", "report",
    "search", "sending", "task",
]  # fmt: skip
