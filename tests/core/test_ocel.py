"""The ledger as an event log that process-mining tools read: OCEL 2.0, JSON."""

import json
from typing import Any

from jsonschema import Draft7Validator

from functions.core.history import DEVIATED, Event
from functions.core.ledger import Told
from functions.core.ocel import event_log
from functions.sops import all_sops
from tests.core.lines import MONDAY, SOPS, closed, decided, deviated, line, opened
from tests.core.stories import USERS, reached
from tests.core.stories import decided as ended
from tests.core.stories import opened as begun
from tests.core.story import SOP

STRING = {"type": "string"}
TIME = {"type": "string", "format": "date-time"}


def _all(required: list[str], **properties: Any) -> dict[str, Any]:
    item = {"type": "object", "properties": properties, "required": required,
            "additionalProperties": False}  # fmt: skip
    return {"type": "array", "items": item}


TYPES = _all(
    ["name", "attributes"],
    name=STRING,
    attributes=_all(
        ["name", "type"],
        name=STRING,
        type={"enum": ["string", "time", "integer", "float", "boolean"]},
    ),
)
RELATIONSHIPS = _all(["objectId", "qualifier"], objectId=STRING, qualifier=STRING)
OCEL = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "required": ["objectTypes", "eventTypes", "objects", "events"],
    "additionalProperties": False,
    "properties": {
        "objectTypes": TYPES,
        "eventTypes": TYPES,
        "objects": _all(
            ["id", "type"],
            id=STRING,
            type=STRING,
            attributes=_all(["name", "value", "time"], name=STRING, value={}, time=TIME),
            relationships=RELATIONSHIPS,
        ),
        "events": _all(
            ["id", "type", "time"],
            id=STRING,
            type=STRING,
            time=TIME,
            attributes=_all(["name", "value"], name=STRING, value={}),
            relationships=RELATIONSHIPS,
        ),
    },
}
"""The standard's JSON Schema (OCEL 2.0), in short, and without room for what it does not name."""
LINES = [
    opened("a"),
    opened("b"),
    line("a", "begun", step="periksa", to="verifikator"),
    decided("a", 10, 30),
    deviated("a", "late"),
    closed("a", 10),
    Told("b", SOP.key, Event("decided", MONDAY, "pelaku-usaha", {"step": "permohonan"}, (2, 3), 2)),
    Told("b", SOP.key, Event(DEVIATED, MONDAY, "loket", {"what": "late", "step": "sikap"}, (), 3)),
]


def _log(lines: list[Told]) -> Any:
    """As a tool reads it."""
    return json.loads(json.dumps(event_log(lines, SOPS)))


def _story() -> list[Told]:
    """A civil servant's whole application, as its history tells it."""
    case = reached(begun(USERS))
    for outcome in ("diajukan", "lengkap", "didisposisikan"):
        case = reached(ended(case, outcome, by="rina"))
    return [Told(case.id, USERS.key, event) for event in case.news.events]


def test_the_log_is_valid() -> None:
    Draft7Validator.check_schema(OCEL)
    for lines in (LINES, _story(), []):
        assert list(Draft7Validator(OCEL).iter_errors(_log(lines))) == []


def test_every_name_that_is_used_is_declared() -> None:
    for log in (_log(LINES), _log(_story())):
        objects = {one["id"] for one in log["objects"]}
        for nodes, types in (("events", "eventTypes"), ("objects", "objectTypes")):
            declared = {t["name"]: {a["name"] for a in t["attributes"]} for t in log[types]}
            for node in log[nodes]:
                assert {a["name"] for a in node["attributes"]} <= declared[node["type"]]
        for event in log["events"]:
            assert {party["objectId"] for party in event["relationships"]} <= objects


def test_ids_are_unique_and_every_line_is_an_event() -> None:
    log = _log(_story())
    assert len({event["id"] for event in log["events"]}) == len(_story())
    assert len({one["id"] for one in log["objects"]}) == len(log["objects"])


def test_an_event_is_of_its_kind_at_its_step() -> None:
    types = {event["type"] for event in _log(LINES)["events"]}
    assert {"opened", "begun periksa", "decided periksa", "deviated periksa", "closed"} <= types


def test_an_event_tells_whom_it_is_about_and_who_did_it() -> None:
    parties = {
        event["id"]: [(p["qualifier"], p["objectId"]) for p in event["relationships"]]
        for event in _log([LINES[2], *LINES[-2:]])["events"]
    }
    assert parties["a#0"] == [("about", "a"), ("by", "officer:siti"), ("to", "role:verifikator")]
    assert parties["b#2"] == [("about", "b"), ("by", "role:pelaku-usaha")]
    assert parties["b#3"] == [("about", "b")]


def test_an_event_says_what_and_which_rows() -> None:
    said = {a["name"]: a["value"] for a in _log(LINES)["events"][3]["attributes"]}
    assert (said["outcome"], said["since"]) == ("sesuai", "2026-03-09T01:00:00+00:00")
    [applied] = [event for event in _log(LINES)["events"] if event["id"] == "b#2"]
    assert {"name": "rows", "value": "2,3"} in applied["attributes"]


def test_what_the_log_has_no_word_for_stays_in_the_house() -> None:
    secret = line("a", "decided", step="periksa", held="", sha256="f" * 64, note="Wulan")
    assert "Wulan" not in json.dumps(_log([secret]))


def test_a_case_says_by_which_sop_it_goes() -> None:
    [case] = [one for one in _log([opened("a")])["objects"] if one["type"] == "case"]
    assert [(a["name"], a["value"]) for a in case["attributes"]] == [("sop", SOP.key)]
    assert SOP.key in all_sops()
