"""Made-up scans and people; none of these numbers belongs to anybody."""

import re
import secrets
import struct
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
SOON = timedelta(days=90)
OLDEST, YOUNGEST = date(1965, 1, 1).toordinal(), date(1994, 12, 31).toordinal()


def png(width: int = 320, height: int = 200) -> bytes:
    """A plain picture, different each time."""
    shade = secrets.token_bytes(3)
    rows = b"".join(b"\0" + shade * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def invented(text: str, random: Random) -> str:
    """`text` with each {name} made up: "{npwp}" becomes a number that nobody else has."""
    return re.sub(r"\{([a-z-]+)\}", lambda found: _INVENTIONS[found[1]](random), text)


def npwp(random: Random) -> str:
    return "0" + _with_luhn(f"{random.randrange(10**8):08}") + "503000"


def nik(random: Random) -> str:
    """Of a district where never 5,000 are born on one day: so nobody has it."""
    born, woman = _birth(random), random.choice((0, 40))
    return f"332501{born.day + woman:02}{born:%m%y}{random.randrange(5000, 10**4)}"


def nip(random: Random) -> str:
    """Nor do 500 who were born on one day begin work in one month."""
    born = _birth(random)
    appointed = f"{born.year + random.randrange(20, 30)}{random.randrange(1, 13):02}"
    return f"{born:%Y%m%d}{appointed}{random.choice('12')}{random.randrange(500, 1000)}"


def tail(random: Random) -> str:
    return f"{random.randrange(10**4):04}"


_INVENTIONS: Mapping[str, Callable[[Random], str]] = {
    "npwp": npwp,
    "nik": nik,
    "nip": nip,
    "tail": tail,
    "user-id": lambda random: f"usaha.{random.randrange(16**8):08x}",
    "mailbox": lambda random: f"orang-{random.randrange(16**8):08x}@contoh.test",
    "soon": lambda _: (datetime.now(UTC) + SOON).date().isoformat(),
}


def _birth(random: Random) -> date:
    return date.fromordinal(random.randint(OLDEST, YOUNGEST))


def _with_luhn(digits: str) -> str:
    doubled = [2 * int(d) for d in digits[::-2]]
    total = sum(d // 10 + d % 10 for d in doubled) + sum(int(d) for d in digits[-2::-2])
    return digits + str(-total % 10)
