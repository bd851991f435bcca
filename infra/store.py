"""What is kept: the table of cases, the buckets of scans, mails and what was signed, the keys."""

from typing import Any

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_dynamodb as ddb
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.stage import Stage

A_WEEK = Duration.days(7)
TEN_YEARS = Duration.days(3653)
QUARANTINED = Duration.days(1)
"""Longer than any examination, with all its retries, takes."""
_FOR_A_DAY = s3.LifecycleRule(expiration=Duration.days(1))
QUEUED = ["sop", "step", "round", "since", "due", "name", "hand", "hand_name", "paused",
          "barred"]  # fmt: skip
"""What the index `desk` carries of a case: the line that an officer's queue shows of it."""


class Store(Construct):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Store")
        self._removal = RemovalPolicy.RETAIN if stage.keep else RemovalPolicy.DESTROY
        self.cases = self._cases(stage)
        self.scans = self._scans(stage)
        self.clean = self._private("Clean", stage, versioned=True)
        self.views = self._private("Views", stage, lifecycle_rules=[_FOR_A_DAY])
        self.inbox = self._inbox(stage)
        self.archive = self._archive(stage)
        self.links = self._key("Links", kms.KeySpec.HMAC_256)
        self.prints = self._key("Fingerprints", kms.KeySpec.HMAC_256)
        self.seals = self._key("Seals", kms.KeySpec.SYMMETRIC_DEFAULT)

    @property
    def of_scans(self) -> list[s3.Bucket]:
        """The buckets in which scans of cases lie, not under a lock."""
        return [self.scans, self.clean]

    def _cases(self, stage: Stage) -> ddb.Table:
        table = ddb.Table(
            self,
            "Cases",
            partition_key=_text("pk"),
            sort_key=_text("sk"),
            billing_mode=ddb.BillingMode.PAY_PER_REQUEST,
            stream=ddb.StreamViewType.NEW_IMAGE,
            encryption=ddb.TableEncryption.AWS_MANAGED,
            point_in_time_recovery_specification=ddb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="gone_at",
            deletion_protection=stage.keep,
            removal_policy=self._removal,
        )
        for name, carried in {"desk": QUEUED, "wake": []}.items():
            table.add_global_secondary_index(
                index_name=name,
                partition_key=_text(name),
                sort_key=_text(f"{name}_due"),
                projection_type=ddb.ProjectionType.INCLUDE if carried
                else ddb.ProjectionType.KEYS_ONLY,
                non_key_attributes=carried or None,
            )  # fmt: skip
        return table

    def _scans(self, stage: Stage) -> s3.Bucket:
        """The quarantine: what browsers post stays there no longer than it is examined."""
        post = s3.CorsRule(
            allowed_methods=[s3.HttpMethods.POST],
            allowed_origins=[stage.site],
            allowed_headers=["*"],
        )
        bucket = s3.Bucket(
            self,
            "Scans",
            versioned=True,
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=not stage.local,
            cors=[post],
            lifecycle_rules=[
                s3.LifecycleRule(
                    abort_incomplete_multipart_upload_after=QUARANTINED,
                    expiration=QUARANTINED,
                    noncurrent_version_expiration=QUARANTINED,
                )
            ],
            removal_policy=self._removal,
        )
        _tell_of_arrivals(bucket)
        return bucket

    def _inbox(self, stage: Stage) -> s3.Bucket:
        """Mails as they came. What is in them is in the cases, so they are gone after a week."""
        gone = s3.LifecycleRule(expiration=A_WEEK, noncurrent_version_expiration=Duration.days(1))
        bucket = self._private("Inbox", stage, versioned=True, lifecycle_rules=[gone])
        _tell_of_arrivals(bucket)
        return bucket

    def _private(self, id: str, stage: Stage, **more: Any) -> s3.Bucket:
        """Scans made anew, the copies of them that officers see, and mails."""
        return s3.Bucket(
            self,
            id,
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=not stage.local,
            removal_policy=self._removal,
            **more,
        )

    def _archive(self, stage: Stage) -> s3.Bucket:
        """What was signed: whoever put it there can change or delete it no more than others."""
        years = TEN_YEARS if stage.keep else Duration.days(1)
        lock = s3.ObjectLockRetention.governance(years)
        return s3.Bucket(
            self,
            "Archive",
            versioned=True,
            object_lock_enabled=True,
            object_lock_default_retention=lock,
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=not stage.local,
            removal_policy=self._removal,
        )

    def _key(self, id: str, spec: kms.KeySpec) -> kms.Key:
        mac = spec == kms.KeySpec.HMAC_256
        return kms.Key(
            self,
            id,
            key_spec=spec,
            key_usage=kms.KeyUsage.GENERATE_VERIFY_MAC if mac else kms.KeyUsage.ENCRYPT_DECRYPT,
            enable_key_rotation=None if mac else True,
            removal_policy=self._removal,
        )


def _tell_of_arrivals(bucket: s3.Bucket) -> None:
    """By hand, as the high-level setting brings a custom resource of its own."""
    resource = bucket.node.default_child
    assert isinstance(resource, s3.CfnBucket)
    resource.notification_configuration = s3.CfnBucket.NotificationConfigurationProperty(
        event_bridge_configuration=s3.CfnBucket.EventBridgeConfigurationProperty(
            event_bridge_enabled=True
        )
    )


def _text(name: str) -> ddb.Attribute:
    return ddb.Attribute(name=name, type=ddb.AttributeType.STRING)
