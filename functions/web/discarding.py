"""A document is taken back: asked first, then done, as both rooms do it."""

from datetime import datetime

from functions.core.case import Case
from functions.core.completeness import asked_scan, kept
from functions.core.document import Leaf
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.form import Option
from functions.core.sop import Sop
from functions.web.answer import View
from functions.web.body import Command
from functions.web.documents import Place, described

ALL = Option(value="", label="Semua berkas dokumen ini")


class Discard(Command):
    """`file`: the hash of the one that is taken back; "" for all."""

    file: str = ""


class DiscardPage(View):
    """`chosen`: the file that the link spoke of, by its hash; "" for all."""

    page = "document-discard.html"
    back: str
    number: str
    name: str
    label: str
    matter: str
    files: list[Option]
    chosen: str


def discard_page(case: Case, sop: Sop, name: str, at: Place) -> DiscardPage:
    """`?berkas=N`: the file of this place is chosen already."""
    requirement, document = asked_scan(case, sop, name), kept(case, name)
    if document is None:
        raise NotFound
    places = {str(n): leaf.sha256 for n, leaf in enumerate(document.leaves, start=1)}
    return DiscardPage(
        office=case.office,
        back=at.documents,
        number=case.id,
        name=name,
        label=requirement.name,
        matter=sop.matter.lower(),
        files=[ALL, *(_file(place, leaf) for place, leaf in enumerate(document.leaves, start=1))],
        chosen=places.get(at.asked("berkas"), ""),
    )


def discarded(case: Case, sop: Sop, name: str, by: Actor, said: Discard, at: datetime) -> Case:
    """Only what is asked for just now is anybody's to take back."""
    asked_scan(case, sop, name)
    return case.discard(name, by, at, leaf=said.file, nonce=said.nonce)


def _file(place: int, leaf: Leaf) -> Option:
    return Option(value=leaf.sha256, label=f"Berkas {place} saja ({described(leaf)})")
