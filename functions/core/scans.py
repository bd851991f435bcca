"""What may be a scan, judged by its bytes; and where scans are kept."""

import re
from collections.abc import Mapping

from functions.core.document import Document
from functions.core.errors import NotFound

LARGEST = 5_000_000
TYPES = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG"}
EVIDENCE = "bukti"
STATEMENT = "pernyataan"
NOTIFICATION = "surat"
_SIGNATURES = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}
_INVITED = r"([0-9]{1,6})(_|(?:!([0-9a-f]{64}))?-)"
_UPLOAD = re.compile(_INVITED)
_KEY = re.compile(rf"([^/]+)/([^/]+)/({_INVITED}[^/]+)")


def sniffed(content: bytes) -> str:
    """The media type that the bytes begin with; "" for anything but PDF, JPEG and PNG."""
    return next((t for magic, t in _SIGNATURES.items() if content.startswith(magic)), "")


def without_evidence(documents: Mapping[str, Document]) -> dict[str, Document]:
    """A screenshot proves the call that was planned when it was taken, and no later one."""
    return {name: document for name, document in documents.items() if name != EVIDENCE}


def archive_key(case_id: str, name: str, sha256: str) -> str:
    """Where the archive keeps these bytes: the same ones always at the same place."""
    return f"{case_id}/{name}/{sha256}"


def clean_key(case_id: str, name: str, sha256: str) -> str:
    """Where the clean store keeps these bytes: by their hash, as the archive does."""
    return archive_key(case_id, name, sha256)


def upload_of(round: int, token: str, *, instead: str | None = "") -> str:
    """The name of one upload; it tells the wait that it was invited in, and of which leaf of its
    document it takes the place, by its hash; of all, if ""; of none, but is one more, if None."""
    if instead is None:
        return f"{round}_{token}"
    return f"{round}!{instead}-{token}" if instead else f"{round}-{token}"


def invited_in(upload: str) -> int:
    """The wait in which an upload was invited."""
    return int(_told(upload)[1])


def instead(upload: str) -> str | None:
    """Of which leaf an upload takes the place, as `upload_of` was told."""
    _, sign, leaf = _told(upload).groups(default="")
    return None if sign == "_" else leaf


def key_of(case_id: str, name: str, upload: str) -> str:
    return f"{case_id}/{name}/{upload}"


def parts(key: str) -> tuple[str, str, str]:
    """Case id, requirement and upload of a key made by `key_of`; NotFound for any other."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise NotFound
    return found[1], found[2], found[3]


def _told(upload: str) -> re.Match[str]:
    found = _UPLOAD.match(upload)
    if found is None:
        raise NotFound
    return found
