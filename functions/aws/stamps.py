"""Stamps as a Lambda of its own, and the bucket that its copies are seen in for a day."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from functions.aws import available
from functions.aws.archive import S3Archive
from functions.core.document import Leaf
from functions.core.errors import Unavailable
from functions.core.ports import Views


class S3Views(S3Archive):
    """A bucket that keeps and shows as the archive's does, but forgets."""


class LambdaStamps:
    def __init__(self, client: Any, function: str, views: Views, token: Callable[[], str]) -> None:
        self._client, self._function = client, function
        self._views, self._token = views, token

    def show(self, pages: Iterable[Leaf], lines: Iterable[str]) -> str:
        leaves = [{"key": p.key, "version": p.version, "type": p.type} for p in pages]
        key = f"views/{leaves[0]['key'].split('/')[0]}/{self._token()}"
        asked = {"pages": leaves, "lines": [*lines], "key": key}
        with available("lambda"):
            answer = self._client.invoke(
                FunctionName=self._function, Payload=json.dumps(asked).encode()
            )
            told = answer["Payload"].read()
        if "FunctionError" in answer:
            raise Unavailable("stamp")
        return self._views.view(key, json.loads(told)["type"])
