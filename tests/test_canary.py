"""G8: what people entrust to Loket shows up nowhere but where it is kept."""

import re
from collections.abc import Iterator, Set
from io import StringIO
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from functions.core.case import Case
from functions.core.elements import ELEMENTS
from functions.core.number import status_secret
from functions.sops import sop_of
from functions.web.room import logger
from tests.complaints.mails import RAHMA, Postbox, mail
from tests.desk import browser
from tests.desk.browser import SITE, secret_of
from tests.desk.complaining import COMPLAINTS, OPEN, Complaint, seat_of
from tests.desk.hearing import HEARINGS, WHO, Heard
from tests.desk.mailman import tell
from tests.desk.office import STAFF, Desk
from tests.desk.officer import PASSWORD
from tests.desk.people import COMPANY, WULAN
from tests.desk.rights import Correction, Erasure, InPerson, OwnData
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Batang

LINK = re.compile(rf"{SITE}/[pht]/([\w.-]+)")
NEW = "wulan@baru.co.id"
UNTYPED = {"choice", "case", "cases"}
"""What is chosen from a list, or named by its number, says nothing of anybody."""


def personal(case: Case) -> set[str]:
    """What people typed of themselves and said since, line by line."""
    typed = [f.id for f in sop_of(case).fields(case.answers) if f.type not in UNTYPED]
    said = [case.answers.get(name, "") for name in typed] + [m.text for m in case.messages]
    lines = {case.email, *(line for words in said for line in words.splitlines())}
    return {line for line in lines if len(line) > 4}


def secret(desk: Desk) -> Iterator[str]:
    """What opens something: links, sessions, the word to a number, passwords, task tokens."""
    world = desk.world
    for text in (m.text for m in (*world.mail.messages, *world.messenger.notes.values())):
        yield from LINK.findall(text)
    yield from (secret_of(officer) for officer in STAFF)
    yield from (status_secret(world.fingerprints, number) for number in world.cases.snapshots)
    yield from (cookie(desk, case) for case in cases(desk))
    yield from (*world.workflow.waiting, *(token for token, _ in world.workflow.resumed))
    yield PASSWORD


def cases(desk: Desk) -> list[Case]:
    return [desk.world.cases.get(number) for number in desk.world.cases.snapshots]


def cookie(desk: Desk, case: Case) -> str:
    """What nobody else can make of the cookie of whoever follows the case."""
    return seat_of(desk, case).removesuffix("@").rpartition("/")[2]


def planted(desk: Desk) -> set[str]:
    return {word for case in cases(desk) for word in personal(case)} | set(secret(desk))


