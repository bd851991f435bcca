"""The survey after delivery: short, optional, once, and nobody can tell who said what."""

from typing import Literal

from functions.core.case import Case
from functions.core.change import change
from functions.core.elements import ELEMENTS, Element
from functions.core.errors import NotNow
from functions.core.place import is_served
from functions.core.satisfaction import Ballot, scores_of
from functions.core.sop import Sop
from functions.register.room import acting, applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

EARLY = "Survei ini dapat diisi setelah layanan Anda terima."
Score = Literal["", "1", "2", "3", "4"]


class Opinion(Command):
    """A score of each element; "" is none."""

    u1: Score = ""
    u2: Score = ""
    u3: Score = ""
    u4: Score = ""
    u5: Score = ""
    u6: Score = ""
    u7: Score = ""
    u8: Score = ""
    u9: Score = ""


class SurveyPage(View):
    """`done`: answered before; then nothing is asked."""

    page = "survey.html"
    base: str
    service: str
    elements: tuple[Element, ...]
    done: bool


@room.page("/p/<token>/survei")
def survey(token: str) -> SurveyPage:
    """The nine questions, once the service was delivered."""
    case, sop = _served(token)
    return SurveyPage(
        office=case.office,
        base=f"/p/{token}",
        service=sop.service,
        elements=() if case.surveyed else ELEMENTS,
        done=case.surveyed,
    )


@survey.accepts(Opinion)
def surveyed(said: Opinion, token: str) -> str:
    case, sop = _served(token)
    nonce = _kept(said.nonce)
    if not case.heard(nonce):
        scores = scores_of(said.model_dump(exclude={"nonce"}))
        ballot, now = Ballot(world().token(), sop.id, scores), world().now()
        change(world().cases, case.id, lambda c: c.survey(acting(sop), ballot, now, nonce=nonce))
    return f"/p/{token}/survei"


def _served(token: str) -> tuple[Case, Sop]:
    case, sop = applicant(token)
    if not is_served(case, sop):
        raise NotNow(EARLY)
    return case, sop


def _kept(nonce: str) -> str:
    """The case keeps the nonce, with a hash of what was asked: of nine scores one could guess it
    back, but for a key."""
    return f"{nonce.split(':')[0]}:{world().fingerprints.of('survey', nonce)}" if nonce else ""
