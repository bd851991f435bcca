"""What each Lambda and machine may do, read from the policies of its role."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

Resources = dict[str, dict[str, Any]]
Rights = dict[str, set[tuple[str, str]]]
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
ROOMS = {"Register", "Verify", "Complaints", "Scans", "Begin", "Relay", "Sweep", "Appoint",
         "Retention", "Breach", "Press", "Stamp", "Receipts", "Inbound"}  # fmt: skip
LENT_TO = {"lambda.amazonaws.com", "states.amazonaws.com",
           "malware-protection-plan.guardduty.amazonaws.com"}  # fmt: skip
MOVERS = {"Relay", "Sweep"}
HTTP = {"Register", "Verify"}


@pytest.fixture(params=("local", "prod"))
def resources(request: pytest.FixtureRequest) -> Resources:
    found: Resources = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def rights(resources: Resources) -> Rights:
    return rights_in(resources)


def rights_in(resources: Resources) -> Rights:
    """(action, resource) by room; a machine's role goes by its own name."""
    found: Rights = defaultdict(set)
    for role, statement in _statements(resources):
        assert statement["Effect"] == "Allow"
        found[_owner(role)] |= {
            (action, json.dumps(resource))
            for action in _list(statement["Action"])
            for resource in _list(statement["Resource"])
        }
    return found


def who_may(rights: Rights, action: str, on: str = "") -> set[str]:
    return {who for who, may in rights.items() if any(a == action and on in r for a, r in may)}


def places(rights: Rights, room: str, action: str, on: str) -> set[str]:
    """The paths within the bucket `on`."""
    found = (json.loads(r) for a, r in rights[room] if a == action and on in r)
    return {resource["Fn::Join"][1][-1] for resource in found}


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


def test_who_invites_scans_into_quarantine_cannot_read_them_and_who_examines_them_can(
    rights: Rights,
) -> None:
    """G13: nothing that was not made anew is shown."""
    assert who_may(rights, "s3:PutObject", "StoreScans") & ROOMS == {*HTTP, "Complaints", "Inbound"}
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert who_may(rights, action, "StoreScans") & ROOMS == {"Scans"}


def test_no_room_can_say_that_a_scan_is_free_of_malware(rights: Rights) -> None:
    """The tag is the scanner's to set."""
    tags = {a for room in ROOMS for a, _ in rights.get(room, ()) if "Tagging" in a}
    assert tags <= {"s3:GetObjectVersionTagging"}
    assert who_may(rights, "s3:GetObjectVersionTagging") & ROOMS <= {"Scans"}


def test_clean_scans_are_written_by_what_makes_them_anew_alone(rights: Rights) -> None:
    """G13"""
    assert who_may(rights, "s3:PutObject", "StoreClean") == {"Scans"}
    readers = {"Register", "Verify", "Complaints", "Stamp"}
    assert who_may(rights, "s3:GetObject", "StoreClean") == readers


def test_officers_see_copies_that_are_marked_and_of_the_clean_only_the_signed_letter(
    rights: Rights,
) -> None:
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert places(rights, "Verify", action, "StoreClean") == {"/*/surat/*"}
    assert who_may(rights, "s3:GetObject", "StoreViews") == {"Verify"}
    assert who_may(rights, "s3:PutObject", "StoreViews") == {"Stamp"}


def test_what_makes_copies_may_read_what_is_clean_and_put_copies_and_nothing_else(
    rights: Rights,
) -> None:
    assert {action for action, _ in rights["Stamp"]} == {
        "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject",
    }  # fmt: skip
    assert not any("StoreScans" in r or "StoreArchive" in r for _, r in rights["Stamp"])


def test_the_complainants_room_invites_and_shows_attachments_alone(rights: Rights) -> None:
    """G17, too: no key of links or passwords is its own."""
    assert places(rights, "Complaints", "s3:PutObject", "StoreScans") == {"/*/lampiran/*"}
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert places(rights, "Complaints", action, "StoreClean") == {"/*/lampiran/*"}
    actions = {action for action, _ in rights["Complaints"] if not action.startswith("dynamodb:")}
    assert actions == {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "kms:GenerateMac"}
    (key,) = {on for action, on in rights["Complaints"] if action == "kms:GenerateMac"}
    assert "StoreFingerprints" in key


def test_who_takes_mails_in_reads_these_alone_and_keeps_nothing_but_what_came_along(
    rights: Rights,
) -> None:
    assert who_may(rights, "s3:GetObject", "StoreInbox") == {"Inbound"}
    assert who_may(rights, "s3:PutObject", "StoreInbox") == set()
    assert places(rights, "Inbound", "s3:PutObject", "StoreScans") == {"/*/lampiran/*"}


def test_each_room_archives_only_what_is_signed_at_its_own_door(rights: Rights) -> None:
    assert who_may(rights, "s3:PutObject", "StoreArchive") == HTTP
    assert places(rights, "Register", "s3:PutObject", "StoreArchive") == {"/*/pernyataan/*"}
    assert places(rights, "Verify", "s3:PutObject", "StoreArchive") == {"/*/surat/*"}


def test_only_the_doors_rooms_show_what_was_archived(rights: Rights) -> None:
    assert who_may(rights, "s3:GetObject", "StoreArchive") == HTTP
    assert who_may(rights, "s3:GetObjectVersion", "StoreArchive") == set()


def test_nobody_but_the_destruction_deletes_an_object_or_lifts_its_lock(rights: Rights) -> None:
    destroying = {"s3:ListBucketVersions", "s3:DeleteObjectVersion"}
    rooms = {a for who in ROOMS for a, _ in rights.get(who, ()) if a.startswith("s3:")}
    using = {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionTagging"}
    assert rooms - using == destroying | {"s3:BypassGovernanceRetention", "s3:DeleteObject"}
    for action in destroying:
        assert who_may(rights, action) == {"Retention"}
        assert who_may(rights, action, "StoreViews") == {"Retention"}
    assert who_may(rights, "s3:DeleteObject") == {"Retention"}
    assert who_may(rights, "s3:DeleteObject", "StoreArchive") == set()
    assert who_may(rights, "s3:BypassGovernanceRetention") == {"Retention"}
    assert who_may(rights, "s3:BypassGovernanceRetention", "StoreScans") == set()


def test_what_destroys_reads_and_writes_nothing_of_what_is_stored(rights: Rights) -> None:
    assert not {a for a, _ in rights["Retention"] if a.startswith("s3:") and "Object" in a} - {
        "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention",
    }  # fmt: skip


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


def _statements(resources: Resources) -> Iterator[tuple[str, dict[str, Any]]]:
    for policy in (r for r in resources.values() if r["Type"] == "AWS::IAM::Policy"):
        (role,) = policy["Properties"]["Roles"]
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
            yield role["Ref"], statement


def _owner(role: str) -> str:
    rooms = [room for room in ROOMS if role.startswith(f"Rooms{room}ServiceRole")]
    return rooms[0] if rooms else role


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
