"""The press: papers in, PDFs out. It alone carries the library that lays out pages."""

from base64 import b64encode
from typing import Any

from functions.core.paper import Paper
from functions.notify.pressroom.sheet import printed


def handler(event: dict[str, Any], context: Any) -> dict[str, str]:
    """`event`: a Paper; the answer: its PDF, in base64."""
    try:
        pdf = printed(Paper.model_validate(event))
    except Exception as fault:
        raise Jammed(type(fault).__name__) from None
    return {"pdf": b64encode(pdf).decode()}


class Jammed(Exception):
    """A paper could not be printed. What went wrong is named, but not quoted: Lambda logs what is
    raised, and papers hold personal data."""
