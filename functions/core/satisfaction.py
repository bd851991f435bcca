"""How satisfied people are: ballots, and the index that is computed from them.

The index (IKM, PermenPANRB 14/2017) is the mean of the nine elements' means, times 25. It is exact,
as fractions are, and rounded once, at the end; the class goes by what is then read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from functions.core.elements import ELEMENTS
from functions.core.errors import Invalid
from functions.core.form import Frozen

UNANSWERED = "Pilih salah satu jawaban tentang {element}."
_SCORES = {"1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True)
class Ballot:
    """What somebody said of a service, by element: nothing of who, nor of when. `id` is chance."""

    id: str
    service: str
    scores: Mapping[str, int]


class Grade(Frozen):
    """`least`: from which index on."""

    letter: str
    words: str
    least: Decimal


GRADES = (
    Grade(letter="A", words="Sangat baik", least=Decimal("88.31")),
    Grade(letter="B", words="Baik", least=Decimal("76.61")),
    Grade(letter="C", words="Kurang baik", least=Decimal("65.00")),
    Grade(letter="D", words="Tidak baik", least=Decimal("25.00")),
)


class ElementFigures(Frozen):
    name: str
    mean: Decimal


class Figures(Frozen):
    """`index`: from 25.00 to 100.00."""

    respondents: int
    index: Decimal
    grade: Grade
    elements: tuple[ElementFigures, ...]


def scores_of(said: Mapping[str, str]) -> dict[str, int]:
    """The score of every element, or Invalid with a message for each that has none."""
    unsaid = [element for element in ELEMENTS if said.get(element.id) not in _SCORES]
    if unsaid:
        asked = {e.id: UNANSWERED.format(element=e.name[0].lower() + e.name[1:]) for e in unsaid}
        raise Invalid(asked)
    return {element.id: _SCORES[said[element.id]] for element in ELEMENTS}


def figures(ballots: Sequence[Ballot]) -> Figures | None:
    """None where nobody answered."""
    if not ballots:
        return None
    means = {e: _mean([ballot.scores[e.id] for ballot in ballots]) for e in ELEMENTS}
    index = rounded(_mean(list(means.values())) * 25)
    return Figures(
        respondents=len(ballots),
        index=index,
        grade=grade(index),
        elements=tuple(ElementFigures(name=e.name, mean=rounded(m)) for e, m in means.items()),
    )


def grade(index: Decimal) -> Grade:
    """The class that an index, as it is read, falls into."""
    return next(grade for grade in GRADES if index >= grade.least)


def rounded(value: Fraction) -> Decimal:
    """To two decimals, half up."""
    return Decimal(floor(value * 100 + Fraction(1, 2))).scaleb(-2)


def _mean(values: Sequence[int] | Sequence[Fraction]) -> Fraction:
    return Fraction(sum(values)) / len(values)
