"""Every command that the rooms accept, and a case brought to where it may be given."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.desk.applicants_posts import APPLICANTS
from tests.desk.complaint_posts import COMPLAINTS
from tests.desk.counter_posts import COUNTER
from tests.desk.hearing_posts import HEARING
from tests.desk.office import Desk
from tests.desk.officers_posts import OFFICERS
from tests.desk.post import Post
from tests.desk.staff_posts import STAFF

POSTS: Mapping[str, Post] = {
    **APPLICANTS, **OFFICERS, **COUNTER, **HEARING, **STAFF, **COMPLAINTS,
}  # fmt: skip


class Ready:
    """A case brought to where the command `name` may be given, by a browser of its own."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk, self.name, self.post = desk, name, POSTS[name]
        walk = self.post.walk(desk).to(self.post.stage)
        self.path = self.post.path(walk)
        self.good = dict(self.post.good(walk))
        desk.settle()
        self.before = desk.state()
        self._tables = [(table, deepcopy(table)) for table in self._written()]

    def _written(self) -> list[dict[Any, Any]]:
        cases, staff = self.desk.world.cases, self.desk.world.staff
        world = self.desk.world
        written = [cases.snapshots, cases.events, cases.claims, cases.box, cases.outbox.entries]
        written += [staff.lines, staff.news, world.archive.kept, world.suppressions.kept]
        return [*written, world.counters.tallies, world.counters.tries]

    def undo(self) -> None:
        """Take back what a command wrote, before anything followed from it."""
        for table, before in self._tables:
            table.clear()
            table.update(deepcopy(before))
        assert self.desk.state() == self.before

    def untouched(self) -> bool:
        """Nothing was stored, nothing sent, nothing started."""
        self.desk.settle()
        return self.desk.state() == self.before
