"""The notices in words: a letter to each person, and a report to the agency."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from string import Template
from typing import TypedDict

from infra.breach.incident import Incident

TEXTS = Path(__file__).parent
UNNAMED = "Pemilik data"
UNREACHED = "(tanpa alamat email: sampaikan dengan cara lain)"


class Concerned(TypedDict):
    """A person of one case, as the stage's function tells of them."""

    name: str
    mailbox: str
    case: str
    service: str
    since: str
    fields: list[str]
    documents: list[str]


def notices(incident: Incident, concerned: Iterable[Concerned]) -> Iterator[tuple[str, str]]:
    """Each file's name and text; no name tells whose it is."""
    by_mailbox: dict[str, list[Concerned]] = {}
    for one in concerned:
        by_mailbox.setdefault(one["mailbox"] or one["case"], []).append(one)
    for place, theirs in enumerate(by_mailbox.values(), start=1):
        yield f"surat-{place:04}.txt", _letter(incident, theirs)
    yield "laporan-lembaga.txt", _report(incident, by_mailbox)


def _letter(incident: Incident, theirs: list[Concerned]) -> str:
    mailbox = theirs[0]["mailbox"] or UNREACHED
    name = next((one["name"] for one in theirs if one["name"]), UNNAMED)
    held = "\n\n".join(_held(incident, one) for one in theirs)
    return _written("surat.txt", incident, name=name, mailbox=mailbox, held=held)


def _held(incident: Incident, one: Concerned) -> str:
    lines = [
        f"Permohonan {one['case']} ({one['service']}),",
        f"disimpan sejak {incident.said(datetime.fromisoformat(one['since']))}:",
        f"- Isian: {', '.join(one['fields'])}",
    ]
    if one["documents"]:
        lines.append(f"- Dokumen: {', '.join(one['documents'])}")
    return "\n".join(lines)


def _report(incident: Incident, by_mailbox: dict[str, list[Concerned]]) -> str:
    every = [one for theirs in by_mailbox.values() for one in theirs]
    kinds = dict.fromkeys(kind for one in every for kind in (*one["fields"], *one["documents"]))
    earliest = min((datetime.fromisoformat(one["since"]) for one in every), default=None)
    return _written(
        "laporan.txt",
        incident,
        people=str(len(by_mailbox)),
        cases=str(len({one["case"] for one in every})),
        kinds="\n".join(f"- {kind}" for kind in kinds) or "- Tidak ada",
        earliest=incident.said(earliest) if earliest else "–",
    )


def _written(text: str, incident: Incident, **more: str) -> str:
    office = incident.of
    known = {
        "government": office.government,
        "office": office.name,
        "address": office.address,
        "head": office.head,
        "what": incident.what.strip(),
        "found_at": incident.said(incident.found_at),
        "since": incident.said(incident.since),
        "until": incident.said(incident.until),
        "deadline": incident.said(incident.deadline),
        "measures": "\n".join(f"- {measure}" for measure in incident.measures),
        "contact": incident.contact.strip(),
    }
    return Template((TEXTS / text).read_text("utf-8")).substitute(known | more)
