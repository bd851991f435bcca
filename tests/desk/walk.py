"""One SOP walked act by act, by the links in the mails alone; every act has a stage's name."""

from collections.abc import Mapping
from typing import ClassVar, Self

from tests.desk.applicant import Applicant
from tests.desk.memory import Acts, lead
from tests.desk.office import Desk
from tests.desk.officer import Officer


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
        names = list(self.acts)
        lead(self, {name: self.acts[name] for name in names[: names.index(stage) + 1]})
        return self

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
