"""G7: each letter goes out at least once or has visibly not, and is doubled once at most,
whatever happens to the calls that send it."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from typing import Any

import pytest

from functions.core.errors import Doubtful, Unavailable, Undeliverable
from functions.core.facts import Letter
from functions.core.ports import Message
from functions.notify import receipts
from functions.notify.deliver import deliver
from tests.desk.mailman import event, queued, tell
from tests.desk.office import Desk
from tests.desk.people import WULAN, Vendor
from tests.fakes import MemoryMail, MemoryOutbox

UNSENT = {"throttled", "broken before", "killed before"}
SENT = {"well", "lost answer", "broken after", "killed after"}
FAULTS = sorted(UNSENT | SENT - {"well"})
ENDS = {"sent", "delivered", "uncertain", "failed"}


class Killed(BaseException):
    """The Lambda is gone, as is whatever it was about to write."""


class Faulty(MemoryMail):
    """Each sending meets the next of its fates; then all is well."""

    def __init__(self, *fates: str) -> None:
        super().__init__()
        self.fates: Iterator[str] = iter(fates)

    def send(self, message: Message) -> str:
        fate = next(self.fates, "well")
        if fate in SENT:
            super().send(message)
        if fate.startswith("killed"):
            raise Killed
        if fate == "throttled":
            raise Unavailable("ses")
        if fate != "well":
            raise Doubtful("ses")
        return f"message-{len(self.messages)}"


def _attempt(owner: str, key: str) -> None:
    with suppress(Unavailable, Killed):
        deliver(owner, key)


def _settle(desk: Desk, owner: str, key: str, told: bool) -> None:
    """What a sweep would do for two hours; `told`: SES tells of each mail after a minute."""
    outbox = desk.world.outbox
    for _ in range(12):
        mails = desk.world.mail.messages if told else []
        if mails:
            bodies = [event("delivered", mail.to, mail.tags) for mail in mails]
            receipts.handler(queued(*bodies), None)
        desk.later(minutes=10)
        if (owner, key) in outbox.unsent(desk.now):
            _attempt(owner, key)


def _status(desk: Desk, owner: str, key: str) -> str:
    return str(desk.world.outbox.entries[owner, key].sent.status)


@pytest.mark.parametrize("told", [True, False], ids=["told", "untold"])
def test_every_letter_leaves_or_has_visibly_not_and_is_doubled_once_at_most(
    desk: Desk, vendor: Vendor, told: bool
) -> None:
    vendor.register()
    owner = desk.case().id
    for n, fates in enumerate(product(FAULTS, repeat=3)):
        key, desk.world.mail = f"mail#9{n:05}#0", Faulty(*fates)
        desk.world.outbox.put(owner, key, Letter("tautan-lagi"), desk.now)
        _attempt(owner, key)
        _settle(desk, owner, key, told)
        end, mails = _status(desk, owner, key), len(desk.world.mail.messages)
        assert end in ENDS, fates
        assert mails <= 2, fates
        assert mails >= 1 or end in {"uncertain", "failed"}, fates
        assert end != "failed" or mails == 0, fates
        if told:
            assert mails <= 1 or fates[0] in UNSENT, fates
            assert mails == 0 or end == "delivered", fates


@pytest.mark.parametrize("call", ["take", "sent"])
def test_a_sender_that_dies_at_its_own_notes_doubles_a_letter_once_at_most(
    desk: Desk, vendor: Vendor, call: str
) -> None:
    vendor.register()
    desk.world.mail = MemoryMail()
    owner, key, outbox = desk.case().id, "mail#900000#0", desk.world.outbox
    outbox.put(owner, key, Letter("tautan-lagi"), desk.now)

    def killed(*said: Any) -> None:
        getattr(MemoryOutbox, call)(outbox, *said) if call == "take" else None
        raise Killed

    setattr(outbox, call, killed)
    with pytest.raises(Killed):
        deliver(owner, key)
    vars(outbox).pop(call)
    _settle(desk, owner, key, told=False)
    assert _status(desk, owner, key) == "sent"
    assert len(desk.world.mail.messages) == (1 if call == "take" else 2)


def test_what_ses_refuses_for_good_has_failed_at_once(desk: Desk, vendor: Vendor) -> None:
    class Refusing(MemoryMail):
        def send(self, message: Message) -> str:
            raise Undeliverable

    desk.world.mail = Refusing()
    vendor.register()
    ((owner, key),) = desk.world.outbox.entries
    assert _status(desk, owner, key) == "failed"
    assert desk.world.outbox.unsent(desk.now) == ()


def test_a_mails_mark_names_its_letter(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    (mail,) = desk.mails(WULAN)
    assert mail.tags["owner"] == desk.case().id
    tell(desk, "delivered", mail)
    assert [sent.status for sent in desk.world.outbox.of(desk.case().id)] == ["delivered"]
