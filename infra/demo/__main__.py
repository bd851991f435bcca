"""`python -m infra.demo`: every story, on a stage of its own."""

import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from infra.demo.inbox import NeverCame
from infra.demo.story import Story, stories
from infra.demo.walk import RowMissing, Status, demand_rows, walk
from infra.local.errors import StartError
from infra.local.memory import Peak
from infra.local.ports import free_port
from infra.local.stage import Stage, local_stage

AT_ONCE = 3
LINE = "  {no:>2}  {when:<20} {who:<36} {text}"


def main() -> int:
    try:
        with local_stage(free_port(), free_port(), quiet=False) as stage:
            return tell(stage, stories())
    except (StartError, RowMissing, NeverCame) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def tell(stage: Stage, told: Mapping[str, Story]) -> int:
    """Each story, walked and shown; rows that did not happen raise."""
    begun = monotonic()
    with Peak(stage.folder) as peak, ThreadPoolExecutor(AT_ONCE) as crew:
        ends = crew.map(lambda story: walk(stage, story).run(), told.values())
        for story, status in zip(told.values(), ends, strict=True):
            show(story, status)
            demand_rows(story, status)
    taken = f"{monotonic() - begun:.0f} s, memory at most {peak.megabytes:.0f} MB"
    sys.stdout.write(f"\nEvery row happened: {taken}.\n")
    return 0


def show(story: Story, status: Status) -> None:
    at = status["standing"]
    sys.stdout.write(f"\n{story.title}: {at['number']}, {at['state']}\n")
    for entry in status["timeline"]:
        when = (entry["at"] or entry["state"])[:19]
        line = LINE.format(no=entry["no"], when=when, who=entry["who"], text=entry["label"])
        sys.stdout.write(f"{line}\n")
    for pause in at["pauses"]:
        sys.stdout.write(f"  dijeda {pause['since'][:19]}: {pause['cause']}. {pause['reason']}\n")


if __name__ == "__main__":
    sys.exit(main())
