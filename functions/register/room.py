"""The applicants' room: its routes, and who comes in."""

from datetime import date

from functions.core.case import Case
from functions.core.errors import Gone, NotFound
from functions.core.facts import Actor
from functions.core.holders import APPLICANT
from functions.core.links import Link, opened
from functions.core.number import status_secret
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.web.answer import Outside
from functions.web.room import Room
from functions.world import world


def _outside() -> Outside:
    return Outside(world().site, world().uploads, world().token, world().shows)


room = Room(_outside)


def applicant(token: str) -> tuple[Case, Sop]:
    """The case that the applicant's link opens, and its SOP."""
    link = opened(token, "case", world().verifier, world().now(), world().epoch)
    case = _unerased(link.case)
    _demand_present(link, case, APPLICANT)
    return case, sop_of(case)


def account_holder(token: str) -> tuple[Case, Sop, str]:
    """The case that a holder's own link opens, its SOP, and which of its holders they are."""
    link = opened(token, "holder", world().verifier, world().now(), world().epoch)
    case = _unerased(link.case)
    holder = link.audience.partition(".")[0]
    if holder not in case.holders:
        raise NotFound
    _demand_present(link, case, holder)
    return case, sop_of(case), holder


def _demand_present(link: Link, case: Case, holder: str) -> None:
    """Gone for a link that went to a mailbox which is theirs no more."""
    if link.audience != case.audience(holder):
        raise Gone


def _unerased(case_id: str) -> Case:
    case = world().cases.get(case_id)
    case.demand_unerased()
    return case


def today(case: Case) -> date:
    """The date at the case's office."""
    return all_offices()[case.office].today(world().now())


def acting(sop: Sop) -> Actor:
    return Actor(sop.applicant, sop.applicant)


def secret_of(case_id: str) -> str:
    return status_secret(world().fingerprints, case_id)
