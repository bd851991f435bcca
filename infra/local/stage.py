"""The stage itself, from nothing to a page that answers."""

import io
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from infra.local.children import Child
from infra.local.claim import claimed
from infra.local.deploy import CDK, Cdk
from infra.local.emulator import emulator
from infra.local.environment import REGION, endpoint
from infra.local.errors import StartError
from infra.local.mailbox import MAILDEV, mailbox
from infra.local.ports import demand_free, free_port
from infra.local.staff import appoint, roster
from infra.local.steps import Steps
from infra.staff.roster import Person


@dataclass(frozen=True)
class Stage:
    site: str
    """For browsers and curl, which resolve *.localhost; others send its Host to `endpoint`."""
    mailbox: str
    endpoint: str
    outputs: dict[str, str]
    staff: list[Person]
    emulator: Child
    folder: Path
    """Where its logs are."""

    def client(self, service: str) -> Any:
        """A boto3 client that speaks to this stage."""
        return client(service, self.endpoint)

    def wait(self) -> None:
        """For as long as the emulator lives; it should not be the first to go."""
        self.emulator.process.wait()
        raise StartError(f"The emulator ended by itself: see {self.emulator.log}")


@contextmanager
def local_stage(
    port: int = 4566,
    mail_port: int = 1080,
    *,
    quiet: bool = True,
    messengers: Mapping[str, str] | None = None,
) -> Iterator[Stage]:
    """Call it from the main thread: the processes end when the thread that started them does.

    `messengers`: by office, where its confidential notes go.
    """
    demand_tools()
    steps = Steps(io.StringIO() if quiet else sys.stdout)
    with ExitStack() as running:
        folder = running.enter_context(claimed(port))
        demand_free(port, "PORT")
        demand_free(mail_port, "MAIL_PORT")
        cdk = Cdk(folder, port, messengers or {})
        synth = running.enter_context(cdk.synth())
        ministack = _servers(running, steps, folder, port, mail_port)
        outputs = _deployed(cdk, synth, steps)
        staff = _appointed(outputs["AppointFunction"], endpoint(port), steps)
        yield Stage(
            site=f"http://loket.localhost:{port}",
            mailbox=f"http://localhost:{mail_port}",
            endpoint=endpoint(port),
            outputs=outputs,
            staff=staff,
            emulator=ministack,
            folder=folder,
        )


def demand_tools() -> None:
    if not shutil.which("node"):
        raise StartError("Node is missing: install Node 20 or newer, then run: make setup")
    if not (CDK.exists() and MAILDEV.exists()):
        raise StartError("The command-line tools are missing: run: make setup")


def client(service: str, url: str) -> Any:
    keys = {"aws_access_key_id": "local", "aws_secret_access_key": "local"}
    return boto3.client(service, endpoint_url=url, region_name=REGION, **keys)  # type: ignore


def _servers(running: ExitStack, steps: Steps, folder: Path, port: int, mail_port: int) -> Child:
    smtp_port = free_port()
    with steps.step("mailbox"):
        running.enter_context(mailbox(folder, mail_port, smtp_port))
    with steps.step("emulator"):
        return running.enter_context(emulator(folder, port, smtp_port))


def _deployed(cdk: Cdk, synth: Child, steps: Steps) -> dict[str, str]:
    with steps.step("bootstrap"):
        cdk.bootstrap()
    with steps.step("synth"):
        synth.finish()
    with steps.step("deploy"):
        return cdk.deploy()


def _appointed(function_name: str, url: str, steps: Steps) -> list[Person]:
    people = roster()
    with steps.step("staff"):
        for person in people:
            appoint(client("lambda", url), function_name, person)
    return people
