"""Cases in memory. What goes in comes out as from DynamoDB: through JSON, without its news."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import TypeAdapter

from functions.core.attention import desk, queued, wake_at
from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound, Stale, Taken, Unavailable
from functions.core.facts import Claim
from functions.core.history import Event
from functions.core.ledger import KINDS, Told
from functions.core.month import month_of
from functions.core.officer import Officer
from functions.core.records import EVERYTHING, Page, Sift, Waiting, Whole
from functions.core.satisfaction import Ballot
from functions.core.sop import Sop
from functions.core.timing import DIGEST
from functions.offices import all_offices
from functions.sops import sop_of
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.staff import MemoryStaff
from tests.fakes.suppressions import MemorySuppressions

_cases, _events, _ballots = TypeAdapter(Case), TypeAdapter(Event), TypeAdapter(Ballot)
SIZE = 50
ClaimKey = tuple[str, str, str]


class MemoryCases:
    """`snapshots`, `events` and `box` are the stored JSON, for tests that tamper or compare."""

    def __init__(
        self, staff: MemoryStaff | None = None, outbox: MemoryOutbox | None = None
    ) -> None:
        self.outbox = outbox or MemoryOutbox()
        self.staff = staff or MemoryStaff(self.outbox)
        self.suppressions = MemorySuppressions()
        self.snapshots: dict[str, bytes] = {}
        self.events: dict[tuple[str, int], bytes] = {}
        self.claims: dict[ClaimKey, str] = {}
        self.box: dict[tuple[str, str, str], bytes] = {}

    def get(self, case_id: str) -> Case:
        if case_id not in self.snapshots:
            raise NotFound
        return _cases.validate_json(self.snapshots[case_id])

    def whole(self, case_id: str) -> Whole:
        return Whole(self.get(case_id), self.history(case_id), self.outbox.of(case_id))

    def save(self, case: Case, on_duty: Officer | None = None) -> Case:
        settled = case.settled()
        touched = [_key(case, claim) for claim in (*case.news.claims, *case.news.releases)]
        if len(touched) != len(set(touched)):
            raise Unavailable("a transaction touches each item once")
        if not self._is_kept(settled):
            self._demand(case, on_duty)
            self._write(case, settled)
        return settled

    def history(self, case_id: str) -> tuple[Event, ...]:
        found = sorted(key for key in self.events if key[0] == case_id)
        return tuple(_events.validate_json(self.events[key]) for key in found)

    def holding(self, kind: str, fingerprint: str) -> tuple[str, ...]:
        found = sorted(key for key in self.claims if key[:2] == (kind, fingerprint))
        return tuple(self.claims[key] for key in found)

    def queue(
        self, office: str, roles: Iterable[str], start: str = "", sift: Sift = EVERYTHING
    ) -> Page:
        wanted = set(roles)
        waiting = [c for c in self._all() if c.office == office and desk(c, _sop(c)) in wanted]
        lines = {_place(line): line for c in waiting if (line := queued(c, _sop(c)))}
        found = sorted(place for place in lines if place > start)
        fits = [place for place in found if _fits(lines[place], sift)]
        shown = fits[:SIZE]
        return Page(tuple(lines[p] for p in shown), shown[-1] if len(fits) > SIZE else "")

    def ledger(self, office: str, month: str, *kinds: str) -> tuple[Told, ...]:
        found = [
            Told(case.id, case.sop, event)
            for case in self._all()
            for event in self.history(case.id)
            if case.office == office and event.kind in KINDS and event.kind in kinds
            and month_of(all_offices()[office], event.at) == month
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda line: line.place))

    def ballots(self, office: str, month: str) -> tuple[Ballot, ...]:
        found = sorted(key for key in self.box if key[:2] == (office, month))
        return tuple(_ballots.validate_json(self.box[key]) for key in found)

    def waking(self, until: datetime) -> tuple[str, ...]:
        due = sorted((at, case.id) for case in self._all() if (at := wake_at(case, _sop(case))))
        return tuple(case_id for at, case_id in due if at <= until)

    def expiring(self, until: datetime) -> tuple[str, ...]:
        due = sorted((at, c.id) for c in self._all() if (at := c.kept_until(_sop(c))))
        return tuple(case_id for at, case_id in due if at <= until)

    def _all(self) -> list[Case]:
        return [self.get(case_id) for case_id in self.snapshots]

    def _is_kept(self, settled: Case) -> bool:
        """Whether this very write was done before, and its answer lost."""
        if settled.id not in self.snapshots:
            return False
        kept = self.get(settled.id)
        return kept == settled

    def _demand(self, case: Case, on_duty: Officer | None) -> None:
        """In the order in which functions/aws/cases.py names what stood in the way."""
        if on_duty and not self.staff.is_on_duty(on_duty):
            raise NotAllowed
        if case.revision != (self.get(case.id).revision if case.id in self.snapshots else 0):
            raise Stale
        for claim in case.news.claims:
            if self.claims.get(_key(case, claim), case.id) != case.id:
                raise Taken(claim.kind, claim.fingerprint)
        if any((case.id, event.seq) in self.events for event in case.news.events):
            raise Stale

    def _write(self, case: Case, settled: Case) -> None:
        self.snapshots[case.id] = _cases.dump_json(settled, exclude={"news"})
        for event in case.news.events:
            self.events[case.id, event.seq] = _events.dump_json(event)
        at = case.news.events[-1].at if case.news.events else case.opened_at
        for n, letter in enumerate(case.news.letters):
            if letter.name == DIGEST:
                self.outbox.digest(case.office, letter, at)
            else:
                self.outbox.put(case.id, f"mail#{case.seq:06}#{n}", letter, at)
        self._cast(case, month_of(all_offices()[case.office], at))
        self._claim(case)
        for fingerprint in case.news.lifts:
            self.suppressions.lift(fingerprint)

    def _claim(self, case: Case) -> None:
        for claim in case.news.claims:
            self.claims[_key(case, claim)] = case.id
        for claim in case.news.releases:
            self.claims.pop(_key(case, claim), None)

    def _cast(self, case: Case, month: str) -> None:
        for ballot in case.news.ballots:
            self.box[case.office, month, ballot.id] = _ballots.dump_json(ballot)


def _key(case: Case, claim: Claim) -> ClaimKey:
    return claim.kind, claim.fingerprint, "only" if claim.exclusive else case.id


def _sop(case: Case) -> Sop:
    return sop_of(case)


def _place(line: Waiting) -> str:
    """In the queue: what has a due time, the earliest first; then what has none."""
    at = (line.due or line.since).astimezone(UTC).isoformat(timespec="microseconds")
    return f"{'' if line.due else '9'}{at}#{line.case}"


def _fits(line: Waiting, sift: Sift) -> bool:
    hand = line.hand.id if line.hand else ""
    late = sift.until is None or (line.due is not None and line.due < sift.until)
    service = not sift.sop or line.sop.startswith(f"{sift.sop}@")
    return late and service and sift.hand in {None, hand}
