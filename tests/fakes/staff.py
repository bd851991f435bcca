"""An office's staff in memory."""

from functions.core.errors import NotAllowed
from functions.core.facts import Officer


class MemoryStaff:
    def __init__(self, *officers: Officer) -> None:
        self.officers = {(o.office, o.id): o for o in officers}

    def get(self, office: str, officer_id: str) -> Officer:
        """The officer, if there still is one; else NotAllowed."""
        officer = self.officers.get((office, officer_id))
        if officer is None or not officer.active:
            raise NotAllowed
        return officer

    def holders(self, office: str, role: str) -> tuple[Officer, ...]:
        return tuple(o for o in self.everybody(office) if o.active and role in o.roles)

    def everybody(self, office: str) -> tuple[Officer, ...]:
        return tuple(self.officers[key] for key in sorted(self.officers) if key[0] == office)

    def appoint(self, officer: Officer) -> None:
        self.officers[officer.office, officer.id] = officer

    def is_on_duty(self, officer: Officer, role: str) -> bool:
        """Whether the office, at this moment, still knows the officer in this role."""
        return officer.id in {o.id for o in self.holders(officer.office, role)}
