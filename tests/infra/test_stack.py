"""What is deployed, read from the template that CloudFormation gets."""

import json
from collections.abc import Callable
from typing import Any

from cfnlint.api import ManualArgs, lint

from functions.offices import all_offices
from functions.sops import all_sops
from tests.infra.template import Resources, of_type

OPENING = ("functions.register.scans.handler", "functions.verify.stamp.handler")
OWN_LIBRARIES = {"functions.notify.press.handler": "Press", **dict.fromkeys(OPENING, "Scans")}


def only(resources: Resources, name: str) -> dict[str, Any]:
    (found,) = of_type(resources, name)
    return found


def properties(resources: Resources, name: str) -> dict[str, Any]:
    found: dict[str, Any] = only(resources, name)["Properties"]
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


def test_the_table_can_be_set_back_to_any_second(resources: Resources) -> None:
    table = properties(resources, "DynamoDB::Table")
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}


def test_deleting_production_deletes_no_case_scan_or_key(prod: Resources) -> None:
    assert properties(prod, "DynamoDB::Table")["DeletionProtectionEnabled"] is True
    for kind in ("DynamoDB::Table", "S3::Bucket", "KMS::Key"):
        kept = [(r["DeletionPolicy"], r["UpdateReplacePolicy"]) for r in of_type(prod, kind)]
        assert set(kept) == {("Retain", "Retain")}


def test_a_destruction_that_has_stopped_is_noticed_by_its_silence(resources: Resources) -> None:
    (alarm,) = [r["Properties"] for i, r in resources.items() if "RetentionSilent" in i]
    assert (alarm["TreatMissingData"], alarm["Period"]) == ("breaching", 10800)


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
