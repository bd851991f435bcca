"""A stage: what differs between this machine, trials and production. Data of cdk.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from constructs import Node


@dataclass(frozen=True)
class Stage:
    """`site`: the pages' public origin. `domain`, `certificate`: of a deployed site; without a
    certificate the API's own address serves. `layer`: whether libraries are shipped. `keep`:
    whether data outlive the stack. `epoch`: raised after a restore, it ends all older links.
    `messengers`: by office, the webhook that takes its confidential notes. `malware`: who
    scans what is uploaded, if anybody does. `inbound`: whether SES receives mail in this very
    region."""

    name: str
    region: str
    site: str
    domain: str
    uploads: str
    layer: bool
    keep: bool
    epoch: int = 0
    certificate: str = ""
    api_id: str = ""
    inbound: bool = False
    messengers: Mapping[str, str] = field(default_factory=dict)
    malware: Literal["", "guardduty"] = ""

    @property
    def local(self) -> bool:
        return self.name == "local"


def stage(node: Node) -> Stage:
    """The stage named by the context `stage`; `port` is that of the emulator; `messengers`, as
    JSON, stands in for the stage's own."""
    name = node.try_get_context("stage") or "local"
    known: dict[str, Any] = node.try_get_context("stages")[name]
    messengers = json.loads(node.try_get_context("messengers") or "{}")
    known = {**known, "messengers": messengers or known.get("messengers", {})}
    port = str(node.try_get_context("port") or 4566)
    texts: dict[str, Any] = {k: _at_port(v, port) for k, v in known.items()}
    return Stage(name=name, **{f.name: texts[f.name] for f in fields(Stage) if f.name in texts})


def _at_port(value: Any, port: str) -> Any:
    return value.replace("PORT", port) if isinstance(value, str) else value
