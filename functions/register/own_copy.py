"""The copy of all that is held on a person, behind the link of the request that was met."""

from functions.core.case import Case
from functions.core.erasure import GONE
from functions.core.errors import Gone, NotFound
from functions.core.extent import Extent, extent_of
from functions.core.own_data import demand_copy, reaches
from functions.offices import all_offices
from functions.register.room import applicant, room
from functions.sops import sop_of
from functions.web.download import PDF, Download
from functions.web.own_copy import Copy, CopyPage, copy_of, copy_paper, data_of, pdf_of, shown
from functions.world import world


@room.page("/p/<token>/salinan")
def own_copy(token: str) -> CopyPage:
    request, copies = _copied(token)
    return CopyPage(office=request.office, base=f"/p/{token}/salinan", copies=copies)


@room.page("/p/<token>/salinan/dokumen/<number>/<name>/<leaf>")
def scan(token: str, number: str, name: str, leaf: str) -> str:
    request, sop = applicant(token)
    if number not in demand_copy(request, sop, world().now()):
        raise NotFound
    about = world().cases.get(number)
    if not _left(request, about):
        raise Gone(GONE)
    return shown(about, _extent(request, about), world().clean, name, leaf)


@room.download("/p/<token>/salinan/data.json")
def for_programs(token: str) -> Download:
    request, copies = _copied(token)
    return data_of(copies, request.id)


@room.download("/p/<token>/salinan/data.pdf")
def for_print(token: str) -> Download:
    request, copies = _copied(token)
    paper = copy_paper(copies, request.id, all_offices()[request.office])
    return Download(pdf_of(request.id), PDF, world().press.pdf(paper))


def _copied(token: str) -> tuple[Case, list[Copy]]:
    """The request, and what it gives a copy of, each as it is now; Gone, if nothing is left."""
    (request, sop), now = applicant(token), world().now()
    office = all_offices()[request.office]
    found = [world().cases.whole(number) for number in demand_copy(request, sop, now)]
    copies = [
        copy_of(whole, sop_of(whole.case), office, now, _extent(request, whole.case))
        for whole in found
        if _left(request, whole.case)
    ]
    if not copies:
        raise Gone(GONE)
    return request, copies


def _left(request: Case, about: Case) -> bool:
    return about.erased is None and reaches(request, about)


def _extent(request: Case, about: Case) -> Extent:
    return extent_of(request, about, sop_of(about), world().fingerprints)
