"""A service's form on paper, to be written on by hand and entered at the counter."""

from collections.abc import Iterable, Iterator

from functions.core.form import FormField, Section, condition
from functions.core.office import Office
from functions.core.paper import Block, Facts, Paper, Signature, Words
from functions.core.sop import Sop
from functions.core.standard import asked

LINE = "\n" + "…" * 28
"""With room above it for a hand."""
LINES = {"address": f"{LINE}\n{LINE}"}
BOX = "[\u00a0\u00a0\u00a0]"
ONE = ("h1",)
"""The form has room for one account holder; each further one is written on a copy."""
COPY = "Untuk setiap orang berikutnya, tulis bagian ini pada salinan formulir."
CLERK = "diisi petugas"
AGREED = "Data ini benar, dan boleh dicocokkan dengan dokumen asli."


def blank_form(sop: Sop, office: Office) -> Paper:
    whole = sop.unfolded(ONE)
    fields = [f for s in whole.pages for f in s.fields]
    return Paper(
        letterhead=(office.government, office.name, office.address),
        title=f"Formulir permohonan: {sop.service}",
        blocks=(
            Facts(rows=((f"Nomor permohonan ({CLERK})", LINE), (f"Diterima ({CLERK})", LINE))),
            Facts(rows=(("Alamat email pemohon", LINE),)),
            *(block for s in whole.pages for block in _section(s, fields, s.id in ONE)),
            Words(text="Dokumen yang dibawa", style="heading"),
            Words(text="\n".join(_documents(sop))),
            Words(text=f"Biaya: {sop.fee.lower()}.", style="small"),
            Words(text=AGREED),
            Signature(place="…………………, ……………………", capacity="Pemohon,", name="……………………………"),
        ),
        foot=f"{sop.service} · {office.name}",
    )


def _section(section: Section, fields: Iterable[FormField], again: bool) -> Iterator[Block]:
    yield Words(text=section.title, style="heading")
    if again:
        yield Words(text=COPY, style="small")
    yield Facts(rows=tuple((_label(f, fields), _room(f)) for f in section.fields))


def _label(field: FormField, fields: Iterable[FormField]) -> str:
    only = condition(field.only, fields)
    words = [only and f"bila {only}", "boleh dikosongkan" if field.optional else ""]
    said = "; ".join(filter(None, words))
    return f"{field.label} ({said})" if said else field.label


def _room(field: FormField) -> str:
    """Boxes to choose from, or lines to write on."""
    boxes = "\n".join(f"{BOX} {option.label}" for option in field.options)
    return boxes or LINES.get(field.type, LINE)


def _documents(sop: Sop) -> Iterator[str]:
    for group in asked(sop):
        if group.whom:
            yield f"{group.whom}:"
        yield from (f"{BOX} {r.name}" for r in group.requirements if not r.implied)
