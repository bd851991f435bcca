"""Destruction on schedule: one Lambda, the only one that may delete what was stored."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.alarms import Alarms
from infra.store import Store

EVERY = Duration.hours(1)
SILENT = Duration.hours(3)


class Retention(Construct):
    def __init__(
        self, scope: Construct, store: Store, room: lambda_.Function, alarms: Alarms
    ) -> None:
        super().__init__(scope, "Retention")
        self._room = room
        self._delete(*store.of_scans, lifting=[])
        self._delete(store.archive, lifting=["s3:BypassGovernanceRetention"])
        self._delete(store.views, lifting=["s3:DeleteObject"])
        names = ",".join(bucket.bucket_name for bucket in store.of_scans)
        room.add_environment("SHRED_BUCKETS", names)
        room.add_environment("ARCHIVE_BUCKET", store.archive.bucket_name)
        room.add_environment("VIEWS_BUCKET", store.views.bucket_name)
        alarms.silent("Retention", room, SILENT)
        schedule = events.Schedule.rate(EVERY)
        target = targets.LambdaFunction(room, retry_attempts=0)
        events.Rule(self, "Hourly", schedule=schedule, targets=[target])

    def _delete(self, *buckets: s3.Bucket, lifting: list[str]) -> None:
        """Versions, and the markers that hide them; it can neither read nor write.

        `lifting`: what an object's lock needs besides, or its having no versions.
        """
        for bucket in buckets:
            listing = iam.PolicyStatement(
                actions=["s3:ListBucketVersions"], resources=[bucket.bucket_arn]
            )
            deleting = iam.PolicyStatement(
                actions=["s3:DeleteObjectVersion", *lifting],
                resources=[bucket.arn_for_objects("*")],
            )
            self._room.add_to_role_policy(listing)
            self._room.add_to_role_policy(deleting)
