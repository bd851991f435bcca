"""One SOP walked act by act, by the links in the mails alone; every act has a stage's name."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from tests.desk.applicant import Applicant
from tests.desk.office import Desk
from tests.desk.officer import Officer

Acts = Mapping[str, Callable[[Any], object]]


class Walk:
    """`people`: for how many accounts are asked, where several may be."""

    sop: ClassVar[str]
    office: ClassVar[str]
    usual: ClassVar[Mapping[str, str]] = {}
    people: ClassVar[int] = 1
    acts: ClassVar[Acts]

    def __init__(self, desk: Desk, answers: Mapping[str, str] | None = None) -> None:
        self.desk = desk
        self.applicant = Applicant(desk, self.sop, answers or self.usual)

    def officer(self, role: str, place: int = 0) -> Officer:
        return Officer(self.desk, self.desk.holders(self.office, role)[place].email)

    def to(self, stage: str) -> Self:
        """From the beginning to where the case has come to `stage`."""
        for name, act in self.acts.items():
            act(self)
            if name == stage:
                return self
        raise KeyError(stage)

    def then(self, first: str, last: str) -> Self:
        """On, from the act `first` to the act `last`."""
        names = list(self.acts)
        for name in names[names.index(first) : names.index(last) + 1]:
            self.acts[name](self)
        return self

    def fill_in(self) -> None:
        self.applicant.invite(self.people)
        self.applicant.fill_in()
        if any(task["label"] == "Dokumen" for task in self.applicant.look()["tasks"]):
            self.applicant.send_scans()
