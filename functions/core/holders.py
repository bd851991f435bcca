"""The people for whom one application asks accounts, each with their own fields and documents.

Unfolded for a case, a person's field `nip` is the field `nip.h1` of a section `h1`, and their
document `sk` is `sk.h1`: whatever handles a form handles several people without knowing it.
"""

from collections.abc import Collection

from functions.core.form import FormField, Frozen, Requirement, Section, Variant

APPLICANT = ""
"""The holder of an account that is the applicant's own."""


class Holders(Frozen):
    """`name`, `email`, `second_fact`: the fields that say who the person is, where the handover
    is sent, and what opens it."""

    title: str
    name: str
    email: str
    second_fact: str
    most: int = 20
    fields: tuple[FormField, ...]
    requirements: tuple[Requirement, ...] = ()

    def sections(self, holders: Collection[str]) -> tuple[Section, ...]:
        return tuple(
            Section(
                id=holder,
                title=f"{self.title} {place}",
                fields=tuple(
                    f.model_copy(
                        update={"id": f"{f.id}.{holder}", "only": self._own(f.only, holder)}
                    )
                    for f in self.fields
                ),
            )
            for place, holder in enumerate(holders, start=1)
        )

    def papers(self, holders: Collection[str]) -> tuple[Requirement, ...]:
        return tuple(
            r.model_copy(
                update={
                    "id": f"{r.id}.{holder}",
                    "name": f"{r.name} ({self.title.lower()} {place})",
                    "only": self._own(r.only, holder),
                    "scan": r.scan if isinstance(r.scan, bool) else self._own(r.scan, holder),
                }
            )
            for place, holder in enumerate(holders, start=1)
            for r in self.requirements
        )

    def _own(self, only: Variant, holder: str) -> Variant:
        mine = {f.id for f in self.fields}
        return {f"{k}.{holder}" if k in mine else k: v for k, v in only.items()}
