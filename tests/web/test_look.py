"""The stylesheet, the script and the colours: little, our own, and to be seen by everybody."""

import re
from itertools import product
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "functions" / "web" / "static"
STYLES, SCRIPT = ((STATIC / name).read_text() for name in ("loket.css", "loket.js"))
TONES = ("neutral", "info", "good", "wait", "bad")


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    colours = dict(re.findall(r"--colour-([\w-]+): (#[0-9a-f]{6});", STYLES))
    darker, lighter = sorted(luminance(colours[name]) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_look_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", STYLES)


def test_the_stylesheet_weighs_little() -> None:
    assert len(STYLES.encode()) < 17 * 1024


def test_the_script_weighs_little() -> None:
    assert len(SCRIPT.encode()) < 5 * 1024


def test_every_token_is_used() -> None:
    assert set(re.findall(r"^ +(--[\w-]+):", STYLES, re.MULTILINE)) == set(
        re.findall(r"var\((--[\w-]+)\)", STYLES)
    )


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((tone, f"{tone}-wash") for tone in TONES),
        *product(("ink", "soft", "brand", "bad", "neutral"), ("paper", "ground")),
        *product(("ink", "soft", "brand", "brand-deep"), ("brand-wash",)),
        *(("ink", f"{tone}-wash") for tone in TONES),
        *product(("paper",), ("brand", "brand-deep", "bad", "ink")),
        ("ink", "focus"),
    ],
)
def test_words_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(
    ("line", "ground"),
    [("edge", "paper"), ("edge", "ground"), ("focus", "brand"), ("focus", "ink")],
)
def test_edges_and_the_focus_can_be_seen(line: str, ground: str) -> None:
    assert contrast(line, ground) >= 3
