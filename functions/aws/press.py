"""The press as a Lambda of its own. What it is sent holds personal data: nothing of it is kept."""

import json
from base64 import b64decode
from typing import Any

from functions.aws import available
from functions.core.errors import Unavailable
from functions.core.paper import Paper


class LambdaPress:
    def __init__(self, client: Any, function: str) -> None:
        self._client, self._function = client, function

    def pdf(self, paper: Paper) -> bytes:
        with available("lambda"):
            answer = self._client.invoke(
                FunctionName=self._function, Payload=paper.model_dump_json().encode()
            )
            told = answer["Payload"].read()
        if "FunctionError" in answer:
            raise Unavailable("press")
        return b64decode(json.loads(told)["pdf"])
