"""What calls each Lambda: the stream, the clock, an arrival, a path."""

import json
from collections.abc import Iterator
from typing import Any

from tests.infra.template import Resources, of_type

ARRIVALS = {
    "Scans": "functions.register.scans.handler",
    "Inbox": "functions.complaints.inbound.handler",
}
WORDS = ("petugas", "antrean", "berkas", "staf", "loket", "laporan", "penyimpangan")
OFFICERS = (
    "/t/{proxy+}",
    "/tugas/{proxy+}",
    *(path for word in WORDS for path in (f"/{word}", f"/{word}/{{proxy+}}")),
)
COMPLAINANTS = ("/pengaduan", "/pengaduan/{proxy+}")
EVERYBODY = ("/", "/{proxy+}")


def stream(resources: Resources) -> dict[str, Any]:
    """What hands the table's changes to the relay."""
    mappings = [m["Properties"] for m in of_type(resources, "Lambda::EventSourceMapping")]
    (found,) = [m for m in mappings if "StartingPosition" in m]
    return found


def test_the_relay_repeats_only_what_failed_and_sets_aside_what_keeps_failing(
    resources: Resources,
) -> None:
    mapping = stream(resources)
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert mapping["BisectBatchOnFunctionError"] is True
    assert mapping["StartingPosition"] == "TRIM_HORIZON"
    assert 0 < mapping["MaximumRetryAttempts"] <= 10
    aside = mapping["DestinationConfig"]["OnFailure"]["Destination"]["Fn::GetAtt"][0]
    assert resources[aside]["Type"] == "AWS::SQS::Queue"


def test_the_relay_is_woken_by_letters_and_by_what_moves_a_case(resources: Resources) -> None:
    (chosen,) = stream(resources)["FilterCriteria"]["Filters"]
    pattern = json.loads(chosen["Pattern"])
    assert pattern["eventName"] == ["INSERT"]
    kinds = pattern["dynamodb"]["NewImage"]["kind"]["S"]
    assert set(kinds) == {"mail", "opened", "decided", "recovered", "reopened"}


def test_the_sweep_looks_round_every_minute(resources: Resources) -> None:
    """G3: what the stream loses, the schedule finds."""
    rules = [r["Properties"] for r in of_type(resources, "Events::Rule")]
    (sweep,) = [r for r in rules if r.get("ScheduleExpression") == "rate(1 minute)"]
    assert sweep["State"] == "ENABLED"
    assert _handler(resources, sweep["Targets"][0]["Arn"]) == "functions.notify.sweep.handler"


def test_what_is_to_be_destroyed_is_looked_for_every_hour(resources: Resources) -> None:
    rules = [r["Properties"] for r in of_type(resources, "Events::Rule")]
    (hourly,) = [r for r in rules if r.get("ScheduleExpression") == "rate(1 hour)"]
    assert hourly["State"] == "ENABLED"
    arn = hourly["Targets"][0]["Arn"]
    assert _handler(resources, arn) == "functions.verify.retention.handler"
    room = resources[arn["Fn::GetAtt"][0]]["Properties"]["Environment"]["Variables"]
    for bucket in ("StoreScans", "StoreClean"):
        assert bucket in json.dumps(room["SHRED_BUCKETS"])
    assert "StoreArchive" in json.dumps(room["ARCHIVE_BUCKET"])
    assert "StoreViews" in json.dumps(room["VIEWS_BUCKET"])


def test_a_scan_or_a_mail_that_arrives_is_looked_at(resources: Resources) -> None:
    rules = [r["Properties"] for r in of_type(resources, "Events::Rule")]
    arrivals = {
        r["EventPattern"]["detail"]["bucket"]["name"][0]["Ref"]: _handler(
            resources, r["Targets"][0]["Arn"]
        )
        for r in rules
        if r.get("EventPattern", {}).get("detail-type") == ["Object Created"]
    }
    places = {
        next(id_ for id_ in resources if id_.startswith(f"Store{name}")): handler
        for name, handler in ARRIVALS.items()
    }
    assert arrivals == places


def test_each_path_leads_to_its_room_and_all_others_to_the_applicants(
    resources: Resources,
) -> None:
    rooms = {"verify": OFFICERS, "complaints": COMPLAINANTS, "register": EVERYBODY}
    assert dict(_routes(resources)) == {
        f"ANY {path}": f"functions.{room}.app.handler"
        for room, paths in rooms.items()
        for path in paths
    }


def _handler(resources: Resources, arn: dict[str, Any]) -> str:
    """The handler of the function that `arn` names."""
    function = resources[arn["Fn::GetAtt"][0]]
    return str(function["Properties"]["Handler"])


def _routes(resources: Resources) -> Iterator[tuple[str, str]]:
    for route in of_type(resources, "ApiGatewayV2::Route"):
        (_, to) = route["Properties"]["Target"]["Fn::Join"][1]
        integration = resources[to["Ref"]]["Properties"]
        yield route["Properties"]["RouteKey"], _handler(resources, integration["IntegrationUri"])
