"""Kind "statement": the applicant's declaration, signed on the page or on paper."""

import hashlib
from typing import Literal

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import fresh, kept, refusal
from functions.core.deeds import Signed
from functions.core.errors import Invalid, NotFound
from functions.core.place import at_kind
from functions.core.scans import STATEMENT, archive_key, key_of, upload_of
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import acting, applicant, room
from functions.web import papers
from functions.web.answer import View
from functions.web.body import Command
from functions.web.download import PDF, Download
from functions.web.uploads import Upload, upload
from functions.web.waiting import Waiting, waiting
from functions.world import world

LABEL = "Surat pernyataan yang sudah ditandatangani"


class Signing(Command):
    """`way`: "ketik", by the typed `name` and `consent` "ya"; "unggah", by the uploaded scan."""

    way: Literal["ketik", "unggah"] = "ketik"
    name: str = ""
    consent: str = ""


class StatementPage(View):
    """`uploaded`: whether a signed scan was accepted; `problem`: why the latest was not."""

    page = "statement.html"
    base: str
    number: str
    title: str
    text: str
    form: Upload
    uploaded: bool
    waiting: Waiting | None
    problem: str


@room.page("/p/<token>/pernyataan")
def statement(token: str) -> StatementPage:
    """`?unggah=UPLOAD` waits for that scan to be examined."""
    case, sop = applicant(token)
    at_kind(case, sop, "statement")
    office, now = all_offices()[case.office], world().now()
    return StatementPage(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        title=sop.statement.title if sop.statement else "",
        text=papers.statement_text(case, sop, office, now),
        form=_form(case, token),
        uploaded=fresh(case, STATEMENT),
        waiting=waiting(case, STATEMENT, room.asked),
        problem=refusal(case, STATEMENT),
    )


@statement.accepts(Signing)
def signed(said: Signing, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    at_kind(case, sop, "statement")
    now = world().now()
    content, type_, name = _typed(said, case, sop) if said.way == "ketik" else _uploaded(case)
    sha256 = hashlib.sha256(content).hexdigest()
    world().archive.keep(archive_key(case.id, STATEMENT, sha256), content, type_)
    signature = Signed(name, now, sha256, type_)
    change(
        world().cases,
        case.id,
        lambda c: c.decide(
            sop, acting(sop), "ditandatangani", now, nonce=said.nonce, statement=signature,
            note={"sha256": sha256},
        ),
    )  # fmt: skip
    return f"/p/{token}"


@room.download("/p/<token>/pernyataan/pdf")
def to_sign(token: str) -> Download:
    """The statement to be printed and signed."""
    case, sop = applicant(token)
    at_kind(case, sop, "statement")
    paper = papers.statement(case, sop, all_offices()[case.office], world().now())
    return Download(f"pernyataan-{case.id}.pdf", PDF, world().press.pdf(paper))


@room.page("/p/<token>/pernyataan/salinan")
def copy(token: str) -> str:
    """Off to the signed statement itself, by an address that lives a minute."""
    case, _ = applicant(token)
    if case.statement is None:
        raise NotFound
    key = archive_key(case.id, STATEMENT, case.statement.sha256)
    return world().archive.view(key, case.statement.type)


def _typed(said: Signing, case: Case, sop: Sop) -> tuple[bytes, str, str]:
    name = words("name", said.name, longest=100, asked="Ketik nama lengkap Anda.")
    if "\n" in name:
        raise Invalid({"name": "Tulis nama dalam satu baris."})
    if said.consent != "ya":
        raise Invalid({"consent": "Beri tanda bahwa Anda menyetujui isi surat pernyataan ini."})
    office = all_offices()[case.office]
    paper = papers.statement(case, sop, office, world().now(), signed=name)
    return world().press.pdf(paper), PDF, name


def _uploaded(case: Case) -> tuple[bytes, str, str]:
    document = kept(case, STATEMENT)
    if document is None or not fresh(case, STATEMENT):
        raise Invalid({f"berkas-{STATEMENT}": "Unggah surat pernyataan yang sudah ditandatangani."})
    (leaf,) = document.leaves
    return world().clean.read(leaf.key, leaf.version), leaf.type, ""


def _form(case: Case, token: str) -> Upload:
    id_ = upload_of(case.rounds, world().token())
    after = f"{world().site}/p/{token}/pernyataan?unggah={id_}"
    return upload(world().scans, STATEMENT, LABEL, key_of(case.id, STATEMENT, id_), after)
