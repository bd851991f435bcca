"""What the buckets keep: for whom, for how long, and what may happen to it."""

from typing import Any

import pytest

from tests.infra.template import Resources, of_type

BUCKETS = ("Scans", "Clean", "Views", "Inbox", "Archive")


def bucket(resources: Resources, name: str) -> dict[str, Any]:
    (id_,) = (i for i in resources if i.startswith(f"Store{name}") and "Policy" not in i)
    found: dict[str, Any] = resources[id_]["Properties"]
    return found


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
