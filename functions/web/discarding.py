"""A document is taken back: asked first, then done, as both rooms do it."""

from datetime import datetime

from functions.core.case import Case
from functions.core.completeness import asked_scans, kept
from functions.core.document import Leaf
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.form import Option
from functions.core.sop import Sop
from functions.web.answer import View
from functions.web.body import Command
from functions.web.documents import described

ALL = Option(value="", label="Semua berkas dokumen ini")


class Discard(Command):
    """`file`: the hash of the one that is taken back; "" for all."""

    file: str = ""


class DiscardPage(View):
    page = "document-discard.html"
    back: str
    number: str
    name: str
    label: str
    matter: str
    files: list[Option]


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
        matter=sop.matter.lower(),
        files=[ALL, *(_file(place, leaf) for place, leaf in enumerate(document.leaves, start=1))],
    )


def discarded(case: Case, sop: Sop, name: str, by: Actor, said: Discard, at: datetime) -> Case:
    """Only what is asked for just now is anybody's to take back."""
    if not _asked(case, sop, name):
        raise NotFound
    return case.discard(name, by, at, leaf=said.file, nonce=said.nonce)


def _file(place: int, leaf: Leaf) -> Option:
    return Option(value=leaf.sha256, label=f"Berkas {place} saja ({described(leaf)})")


def _asked(case: Case, sop: Sop, name: str) -> bool:
    return name in {requirement.id for requirement in asked_scans(case, sop)}
