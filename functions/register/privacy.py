"""What an office does with people's data, derived from what its services ask for."""

from pydantic import BaseModel

from functions.core.errors import NotFound
from functions.core.form import FormField
from functions.core.office import Channel
from functions.core.retention import retention_words
from functions.core.sop import HEAD, Sop
from functions.offices import all_offices
from functions.register.room import room
from functions.sops import duties_of, granting
from functions.web.answer import View

DUTY = "Pelayanan publik (Undang-Undang Nomor 27 Tahun 2022 Pasal 20 ayat (2) huruf e)."
"""The basis of all that an office does, beside its papers' own."""
MAILBOX, CHIEF = "Alamat email", "Pimpinan kantor"


class Place(BaseModel):
    """An office that has a notice."""

    id: str
    name: str


class Notices(View):
    page = "privacy-offices.html"
    offices: list[Place]


class Processing(BaseModel):
    """What one service does: which data and documents, on what basis, who sees them, how long."""

    service: str
    product: str
    basis: list[str]
    data: list[str]
    documents: list[str]
    readers: list[str]
    kept: list[str]


class Notice(View):
    """`officer`: the role that meets requests on data, `within` what time."""

    page = "privacy.html"
    controller: str
    government: str
    address: str
    email: str
    phone: str
    officer: str
    within: str
    services: list[Processing]
    channels: tuple[Channel, ...]


@room.page("/privasi")
def notices() -> Notices:
    return Notices(offices=[Place(id=o.id, name=o.name) for o in all_offices().values()])


@room.page("/privasi/<office>")
def notice(office: str) -> Notice:
    if office not in all_offices():
        raise NotFound
    known, rights = all_offices()[office], granting(office)
    return Notice(
        office=office,
        controller=known.name,
        government=known.government,
        address=known.address,
        email=known.email,
        phone=known.phone,
        officer=next(rights.roles[step.by] for step in rights.steps if step.within),
        within=", ".join(str(step.within) for step in rights.steps if step.within),
        services=[_processing(sop) for sop in sorted(duties_of(office), key=_last)],
        channels=known.reached_by,
    )


def _last(sop: Sop) -> bool:
    """The services first, then what every office does."""
    return not sop.serves


def _processing(sop: Sop) -> Processing:
    own = sop.holders.requirements if sop.holders else ()
    return Processing(
        service=sop.service,
        product=sop.product,
        basis=[DUTY, *sop.basis],
        data=list(dict.fromkeys((MAILBOX, *(f.label.rstrip("?") for f in _fields(sop))))),
        documents=list(dict.fromkeys(r.name for r in (*sop.requirements, *own))),
        readers=_readers(sop),
        kept=list(retention_words(sop)),
    )


def _readers(sop: Sop) -> list[str]:
    """Whose place is in the SOP, and the office's head."""
    titles = {role: title for role, title in sop.roles.items() if role != sop.applicant}
    return list({**titles, HEAD: CHIEF}.values())


def _fields(sop: Sop) -> list[FormField]:
    own = sop.holders.fields if sop.holders else ()
    return [*(f for s in sop.pages for f in s.fields), *own]
