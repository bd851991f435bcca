"""The officers' door (HTTP)."""

from functions.verify import queue, task
from functions.verify.room import room

handler = room
__all__ = ["handler", "queue", "task"]
