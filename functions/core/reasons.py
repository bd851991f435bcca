"""What an office usually writes when it returns something: words to begin with, not a rule."""

from typing import Annotated, Literal

from pydantic import Field

from functions.core.form import Frozen


class Reason(Frozen):
    """A note to the applicant; `only`: the documents and sections that it is about, if not all."""

    verdict: Literal["tidak-jelas", "kedaluwarsa", "belum-ada"]
    text: Annotated[str, Field(max_length=300)]
    only: tuple[str, ...] = ()

    def fits(self, name: str) -> bool:
        """Whether it may be said of this document or section, whoever it belongs to."""
        return not self.only or name.partition(".")[0] in self.only
