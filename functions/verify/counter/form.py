"""The whole form on one page, as the officer fills it in; and where the application is since."""

from pydantic import BaseModel, ConfigDict

from functions.core.case import Case
from functions.core.counter import typed
from functions.core.form import FormField, condition
from functions.core.place import at_kind, kind_here
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.verify.counter.place import Counter, act, counter
from functions.verify.rights import today
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command
from functions.web.views import Standing, standing
from functions.world import world


class Typed(Command):
    """The fields of one section or of all of them, by their ids in the SOP; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]


class Part(BaseModel):
    """One section of the form."""

    id: str
    title: str
    fields: list[FormField]


class CounterForm(View):
    """`people`: what those are called for whom accounts are asked, where there may be several."""

    page = "counter-form.html"
    base: str
    number: str
    service: str
    visitor: str
    parts: list[Part]
    people: str


class CounterCase(View):
    """`moving`: it is on its way to the next step, and the page looks again. `sent`: there is a
    receipt."""

    page = "counter-case.html"
    base: str
    standing: Standing
    moving: bool
    sent: bool


@room.page("/loket/<number>")
def application(number: str) -> CounterForm | CounterCase | str:
    """The form, the visit that it waits for, or where the application is."""
    at = counter(number)
    kind = kind_here(at.case, at.sop)
    if kind == "visit":
        return f"{at.base}/hadir"
    return _form(at) if kind == "apply" else _place(at)


@application.accepts(Typed)
def filled(said: Typed, number: str) -> str:
    """Keep what was typed; what is still open is asked before the application is sent."""
    at = counter(number, "apply")
    given = dict(said.__pydantic_extra__ or {})
    act(at, lambda case: _saved(case, at, given))
    return f"{at.base}/kirim"


def sent(case: Case, sop: Sop) -> bool:
    """Whether the form is with the officers."""
    return case.rounds > 0 and kind_here(case, sop) != "apply"


def _form(at: Counter) -> CounterForm:
    return CounterForm(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        service=at.sop.service,
        visitor=at.case.guest.name if at.case.guest else "",
        parts=[
            Part(id=s.id, title=s.title, fields=[_told(f, at.sop) for f in s.fields])
            for s in at.sop.pages
        ],
        people=at.sop.holders.title if at.sop.holders else "",
        given=dict(at.case.answers),
    )


def _told(asked: FormField, sop: Sop) -> FormField:
    """With a word on when it is asked, as every field is on the page at once."""
    every = [f for s in sop.pages for f in s.fields]
    only = condition(asked.only, every)
    hints = [f"Hanya bila {only}." if only else "", asked.hint]
    return asked.model_copy(update={"hint": " ".join(filter(None, hints))})


def _place(at: Counter) -> CounterCase:
    return CounterCase(
        office=at.case.office,
        base=at.base,
        standing=standing(at.case, at.sop),
        moving=at.case.transit is not None,
        sent=sent(at.case, at.sop),
    )


def _saved(case: Case, at: Counter, given: dict[str, str]) -> Case:
    sop, now = sop_of(case), world().now()
    at_kind(case, sop, "apply")
    for section, answers in typed(sop, case.answers, given, today(case.office)).items():
        case = case.save_answers(at.actor, section, answers, now)
    return case
