"""What an applicant said and sent, as it grows: answers, scans, and for whom accounts are asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self, TypeVar

from functions.core.chronicle import MACHINERY, Detail
from functions.core.document import Arrival, Document
from functions.core.errors import Decided, Invalid, NotAllowed, NotFound
from functions.core.facts import Actor, Finding, Hand
from functions.core.taking import Taking

T = TypeVar("T")
ALONE = "Sekurang-kurangnya satu orang."
TOO_MANY = "Paling banyak {most} orang dalam satu surat."
BEGUN = "Permintaan ini sudah mulai dipenuhi, dan tidak dapat ditolak lagi. Selesaikan."
TOUCHED = "Pemohon sudah mulai memperbaiki; pengembalian ini tidak dapat ditarik lagi."


@dataclass(frozen=True, kw_only=True)
class Application(Taking):
    """`holders`: the people for whom accounts are asked, where it is not the applicant alone;
    `named`: how many there ever were, so that nobody inherits another's id. `rounds`: how many
    waits there were."""

    holders: tuple[str, ...] = ()
    named: int = 1
    answers: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    rounds: int = 0

    def save_answers(self, by: Actor, section: str, answers: Detail, at: datetime) -> Self:
        """Keep one section of the form; what was wrong with it counts as mended."""
        if self._waiting().by != by.role:
            raise NotAllowed
        found = self.findings.get(section)
        mended = {section: replace(found, mended=True)} if found else {}
        findings = {**self.findings, **mended}
        kept = replace(self, answers={**self.answers, **answers}, findings=findings)
        if kept == self:
            return self
        return kept._touched()._tell("saved", at, by.id, {"section": section})

    def correct(self, by: Actor, answers: Detail, request: str, at: datetime) -> Self:
        """What was wrong is put right at the person's `request`; history is told which fields."""
        changed = sorted(n for n, said in answers.items() if self.answers.get(n, "") != said)
        if not changed:
            return self
        right = replace(self, answers={**self.answers, **answers})
        detail = {"fields": ",".join(changed), "request": request, **by.standing}
        return right._tell("corrected", at, by.id, detail)

    def disclose(self, by: Actor, request: str, at: datetime) -> Self:
        """A copy of what is held on somebody is given them, at their `request`."""
        return self._tell("copied", at, by.id, {"request": request, **by.standing})

    def receive(self, name: str, arrival: Arrival, at: datetime) -> Self:
        """An upload was examined: it replaces all or one leaf, is one more, or is refused."""
        before = self.documents.get(name) or Document(arrival.at)
        after = before.after(arrival, self.rounds)
        if after is before:
            return self
        kept = replace(self, documents={**self.documents, name: after})
        if after.problem:
            detail = {"document": name, "sha256": arrival.sha256}
            return kept._touched()._tell("refused-document", at, MACHINERY, detail)
        if after.leaves == before.leaves:
            return kept
        detail = {"document": name, "sha256": after.sha256}
        return kept._touched()._tell("document", at, MACHINERY, detail)

    def discard(
        self, name: str, by: Actor, at: datetime, *, leaf: str = "", nonce: str = ""
    ) -> Self:
        """A document is taken back: the leaf of this hash, or, of "", all."""
        before = self.documents.get(name)
        hashes = [kept.sha256 for kept in before.leaves] if before else []
        if before is None or not hashes or leaf not in {"", *hashes}:
            raise NotFound
        others = leaf and len(hashes) > 1
        after = before.without(leaf) if others else before.emptied(at)
        left = replace(self, documents={**self.documents, name: after}, nonce=nonce)
        detail = {"document": name, "sha256": leaf or before.sha256}
        return left._touched()._tell("discarded", at, by.id, detail)

    def looked_at(
        self, name: str, sha256: str, by: Actor, why: str, at: datetime, *, nonce: str = ""
    ) -> Self:
        """An officer looks at a scan or a signed paper; `why`: the task they are at, or what for.

        Hashed, so that the history says exactly which bytes.
        """
        detail = {"document": name, "sha256": sha256, "why": why}
        looked = replace(self, nonce=nonce)
        return looked._tell("looked", at, by.id, {**detail, **by.standing})

    def with_holder(self, by: Actor, most: int, at: datetime, *, nonce: str = "") -> Self:
        """One more person for whom an account is asked."""
        if len(self.holders) >= most:
            raise Invalid({"": TOO_MANY.format(most=most)})
        holder = f"h{self.named + 1}"
        holders = (*self.holders, holder)
        more = replace(self, holders=holders, named=self.named + 1, nonce=nonce)
        return more._touched()._tell("saved", at, by.id, {"holder": holder})

    def without_holder(self, by: Actor, holder: str, at: datetime, *, nonce: str = "") -> Self:
        """A person is left out, with all that was said and sent of them."""
        if holder not in self.holders:
            raise NotFound
        if len(self.holders) == 1:
            raise Invalid({"": ALONE})
        left = replace(
            self,
            holders=tuple(h for h in self.holders if h != holder),
            answers=_without(self.answers, holder),
            documents=_without(self.documents, holder),
            findings=_without(self.findings, holder),
            nonce=nonce,
        )
        return left._touched()._tell("saved", at, by.id, {"left": holder})

    def set_about(self, hand: Hand, at: datetime) -> Self:
        """An officer begins what cannot be taken back: it is theirs, and to be finished."""
        here = self._waiting()
        if here.hand is None or here.hand.id != hand.id:
            return self.take(hand, at)._touched()
        return self if here.touched else self._touched()

    def _demand_untouched(self) -> None:
        """Decided, once the applicant has begun to answer."""
        if self._waiting().touched:
            raise Decided(TOUCHED)

    def _demand_not_begun(self) -> None:
        if self._waiting().touched:
            raise Decided(BEGUN)

    def _touched(self) -> Self:
        """Something of the application changed during the open wait."""
        return replace(self, here=replace(self.here, touched=True)) if self.here else self


def _without(kept: Mapping[str, T], holder: str) -> dict[str, T]:
    return {name: value for name, value in kept.items() if name.split(".")[-1] != holder}
