"""The guest book's form, at the counter and on the visitor's own screen."""

from functions.core.form import FormField
from functions.core.guestbook import FIELDS
from functions.web.body import Command


class Visit(Command):
    """One line of the guest book."""

    name: str = ""
    company: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    purpose: str = ""

    @property
    def line(self) -> dict[str, str]:
        return {f.id: str(getattr(self, f.id)) for f in FIELDS}


def fields() -> list[FormField]:
    return list(FIELDS)
