"""The complainants' door (HTTP)."""

from functions.complaints import numbers
from functions.complaints.room import room

handler = room
__all__ = ["handler", "numbers"]
