"""maildev: takes every mail the service sends and shows it on a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.local.children import Child, child
from infra.local.claim import ROOT
from infra.local.environment import environment
from infra.local.ports import LOOPBACK

MAILDEV = ROOT / "node_modules" / "maildev" / "bin" / "maildev"


@contextmanager
def mailbox(folder: Path, port: int, smtp_port: int) -> Iterator[Child]:
    command = ["node", str(MAILDEV), "--ip", LOOPBACK]
    command += ["--smtp", str(smtp_port), "--web", str(port)]
    settings = environment(folder, port)
    with child("The mailbox", command, settings, folder / "mailbox.log") as maildev:
        maildev.answer(port, "/healthz")
        yield maildev
