"""What is deployed, read from the template that CloudFormation gets."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cfnlint.api import ManualArgs, lint

from functions.offices import all_offices
from functions.sops import all_sops
from tests.infra.conftest import of_type

Resources = dict[str, dict[str, Any]]
STAGES = ("local", "prod")
ARRIVALS = {
    "Scans": "functions.register.scans.handler",
    "Inbox": "functions.complaints.inbound.handler",
}
BUCKETS = ("Scans", "Clean", "Views", "Inbox", "Archive")
WORDS = ("petugas", "antrean", "berkas", "staf", "loket", "laporan", "penyimpangan")
OFFICERS = (
    "/t/{proxy+}",
    "/tugas/{proxy+}",
    *(path for word in WORDS for path in (f"/{word}", f"/{word}/{{proxy+}}")),
)
COMPLAINANTS = ("/pengaduan", "/pengaduan/{proxy+}")
EVERYBODY = ("/", "/{proxy+}")
OPENING = ("functions.register.scans.handler", "functions.verify.stamp.handler")
OWN_LIBRARIES = {"functions.notify.press.handler": "Press", **dict.fromkeys(OPENING, "Scans")}


@pytest.fixture(params=STAGES)
def resources(request: pytest.FixtureRequest) -> Resources:
    found: Resources = request.getfixturevalue(request.param)
    return found


def only(resources: Resources, name: str) -> dict[str, Any]:
    (found,) = of_type(resources, name)
    return found


def properties(resources: Resources, name: str) -> dict[str, Any]:
    found: dict[str, Any] = only(resources, name)["Properties"]
    return found


def stream(resources: Resources) -> dict[str, Any]:
    """What hands the table's changes to the relay."""
    mappings = [m["Properties"] for m in of_type(resources, "Lambda::EventSourceMapping")]
    (found,) = [m for m in mappings if "StartingPosition" in m]
    return found


def bucket(resources: Resources, name: str) -> dict[str, Any]:
    (id_,) = (i for i in resources if i.startswith(f"Store{name}") and "Policy" not in i)
    found: dict[str, Any] = resources[id_]["Properties"]
    return found


def test_there_is_one_machine_for_each_sop(resources: Resources) -> None:
    machines = of_type(resources, "StepFunctions::StateMachine")
    assert len(machines) == len(all_sops())
    assert {m["Properties"]["StateMachineType"] for m in machines} == {"STANDARD"}


def test_executions_log_nothing_that_they_carry(resources: Resources) -> None:
    """G8"""
    for machine in of_type(resources, "StepFunctions::StateMachine"):
        logging = machine["Properties"]["LoggingConfiguration"]
        assert (logging["Level"], logging["IncludeExecutionData"]) == ("ERROR", False)


def test_no_log_is_kept_for_ever(resources: Resources) -> None:
    for group in of_type(resources, "Logs::LogGroup"):
        assert 0 < group["Properties"]["RetentionInDays"] <= 400
    for function in of_type(resources, "Lambda::Function"):
        group = function["Properties"]["LoggingConfig"]["LogGroup"]["Ref"]
        assert resources[group]["Type"] == "AWS::Logs::LogGroup"


def test_cloudformation_accepts_the_template(resources: Resources) -> None:
    template = json.dumps({"Resources": resources})
    found = lint(template, config=ManualArgs(regions=["ap-southeast-3"]))
    faults = [match for match in found if match.rule.id != "W3005"]  # CDK's redundant DependsOn
    assert faults == []


