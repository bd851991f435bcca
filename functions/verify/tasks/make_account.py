"""Kind "account": the accounts were made or activated in the application; record, hand over."""

from pydantic import BaseModel

from functions.core.errors import BadOutcome, Invalid, Taken
from functions.core.facts import Account, Claim
from functions.core.people import holders_of
from functions.offices import all_offices
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.approval import Approval, Made, faults, named
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.refusal import refused
from functions.web.answer import View
from functions.world import world

TAKEN = "User ID ini sudah tercatat untuk permohonan lain."


class Wanted(BaseModel):
    """An account to be made: `suffix` of its fields' names, "" for the applicant's own."""

    name: str
    suffix: str


class ApprovalPage(View):
    """`channel`: the office's own confidential way, if it has one."""

    page = "task-account.html"
    base: str
    dossier: Dossier
    application: str
    sealed: bool
    channel: str
    capacities: list[str]
    wanted: list[Wanted]
    outcomes: list[str]


@room.page("/tugas/<task>/akun")
def approving(task: str) -> ApprovalPage:
    return _page(desk(task, "account"))


def _page(at: Desk) -> ApprovalPage:
    return ApprovalPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        application=all_offices()[at.case.office].application,
        sealed=at.sop.credential == "sealed",
        channel=at.sop.channel,
        capacities=list(at.step.capacities),
        wanted=_wanted(at),
        outcomes=list(at.step.next),
    )


@approving.accepts(Approval)
def approved(said: Approval, task: str) -> View | str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "account")
    if said.outcome not in at.step.next:
        raise BadOutcome
    if said.outcome == "disetujui":
        _approve(said, at)
        return recorded(task)
    return refused(said, at, "akun", _page) or recorded(task)


def _wanted(at: Desk) -> list[Wanted]:
    people = holders_of(at.case, at.sop)
    if not people:
        return [Wanted(name=at.case.email, suffix="")]
    return [Wanted(name=f"{p.name} ({p.email})", suffix=f".{p.id}") for p in people]


def _approve(said: Approval, at: Desk) -> None:
    given = said.by_holder(at.case.holders)
    if problems := faults(said, given, at):
        raise Invalid(problems)
    claims = {holder: _claim(made, at) for holder, made in given.items()}
    accounts = {holder: _sealed(made, holder, said, at) for holder, made in given.items()}
    note = {named("user-id", h): claim.fingerprint for h, claim in claims.items()}
    held = list(claims.values())
    try:
        decide(at, "disetujui", said.nonce, held, note=note, accounts=accounts)
    except Taken as taken:
        whose = [h for h, c in claims.items() if c.fingerprint == taken.fingerprint]
        raise Invalid({named("user_id", h): TAKEN for h in whose}) from None


def _claim(made: Made, at: Desk) -> Claim:
    kind = f"user-id-{at.case.office}"
    return Claim(kind, world().fingerprints.of("user-id", made.user_id.casefold()))


def _sealed(made: Made, holder: str, said: Approval, at: Desk) -> Account:
    owner = at.case.owner(holder)
    sealed = world().seals.seal(made.password, owner) if made.password else ""
    outside = made.outside.strip()
    now = world().now()
    return Account(
        made.user_id, now, at.officer.id, sealed, capacity=said.capacity, outside=outside
    )
