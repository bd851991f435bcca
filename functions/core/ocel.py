"""A ledger as an object-centric event log: OCEL 2.0, in its JSON form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from functions.core.chronicle import MACHINERY
from functions.core.history import Event
from functions.core.ledger import Told
from functions.core.sop import Sop

CASE, OFFICER, ROLE = "case", "officer", "role"
WORDS = ("step", "outcome", "what", "cause", "end", "as", "rows")
TIMES = ("since", "due", "opened")
"""What an event's attributes may be; nothing else of its detail leaves the house."""
Node = dict[str, Any]


def event_log(lines: Iterable[Told], sops: Mapping[str, Sop]) -> Node:
    """The types are those that occur. An event's type is its kind and, if it has one, its step."""
    told = tuple(lines)
    events = [_event(line, sops[line.sop]) for line in told]
    objects = _objects(told, sops)
    return {
        "objectTypes": [_object_type(name) for name in _names(objects)],
        "eventTypes": [_event_type(name, events) for name in _names(events)],
        "objects": objects,
        "events": events,
    }


def _names(nodes: Iterable[Node]) -> list[str]:
    return sorted({node["type"] for node in nodes})


def _object_type(name: str) -> Node:
    attributes = [{"name": "sop", "type": "string"}] if name == CASE else []
    return {"name": name, "attributes": attributes}


def _event_type(name: str, events: Iterable[Node]) -> Node:
    used = {a["name"] for event in events if event["type"] == name for a in event["attributes"]}
    kinds = {word: "string" for word in WORDS} | {time: "time" for time in TIMES}
    return {
        "name": name,
        "attributes": [{"name": n, "type": kind} for n, kind in kinds.items() if n in used],
    }


def _event(line: Told, sop: Sop) -> Node:
    event = line.event
    return {
        "id": f"{line.case}#{event.seq}",
        "type": " ".join(filter(None, (event.kind, event.detail.get("step", "")))),
        "time": _time(event.at),
        "attributes": [{"name": name, "value": value} for name, value in _said(event)],
        "relationships": [
            {"objectId": id, "qualifier": qualifier} for id, _, qualifier in _parties(line, sop)
        ],
    }


def _said(event: Event) -> Iterator[tuple[str, str]]:
    rows = {"rows": ",".join(map(str, event.rows))} if event.rows else {}
    detail = {**event.detail, **rows}
    yield from ((name, detail[name]) for name in WORDS if name in detail)
    times = {name: datetime.fromisoformat(detail[name]) for name in TIMES if name in detail}
    yield from ((name, _time(at)) for name, at in times.items())


def _parties(line: Told, sop: Sop) -> Iterator[tuple[str, str, str]]:
    """The objects that an event is about: id, type, and as what they take part."""
    yield line.case, CASE, "about"
    if line.event.by != MACHINERY:
        yield *_person(line.event.by, sop), "by"
    for name in ("to", "from", "owner"):
        if name in line.event.detail:
            yield *_person(line.event.detail[name], sop), name


def _person(name: str, sop: Sop) -> tuple[str, str]:
    """A role of the SOP, or else an officer."""
    kind = ROLE if name in sop.roles else OFFICER
    return f"{kind}:{name}", kind


def _objects(lines: Sequence[Told], sops: Mapping[str, Sop]) -> list[Node]:
    found: dict[str, Node] = {}
    for line in lines:
        for id, kind, _ in _parties(line, sops[line.sop]):
            found.setdefault(id, _object(id, kind, line))
    return [found[id] for id in sorted(found)]


def _object(id: str, kind: str, line: Told) -> Node:
    """A case's SOP is told as of its first line."""
    known = {"name": "sop", "time": _time(line.event.at), "value": line.sop}
    return {"id": id, "type": kind, "attributes": [known] if kind == CASE else []}


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
