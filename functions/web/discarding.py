"""A document is taken back: asked first, then done, as both rooms do it."""

from datetime import datetime

from functions.core.case import Case
from functions.core.completeness import asked_scans, kept
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.sop import Sop
from functions.web.answer import View
from functions.web.body import Command


class Discard(Command):
    """Nothing more than the wish itself."""


class DiscardPage(View):
    page = "document-discard.html"
    back: str
    number: str
    name: str
    label: str
    files: int


def discard_page(case: Case, sop: Sop, name: str, base: str) -> DiscardPage:
    document = kept(case, name)
    if document is None or not _asked(case, sop, name):
        raise NotFound
    return DiscardPage(
        office=case.office,
        back=f"{base}/dokumen",
        number=case.id,
        name=name,
        label=sop.names[name],
        files=len(document.leaves),
    )


def discarded(case: Case, sop: Sop, name: str, by: Actor, said: Discard, at: datetime) -> Case:
    """Only what is asked for just now is anybody's to take back."""
    if not _asked(case, sop, name):
        raise NotFound
    return case.discard(name, by, at, nonce=said.nonce)


def _asked(case: Case, sop: Sop, name: str) -> bool:
    return name in {requirement.id for requirement in asked_scans(case, sop)}
