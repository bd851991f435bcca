"""What a change of one officer's line must leave in order."""

from collections.abc import Iterable
from datetime import date

from functions.core.officer import ADMIN, Officer
from functions.core.sop import HEAD

KEEPERS = {ADMIN, HEAD}
"""Whoever acts in one of these keeps the directory."""
SHARED = "Tulis alamat lain; alamat ini sudah dipakai petugas lain yang aktif."
EARLIEST = date(2000, 1, 1)
PAST = "Isi dengan hari ini atau sesudahnya, atau nonaktifkan petugas ini."
ALONE = "Paling sedikit satu petugas aktif harus tetap menjadi pengelola staf atau pimpinan."
COVERED = "Akhiri dahulu penggantian yang melibatkan petugas ini."


def faults(
    after: Officer, colleagues: Iterable[Officer], elsewhere: Iterable[Officer], day: date
) -> dict[str, str]:
    """By field. `colleagues`: the office's other officers; `elsewhere`: those of other offices."""
    others = list(colleagues)
    problems = {}
    if after.active and any(o.active and o.email == after.email for o in (*others, *elsewhere)):
        problems["email"] = SHARED
    if after.until and after.until < (day if after.active else EARLIEST):
        problems["until"] = PAST
    if not any(o.serves(day) and KEEPERS & {*o.roles} for o in (*others, after)):
        problems[""] = ALONE
    return problems | _covers_left(after, day)


def _covers_left(after: Officer, day: date) -> dict[str, str]:
    """What a cover that lasts or is to come rests on stays as it is."""
    covers = [c for c in after.covers if c.until >= day]
    lent = [c for c in after.lent if c.until >= day]
    problems = {f"role.{c.role}": COVERED for c in lent if c.role not in after.roles}
    if not after.active and (covers or lent):
        problems["active"] = COVERED
    if after.active and any(not after.serves(c.until) for c in covers):
        problems["until"] = COVERED
    return problems
