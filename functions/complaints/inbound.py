"""A mail came to where an office takes complaints: it opens one, or goes on with one."""

import hashlib
from datetime import timedelta
from itertools import chain, islice
from typing import Any

from aws_lambda_powertools import Logger

from functions.complaints.automatic import unwanted
from functions.complaints.enclosures import keep, refusal
from functions.complaints.mime import Mail, Unreadable, parsed, read
from functions.complaints.origin import FORGED, PROVEN, origin
from functions.complaints.writing import answers, message
from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.errors import Invalid, NotFound, NotNow, Taken, TooMany
from functions.core.facts import Actor, Claim
from functions.core.grievance import secret
from functions.core.limits import Limit
from functions.core.lodging import MAIL, Lodging
from functions.core.number import named_in, status_secret
from functions.core.office import Office
from functions.core.opening import open_case
from functions.offices import all_offices
from functions.sops import hearing, sop_of
from functions.world import world

LARGEST = 10_000_000
HOURLY = Limit("surat-elektronik", 5, timedelta(hours=1))
OFFICE = Limit("surat-elektronik-kantor", 60, timedelta(hours=1))
"""From one mailbox, and to one office, whoever they say they are."""
MOST_NAMED = 5
SETUP = "/AMAZON_SES_SETUP_NOTIFICATION"
"""The mail that SES itself puts there, to see whether it may."""
logger = Logger()


def handler(event: dict[str, Any], context: Any) -> None:
    """`event`: EventBridge's "Object Created" of S3, under OFFICE/NAME. What is not taken in is
    logged and never answered, as a machine might answer in turn; the mail itself stays a week."""
    key = event["detail"]["object"]["key"]
    try:
        _take_in(key)
    except Unreadable as reason:
        logger.warning("mail left", extra={"mail": key, "why": str(reason)})
    except TooMany:
        logger.warning("mail left", extra={"mail": key, "why": "flood"})


def _take_in(key: str) -> None:
    office = all_offices().get(key.split("/")[0])
    if office is None or key.endswith(SETUP):
        raise Unreadable("place")
    content = world().inbox.read(key, LARGEST + 1)
    if len(content) > LARGEST:
        raise Unreadable("size")
    raw = parsed(content)
    mail = read(raw)
    if why := unwanted(raw, mail.sender, _own()):
        raise Unreadable(why)
    from_whom = origin(raw)
    if from_whom == FORGED:
        raise Unreadable("forged")
    claim = _claim(office, mail, content)
    case = _heard(claim) or _hear(office, mail, claim, trusted=from_whom == PROVEN)
    keep(case, mail.attached)


def _own() -> set[str]:
    """The mailboxes that Loket itself sends from, and reads."""
    every = all_offices().values()
    return {o.sender for o in every} | {o.complaints.mailbox for o in every}


def _claim(office: Office, mail: Mail, content: bytes) -> Claim:
    """What a mail is known by, however often it comes; two people's are never the same."""
    name = mail.id or hashlib.sha256(content).hexdigest()
    return Claim(f"{MAIL}-{office.id}", world().fingerprints.of(MAIL, f"{mail.sender} {name}"))


def _heard(claim: Claim) -> Case | None:
    """The case that this mail went into, if it came before."""
    found = world().cases.holding(claim.kind, claim.fingerprint)
    return world().cases.get(found[0]) if found else None


def _hear(office: Office, mail: Mail, claim: Claim, *, trusted: bool) -> Case:
    counted = world().counters, world().fingerprints
    HOURLY.demand(*counted, mail.sender, world().now())
    OFFICE.demand(*counted, office.id, world().now())
    answered = _answered(office, mail) if trusted else None
    try:
        return _go_on(answered, mail, claim) if answered else _open(office, mail, claim)
    except NotNow:
        return _open(office, mail, claim)
    except Taken:
        return world().cases.get(world().cases.holding(claim.kind, claim.fingerprint)[0])


def _answered(office: Office, mail: Mail) -> Case | None:
    """The sender's own open complaint that the mail names; of others' it learns nothing."""
    for number in named_in(mail.refers):
        try:
            case = world().cases.get(number)
        except NotFound:
            continue
        if _is_theirs(case, office, mail.sender):
            return case
    return None


def _is_theirs(case: Case, office: Office, sender: str) -> bool:
    ours = case.office == office.id and sop_of(case).hears
    return ours and case.email == sender and case.closed is None


def _go_on(case: Case, mail: Mail, claim: Claim) -> Case:
    """A message of the complainant's; NotNow, if there is no room for it any more."""
    sop, now = sop_of(case), world().now()
    text = message(
        mail, refusal(mail.attached), _secrets(mail, case.id), secret=secret(case.answers)
    )
    said = Said(now, "", sop.roles[sop.applicant], text)
    by, nonce = Actor(sop.applicant, sop.applicant), claim.fingerprint

    def say(case: Case) -> Case:
        return case if case.heard(nonce) else case.say(said, by, now, nonce=nonce).claim(claim)

    return change(world().cases, case.id, say)


def _secrets(mail: Mail, *numbers: str) -> list[str]:
    """What opens the cases of these numbers, and those that the mail names: letters say it."""
    named = chain(numbers, islice(named_in(f"{mail.refers} {mail.text}"), MOST_NAMED))
    return [status_secret(world().fingerprints, number) for number in dict.fromkeys(named)]


def _open(office: Office, mail: Mail, claim: Claim) -> Case:
    """Unreadable, if it is about everybody who could hear it."""
    now, cases, prints = world().now(), world().cases, world().fingerprints
    staff, day = world().staff.everybody(office.id), office.today(now)
    told = answers(mail, refusal(mail.attached), _secrets(mail))
    lodging = Lodging.of(hearing(office.id), told, staff, day, channel=MAIL)
    nonce = claim.fingerprint

    def made(number: str) -> Case:
        return lodging.opened(number, cases, prints, now, nonce).claim(claim)

    try:
        return open_case(cases, office.prefix, world().pick, made)
    except Invalid:
        raise Unreadable("nobody left") from None
