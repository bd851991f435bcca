"""The way of a receipt: SES, the event bus, a queue, a room; and who is woken if it fails."""

import json

from tests.infra.template import Resources, of_type

TOLD = {"SEND", "DELIVERY", "DELIVERY_DELAY", "BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE"}


def named(resources: Resources, kind: str, start: str) -> tuple[str, dict[str, object]]:
    ((id_, found),) = (
        (id_, r["Properties"]) for id_, r in resources.items()
        if r["Type"] == f"AWS::{kind}" and id_.startswith(start)
    )  # fmt: skip
    return id_, found


def test_ses_tells_the_event_bus_all_that_becomes_of_a_mail(resources: Resources) -> None:
    """G7"""
    (mails,) = (i for i, r in resources.items() if r["Type"] == "AWS::SES::ConfigurationSet")
    ((_, told),) = [
        (i, r["Properties"]) for i, r in resources.items()
        if r["Type"] == "AWS::SES::ConfigurationSetEventDestination"
    ]  # fmt: skip
    assert told["ConfigurationSetName"] == {"Ref": mails}
    kinds = {kind.upper() for kind in told["EventDestination"]["MatchingEventTypes"]}
    assert {kind.replace("_", "") for kind in kinds} == {kind.replace("_", "") for kind in TOLD}
    assert "event-bus/default" in json.dumps(told["EventDestination"]["EventBridgeDestination"])


def test_ses_itself_sends_nothing_to_whoever_bounced_or_complained(resources: Resources) -> None:
    (mails,) = of_type(resources, "SES::ConfigurationSet")
    reasons = mails["Properties"]["SuppressionOptions"]["SuppressedReasons"]
    assert set(reasons) == {"BOUNCE", "COMPLAINT"}


def test_every_mail_is_sent_through_that_set(resources: Resources) -> None:
    (mails,) = (i for i, r in resources.items() if r["Type"] == "AWS::SES::ConfigurationSet")
    told = {
        f["Properties"]["Handler"]: f["Properties"]["Environment"]["Variables"]["CONFIGURATION_SET"]
        for f in of_type(resources, "Lambda::Function")
        if "CONFIGURATION_SET" in json.dumps(f)
    }
    senders = {f"functions.notify.{room}.handler" for room in ("relay", "sweep")}
    assert told == {sender: {"Ref": mails} for sender in senders}


def test_a_rule_puts_what_is_told_into_the_queue_that_the_room_reads(resources: Resources) -> None:
    queue, kept = named(resources, "SQS::Queue", "ReceiptsQueue")
    _, rule = named(resources, "Events::Rule", "ReceiptsTell")
    assert rule["EventPattern"]["source"] == ["aws.ses"]  # type: ignore[index]
    assert queue in json.dumps(rule["Targets"])
    (mapping,) = [m["Properties"] for m in of_type(resources, "Lambda::EventSourceMapping")
                  if queue in json.dumps(m)]  # fmt: skip
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    failures, _ = named(resources, "SQS::Queue", "ReceiptsFailures")
    assert failures in json.dumps(kept["RedrivePolicy"])


def test_someone_is_woken_by_what_goes_wrong_with_mail(resources: Resources) -> None:
    alarms = {r["Properties"]["MetricName"]: r["Properties"] for r in resources.values()
              if r["Type"] == "AWS::CloudWatch::Alarm"}  # fmt: skip
    for room in ("Relay", "Sweep", "Receipts"):
        for status in ("Failed", "Uncertain"):
            assert alarms[f"{room}Letter{status}"]["Threshold"] == 1
    rates = sorted(
        (r["Properties"]["MetricName"], r["Properties"]["Threshold"]) for r in resources.values()
        if r["Type"] == "AWS::CloudWatch::Alarm" and r["Properties"].get("Namespace") == "AWS/SES"
    )  # fmt: skip
    assert rates == [("Reputation.BounceRate", 0.02), ("Reputation.BounceRate", 0.05),
                     ("Reputation.ComplaintRate", 0.001)]  # fmt: skip


def test_the_words_that_an_alarm_listens_for_are_the_ones_that_are_logged(
    resources: Resources,
) -> None:
    filters = of_type(resources, "Logs::MetricFilter")
    words = {f["Properties"]["FilterPattern"] for f in filters}
    assert words == {'{ $.message = "letter failed" }', '{ $.message = "letter uncertain" }'}
    assert len(filters) == 6
