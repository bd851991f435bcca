"""`python -m infra.demo`: both ways through Batang's SOP, on a stage of its own."""

import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from infra.demo.client import Client
from infra.demo.story import RowMissing, by_video, demand_rows, face_to_face
from infra.local.errors import StartError
from infra.local.memory import Peak
from infra.local.ports import free_port
from infra.local.stage import Stage, local_stage

ALL = range(1, 9)
WAYS: dict[str, tuple[Callable[..., dict[str, Any]], list[int]]] = {
    "Tatap muka, usaha perorangan": (face_to_face, [no for no in ALL if no != 4]),
    "Daring, badan usaha, sekali belum lengkap": (by_video, list(ALL)),
}
LINE = "  {no:>2}  {when:<20} {who:<18} {text}"


def main() -> int:
    try:
        with local_stage(free_port(), free_port(), quiet=False) as stage:
            return tell(stage)
    except (StartError, RowMissing) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def tell(stage: Stage) -> int:
    """Each way, walked and shown; rows that did not happen raise."""
    officer = stage.staff[0]["email"]
    with Peak(stage.folder) as peak:
        for title, (walk, rows) in WAYS.items():
            begun = monotonic()
            status = walk(Client(stage.site), stage.mailbox, officer)
            show(title, status, monotonic() - begun)
            demand_rows(status, rows)
    sys.stdout.write(f"\nEvery row happened. Memory at most {peak.megabytes:.0f} MB.\n")
    return 0


def show(title: str, status: dict[str, Any], seconds: float) -> None:
    number = status["standing"]["number"]
    sys.stdout.write(f"\n{title}: {number}, {seconds:.1f} s\n")
    for entry in status["timeline"]:
        text = " ".join(entry["text"].split())[:80]
        when = (entry["at"] or entry["state"])[:19]
        sys.stdout.write(LINE.format(no=entry["no"], when=when, who=entry["who"], text=text) + "\n")


if __name__ == "__main__":
    sys.exit(main())
