"""The bars in tables of figures: as long as what they stand for, within their field."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from functions.web.bars import BAD, GOOD, STANDARD, WIDTH, score_bar, share_bar, time_bar

HOUR = timedelta(hours=1)


def _fills(bar: str) -> list[tuple[float, str]]:
    """The bars over the track: how long, and of what colour."""
    found = re.findall(r'width="([\d.]+)" height="12" fill="(#\w+)"', bar)
    return [(float(width), colour) for width, colour in found[1:]]


@pytest.mark.parametrize(
    ("hours", "width", "colour"),
    [(0, 0, GOOD), (0.5, STANDARD / 2, GOOD), (1, STANDARD, GOOD), (1.5, STANDARD * 1.5, BAD),
     (2, WIDTH, BAD), (40, WIDTH, BAD)],
)  # fmt: skip
def test_a_time_is_drawn_against_its_standard(hours: float, width: float, colour: str) -> None:
    bar = time_bar({"median": hours * HOUR, "p90": hours * HOUR}, HOUR)
    assert _fills(bar) == [(width, colour)]


def test_p90_reaches_further_than_the_median() -> None:
    bar = time_bar({"median": HOUR / 2, "p90": HOUR}, HOUR)
    assert f'd="M0 10H{STANDARD}M{STANDARD} 6V14"' in bar


@pytest.mark.parametrize("share", [0, 50, 100])
def test_a_share_is_so_much_of_the_whole(share: int) -> None:
    assert _fills(share_bar(share)) == [(WIDTH, BAD), (WIDTH * share / 100, GOOD)]


@pytest.mark.parametrize(("mean", "width"), [("1.00", 40), ("3.25", 130), ("4.00", WIDTH)])
def test_a_mean_score_is_so_much_of_four(mean: str, width: float) -> None:
    assert _fills(score_bar(Decimal(mean))) == [(width, GOOD)]


def test_a_bar_carries_no_style_and_is_said_by_the_cells_beside() -> None:
    for bar in (
        share_bar(50),
        score_bar(Decimal(3)),
        time_bar({"median": HOUR, "p90": HOUR}, HOUR),
    ):
        assert "style" not in bar.replace('class="bar"', "")
        assert 'aria-hidden="true"' in bar
