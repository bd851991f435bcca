"""A file made for whoever asks: its content, and the name it is kept under."""

import re
from dataclasses import dataclass

PDF = "application/pdf"


@dataclass(frozen=True)
class Download:
    """`content` is text where the type is JSON. `keep`: for how long, as Cache-Control says it;
    never, unless told."""

    name: str
    type: str
    content: bytes | str
    keep: str = "no-store"

    @property
    def headers(self) -> dict[str, str]:
        plain = re.sub(r"[^\w. -]", "-", self.name, flags=re.ASCII)
        return {
            "Cache-Control": self.keep,
            "Content-Disposition": f'inline; filename="{plain}"',
        }
