"""The ports in memory, keeping the promises that their likes in functions/aws keep."""

from functions.world import World
from tests.fakes.archive import MemoryArchive
from tests.fakes.cases import MemoryCases
from tests.fakes.down import Down
from tests.fakes.keys import HmacSigner, HmacVerifier, PlainFingerprints, PlainSeals
from tests.fakes.mail import MemoryMail
from tests.fakes.messenger import MemoryMessenger
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.press import MemoryPress
from tests.fakes.scans import MemoryScans
from tests.fakes.staff import MemoryStaff
from tests.fakes.suppressions import MemorySuppressions
from tests.fakes.workflow import MemoryWorkflow


def furnish(world: World) -> World:
    """`world` with every port in memory: one table behind its cases, outbox and staff."""
    cases = MemoryCases()
    world.cases, world.outbox, world.staff = cases, cases.outbox, cases.staff
    world.workflow, world.mail, world.scans = MemoryWorkflow(), MemoryMail(), MemoryScans()
    world.messenger = MemoryMessenger()
    world.suppressions = cases.suppressions
    world.press, world.archive = MemoryPress(), MemoryArchive()
    world.signer, world.verifier = HmacSigner(), HmacVerifier()
    world.fingerprints, world.seals = PlainFingerprints(), PlainSeals()
    return world


__all__ = [
    "Down",
    "HmacSigner",
    "HmacVerifier",
    "MemoryArchive",
    "MemoryCases",
    "MemoryMail",
    "MemoryMessenger",
    "MemoryOutbox",
    "MemoryPress",
    "MemoryScans",
    "MemoryStaff",
    "MemorySuppressions",
    "MemoryWorkflow",
    "PlainFingerprints",
    "PlainSeals",
    "furnish",
]
