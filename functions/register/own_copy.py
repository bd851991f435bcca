"""The copy of all that is held on a person, behind the link of the request that was met."""

from functions.core.case import Case
from functions.core.own_data import demand_copy
from functions.offices import all_offices
from functions.register.room import applicant, room
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.web.own_data import Copy, copy_of, copy_paper
from functions.world import world

JSON = "application/json"


class CopyPage(View):
    page = "own-copy.html"
    base: str
    copied: Copy


@room.page("/p/<token>/salinan")
def own_copy(token: str) -> CopyPage:
    request, copied = _copied(token)
    return CopyPage(office=request.office, base=f"/p/{token}/salinan", copied=copied)


@room.download("/p/<token>/salinan/data.json")
def for_programs(token: str) -> Download:
    _, copied = _copied(token)
    return Download(f"data-{copied.number}.json", JSON, copied.model_dump_json(indent=2))


@room.download("/p/<token>/salinan/data.pdf")
def for_print(token: str) -> Download:
    request, copied = _copied(token)
    paper = copy_paper(copied, all_offices()[request.office])
    return Download(f"data-{copied.number}.pdf", PDF, world().press.pdf(paper))


def _copied(token: str) -> tuple[Case, Copy]:
    """The request that this link opens, and what it gives a copy of, as it is now."""
    (request, sop), now = applicant(token), world().now()
    whole = world().cases.whole(demand_copy(request, sop, now))
    whole.case.demand_unerased()
    office = all_offices()[request.office]
    return request, copy_of(whole, sop_of(whole.case), office, now)
