"""Tell the workflow what the case already knows."""

from functions.world import world


def forward(case_id: str) -> bool:
    """Start or resume the case's execution; False if the execution no longer waits for it."""
    case = world().cases.get(case_id)
    moving = case.transit
    if moving is None:
        return True
    if moving.token:
        return world().workflow.resume(moving.token, moving.outcome)
    world().workflow.start(case.execution, case.sop, case.id, moving.target)
    return True
