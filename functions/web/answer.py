"""One answer, two shapes: JSON for programs, a page for people; one table of statuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite
from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import BaseModel

from functions.core import errors
from functions.core.office import Office
from functions.offices import all_offices
from functions.web import forms
from functions.web.assets import version
from functions.web.bars import score_bar, share_bar, time_bar
from functions.web.download import Download
from functions.web.headers import security
from functions.web.refusals import TITLES, UNAVAILABLE, patience, status_of
from functions.web.svg import chart, drawn
from functions.web.words import WORDS

_pages = Environment(
    loader=PackageLoader("functions.web", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_pages.filters |= {**WORDS, "chart": chart, "drawn": drawn}
_pages.filters |= {"time_bar": time_bar, "share_bar": share_bar, "score_bar": score_bar}


class View(BaseModel):
    """What a person may see: the whole of what a template, or a program, gets.

    `office`: the id of the office whose page it is, if it is one's.
    `problems` says by field what to mend, `given` is what was typed. `status`: 201 for what tells
    of a thing just made.
    """

    page: ClassVar[str]
    status: ClassVar[int] = 200
    office: str = ""
    problems: dict[str, str] = {}
    given: dict[str, Any] = {}

    def again(self, problems: Mapping[str, str], given: Mapping[str, Any]) -> Self:
        """The same page, with what has to be mended."""
        return self.model_copy(update={"problems": dict(problems), "given": dict(given)})


class Problem(View):
    """`door`: where to come in, for whoever has to; `enter`: what is said on it."""

    page = "problem.html"
    title: str
    message: str
    door: str = ""
    enter: str = ""


class Done(BaseModel):
    """What a program is told after an act; `next` is where the result is to be seen."""

    next: str


@dataclass(frozen=True)
class Going:
    """To another page, with cookies to be kept. `made`: what programs are told of what was made."""

    where: str
    cookies: tuple[Cookie, ...] = ()
    made: View | None = None


@dataclass(frozen=True)
class Outside:
    """What answering needs to know of the world: the origins of the pages, of the uploads and of
    what is shown, and a source of tokens. `door`: where one comes in, and what is said on it;
    `astray`: the same, for whoever comes to nothing."""

    site: str
    uploads: str
    token: Callable[[], str]
    shows: str = ""
    door: tuple[str, str] = ("/petugas", "Masuk sebagai petugas")
    astray: tuple[str, str] = ("/status", "cek status permohonan")

    @property
    def security(self) -> dict[str, str]:
        return security(self.uploads, self.shows)


class Reply:
    """How this request is answered."""

    def __init__(self, event: Any, outside: Outside) -> None:
        """`visitor`: the name of whoever is signed in, once that is known."""
        self.visitor = ""
        self._event, self._outside = event, outside
        self._kept = forms.token_of(event)
        self._token = self._kept or outside.token()

    @property
    def _json(self) -> bool:
        return "application/json" in (self._event.headers.get("accept") or "")

    def show(self, view: View, status: int = 200, **headers: str) -> Response[str]:
        every: dict[str, Any] = {**self._outside.security, **headers}
        if self._json:
            return Response(status, "application/json", _told(view), every)
        html = _pages.get_template(view.page).render(view.model_dump(), site=self._site(view))
        kind = "text/html; charset=utf-8"
        return Response(status, kind, html, every, self._cookies())

    def again(self, view: View, refused: errors.Refused, given: Mapping[str, Any]) -> Response[str]:
        """The page that the command came from, with what was wrong with it."""
        problems = refused.problems if isinstance(refused, errors.Invalid) else {"": str(refused)}
        return self.show(view.again(problems, given), status_of(refused), **patience(refused))

    def go(self, going: Going) -> Response[str]:
        """After an act: people go and look at `where`; programs are told of it."""
        headers: dict[str, Any] = {**self._outside.security, "Location": going.where}
        kept = list(going.cookies)
        if not self._json:
            return Response(303, "text/plain; charset=utf-8", "", headers, kept)
        if going.made:
            made = going.made
            return Response(made.status, "application/json", _told(made), headers, kept)
        done = Done(next=going.where).model_dump_json()
        return Response(200, "application/json", done, headers, kept)

    def send(self, file: Download) -> Response[bytes] | Response[str]:
        headers: dict[str, Any] = {**self._outside.security, **file.headers}
        if isinstance(file.content, str):
            return Response(200, file.type, file.content, headers)
        return Response(200, file.type, file.content, headers)

    def refuse(self, error: Exception) -> Response[str]:
        """A refusal's status, title and words; anything else is a fault of ours."""
        status = status_of(error)
        text = str(error) if isinstance(error, errors.Refused) else UNAVAILABLE
        door, enter = self._door if status == 401 else ("", "")
        title = TITLES.get(status, "Belum dapat diproses")
        problem = Problem(title=title, message=text, door=door, enter=enter)
        if isinstance(error, errors.Invalid):
            problem = problem.again(error.problems, {})
        return self.show(problem, status, **patience(error))

    def _site(self, view: View) -> dict[str, Any]:
        """What surrounds the page: its office, or, where it has none, all of them."""
        office = all_offices().get(view.office)
        others = [] if office else sorted(all_offices().values(), key=lambda o: o.name)
        return {
            "static": f"/static/{version()}",
            "office": office and _surroundings(office),
            "offices": [_surroundings(other) for other in others],
            "visitor": self.visitor,
            "form_token": self._token,
            "nonce": self._outside.token(),
            "astray": self._outside.astray,
        }

    @property
    def _door(self) -> tuple[str, str]:
        """Where one comes in, to go on afterwards where one was; and what is said on it."""
        door, enter = self._outside.door
        looking = self._event.http_method == "GET"
        return f"{door}?lanjut={self._event.path}" if looking else door, enter

    def _cookies(self) -> list[Cookie]:
        if self._kept:
            return []
        return [
            Cookie(
                name=forms.COOKIE,
                value=self._token,
                path="/",
                secure=True,
                http_only=True,
                same_site=SameSite.LAX_MODE,
            )
        ]


def _told(view: View) -> str:
    """What a program gets of it."""
    return view.model_dump_json(exclude={"given"})


def _surroundings(office: Office) -> dict[str, Any]:
    channels = [channel.model_dump() for channel in office.reached_by]
    return {**office.model_dump(exclude={"hours", "channels"}), "channels": channels}