@pytest.mark.parametrize("name", BUCKETS)
def test_what_is_kept_is_nobodys_but_ours(resources: Resources, name: str) -> None:
    kept = bucket(resources, name)
    assert set(kept["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(kept["PublicAccessBlockConfiguration"]) == 4
    assert kept["BucketEncryption"]["ServerSideEncryptionConfiguration"]


@pytest.mark.parametrize("name", ["Scans", "Clean", "Archive"])
def test_what_was_once_kept_cannot_be_swapped(resources: Resources, name: str) -> None:
    """G13: every version is kept."""
    assert bucket(resources, name)["VersioningConfiguration"] == {"Status": "Enabled"}


def test_a_copy_that_an_officer_saw_is_gone_after_a_day(resources: Resources) -> None:
    kept = bucket(resources, "Views")
    assert "VersioningConfiguration" not in kept
    (rule,) = kept["LifecycleConfiguration"]["Rules"]
    assert (rule["ExpirationInDays"], rule["Status"]) == (1, "Enabled")


def test_there_are_no_other_buckets(resources: Resources) -> None:
    assert len(of_type(resources, "S3::Bucket")) == len(BUCKETS)


def test_the_arrival_of_a_scan_is_told(resources: Resources) -> None:
    """G13"""
    events = bucket(resources, "Scans")["NotificationConfiguration"]["EventBridgeConfiguration"]
    assert events == {"EventBridgeEnabled": True}


def test_mails_are_gone_after_a_week(resources: Resources) -> None:
    [rule] = bucket(resources, "Inbox")["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", 7)
    assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 1}


def test_no_stage_receives_mail_unless_it_is_told_to(resources: Resources) -> None:
    """The data stay in the region, and not every region's SES receives mail."""
    assert of_type(resources, "SES::ReceiptRule") == of_type(resources, "SES::ReceiptRuleSet") == []


def test_a_mail_to_an_offices_mailbox_is_kept_under_the_offices_name(
    synthesized: Callable[..., Resources],
) -> None:
    received = synthesized("prod", changes={"inbound": True})
    rules = [r["Properties"]["Rule"] for r in of_type(received, "SES::ReceiptRule")]
    kept = {rule["Recipients"][0]: rule["Actions"][0]["S3Action"] for rule in rules}
    mailboxes = {o.complaints.mailbox: f"{o.id}/" for o in all_offices().values()}
    assert {mailbox: action["ObjectKeyPrefix"] for mailbox, action in kept.items()} == mailboxes
    assert all(rule["ScanEnabled"] and rule["Enabled"] for rule in rules)
    assert {action["BucketName"]["Ref"][:10] for action in kept.values()} == {"StoreInbox"}


@pytest.mark.parametrize(("stage", "days"), [("prod", 3650), ("local", 1)])
def test_nobody_changes_or_deletes_what_was_signed(
    request: pytest.FixtureRequest, stage: str, days: int
) -> None:
    """For ten years; on a stage that is thrown away, for a day."""
    kept = bucket(request.getfixturevalue(stage), "Archive")
    assert kept["ObjectLockEnabled"] is True
    lock = kept["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
    assert lock["Mode"] in {"GOVERNANCE", "COMPLIANCE"}
    assert lock["Days"] >= days


def test_production_speaks_to_its_buckets_in_tls_only(prod: Resources, local: Resources) -> None:
    policies = [p["Properties"] for p in of_type(prod, "S3::BucketPolicy")]
    assert {p["Bucket"]["Ref"] for p in policies} == {
        id_ for id_, r in prod.items() if r["Type"] == "AWS::S3::Bucket"
    }
    for policy in policies:
        (refusal,) = policy["PolicyDocument"]["Statement"]
        assert (refusal["Effect"], refusal["Action"]) == ("Deny", "s3:*")
        assert refusal["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert of_type(local, "S3::BucketPolicy") == []


def test_only_our_own_pages_may_post_scans(prod: Resources) -> None:
    for name in set(BUCKETS) - {"Scans"}:
        assert "CorsConfiguration" not in bucket(prod, name)
    (rule,) = bucket(prod, "Scans")["CorsConfiguration"]["CorsRules"]
    assert rule["AllowedMethods"] == ["POST"]
    assert rule["AllowedOrigins"] == ["https://loket.example"]


def test_the_table_can_be_set_back_to_any_second(resources: Resources) -> None:
    table = properties(resources, "DynamoDB::Table")
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}


def test_deleting_production_deletes_no_case_scan_or_key(prod: Resources) -> None:
    assert properties(prod, "DynamoDB::Table")["DeletionProtectionEnabled"] is True
    for kind in ("DynamoDB::Table", "S3::Bucket", "KMS::Key"):
        kept = [(r["DeletionPolicy"], r["UpdateReplacePolicy"]) for r in of_type(prod, kind)]
        assert set(kept) == {("Retain", "Retain")}


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


def test_a_destruction_that_has_stopped_is_noticed_by_its_silence(resources: Resources) -> None:
    (alarm,) = [r["Properties"] for i, r in resources.items() if "RetentionSilent" in i]
    assert (alarm["TreatMissingData"], alarm["Period"]) == ("breaching", 10800)


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


def test_production_ships_its_libraries_and_the_local_stage_does_not(
    prod: Resources, local: Resources
) -> None:
    assert len(of_type(prod, "Lambda::LayerVersion")) == 3
    for function in of_type(prod, "Lambda::Function"):
        (layer,) = function["Properties"]["Layers"]
        own = OWN_LIBRARIES.get(function["Properties"]["Handler"], "")
        assert layer["Ref"].startswith(f"Rooms{own}Libraries")
    assert of_type(local, "Lambda::LayerVersion") == []
    assert not any("Layers" in f["Properties"] for f in of_type(local, "Lambda::Function"))


def test_the_press_is_told_of_nothing_and_only_the_doors_rooms_of_the_press(
    resources: Resources,
) -> None:
    functions = of_type(resources, "Lambda::Function")
    (press,) = filter(_is_press, functions)
    assert "Environment" not in press["Properties"]
    known = {f["Properties"]["Handler"] for f in functions if "PRESS_FUNCTION" in json.dumps(f)}
    doors = ("register", "verify", "complaints")
    assert known == {f"functions.{room}.app.handler" for room in doors}


def test_what_opens_scans_has_the_memory_and_the_time_for_it(resources: Resources) -> None:
    for function in (f["Properties"] for f in of_type(resources, "Lambda::Function")):
        if function["Handler"] in OPENING:
            assert (function["MemorySize"], function["Timeout"]) == (1536, 60)


def test_pages_may_show_what_is_clean_copied_or_signed_and_nothing_from_quarantine(
    prod: Resources,
) -> None:
    """G13"""
    shown = {
        f["Properties"]["Handler"]: f["Properties"]["Environment"]["Variables"]["SHOWN_ORIGINS"]
        for f in of_type(prod, "Lambda::Function")
        if "SHOWN_ORIGINS" in json.dumps(f)
    }
    for room, bucket in (("register", "Clean"), ("complaints", "Clean"), ("verify", "Views")):
        told = json.dumps(shown.pop(f"functions.{room}.app.handler"))
        assert f"Store{bucket}" in told
        assert "StoreScans" not in told
    assert shown == {}


def _is_press(function: dict[str, Any]) -> bool:
    return bool(function["Properties"]["Handler"] == "functions.notify.press.handler")


def _handler(resources: Resources, arn: dict[str, Any]) -> str:
    """The handler of the function that `arn` names."""
    function = resources[arn["Fn::GetAtt"][0]]
    return str(function["Properties"]["Handler"])


def _routes(resources: Resources) -> Iterator[tuple[str, str]]:
    for route in of_type(resources, "ApiGatewayV2::Route"):
        (_, to) = route["Properties"]["Target"]["Fn::Join"][1]
        integration = resources[to["Ref"]]["Properties"]
        yield route["Properties"]["RouteKey"], _handler(resources, integration["IntegrationUri"])
