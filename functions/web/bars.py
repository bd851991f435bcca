"""Bars for figures in tables: drawn by presentation attributes alone, said by the cells beside."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from markupsafe import Markup

WIDTH, HEIGHT, STANDARD = 160, 20, 80
"""In points; `STANDARD`: how long a bar is that is as long as it ought to be."""
GOOD, BAD, TRACK, INK = "#1b5e33", "#a11b22", "#e9ebe6", "#1b2a2a"
_BAR = Markup(
    '<svg class="bar" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    ' aria-hidden="true" focusable="false">'
    '<rect y="4" width="{width}" height="12" fill="{track}"/>{marks}</svg>'
)
_FILL = Markup('<rect y="4" width="{:g}" height="12" fill="{}"/>')
_REACH = Markup('<path d="M0 10H{0:g}M{0:g} 6V14" fill="none" stroke="{1}"/>')
_TICK = Markup('<path d="M{0} 0V20" stroke="{1}" stroke-width="2"/>')


def time_bar(pace: Any, standard: timedelta) -> Markup:
    """The median as a bar and p90 as a thin line, to the standard's upright; twice the standard
    and more fills it."""
    median, p90 = _against(pace["median"], standard), _against(pace["p90"], standard)
    colour = GOOD if pace["median"] <= standard else BAD
    return _bar(_FILL.format(median, colour), _REACH.format(p90, INK), _TICK.format(STANDARD, INK))


def share_bar(per_cent: int) -> Markup:
    """So many of a hundred, and the rest."""
    kept = WIDTH * per_cent / 100
    return _bar(_FILL.format(WIDTH, BAD), _FILL.format(kept, GOOD))


def score_bar(mean: Decimal) -> Markup:
    """A mean score of four."""
    return _bar(_FILL.format(float(mean) * WIDTH / 4, GOOD))


def _against(time: timedelta, standard: timedelta) -> float:
    return min(STANDARD * (time / standard), WIDTH)


def _bar(*marks: Markup) -> Markup:
    drawn = Markup("").join(marks)
    return _BAR.format(width=WIDTH, height=HEIGHT, track=TRACK, marks=drawn)
