"""An upload is examined: the scanner of malware is asked, and what can be seen is made anew."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from functions.core.document import Arrival, Leaf
from functions.core.scans import NOTIFICATION, clean_key, instead, parts
from functions.core.stores import MalwareWord
from functions.register.cleansing import Unclean, cleansed
from functions.register.cleansing.unaltered import unaltered
from functions.world import world

PREVIEW = "image/jpeg"
AS_IT_CAME = {NOTIFICATION}
"""What may carry a certified signature, which making it anew would break."""
REFUSALS: Mapping[MalwareWord, str] = {
    "threat": "Berkas ini mengandung program berbahaya dan tidak disimpan. Periksa perangkat Anda, "
    "lalu unggah berkas yang lain.",
    "unknown": "Berkas ini tidak dapat diperiksa. Simpan atau pindai ulang, lalu unggah lagi.",
}


def examined(key: str, version: str) -> Arrival | None:
    """What became of an upload; None while the scanner has not said its word."""
    case_id, name, upload = parts(key)
    sent = world().scans.read(key, version)
    word = world().malware.verdict(key, sent.version)
    if word == "pending":
        return None
    digest = hashlib.sha256(sent.content).hexdigest()
    arrival = Arrival(upload, sent.version, sent.at, digest, instead=instead(upload))
    if word != "clean":
        return replace(arrival, problem=REFUSALS[word])
    try:
        return replace(arrival, leaf=_leaf(case_id, name, sent.content))
    except Unclean as unclean:
        return replace(arrival, problem=str(unclean))


def _leaf(case_id: str, name: str, content: bytes) -> Leaf:
    """The file as it is kept: the same bytes at the same place, however often."""
    clean = unaltered(content) if name in AS_IT_CAME else cleansed(content)
    sha256, key, version = _keep(case_id, name, clean.content, clean.type)
    preview = _keep(case_id, name, clean.preview, PREVIEW)[1] if clean.preview else ""
    size = len(clean.content)
    return Leaf(key, version, clean.type, size, sha256, preview, clean.pages)


def _keep(case_id: str, name: str, content: bytes, type: str) -> tuple[str, str, str]:
    sha256 = hashlib.sha256(content).hexdigest()
    key = clean_key(case_id, name, sha256)
    return sha256, key, world().clean.keep(key, content, type)
