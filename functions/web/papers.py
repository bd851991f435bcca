"""The papers that a case prints: each is a pure `Paper`, laid out by the press."""

from collections.abc import Mapping
from datetime import datetime

from functions.core.case import Case
from functions.core.dates import calendar_day
from functions.core.deeds import Disposition
from functions.core.errors import NotFound
from functions.core.form import FormField
from functions.core.grievance import shown
from functions.core.office import Office
from functions.core.paper import Facts, Grid, Paper, Signature, Words
from functions.core.people import Person, holders_of
from functions.core.sop import Sop
from functions.core.wording import acting_for, filled
from functions.web.words import moment


def statement(case: Case, sop: Sop, office: Office, at: datetime, signed: str = "") -> Paper:
    """The applicant's statement; `signed`: the name that was typed in place of a signature."""
    title = sop.statement.title if sop.statement else ""
    mark = f"Disetujui secara elektronik pada {moment(at, office)}" if signed else ""
    place = calendar_day(office.today(at)) if signed else "…………………, ……………………"
    signature = Signature(
        place=place, capacity="Yang menyatakan,", name=signed or "……………………………", mark=mark
    )
    body = Words(text=statement_text(case, sop, office, at))
    return _paper(case, office, title, body, signature)


def statement_text(case: Case, sop: Sop, office: Office, at: datetime) -> str:
    return filled(sop.statement.text, values(case, sop, office, at)) if sop.statement else ""


def filled_form(case: Case, sop: Sop, office: Office, requirement: str) -> Paper:
    """A form that the applicant signs, filled in from the answers; NotFound, if it is none."""
    asked = next((r for r in sop.requirements if r.id == requirement and r.filled), None)
    if asked is None:
        raise NotFound
    blocks = []
    for section in sop.sections:
        facts = tuple((f.label, _said(f, case)) for f in section.asked(case.answers))
        blocks += [Words(text=section.title, style="heading"), Facts(rows=facts)]
    sign = Signature(place="…………………, ……………………", capacity="Pemohon,", name="……………………………")
    return _paper(case, office, asked.name, *blocks, sign)


def disposition_sheet(case: Case, sop: Sop, office: Office) -> Paper:
    """The lembar disposisi, as far as the chain has come."""
    facts = Facts(
        rows=(
            ("Nomor permohonan", case.id),
            ("Perihal", sop.service),
            ("Diterima", moment(case.opened_at, office)),
            *((f.label, _said(f, case)) for f in sop.sections[0].asked(case.answers)),
        )
    )
    chain = tuple(
        (moment(d.at, office), _from(d, sop), sop.roles[d.to], d.instruction)
        for d in case.dispositions
    )
    head = ("Waktu", "Dari", "Kepada", "Isi disposisi")
    return _paper(
        case, office, "Lembar Disposisi", facts, Grid(head=head, rows=chain, widths=(2, 3, 3, 4))
    )


def _from(passed: Disposition, sop: Sop) -> str:
    return "\n".join(acting_for(sop.roles[passed.role], passed.name, passed.style))


def notification(case: Case, sop: Sop, office: Office, at: datetime, stead: str) -> Paper:
    """The letter as it is to be signed, outside; `stead`: style and name of who signs it in
    another's stead."""
    title = sop.letter.title if sop.letter else ""
    signer = next((s.by for s in sop.steps if s.kind == "sign"), sop.applicant)
    capacity = f"a.n. {sop.roles[signer]}," if stead else f"{sop.roles[signer]},"
    place = calendar_day(office.today(at))
    sign = Signature(place=place, capacity=capacity, name=stead or "……………………………")
    return _paper(case, office, title, Words(text=case.notification.text), sign)


def draft_of(case: Case, sop: Sop, office: Office, at: datetime) -> str:
    """The letter's first wording, from the SOP's template."""
    return filled(sop.letter.text, values(case, sop, office, at)) if sop.letter else ""


def values(case: Case, sop: Sop, office: Office, at: datetime) -> Mapping[str, str]:
    """What a template's names stand for in this case."""
    answers = {f.id: _said(f, case) for f in sop.fields(case.answers)}
    return {
        **answers,
        "nomor": case.id,
        "tanggal": calendar_day(office.today(at)),
        "pemegang": "\n".join(_named(case, sop)),
    }


def _named(case: Case, sop: Sop) -> list[str]:
    return [
        f"{place}. " + ", ".join(filter(None, [person.name, person.role, _account(person)]))
        for place, person in enumerate(holders_of(case, sop), start=1)
    ]


def _account(person: Person) -> str:
    return f"User ID {person.account.user_id}" if person.account else ""


def _said(asked: FormField, case: Case) -> str:
    return asked.said(shown(case.answers).get(asked.id, ""))


def _paper(case: Case, office: Office, title: str, *blocks: object) -> Paper:
    head = (office.government, office.name, office.address)
    return Paper.model_validate(
        {"letterhead": head, "title": title, "blocks": blocks, "foot": f"Permohonan {case.id}"}
    )
