"""Destruction of what the fakes of scans and archive hold."""

from tests.fakes.archive import MemoryArchive
from tests.fakes.clean import MemoryClean
from tests.fakes.scans import MemoryScans


class MemoryShredder:
    def __init__(self, scans: MemoryScans, clean: MemoryClean, archive: MemoryArchive) -> None:
        self._loose, self._archive = (scans, clean), archive

    def destroy(self, case_id: str) -> int:
        kept = self._archive.kept
        loose = [
            store.versions.pop(key)
            for store in self._loose
            for key in [*store.versions]
            if key.startswith(f"{case_id}/")
        ]
        signed = [kept.pop(key) for key in [*kept] if key.startswith(f"{case_id}/")]
        return sum(map(len, loose)) + len(signed)
