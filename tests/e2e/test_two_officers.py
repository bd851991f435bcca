"""Two officers press their buttons at the same moment, a hundred times over (G3)."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

from functions.aws.cases import DynamoCases
from functions.core.errors import Decided
from functions.core.number import case_number
from functions.verify.room import DONE
from infra.demo.client import SENT, Answer, Client
from infra.demo.seats import seats
from infra.local.stage import Stage
from tests.aws.given import waiting

ROUNDS, AT_ONCE = 100, 6
ACTS = {
    "siti": {"outcome": "ditolak", "message": "Dokumen palsu.", "confirmed": "ya"},
    "budi": {"outcome": "ditolak", "message": "Perusahaan tidak ada.", "confirmed": "ya"},
}


def _cases(stage: Stage) -> DynamoCases:
    dynamodb = stage.client("dynamodb")
    [table] = [t for t in dynamodb.list_tables()["TableNames"] if "Cases" in t]
    return DynamoCases(dynamodb, table)


def _open(cases: DynamoCases) -> str:
    """A case at the officers' desk, without the applicant's part of the way."""
    number = case_number("BTG", secrets.choice)
    cases.save(waiting(number, datetime.now(UTC), way="tatap-muka"))
    return number


def _together(stage: Stage, number: str, desks: dict[str, Client]) -> dict[str, Answer]:
    both = Barrier(len(ACTS))

    def press(who: str) -> Answer:
        both.wait()
        body = desks[who].body(**ACTS[who])
        return desks[who].ask("POST", f"/tugas/{number}.2/periksa", body, SENT)

    with ThreadPoolExecutor(len(ACTS)) as crew:
        return dict(zip(ACTS, crew.map(press, ACTS), strict=True))


def test_each_time_one_decides_and_the_other_is_told_politely(stage: Stage) -> None:
    """G3."""
    cases, staff = _cases(stage), {p["id"]: p["email"] for p in stage.staff}
    door = seats(stage.site, stage.mailbox)
    desks = {who: Client(stage.site, door.cookie(staff[who])) for who in ACTS}
    numbers = [_open(cases) for _ in range(ROUNDS)]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        ends = list(crew.map(lambda number: _together(stage, number, desks), numbers))
    for number, answers in zip(numbers, ends, strict=True):
        (won,) = [who for who, answer in answers.items() if answer.status == 200]
        (lost,) = [answer for answer in answers.values() if answer.status != 200]
        assert lost.status in {409, 410}, lost
        assert lost.view["message"] in {Decided.message, DONE}
        whole = cases.whole(number)
        assert [e.by for e in whole.history if e.kind == "decided"][1:] == [won]
        assert whole.case.message == ACTS[won]["message"]
