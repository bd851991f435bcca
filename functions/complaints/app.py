"""The complainants' door (HTTP)."""

from functions.complaints import (
    attachments,
    entrance,
    lodge,
    matter,
    message,
    mine,
    numbers,
    own_copy,
    own_data,
    receipt,
    reopening,
    response,
)
from functions.complaints.room import room

handler = room
__all__ = [
    "attachments",
    "entrance",
    "handler",
    "lodge",
    "matter",
    "message",
    "mine",
    "numbers",
    "own_copy",
    "own_data",
    "receipt",
    "reopening",
    "response",
]
