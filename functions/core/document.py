"""A document of an application: one or more leaves, each uploaded by itself and made anew."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

MOST = 10
KEPT = 40
"""So many arrivals are remembered: more than a slow store tells of at a time."""
TOO_MANY = f"Satu dokumen paling banyak {MOST} berkas. Gabungkan beberapa halaman dalam satu PDF."
TWICE = "Berkas ini sudah ada dalam dokumen ini."
GONE = (
    "Berkas yang hendak diganti sudah tidak ada. Lihat berkas yang sekarang ada, lalu ganti atau "
    "tambahkan sekali lagi."
)


@dataclass(frozen=True)
class Leaf:
    """One file of a document, exactly these bytes of the clean store. `preview`: the key of its
    small picture, if it has one; `pages`: how many it has."""

    key: str
    version: str
    type: str
    size: int
    sha256: str
    preview: str = ""
    pages: int = 1


@dataclass(frozen=True)
class Arrival:
    """An upload, examined: a leaf, or a `problem` in words for whoever sent it. `upload` and
    `version` say which, `at` when it was sent, and `sha256` exactly what; `instead`: of which leaf
    it takes the place, by its hash; of all, if ""; of none, but is one more, if None."""

    upload: str
    version: str
    at: datetime
    sha256: str
    leaf: Leaf | None = None
    problem: str = ""
    instead: str | None = ""

    @property
    def name(self) -> str:
        return f"{self.upload}/{self.version}"


@dataclass(frozen=True)
class Document:
    """`leaves`: what is kept, in the order in which it came, since `at`; `round`: the wait during
    which they changed. `arrivals`: what was examined last; `problem`: why the latest was not
    accepted."""

    at: datetime
    leaves: tuple[Leaf, ...] = ()
    round: int = 0
    arrivals: tuple[str, ...] = ()
    problem: str = ""

    @property
    def sha256(self) -> str:
        """Of the one leaf; of several, a hash of their hashes."""
        whole = hashlib.sha256(" ".join(self._hashes).encode()).hexdigest()
        return self._hashes[0] if len(self.leaves) == 1 else whole

    def examined(self, upload: str) -> bool:
        """Whether this upload has arrived and was looked at."""
        return any(name.startswith(f"{upload}/") for name in self.arrivals)

    def after(self, arrival: Arrival, round: int) -> "Document":
        """With what arrived; unchanged if it is known already. What is refused costs no leaf, and
        what was sent before these leaves replaced others comes too late."""
        if arrival.name in self.arrivals:
            return self
        told = replace(self, arrivals=(*self.arrivals, arrival.name)[-KEPT:])
        if arrival.at < self.at.replace(microsecond=0):
            return told
        told = replace(told, problem=arrival.problem)
        return told._grown(arrival, arrival.leaf, round) if arrival.leaf else told

    def emptied(self, at: datetime) -> "Document":
        """Without leaves; what arrived is remembered, so that the store's word of it is no news."""
        return Document(at, arrivals=self.arrivals)

    def without(self, sha256: str) -> "Document":
        """Without the leaf of these bytes."""
        return replace(self, leaves=tuple(leaf for leaf in self.leaves if leaf.sha256 != sha256))

    def _grown(self, arrival: Arrival, leaf: Leaf, round: int) -> "Document":
        if arrival.instead is None:
            return self._longer(leaf, round)
        if arrival.instead:
            return self._exchanged(arrival.instead, leaf, round)
        return replace(self, leaves=(leaf,), round=round, at=arrival.at)

    def _longer(self, leaf: Leaf, round: int) -> "Document":
        if leaf.sha256 in self._hashes:
            return self
        if len(self.leaves) == MOST:
            return replace(self, problem=TOO_MANY)
        return replace(self, leaves=(*self.leaves, leaf), round=round)

    def _exchanged(self, old: str, leaf: Leaf, round: int) -> "Document":
        """With `leaf` in the place of the one that has the hash `old`; the same once more is sent
        anew, as it is for all."""
        if old not in self._hashes:
            return replace(self, problem=GONE)
        if leaf.sha256 in {*self._hashes} - {old}:
            return replace(self, problem=TWICE)
        leaves = tuple(leaf if kept.sha256 == old else kept for kept in self.leaves)
        return replace(self, leaves=leaves, round=round)

    @property
    def _hashes(self) -> list[str]:
        return [leaf.sha256 for leaf in self.leaves]
