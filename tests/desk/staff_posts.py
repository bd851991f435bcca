"""Every command of the directory of an office's staff."""

from collections.abc import Mapping
from dataclasses import replace

from tests.desk.browser import program
from tests.desk.office import STAFF as PEOPLE
from tests.desk.post import Post, at, says
from tests.desk.walks import Batang, Walk

STAF = "batang/budi@/staf"
HERS = f"{STAF}/orang/siti"
STINT = {"officer": "wahyu", "since": "2026-03-10", "until": "2026-03-12"}
VERIFIES = {"role.verifikator": "ya"}
NINA = {"name": "Nina Kartika", "email": "nina@batang.test", **VERIFIES}


def _vacancy(walk: Walk) -> str:
    """Nobody is the office's head."""
    walk.desk.appoint(replace(PEOPLE["wahyu"], active=False))
    return f"{STAF}/penggantian"


def _stands_in(walk: Walk) -> str:
    """Wahyu is to, for Siti."""
    program("POST", f"{HERS}/penggantian", {**STINT, **VERIFIES})
    return f"{STAF}/orang/wahyu/akhiri/verifikator.{STINT['since']}"


def _unreachable(walk: Walk) -> str:
    """Her mail came back."""
    desk = walk.desk
    print_ = desk.world.fingerprints.of("email", PEOPLE["siti"].email)
    desk.world.suppressions.add(print_, "bounced", desk.now)
    return f"{HERS}/surel"


STAFF: Mapping[str, Post] = {
    "add an officer": Post(Batang, "scheduling", at(f"{STAF}/baru"),
                           says(**NINA, until="2026-12-31"), {"name": 100, "email": 254}),
    "change an officer": Post(Batang, "scheduling", at(HERS), says(**NINA, until="", active="ya"),
                              {"name": 100, "email": 254}),
    "let somebody stand in": Post(Batang, "scheduling", at(f"{HERS}/penggantian"),
                                  says(**STINT, **VERIFIES), {}),
    "fill a vacant post": Post(Batang, "scheduling", _vacancy,
                               says(**{**STINT, "officer": "siti"}, role="pimpinan"), {}),
    "mail arrives again": Post(Batang, "scheduling", _unreachable, says(), {}),
    "end a cover": Post(Batang, "scheduling", _stands_in, says(), {}),
}  # fmt: skip
