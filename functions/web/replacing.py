"""One file of a document is replaced in its place: which one it is, and the form for another."""

from functions.core.case import Case
from functions.core.completeness import asked_scan, leaf_of
from functions.core.sop import Sop
from functions.web.answer import View
from functions.web.documents import Kept, Place, shown, upload_form
from functions.web.uploads import Upload


class ReplacePage(View):
    """`place`: of the file in its document, from "1"."""

    page = "document-replace.html"
    back: str
    number: str
    label: str
    place: str
    file: Kept
    form: Upload


def replace_page(case: Case, sop: Sop, name: str, place: str, at: Place) -> ReplacePage:
    requirement, leaf = asked_scan(case, sop, name), leaf_of(case, name, place)
    return ReplacePage(
        office=case.office,
        back=at.documents,
        number=case.id,
        label=requirement.name,
        place=place,
        file=shown(name, int(place), leaf, at),
        form=upload_form(case, requirement, at, instead=leaf.sha256),
    )
