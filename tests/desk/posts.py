"""Every command that the rooms accept, and a case brought to where it may be given."""

from collections.abc import Mapping

from tests.desk.applicants_posts import APPLICANTS
from tests.desk.complaint_posts import COMPLAINTS
from tests.desk.counter_posts import COUNTER
from tests.desk.hearing_posts import HEARING
from tests.desk.memory import go_on, written
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
        self._written = written(desk)

    def undo(self) -> None:
        """Take back what a command did."""
        go_on(self.desk, self._written)
        assert self.desk.state() == self.before

    def untouched(self) -> bool:
        """Nothing was stored, nothing sent, nothing started."""
        self.desk.settle()
        return self.desk.state() == self.before
