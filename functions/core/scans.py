"""What may be a scan, judged by its bytes."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from functions.core.facts import Document

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


def sniffed(content: bytes) -> str:
    """The media type that the bytes begin with; "" for anything but PDF, JPEG and PNG."""
    return next((t for magic, t in _SIGNATURES.items() if content.startswith(magic)), "")


def examined(key: str, version: str, content: bytes, at: datetime) -> Document:
    """The document that arrived, with `problem` in words for the applicant if it cannot serve."""
    kind = sniffed(content)
    problem = "" if kind else "Berkas ini bukan PDF, JPG, atau PNG. Unggah berkas yang lain."
    digest = hashlib.sha256(content).hexdigest()
    return Document(key, version, kind, len(content), digest, at, problem)


def without_evidence(documents: Mapping[str, Document]) -> dict[str, Document]:
    """A screenshot proves the call that was planned when it was taken, and no later one."""
    return {name: document for name, document in documents.items() if name != EVIDENCE}


def archive_key(case_id: str, name: str, sha256: str) -> str:
    """Where the archive keeps these bytes: the same ones always at the same place."""
    return f"{case_id}/{name}/{sha256}"


def upload_of(round: int, token: str) -> str:
    """The name of one upload; it tells the wait that it was invited in."""
    return f"{round}-{token}"


def invited_in(key: str) -> int:
    """The wait in which the upload behind a key was invited."""
    return int(key.rsplit("/", 1)[1].split("-")[0])


def key_of(case_id: str, name: str, upload: str) -> str:
    return f"{case_id}/{name}/{upload}"


def parts(key: str) -> tuple[str, str]:
    """Case id and requirement of a key made by `key_of`."""
    case_id, name, _ = key.split("/")
    return case_id, name
