"""Taking a return back, while the applicant has done nothing yet."""

from typing import Any

from functions.core.case import Case
from functions.core.facts import VERDICTS
from functions.core.officer import Officer
from functions.core.rules import recallers
from functions.sops import sop_of
from functions.verify.rights import roles_of
from functions.verify.room import decide, recorded, repeated, returned, room, task_of
from functions.verify.tasks.preview import Preview, preview
from functions.web.answer import View
from functions.web.body import Command

NOTHING: dict[str, Any] = {"findings": {}, "message": ""}
"""What the applicant is asked to mend afterwards."""


class Recall(Command):
    """Nothing more than the wish itself."""


class RecallPage(View):
    """`asked`: what the return asks for, in words."""

    page = "task-recall.html"
    base: str
    number: str
    asked: list[str]
    mail: Preview | None


def recall_of(case: Case, officer: Officer) -> str:
    """Where the officer can take a return back, if there is one that nothing was done about."""
    if case.here is None or case.here.touched:
        return ""
    sop = sop_of(case)
    mine = recallers(sop, sop.step(case.here.id)) & {*roles_of(officer)}
    return f"/tugas/{task_of(case.id, case.here.round)}/tarik" if mine else ""


@room.page("/tugas/<task>/tarik")
def recalling(task: str) -> RecallPage:
    at = returned(task)
    mail = preview(at, at.step.kinds.recall, **NOTHING)
    asked = [f"{at.sop.names[n]}: {VERDICTS[f.verdict]}" for n, f in at.case.findings.items()]
    return RecallPage(
        office=at.case.office, base=at.base, number=at.case.id, asked=asked, mail=mail
    )


@recalling.accepts(Recall)
def recalled(said: Recall, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = returned(task)
    decide(at, at.step.kinds.recall, said.nonce, **NOTHING)
    return recorded(task)
