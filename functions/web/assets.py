"""Style sheet, script and icon: served under an address that changes with their content."""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from functions.core.errors import NotFound

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_folder = files("functions.web").joinpath("static")


@cache
def assets() -> dict[str, str]:
    names = (f for f in _folder.iterdir() if f.name.split(".")[-1] in TYPES)
    return {f.name: f.read_text("utf-8") for f in names}


@cache
def version() -> str:
    text = "".join(assets()[name] for name in sorted(assets()))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def asset(name: str) -> tuple[str, str]:
    """Type and text of an asset."""
    if name not in assets():
        raise NotFound
    return TYPES[name.split(".")[-1]], assets()[name]


@cache
def programs_side() -> str:
    """The committed OpenAPI document, which is packed beside the code."""
    return Path(__file__).parents[2].joinpath("docs", "openapi.json").read_text("utf-8")
