"""Kinds "archive" and "send": the signed letter is kept under its number, then goes out."""

import hashlib

from functions.core.answers import line
from functions.core.errors import Invalid, Stale
from functions.core.scans import NOTIFICATION, archive_key
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

EMPTY = "Isi nomor surat."


class Archiving(Command):
    """`number`: the office's own number of the letter."""

    number: str = ""


class ArchivePage(View):
    page = "task-archive.html"
    base: str
    dossier: Dossier
    text: str
    sha256: str


class Sending(Command):
    """Nothing more than the wish itself."""


class SendPage(View):
    page = "task-send.html"
    base: str
    dossier: Dossier
    number: str
    sha256: str
    to: str


@room.page("/tugas/<task>/arsip")
def archiving(task: str) -> ArchivePage:
    at = desk(task, "archive")
    kept = at.case.notification
    return ArchivePage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        text=kept.text,
        sha256=kept.sha256,
    )


@archiving.accepts(Archiving)
def archived(said: Archiving, task: str) -> str:
    """The very bytes that were signed go into the archive before the case says so."""
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "archive")
    number = _number(said.number)
    _keep(at)
    letter = at.case.notification.archived(number, world().now())
    decide(at, "diarsipkan", said.nonce, notification=letter, note={"sha256": letter.sha256})
    return recorded(task)


@room.page("/tugas/<task>/kirim")
def sending(task: str) -> SendPage:
    at = desk(task, "send")
    kept = at.case.notification
    return SendPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        number=kept.number,
        sha256=kept.sha256,
        to=at.case.email,
    )


@sending.accepts(Sending)
def sent(said: Sending, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    decide(desk(task, "send"), "dikirim", said.nonce)
    return recorded(task)


def _number(text: str) -> str:
    try:
        number = line(text, 100)
    except ValueError as error:
        raise Invalid({"number": str(error)}) from None
    if not number:
        raise Invalid({"number": EMPTY})
    return number


def _keep(at: Desk) -> None:
    (leaf,) = at.case.documents[NOTIFICATION].leaves
    content = world().clean.read(leaf.key, leaf.version)
    if hashlib.sha256(content).hexdigest() != at.case.notification.sha256:
        raise Stale
    key = archive_key(at.case.id, NOTIFICATION, leaf.sha256)
    world().archive.keep(key, content, leaf.type)
