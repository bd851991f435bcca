"""Requests on data before officers: who answers, and what happens to mailboxes meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.desk.browser import Answer, Browser, program
from tests.desk.mailman import tell
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.rights import NANDA, OwnData

NEW = "wulan@baru.co.id"


def move(desk: Desk, officer: Officer, number: str, letter: str, to: str = NEW) -> None:
    """The letter comes back, and on the phone another mailbox is named."""
    lost = next(m for m in reversed(desk.world.mail.messages)
                if (m.tags["case"], m.tags["letter"]) == (number, letter))  # fmt: skip
    tell(desk, "bounced", lost)
    place = f"{officer.seat}/berkas/{number}/telepon"
    assert Browser().submit(place, {"outcome": "alamat-baru", "email": to}).status == 303
    desk.settle()


def colleague(desk: Desk) -> Officer:
    """Another who may answer such requests."""
    budi = desk.appoint(replace(STAFF["budi"], roles=NANDA.roles))
    return Officer(desk, budi.email)


def answered(officer: Officer, walk: OwnData, **said: str) -> Answer:
    request = walk.request
    task = f"{officer.seat}/tugas/{request.id}.{request.here.round}/data-pribadi"
    answer = program("POST", task, {"outcome": "dipenuhi", **said})
    walk.desk.settle()
    return answer


def before_saving(desk: Desk, nth: int, act: Callable[[], object]) -> None:
    """`act` happens before the nth saving of a case from now."""
    cases, left = desk.world.cases, [nth]
    save = cases.save

    def slower(*given: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            del cases.save
            act()
        return save(*given)

    cases.save = slower
