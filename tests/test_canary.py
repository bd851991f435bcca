"""G8: what people entrust to Loket shows up nowhere but where it is kept."""

import re
from collections.abc import Iterator
from io import StringIO

import pytest

from functions.core.case import Case
from functions.core.number import status_secret
from functions.sops import sop_of
from functions.web.room import logger
from tests.complaints.mails import RAHMA, Postbox, mail
from tests.desk.browser import SITE, secret_of
from tests.desk.office import STAFF, Desk
from tests.desk.officer import PASSWORD
from tests.desk.walk import Walk
from tests.desk.walks import WALKS

LINK = re.compile(rf"{SITE}/[pht]/([\w.-]+)")


def personal(case: Case) -> set[str]:
    """What people typed of themselves; what they chose from a list says nothing of them."""
    typed = [f.id for f in sop_of(case).fields(case.answers) if f.type != "choice"]
    said = {case.answers.get(name, "") for name in typed} | {case.email}
    return {value for value in said if len(value) > 4}


def secret(desk: Desk) -> Iterator[str]:
    """What opens something: links, sessions, the word to a number, passwords, task tokens."""
    for message in desk.world.mail.messages:
        yield from LINK.findall(message.text)
    yield from (secret_of(officer) for officer in STAFF)
    yield from (status_secret(desk.world.fingerprints, c) for c in desk.world.cases.snapshots)
    yield from (token for token, _ in desk.world.workflow.resumed)
    yield PASSWORD


def sinks(desk: Desk, log: StringIO) -> dict[str, str]:
    """Where things are written that people other than a case's own may read, or that stay."""
    world = desk.world
    return {
        "the log": log.getvalue(),
        "executions": str(world.workflow.started),
        "subjects": " ".join(message.subject for message in world.mail.messages),
        "names of scans": " ".join([*world.scans.versions, *map(str, world.archive.kept)]),
        "history": str([world.cases.history(number) for number in world.cases.snapshots]),
        "claims": str(list(world.cases.claims)),
        "counts": str([world.counters.tries, world.counters.tallies]),
    }


def leaks(desk: Desk, log: StringIO, planted: set[str]) -> list[tuple[str, str]]:
    assert len(planted) > 5
    return [(name, v) for name, text in sinks(desk, log).items() for v in planted if v in text]


@pytest.mark.parametrize("walk", WALKS)
def test_nothing_that_anybody_entrusted_leaks_from_an_application(
    desk: Desk, log: StringIO, walk: type[Walk]
) -> None:
    walk(desk).to(list(walk.acts)[-1])
    desk.later(days=1)
    desk.sweep()
    case = desk.case()
    assert leaks(desk, log, personal(case) | set(secret(desk))) == []
    assert log.getvalue()


def test_nothing_that_anybody_entrusted_leaks_from_a_mail(desk: Desk, log: StringIO) -> None:
    postbox = Postbox(desk)
    case = postbox.of(mail("Saya, NIK 3325014505800001, menunggu lama.", Cc="adik@contoh.test"))
    postbox.gets(mail("Belum.", Subject=f"Re: {case.id}", Message_ID="<2@contoh.test>"))
    for _ in range(9):
        postbox.gets(mail(From=f"Rahma <{RAHMA}>", Message_ID=f"<{_}@contoh.test>"))
    planted = {RAHMA, "adik@contoh.test", "3325014505800001", "menunggu lama", "Wulandari"}
    assert leaks(desk, log, planted | personal(case) | set(secret(desk))) == []
    assert "flood" in log.getvalue()


def test_the_canary_would_be_heard(desk: Desk, log: StringIO) -> None:
    case = Postbox(desk).of(mail())
    logger.warning("somebody", extra={"email": case.email})
    assert ("the log", case.email) in leaks(desk, log, personal(case) | set(secret(desk)))
