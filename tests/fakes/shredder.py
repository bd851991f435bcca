"""Destruction of what the fakes of scans, archive and views hold."""

from tests.fakes.archive import MemoryArchive
from tests.fakes.clean import MemoryClean
from tests.fakes.scans import MemoryScans


class MemoryShredder:
    def __init__(
        self, scans: MemoryScans, clean: MemoryClean, archive: MemoryArchive, views: MemoryArchive
    ) -> None:
        self._loose, self._kept = (scans, clean), (archive.kept, views.kept)

    def destroy(self, case_id: str) -> int:
        loose = [
            store.versions.pop(key)
            for store in self._loose
            for key in [*store.versions]
            if key.startswith(f"{case_id}/")
        ]
        own = f"{case_id}/", f"views/{case_id}/"
        kept = [k.pop(key) for k in self._kept for key in [*k] if key.startswith(own)]
        return sum(map(len, loose)) + len(kept)
