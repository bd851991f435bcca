"""
Everything the service can refuse, and why; the text is what the person reads.

* Refused
  - NotFound       there is no such thing, or it is not yours to know of
  - NotAllowed     this person may not do this
  - SignedOut      an officer has to sign in first
  - Gone           the link was used, has expired or was replaced
  - Stale          someone else acted first; look again
    - Decided      the step was already decided
    - NotNow       the case is not at the step that this belongs to
  - BadOutcome     the SOP does not offer that outcome here
  - Taken          another case holds this value already
  - Invalid        what was sent does not fit; says what, field by field
    - Unmatched    it fits nothing that there is
  - TooMany        too many tries
  - Undeliverable  no mail will ever leave for this mailbox
    - Suppressed   mail to it came back for good, or was unwanted
    - Unaddressed  nobody named one

* Unavailable      something Loket rests on does not answer; try again
  - Doubtful       it may have been done nevertheless
"""

from collections.abc import Mapping
from typing import ClassVar


class Refused(Exception):
    message: ClassVar[str] = "Permintaan ini tidak dapat diproses."

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.message)


class NotFound(Refused):
    message = "Halaman atau data ini tidak ditemukan."


class NotAllowed(Refused):
    message = "Anda tidak berwenang melakukan tindakan ini."


class SignedOut(Refused):
    message = "Masuk dahulu untuk melanjutkan."


class Gone(Refused):
    message = "Tautan ini sudah tidak berlaku."


class Stale(Refused):
    message = "Data ini baru saja berubah. Muat ulang halaman, lalu periksa kembali."


class Decided(Stale):
    message = "Tahap ini sudah selesai dikerjakan; keputusan sebelumnya tetap berlaku."


class NotNow(Stale):
    message = "Halaman ini tidak tersedia pada tahap sekarang."


class BadOutcome(Refused):
    message = "Pilihan ini tidak tersedia pada tahap ini."


class Taken(Refused):
    """`kind` names what is taken, "user-id" or "email", and `fingerprint` which one."""

    message = "Nilai ini sudah dipakai."

    def __init__(self, kind: str, fingerprint: str = "") -> None:
        super().__init__()
        self.kind, self.fingerprint = kind, fingerprint


class Invalid(Refused):
    """`problems` says for each field (by id; "" for none) what to mend."""

    message = "Ada isian yang perlu diperbaiki."

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__()
        self.problems = dict(problems)


class Unmatched(NotFound, Invalid):
    """What was asked for is not there, or not by this word: says beside which field."""


class TooMany(Refused):
    """`wait`: after how many seconds another try may be made."""

    message = "Terlalu banyak percobaan. Coba lagi nanti."

    def __init__(self, message: str = "", wait: int = 10) -> None:
        super().__init__(message)
        self.wait = wait


class Undeliverable(Refused):
    message = "Surel ini tidak dapat dikirim."


class Suppressed(Undeliverable):
    message = "Surel ke alamat ini tidak dikirim lagi karena pernah kembali atau ditolak."


class Unaddressed(Undeliverable):
    message = "Tidak ada alamat surel."


class Unavailable(Exception):
    """A dependency failed; nothing was stored or lost."""


class Doubtful(Unavailable):
    """It was asked, and no answer came: perhaps it was done."""
