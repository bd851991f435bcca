"""AWS, spoken here only: one client factory, one translation of AWS's failures."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from functions.core.errors import Unavailable

_PATIENT = Config(
    connect_timeout=2, read_timeout=5, retries={"mode": "standard", "max_attempts": 3}
)
_ONCE = Config(connect_timeout=2, read_timeout=10, retries={"total_max_attempts": 1})
_AT_LENGTH = {"ses", "lambda"}

_ADDRESSED = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})


def client(service: str) -> Any:
    """A client that retries, but never twice sends a mail; and is given time to print."""
    return boto3.client(service, config=_ONCE if service in _AT_LENGTH else _PATIENT)  # type: ignore[call-overload]


def presigner() -> Any:
    """S3 as browsers address it, by the bucket's own regional name: it signs, and never calls."""
    return boto3.client("s3", config=_ADDRESSED)


@contextmanager
def available(service: str) -> Iterator[None]:
    """Whatever AWS could not do is Unavailable; adapters catch what they expect inside."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise Unavailable(service) from error


def code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
