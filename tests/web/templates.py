"""The pages' templates as they are, but that nothing may be left undefined."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.web.words import WORDS

PAGES = Path(__file__).parents[2] / "functions" / "web" / "pages"
TEMPLATES = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters |= WORDS
