"""The applicants' door (HTTP)."""

from functions.register import account, application, documents, follow, public
from functions.register.room import room

handler = room
__all__ = ["account", "application", "documents", "follow", "handler", "public"]
