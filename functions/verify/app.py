"""The officers' door (HTTP)."""

from functions.verify import queue, reissue, task
from functions.verify.room import room

handler = room
__all__ = ["handler", "queue", "reissue", "task"]
