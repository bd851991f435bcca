"""What is printed, as data: a sheet of blocks that knows nothing of how it is laid out."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from functions.core.form import Frozen


class Words(Frozen):
    """A paragraph; line ends are kept."""

    block: Literal["words"] = "words"
    text: str
    style: Literal["plain", "heading", "small", "right", "center"] = "plain"


class Facts(Frozen):
    """What belongs to what: label and value, line by line."""

    block: Literal["facts"] = "facts"
    rows: tuple[tuple[str, str], ...]


class Grid(Frozen):
    """A ruled table; `widths` are shares of the whole width, equal if left out."""

    block: Literal["grid"] = "grid"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()

    @model_validator(mode="after")
    def _is_even(self) -> Self:
        if {len(row) for row in self.rows} - {len(self.head)}:
            raise ValueError("a row is as long as the head")
        if len(self.widths) not in {0, len(self.head)}:
            raise ValueError("there is a width for each column, or none")
        return self


class Signature(Frozen):
    """Where somebody signs: place and date, the capacity, room (or `mark`), the name."""

    block: Literal["signature"] = "signature"
    place: str
    capacity: str
    name: str
    mark: str = ""


class Shape(Frozen):
    """One symbol of a drawing; `x`, `y` is its centre, y goes down; `points` are of an arrow,
    whose text stands where it begins."""

    kind: Literal["capsule", "box", "diamond", "pentagon", "arrow"]
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    text: str = ""
    points: tuple[tuple[float, float], ...] = ()


class Drawing(Frozen):
    """Shapes on a field of `width` by `height`, in points; `said` is it in words."""

    block: Literal["drawing"] = "drawing"
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    shapes: tuple[Shape, ...]
    said: str


class Code(Frozen):
    """A QR code of `address`; `said`: what it is for, beside it."""

    block: Literal["code"] = "code"
    address: str = Field(pattern=r"^https?://[!-~]{1,300}$")
    said: str


Block = Annotated[Words | Facts | Grid | Signature | Drawing | Code, Field(discriminator="block")]


class Paper(Frozen):
    """One document: the letterhead (government, office, the rest), a title, its blocks; `foot`
    on every page."""

    letterhead: tuple[str, ...]
    title: str
    blocks: tuple[Block, ...]
    foot: str = ""
    size: Literal["A4", "A5"] = "A4"
    landscape: bool = False
