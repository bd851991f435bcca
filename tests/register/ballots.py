"""Ballots of an office, and what the public is told of them."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from functions.core.elements import ELEMENTS
from functions.core.satisfaction import Ballot
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.walks import Batang

SERVICE = Batang.sop
MARCH = "/kepuasan/batang/2026-03"
_ballots = TypeAdapter(Ballot)


def throughout(score: int) -> dict[str, int]:
    return {e.id: score for e in ELEMENTS}


class Box:
    """Batang's ballots, put in by hand."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.count = desk, 0

    def put(self, month: str, *each: int | Mapping[str, int], service: str = SERVICE) -> None:
        """One ballot for each: the same score throughout, or one by one."""
        for said in each:
            scores = throughout(said) if isinstance(said, int) else said
            self.count += 1
            ballot = Ballot(f"chance-{self.count}", service, scores)
            self.desk.world.cases.box["batang", month, ballot.id] = _ballots.dump_json(ballot)


def told(path: str) -> Any:
    return program("GET", path).view


def counts(*paths: str) -> list[int | None]:
    views = [told(f"/kepuasan/batang/{path}") for path in paths]
    return [view["figures"] and view["figures"]["respondents"] for view in views]
