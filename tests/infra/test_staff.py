"""The people of the local stage can do all that the SOPs ask of an office."""

from functions.core.officer import ADMIN
from functions.core.sop import HEAD
from functions.offices import all_offices
from functions.sops import duties_of
from infra.local.staff import roster


def test_every_role_of_every_office_has_somebody() -> None:
    duties = [(office, sop) for office in all_offices() for sop in duties_of(office)]
    needed = {(o, role) for o, sop in duties for role in sop.roles if role != sop.applicant}
    needed |= {(office, role) for office in all_offices() for role in (HEAD, ADMIN)}
    assert {(p["office"], role) for p in roster() for role in p["roles"]} == needed


def test_nobody_shares_a_name_or_a_mailbox() -> None:
    people = roster()
    for sort in ("id", "email"):
        assert len({person[sort] for person in people}) == len(people)
