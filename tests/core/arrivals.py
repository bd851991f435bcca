"""Uploads as they arrive, examined."""

from datetime import datetime

from functions.core.document import Arrival, Leaf
from functions.core.scans import clean_key
from tests.core.story import NUMBER, SOON

NAME = "ktp-pemilik"


def leaf(shade: str = "ab") -> Leaf:
    """One of two hex digits."""
    sha256 = shade * 32
    return Leaf(clean_key(NUMBER, NAME, sha256), "c1", "image/jpeg", 9, sha256)


def arrival(
    upload: str = "1-x", shade: str = "ab", *, instead: str | None = "", at: datetime = SOON
) -> Arrival:
    return Arrival(upload, "v1", at, "00" * 32, leaf(shade), instead=instead)


def refused(upload: str = "1-y", at: datetime = SOON) -> Arrival:
    return Arrival(upload, "v1", at, "00" * 32, problem="Bukan PDF.")
