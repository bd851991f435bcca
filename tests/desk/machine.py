"""Step Functions within the test's own process."""

from functions.core.kinds import ENDS
from functions.sops import all_sops
from functions.verify import begin
from tests.fakes import MemoryWorkflow


class Machine:
    """Plays Step Functions: whoever starts or resumes an execution makes it reach a step."""

    def __init__(self, workflow: MemoryWorkflow) -> None:
        self.workflow, self.entered = workflow, 0
        self.waits: dict[str, tuple[str, str, str, str]] = {}
        self._seen = [0, 0]

    def turn(self) -> bool:
        """Do what was asked since the last turn; whether there was anything."""
        started = list(self.workflow.started.items())[self._seen[0] :]
        resumed = self.workflow.resumed[self._seen[1] :]
        self._seen = [len(self.workflow.started), len(self.workflow.resumed)]
        for name, ex in started:
            self.enter(name, ex.case, ex.sop, ex.step)
        for token, outcome in resumed:
            name, case, sop, step = self.waits.pop(token)
            self.enter(name, case, sop, all_sops()[sop].step(step).next[outcome])
        return bool(started or resumed)

    def enter(self, name: str, case: str, sop: str, place: str) -> None:
        event = {"case": case, "step": place, "execution": name}
        if place not in ENDS:
            self.entered += 1
            event["token"] = self.workflow.wait(f"token-{self.entered}")
            self.waits[event["token"]] = (name, case, sop, place)
        begin.handler(event, None)

    def lapse(self, case: str) -> None:
        """The step's time is over: the machine gives up waiting."""
        token = next(t for t, wait in self.waits.items() if wait[1] == case)
        name, _, sop, step = self.waits.pop(token)
        self.workflow.waiting.discard(token)
        self.enter(name, case, sop, all_sops()[sop].step(step).kinds.lapses)
