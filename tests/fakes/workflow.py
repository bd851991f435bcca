"""The workflow in memory: what was started, and which tokens are waited for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Execution:
    sop: str
    case: str
    step: str


class MemoryWorkflow:
    """`started`: by execution name. `resumed`: (token, outcome) as taken, in order."""

    def __init__(self) -> None:
        self.started: dict[str, Execution] = {}
        self.waiting: set[str] = set()
        self.resumed: list[tuple[str, str]] = []

    def start(self, name: str, sop: str, case_id: str, step: str) -> None:
        self.started.setdefault(name, Execution(sop, case_id, step))

    def wait(self, token: str) -> str:
        """A test's word that an execution waits with `token`."""
        self.waiting.add(token)
        return token

    def resume(self, token: str, outcome: str) -> bool:
        if token not in self.waiting:
            return False
        self.waiting.remove(token)
        self.resumed.append((token, outcome))
        return True
