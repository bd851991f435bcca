"""What the roles of an office are called."""

from functions.core.officer import ADMIN
from functions.core.sop import HEAD
from functions.offices import all_offices
from functions.sops import all_sops


def assignable(office: str) -> dict[str, str]:
    """The roles that an office's staff may have, with their titles."""
    sops = [sop for sop in all_sops().values() if sop.office in {office, ""}]
    desks = {role: title for s in sops for role, title in s.roles.items() if role != s.applicant}
    return {**desks, HEAD: all_offices()[office].head, ADMIN: "Pengelola staf"}


def title(office: str, role: str) -> str:
    return assignable(office).get(role, role)
