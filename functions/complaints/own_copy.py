"""The copy of all that is held on whoever complains: their number and secret open it, at once."""

from dataclasses import replace

from functions.complaints.room import following, room
from functions.core.case import Case
from functions.core.errors import NotFound
from functions.core.extent import WHOLE
from functions.core.grievance import VEILED, veiled
from functions.offices import all_offices
from functions.web.download import PDF, Download
from functions.web.following import HOME
from functions.web.own_copy import Copy, CopyPage, copy_of, copy_paper, data_of, pdf_of, shown
from functions.world import world

HERE = f"{HOME}/salinan"


@room.page(HERE)
def own_copy() -> CopyPage:
    case, copied = _copied()
    return CopyPage(office=case.office, base=HERE, back=HOME, copies=[copied])


@room.page(f"{HERE}/dokumen/<number>/<name>/<leaf>")
def scan(number: str, name: str, leaf: str) -> str:
    case, _ = following()
    if number != case.id:
        raise NotFound
    return shown(case, WHOLE, world().clean, name, leaf)


@room.download(f"{HERE}/data.json")
def for_programs() -> Download:
    case, copied = _copied()
    return data_of([copied], case.id)


@room.download(f"{HERE}/data.pdf")
def for_print() -> Download:
    case, copied = _copied()
    paper = copy_paper([copied], case.id, all_offices()[case.office])
    return Download(pdf_of(case.id), PDF, world().press.pdf(paper))


def _copied() -> tuple[Case, Copy]:
    """The complaint, and the copy of it, that does not tell a finder of the slip whose it is."""
    case, sop = following()
    whole = world().cases.whole(case.id)
    email = VEILED if whole.case.email else ""
    case = replace(whole.case, email=email, answers=veiled(whole.case.answers))
    told = replace(whole, case=case)
    return case, copy_of(told, sop, all_offices()[case.office], world().now())
