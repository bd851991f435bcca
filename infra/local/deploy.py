"""The real CDK CLI, pointed at the emulator."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from infra.local.children import Child, child
from infra.local.claim import ROOT
from infra.local.environment import ACCOUNT, REGION, environment

CDK = ROOT / "node_modules" / ".bin" / "cdk"
STACK = "Loket-local"


@dataclass(frozen=True)
class Cdk:
    """`messengers`: by office, where its confidential notes go."""

    folder: Path
    port: int
    messengers: Mapping[str, str] = field(default_factory=dict)

    def synth(self) -> AbstractContextManager[Child]:
        """Needs no emulator, so it may run while that starts."""
        context = ["--context", "stage=local", "--context", f"port={self.port}"]
        context += ["--context", f"messengers={json.dumps(dict(self.messengers))}"]
        return self._command("synth", "--quiet", "--output", self._assembly, *context)

    def bootstrap(self) -> None:
        """Without an app: its stacks do not matter here, and it would be synthesized again."""
        with self._command("bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", "") as bootstrap:
            bootstrap.finish()

    def deploy(self) -> dict[str, str]:
        """The synthesized stack, up; returns its outputs."""
        told = self.folder / "outputs.json"
        quietly = ["--require-approval", "never", "--outputs-file", str(told)]
        with self._command("deploy", STACK, "--app", self._assembly, *quietly) as deploy:
            deploy.finish()
        outputs: dict[str, str] = json.loads(told.read_text())[STACK]
        return outputs

    def _command(self, verb: str, *arguments: str) -> AbstractContextManager[Child]:
        settings = environment(self.folder, self.port) | {
            "CDK_HOME": str(self.folder.parent / "cdk"),
            "CDK_DISABLE_VERSION_CHECK": "1",
            "CDK_VALIDATION": "false",
        }
        command = [str(CDK), verb, *arguments, "--no-notices", "--no-color"]
        return child(f"cdk {verb}", command, settings, self.folder / f"{verb}.log")

    @property
    def _assembly(self) -> str:
        return str(self.folder / "scratch" / "cdk.out")
