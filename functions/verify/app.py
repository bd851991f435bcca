"""The officers' door (HTTP)."""

from functions.verify import deviations, pause, queue, reissue, task
from functions.verify.room import room

handler = room
__all__ = ["deviations", "handler", "pause", "queue", "reissue", "task"]
