"""The copy of all that is held on a person, behind the link of the request that was met."""

from collections.abc import Iterator

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import leaf_of
from functions.core.errors import NotFound
from functions.core.own_data import demand_copy
from functions.offices import all_offices
from functions.register.room import applicant, room
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.web.looks import called
from functions.web.own_data import Copy, copy_of, copy_paper, is_own
from functions.world import world

JSON = "application/json"


class File(BaseModel):
    """One file of a document, and where it is shown."""

    label: str
    href: str


class CopyPage(View):
    page = "own-copy.html"
    base: str
    copied: Copy
    files: list[File]


@room.page("/p/<token>/salinan")
def own_copy(token: str) -> CopyPage:
    base, (about, copied) = f"/p/{token}/salinan", _copied(token)
    return CopyPage(office=about.office, base=base, copied=copied, files=[*_files(about, base)])


@room.page("/p/<token>/salinan/dokumen/<name>/<leaf>")
def scan(token: str, name: str, leaf: str) -> str:
    """Off to a file as it is kept, by an address that lives a minute."""
    about, _ = _copied(token)
    if not is_own(about, name):
        raise NotFound
    found = leaf_of(about, name, leaf)
    return world().clean.view(found.key, found.version, found.type)


@room.download("/p/<token>/salinan/data.json")
def for_programs(token: str) -> Download:
    _, copied = _copied(token)
    return Download(f"data-{copied.number}.json", JSON, copied.model_dump_json(indent=2))


@room.download("/p/<token>/salinan/data.pdf")
def for_print(token: str) -> Download:
    about, copied = _copied(token)
    paper = copy_paper(copied, all_offices()[about.office])
    return Download(f"data-{copied.number}.pdf", PDF, world().press.pdf(paper))


def _copied(token: str) -> tuple[Case, Copy]:
    """The case that this request's link gives a copy of, and the copy, as it is now."""
    (request, sop), now = applicant(token), world().now()
    whole = world().cases.whole(demand_copy(request, sop, now))
    whole.case.demand_unerased()
    office = all_offices()[request.office]
    return whole.case, copy_of(whole, sop_of(whole.case), office, now)


def _files(about: Case, base: str) -> Iterator[File]:
    sop = sop_of(about)
    for name, document in about.documents.items():
        for place, _ in enumerate(document.leaves if is_own(about, name) else (), 1):
            label = f"{called(name, sop)}, berkas {place}"
            yield File(label=label, href=f"{base}/dokumen/{name}/{place}")
