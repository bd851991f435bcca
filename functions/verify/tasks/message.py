"""A message to whoever complains, while the complaint lies with the office."""

from functions.core.answers import words
from functions.core.case import Case
from functions.core.complaint import Said
from functions.verify.room import act, desk, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

KINDS = ("triage", "answer", "objection")
LONGEST = 2000
EMPTY = "Tulis pesan untuk pelapor."


class Message(Command):
    text: str = ""


class MessagePage(View):
    page = "task-message.html"
    base: str
    dossier: Dossier


@room.page("/tugas/<task>/pesan")
def messaging(task: str) -> MessagePage:
    at = desk(task, *KINDS)
    return MessagePage(office=at.case.office, base=at.base, dossier=dossier(at))


@messaging.accepts(Message)
def spoken(said: Message, task: str) -> str:
    after = f"/tugas/{task}"
    if repeated(task, said.nonce):
        return after
    at, now = desk(task, *KINDS), world().now()
    text = words("text", said.text, longest=LONGEST, asked=EMPTY)
    word = Said(now, at.officer.id, at.officer.name, text)

    def verb(case: Case) -> Case:
        if case.heard(said.nonce):
            return case
        return case.say(word, at.actor, now, nonce=said.nonce)

    act(at, verb)
    return after
