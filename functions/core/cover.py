"""Leave cover: a role is a colleague's for a while, and comes back by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from functions.core.errors import Invalid
from functions.core.officer import Cover, Officer

LONGEST = 90
PAST = "Pilih hari ini atau sesudahnya."
BACKWARDS = "Pilih hari terakhir yang tidak mendahului hari pertama."
TOO_LONG = f"Pilih hari terakhir yang lebih awal; penggantian paling lama {LONGEST} hari."
LEAVES = "Pilih rekan lain: {name} tidak bertugas selama seluruh waktu itu."
AWAY = "Pilih rekan lain: {name} sendiri digantikan pada waktu itu."
STANDS_IN = "{name} sendiri menggantikan orang lain pada waktu itu. Akhiri itu dahulu."
TWICE = "Peran ini sudah ada penggantinya pada waktu itu."
HELD = "Pilih peran lain: peran ini masih dijabat {name}. Pelaksana hariannya ditunjuk dari sana."


@dataclass(frozen=True)
class Stint:
    """The days for which a colleague is to stand in."""

    colleague: Officer
    since: date
    until: date

    def of(self, away: Officer, roles: Iterable[str], today: date) -> tuple[Officer, Officer]:
        """Plh., while the holder is away: both lines as they are then, the holder's first."""
        wanted, problems = list(roles), self._faults(today)
        if any(cover.meets(self.since, self.until) for cover in away.covers):
            problems[""] = STANDS_IN.format(name=away.name)
        taken = (*away.lent, *self.colleague.covers)
        problems |= {f"role.{role}": TWICE for role in wanted if self._meets(taken, role)}
        if problems:
            raise Invalid(problems)
        holder, deputy = away, self.colleague
        for role in wanted:
            holder = holder.lending(Cover(role, "Plh.", self.since, self.until, deputy.id))
            deputy = deputy.covering(Cover(role, "Plh.", self.since, self.until, away.id))
        return holder, deputy

    def vacant(self, role: str, staff: Iterable[Officer], today: date) -> Officer:
        """Plt., while nobody holds the post: the colleague's line as it is then."""
        everybody, problems = list(staff), self._faults(today)
        if holders := [o.name for o in everybody if role in o.roles and o.serves(self.since)]:
            problems["role"] = HELD.format(name=holders[0])
        elif self._meets((c for o in everybody for c in o.covers), role):
            problems["role"] = TWICE
        if problems:
            raise Invalid(problems)
        return self.colleague.covering(Cover(role, "Plt.", self.since, self.until))

    def _faults(self, today: date) -> dict[str, str]:
        colleague, problems = self.colleague, {}
        if self.since < today:
            problems["since"] = PAST
        if self.until < self.since:
            problems["until"] = BACKWARDS
        elif (self.until - self.since).days >= LONGEST:
            problems["until"] = TOO_LONG
        if not colleague.serves(self.until):
            problems["officer"] = LEAVES.format(name=colleague.name)
        elif any(cover.meets(self.since, self.until) for cover in colleague.lent):
            problems["officer"] = AWAY.format(name=colleague.name)
        return problems

    def _meets(self, covers: Iterable[Cover], role: str) -> bool:
        return any(c.role == role and c.meets(self.since, self.until) for c in covers)
