"""The letters' words. A letter is one text file: its subject, then its paragraphs.

In a paragraph, lines that begin with "- " are a list; a line that is only an address is a link,
with the paragraph's first line as its words. From the one text come both parts of the mail.
"""

import re
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from functions.web.words import WORDS

LINK = Markup(
    '<p><a href="{0}" style="display:inline-block;padding:12px 20px;background:#0e5a52;'
    'color:#ffffff;font-weight:600;text-decoration:none;border-radius:4px">{1}</a><br>'
    '<small style="word-break:break-all;color:#4b5b5a">{0}</small></p>'
)
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Text:
    subject: str
    plain: str
    html: str


def _environment(autoescape: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("functions.web", "letters"),
        autoescape=autoescape,  # noqa: S701 - the plain part is no HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= WORDS
    return environment


_plain, _rich = _environment(autoescape=False), _environment(autoescape=True)


def render(name: str, words: dict[str, Any]) -> Text:
    """The letter `name` in both forms; nothing in `words` can add a line to the subject."""
    text = _plain.get_template(f"{name}.txt").render(words)
    subject, _, plain = text.partition("\n")
    paragraphs = [p for p in re.split(r"\n{2,}", plain.strip()) if p.strip()]
    frame = _rich.get_template("frame.html")
    html = frame.render(
        office=words["office"], subject=subject, paragraphs=[_html(p) for p in paragraphs]
    )
    plain_parts = [*paragraphs, _plain.get_template("foot.txt").render(words).strip()]
    return Text(subject.strip(), "\n\n".join(plain_parts) + "\n", html)


def _html(paragraph: str) -> Markup:
    lines = paragraph.split("\n")
    if all(line.startswith("- ") for line in lines):
        items = Markup("").join(Markup("<li>{}</li>").format(line[2:]) for line in lines)
        return Markup("<ul>{}</ul>").format(items)
    if _LINK.fullmatch(lines[-1]):
        words = " ".join(lines[:-1]).rstrip(":") or lines[-1]
        return LINK.format(lines[-1], words)
    return Markup("<p>{}</p>").format(Markup("<br>").join(lines))
