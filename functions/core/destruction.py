"""What was destroyed, as the office's ledger tells of it."""

from dataclasses import dataclass
from datetime import datetime

from functions.core.erasure import GROUNDS
from functions.core.kinds import ENDS
from functions.core.ledger import Told
from functions.core.sop import Sop

ERASED = "erased"
"""The kind of event that tells of it."""


@dataclass(frozen=True)
class Destroyed:
    """One case. `rule`: how long it had to be kept; `objects`: how many stored scans and papers
    went with it."""

    number: str
    service: str
    end: str
    ended: datetime
    at: datetime
    objects: int
    rule: str
    ground: str


def destroyed(told: Told, sop: Sop) -> Destroyed:
    said = told.event.detail
    return Destroyed(
        number=told.case,
        service=sop.service,
        end=ENDS[said["end"]],
        ended=datetime.fromisoformat(said["ended"]),
        at=told.event.at,
        objects=int(said["objects"]),
        rule=said["rule"],
        ground=GROUNDS[said["ground"]],
    )
