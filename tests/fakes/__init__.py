"""The ports in memory, keeping the promises that their likes in functions/aws keep."""

from functions.world import World
from tests.fakes.archive import MemoryArchive
from tests.fakes.cases import MemoryCases
from tests.fakes.clean import MemoryClean
from tests.fakes.counters import MemoryCounters
from tests.fakes.down import Down
from tests.fakes.inbox import MemoryInbox
from tests.fakes.keys import HmacSigner, HmacVerifier, PlainFingerprints, PlainSeals
from tests.fakes.mail import MemoryMail
from tests.fakes.malware import MemoryMalware
from tests.fakes.messenger import MemoryMessenger
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.press import MemoryPress
from tests.fakes.scans import MemoryScans
from tests.fakes.shredder import MemoryShredder
from tests.fakes.staff import MemoryStaff
from tests.fakes.stamps import MemoryStamps
from tests.fakes.suppressions import MemorySuppressions
from tests.fakes.workflow import MemoryWorkflow


def furnish(world: World) -> World:
    """`world` with every port in memory: one table behind its cases, outbox and staff."""
    cases = MemoryCases()
    world.cases, world.outbox, world.staff = cases, cases.outbox, cases.staff
    world.workflow, world.mail, world.scans = MemoryWorkflow(), MemoryMail(), MemoryScans()
    world.stamps, world.suppressions = MemoryStamps(), cases.suppressions
    world.clean, world.malware = MemoryClean(), MemoryMalware()
    world.messenger, world.counters = MemoryMessenger(), MemoryCounters()
    world.press, world.archive, world.views = MemoryPress(), MemoryArchive(), MemoryArchive()
    world.shredder = MemoryShredder(world.scans, world.clean, world.archive, world.views)
    world.inbox = MemoryInbox()
    world.signer, world.verifier = HmacSigner(), HmacVerifier()
    world.fingerprints, world.seals = PlainFingerprints(), PlainSeals()
    return world


__all__ = [
    "Down",
    "HmacSigner",
    "HmacVerifier",
    "MemoryArchive",
    "MemoryCases",
    "MemoryClean",
    "MemoryCounters",
    "MemoryInbox",
    "MemoryMail",
    "MemoryMalware",
    "MemoryMessenger",
    "MemoryOutbox",
    "MemoryPress",
    "MemoryScans",
    "MemoryShredder",
    "MemoryStaff",
    "MemorySuppressions",
    "MemoryWorkflow",
    "PlainFingerprints",
    "PlainSeals",
    "furnish",
]
