"""A room's routes: each one shows a view, and may accept a command.

    @room.page("/status")
    def ask() -> Question: ...

    @ask.accepts(Query)
    def look(said: Query) -> Status: ...

    @room.download("/sheet.pdf")
    def sheet() -> Download: ...

A page's handler returns a view to show, or the address to go to. Bad input shows the page again,
with what to mend; every refusal becomes its status here and nowhere else.
"""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from functions.core.errors import Invalid, NotFound, Refused, TooMany, Unavailable
from functions.web import body, forms
from functions.web.answer import Going, Outside, Reply, View
from functions.web.body import Command, WrongMethod
from functions.web.download import Download

Show = Callable[..., View | str]
Act = Callable[..., View | str | Going]
File = Callable[..., Response[str]]
Maker = Callable[..., Download]
Sent = Response[str] | Response[bytes]
logger = Logger()


class Screen:
    """One route: what it shows, and what it does on a command."""

    def __init__(self, room: "Room", path: str, show: Show) -> None:
        self.path, self.show, self._room = path, show, room
        self.command: type[Command] | None = None
        self.act: Act = show

    def accepts(self, command: type[Command]) -> Callable[[Act], Act]:
        def register(act: Act) -> Act:
            self.command, self.act = command, act

            def post(**place: str) -> Sent:
                return self._room.reply(lambda reply: self._heard(reply, command, act, place))

            self._room.resolver.post(self.path)(post)
            return act

        return register

    def get(self, **place: str) -> Sent:
        return self._room.reply(lambda _: self.show(**place))

    def _heard(
        self, reply: Reply, command: type[Command], act: Act, place: dict[str, str]
    ) -> View | str | Going | Response[str]:
        event = self._room.resolver.current_event
        fields = body.given(event)
        forms.guard(event, fields, self._room.outside().site)
        try:
            return act(body.command(command, fields, event.path), **place)
        except (Invalid, TooMany) as refused:
            shown = self.show(**place)
            if not isinstance(shown, View):
                raise
            return reply.again(shown, refused, fields)


class Room:
    """The routes of one Lambda; `outside` is asked anew for each request."""

    def __init__(self, outside: Callable[[], Outside]) -> None:
        self.outside = outside
        self.resolver = APIGatewayHttpResolver()
        self.screens: list[Screen] = []
        self.resolver.not_found(self._nowhere)

    def page(self, path: str) -> Callable[[Show], Screen]:
        def register(show: Show) -> Screen:
            screen = Screen(self, path, show)
            self.screens.append(screen)
            self.resolver.route(path, method=["GET", "HEAD"])(screen.get)
            return screen

        return register

    def file(self, path: str) -> Callable[[File], File]:
        """A route that answers everybody with the same text."""

        def register(answer: File) -> File:
            def get(**place: str) -> Sent:
                return self.reply(lambda _: answer(**place))

            self.resolver.route(path, method=["GET", "HEAD"])(get)
            return answer

        return register

    def download(self, path: str) -> Callable[[Maker], Maker]:
        """A route that answers with a file of its own making."""

        def register(make: Maker) -> Maker:
            def get(**place: str) -> Sent:
                return self.reply(lambda reply: reply.send(make(**place)))

            self.resolver.route(path, method=["GET", "HEAD"])(get)
            return make

        return register

    def reply(self, work: Callable[[Reply], View | str | Going | Sent]) -> Sent:
        """The answer to what `work` returns or raises."""
        reply = self._reply = Reply(self.resolver.current_event, self.outside())
        try:
            result = work(reply)
            if isinstance(result, str):
                return reply.go(Going(result))
            if isinstance(result, Going):
                return reply.go(result)
            return reply.show(result) if isinstance(result, View) else result
        except Unavailable as error:
            logger.warning("unavailable", extra={"dependency": str(error)})
            return reply.refuse(error)
        except Refused as refused:
            return reply.refuse(refused)
        except Exception as fault:
            logger.error("fault", extra={"type": type(fault).__name__, "at": _where(fault)})
            return reply.refuse(fault)

    def asked(self, name: str) -> str:
        """What the address says behind its question mark; "" if it does not."""
        return self.resolver.current_event.get_query_string_value(name, "") or ""

    @property
    def address(self) -> str:
        """Of the network from which the request came; "" if that is not known."""
        told = self.resolver.current_event.raw_event.get("requestContext", {}).get("http", {})
        return str(told.get("sourceIp", ""))

    def visited_by(self, name: str) -> None:
        """Whose request this turned out to be: their pages say so."""
        self._reply.visitor = name

    def _nowhere(self, _: Exception) -> Sent:
        method = self.resolver.current_event.http_method
        known = method in {"GET", "HEAD", "POST"}
        return self.reply(lambda reply: reply.refuse(NotFound() if known else WrongMethod()))

    def __call__(self, event: dict[str, Any], context: Any) -> dict[str, Any]:
        return self.resolver.resolve(event, context)


def _where(fault: Exception) -> str:
    """The line of code at fault; never its values, which may be personal."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
