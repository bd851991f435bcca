"""What an SOP file says in words of its own, for pages and papers to say again."""

from functions.core.form import Frozen


class Cause(Frozen):
    """Why the office's clock may stand still."""

    id: str
    label: str


class Card(Frozen):
    """What does not belong here, and where it does: `href` leads there, if a page does;
    `{spse}` in it becomes the office's own."""

    id: str
    label: str
    text: str
    href: str = ""
    link: str = ""


class Template(Frozen):
    """A text that the case fills in: `{field}` becomes the answer to it.

    `{nomor}`, `{tanggal}`, `{pemegang}` are the case's number, the date, and its account holders.
    """

    title: str
    text: str
