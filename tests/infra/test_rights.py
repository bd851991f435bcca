"""What each Lambda and machine may do, read from the policies of its role."""

import json

from tests.infra.rights import HTTP, MOVERS, ROOMS, Rights, places, who_may
from tests.infra.template import Resources

ALLOWED_EVERYWHERE = {
    "dynamodb:ListStreams": "has no resource to name; the stream itself is named",
    "logs:CreateLogDelivery": "delivery of execution logs knows no resource",
    "logs:GetLogDelivery": "the same",
    "logs:UpdateLogDelivery": "the same",
    "logs:DeleteLogDelivery": "the same",
    "logs:ListLogDeliveries": "the same",
    "logs:PutResourcePolicy": "the same",
    "logs:DescribeResourcePolicies": "the same",
    "logs:DescribeLogGroups": "the same",
}
ALLOWED_STARS: dict[str, str] = {}
LENT_TO = {"lambda.amazonaws.com", "states.amazonaws.com",
           "malware-protection-plan.guardduty.amazonaws.com"}  # fmt: skip


def test_who_signs_links_cannot_verify_them_and_who_verifies_cannot_sign(rights: Rights) -> None:
    """G17"""
    assert who_may(rights, "kms:GenerateMac", "StoreLinks") == MOVERS
    assert who_may(rights, "kms:VerifyMac", "StoreLinks") == HTTP
    assert who_may(rights, "kms:VerifyMac") == HTTP


def test_only_the_applicants_room_opens_a_password_and_only_the_officers_seals_one(
    rights: Rights,
) -> None:
    """G6"""
    assert who_may(rights, "kms:Decrypt") == {"Register"}
    assert who_may(rights, "kms:Encrypt") == {"Verify"}


def test_nobody_has_any_other_right_over_keys(rights: Rights) -> None:
    actions = {a for may in rights.values() for a, _ in may if a.startswith("kms:")}
    assert actions == {"kms:GenerateMac", "kms:VerifyMac", "kms:Encrypt", "kms:Decrypt"}


def test_only_the_relay_and_the_sweep_move_a_workflow_or_send_mail(rights: Rights) -> None:
    for action in ("states:StartExecution", "states:SendTaskSuccess", "ses:SendRawEmail"):
        assert who_may(rights, action) == MOVERS


def test_mail_leaves_for_known_senders_and_is_told_of(rights: Rights) -> None:
    for room in MOVERS:
        named = {r for a, r in rights[room] if a == "ses:SendRawEmail"}
        assert sum("configuration-set/" in r for r in named) == 1
        assert all("identity/" in r or "configuration-set/" in r for r in named)


def test_only_the_receipts_room_reads_what_becomes_of_mails(rights: Rights) -> None:
    for action in ("sqs:ReceiveMessage", "sqs:DeleteMessage"):
        assert who_may(rights, action) == {"Receipts"}
    printing = {*MOVERS, *HTTP, "Complaints", "Receipts", "Inbound"}
    assert who_may(rights, "kms:GenerateMac", "StoreFingerprints") == printing


def test_only_a_machine_calls_begin_and_only_the_doors_rooms_call_the_press(
    rights: Rights,
) -> None:
    machines = who_may(rights, "lambda:InvokeFunction") - ROOMS
    assert who_may(rights, "lambda:InvokeFunction", "RoomsBegin") == machines != set()
    assert who_may(rights, "lambda:InvokeFunction", "RoomsPress") == {*HTTP, "Complaints"}
    assert who_may(rights, "lambda:InvokeFunction", "RoomsStamp") == {"Verify"}
    targets = {r for may in rights.values() for a, r in may if a == "lambda:InvokeFunction"}
    called = ("RoomsBegin", "RoomsPress", "RoomsStamp")
    assert all(any(name in target for name in called) for target in targets)


def test_the_press_may_do_nothing(rights: Rights) -> None:
    assert "Press" not in rights


def test_the_complainants_room_invites_and_shows_attachments_alone(rights: Rights) -> None:
    """G17, too: no key of links or passwords is its own."""
    assert places(rights, "Complaints", "s3:PutObject", "StoreScans") == {"/*/lampiran/*"}
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert places(rights, "Complaints", action, "StoreClean") == {"/*/lampiran/*"}
    actions = {action for action, _ in rights["Complaints"] if not action.startswith("dynamodb:")}
    shown = {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion"}
    assert actions == {*shown, "kms:GenerateMac", "lambda:InvokeFunction"}
    (key,) = {on for action, on in rights["Complaints"] if action == "kms:GenerateMac"}
    assert "StoreFingerprints" in key


def test_who_tells_of_a_breach_reads_the_table_and_does_nothing_else(rights: Rights) -> None:
    assert {action for action, _ in rights["Breach"]} == {"dynamodb:GetItem", "dynamodb:Query"}


def test_the_table_itself_is_nobodys_to_scan_or_change(rights: Rights) -> None:
    actions = {a for may in rights.values() for a, _ in may if a.startswith("dynamodb:")}
    items = {"GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"}
    stream = {"ListStreams", "DescribeStream", "GetRecords", "GetShardIterator"}
    assert actions == {f"dynamodb:{name}" for name in items | stream}
    assert who_may(rights, "dynamodb:GetRecords") == {"Relay"}


def test_nothing_is_allowed_on_everything_without_a_reason(rights: Rights) -> None:
    everywhere = {a for may in rights.values() for a, r in may if r == '"*"'}
    assert everywhere == set(ALLOWED_EVERYWHERE)


def test_no_action_has_a_star_without_a_reason(rights: Rights) -> None:
    starred = {a for may in rights.values() for a, _ in may if "*" in a}
    assert starred == set(ALLOWED_STARS)


def test_a_lambdas_only_ready_made_policy_is_to_write_its_log(resources: Resources) -> None:
    roles = [r["Properties"] for r in resources.values() if r["Type"] == "AWS::IAM::Role"]
    ready = [json.dumps(p) for role in roles for p in role.get("ManagedPolicyArns", [])]
    assert len(ready) == len(ROOMS)
    assert all("service-role/AWSLambdaBasicExecutionRole" in policy for policy in ready)


def test_every_role_is_lent_to_one_service(resources: Resources) -> None:
    for role in (r for r in resources.values() if r["Type"] == "AWS::IAM::Role"):
        (lent,) = role["Properties"]["AssumeRolePolicyDocument"]["Statement"]
        assert lent["Principal"]["Service"] in LENT_TO
