"""Hendra is on leave for a week, and Ratna stands in."""

from tests.desk.browser import Answer, program
from tests.desk.office import STAFF, Desk

HENDRA, RATNA = STAFF["hendra"], STAFF["ratna"]
HIS = "babel/doni@/staf/orang/hendra/penggantian"
WEEK = {"officer": "ratna", "since": "2026-03-09", "until": "2026-03-13"}


def lend(desk: Desk, **said: str) -> Answer:
    """Hendra's role for the week; both sign in again."""
    answer = program("POST", HIS, {**WEEK, "role": {"kepala-biro": "ya"}, **said})
    for officer in ("hendra", "ratna"):
        desk.sign_in("babel", officer)
    return answer
