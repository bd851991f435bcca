"""`python -m infra.sop_file FILE`: check an SOP file and show what it makes."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from shutil import get_terminal_size

from infra.sop_file.reading import Unsound, read
from infra.sop_file.report import report

NARROWEST = 72


def main(arguments: list[str]) -> int:
    parser = ArgumentParser(prog="python -m infra.sop_file", description=__doc__)
    parser.add_argument("file", type=Path)
    file: Path = parser.parse_args(arguments).file
    try:
        sop = read(file)
    except Unsound as unsound:
        sys.stderr.write(
            "\n".join([f"{file} is not sound:", *map("  {}".format, unsound.faults), ""])
        )
        return 1
    print("\n".join(report(sop, max(NARROWEST, get_terminal_size().columns))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