@pytest.fixture(autouse=True)
def addresses(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """All that was asked for and led to: nothing that anybody typed may stand in an address.

    Of what opens something, links are the one place for it.
    """
    seen: list[str] = []

    def watched(method: str, path: str, *given: Any) -> browser.Answer:
        answer = browser_asks(method, path, *given)
        seen.extend((path.rpartition("@")[2], answer.headers.get("location", "")))
        return answer

    browser_asks = browser.ask
    monkeypatch.setattr(browser, "ask", watched)
    yield seen
    words = {PASSWORD, *(word for case in cases(desk) for word in personal(case))}
    forms = {form for word in words for form in (word, quote(word), quote_plus(word))}
    assert [(form, one) for one in seen for form in forms if form in one] == []


def sinks(desk: Desk, log: StringIO) -> dict[str, str]:
    """Where things are written that people other than a case's own may read, or that stay."""
    world = desk.world
    return {
        "the log": log.getvalue(),
        "executions": str(world.workflow.started),
        "subjects": " ".join(message.subject for message in world.mail.messages),
        "names of scans": " ".join(
            [*world.scans.versions, *world.clean.versions, *map(str, world.archive.kept)]
        ),
        "history": str([world.cases.history(number) for number in world.cases.snapshots]),
        "claims": str(list(world.cases.claims)),
        "counts": str([world.counters.tries, world.counters.tallies]),
        "ballots": str(world.cases.box),
        "mailboxes given up": str(world.suppressions.kept),
    }


def leaks(desk: Desk, log: StringIO, more: Set[str] = frozenset()) -> list[tuple[str, str]]:
    """Which sink holds what of all that was entrusted; `more`: what no case keeps any longer."""
    words = planted(desk) | more
    assert len(words) > 5
    return [(name, w) for name, text in sinks(desk, log).items() for w in words if w in text]


@pytest.mark.parametrize("walk", WALKS)
def test_nothing_that_anybody_entrusted_leaks_from_an_application(
    desk: Desk, log: StringIO, addresses: list[str], walk: type[Walk]
) -> None:
    walk(desk).to(list(walk.acts)[-1])
    desk.later(days=1)
    desk.sweep()
    assert len(addresses) > 10
    assert leaks(desk, log) == []
    assert log.getvalue()


@pytest.mark.parametrize("walk", COMPLAINTS)
def test_nothing_leaks_from_a_complaint_its_messages_its_objection_or_its_reopening(
    desk: Desk, log: StringIO, walk: type[Complaint]
) -> None:
    at = walk(desk, OPEN).to("handling")
    assert at.complainant.do("/pesan", {"text": "Petugasnya tetangga saya."}).status == 303
    at.then("attached", list(walk.acts)[-1])
    assert leaks(desk, log, {OPEN["nama"], OPEN["surel"], OPEN["telepon"]}) == []


@pytest.mark.parametrize("walk", HEARINGS)
def test_nothing_leaks_from_what_an_officer_wrote_down(
    desk: Desk, log: StringIO, walk: type[Heard]
) -> None:
    walk(desk).to(list(walk.acts)[-1])
    assert leaks(desk, log, set(WHO.values())) == []


@pytest.mark.parametrize("walk", [OwnData, Correction, Erasure, InPerson])
def test_nothing_leaks_from_a_request_on_data(
    desk: Desk, log: StringIO, walk: type[OwnData]
) -> None:
    asked = walk(desk).to("asked")
    before = planted(desk)
    asked.then("met", "met")
    desk.retire(hours=2)
    assert leaks(desk, log, before) == []


def test_nothing_leaks_from_a_ballot(desk: Desk, log: StringIO) -> None:
    walk = Batang(desk).to("closed")
    walk.applicant.do("/survei", {element.id: "4" for element in ELEMENTS})
    assert desk.world.cases.box
    assert leaks(desk, log) == []


def test_nothing_leaks_from_a_bounce_and_a_call(desk: Desk, log: StringIO) -> None:
    siti = Batang(desk).to("mending").siti
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    siti.at(f"{siti.file}/telepon", {"outcome": "alamat-baru", "email": NEW})
    assert desk.case().email == NEW
    assert leaks(desk, log, {WULAN, COMPANY["usaha"]["telepon"]}) == []


def test_nothing_that_anybody_entrusted_leaks_from_a_mail(desk: Desk, log: StringIO) -> None:
    postbox = Postbox(desk)
    case = postbox.of(mail("Saya, NIK 3325014505800001, menunggu lama.", Cc="adik@contoh.test"))
    postbox.gets(mail("Belum.", Subject=f"Re: {case.id}", Message_ID="<2@contoh.test>"))
    for _ in range(9):
        postbox.gets(mail(From=f"Rahma <{RAHMA}>", Message_ID=f"<{_}@contoh.test>"))
    said = {RAHMA, "adik@contoh.test", "3325014505800001", "menunggu lama", "Wulandari"}
    assert leaks(desk, log, said) == []
    assert "flood" in log.getvalue()


def test_the_canary_would_be_heard(desk: Desk, log: StringIO) -> None:
    case = Postbox(desk).of(mail())
    for word in (case.email, cookie(desk, case), case.answers["uraian"]):
        logger.warning("somebody", extra={"word": word})
        assert ("the log", word) in leaks(desk, log)
