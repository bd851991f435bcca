"""`python -m infra.local`: the whole service on this machine, until Ctrl-C."""

import signal
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from time import monotonic

from infra.local.errors import StartError
from infra.local.stage import Stage, local_stage

READY = """
Ready after {seconds:.1f} s.

  Vendors   {stage.site}/
  Staff     {stage.site}/petugas
  Mailbox   {stage.mailbox}/

Come as a vendor with any address, such as vendor@contoh.test,
or as one of these officers, whose codes to sign in come into the mailbox:
{staff}
Ctrl-C ends it.
"""


def main() -> int:
    parser = ArgumentParser(prog="python -m infra.local", description=__doc__)
    parser.add_argument("--port", type=int, default=4566, help="of the emulator and the pages")
    parser.add_argument("--mail-port", type=int, default=1080, help="of the mailbox's page")
    parser.add_argument(
        "--messenger", metavar="OFFICE=URL", type=_messenger, action="append", default=[],
        help="send this office's confidential notes to a webhook",
    )  # fmt: skip
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        run(asked.port, asked.mail_port, dict(asked.messenger))
    except StartError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nEnded.\n")
    return 0


def run(port: int, mail_port: int, messengers: Mapping[str, str]) -> None:
    begun = monotonic()
    with local_stage(port, mail_port, quiet=False, messengers=messengers) as stage:
        sys.stdout.write(welcome(stage, monotonic() - begun))
        sys.stdout.flush()
        stage.wait()


def _messenger(pair: str) -> tuple[str, str]:
    office, _, url = pair.partition("=")
    return office, url


def welcome(stage: Stage, seconds: float) -> str:
    people = (
        f"  {person['email']:<24}{person['name']}, {', '.join(person['roles'])}\n"
        for person in stage.staff
    )
    return READY.format(stage=stage, seconds=seconds, staff="".join(people))


if __name__ == "__main__":
    sys.exit(main())
