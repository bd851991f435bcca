"""Who comes to the clean scans, and to the copies of them that officers see."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3

from functions.core.grievance import ATTACHED
from functions.core.scans import NOTIFICATION
from infra.stage import Stage
from infra.store import Store

READ = ["s3:GetObject", "s3:GetObjectVersion"]


class CleanScans:
    """What is kept came through the one Lambda that makes scans anew. Applicants see that itself;
    officers see copies, and read only the letter that they signed."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store

    def open_to_applicants(self, register: lambda_.Function) -> None:
        self._reads(register)
        self._shows(register, self._store.clean, self._store.archive)

    def open_to_complainants(self, complaints: lambda_.Function) -> None:
        self._reads(complaints, f"*/{ATTACHED}/*")
        self._shows(complaints, self._store.clean)

    def open_to_officers(self, verify: lambda_.Function) -> None:
        self._reads(verify, f"*/{NOTIFICATION}/*")
        self._shows(verify, self._store.views, self._store.archive)
        verify.add_environment("VIEWS_BUCKET", self._store.views.bucket_name)
        _may(verify, ["s3:GetObject"], self._store.views)

    def written_by(self, scans: lambda_.Function) -> None:
        scans.add_environment("CLEAN_BUCKET", self._store.clean.bucket_name)
        _may(scans, ["s3:PutObject"], self._store.clean)

    def copied_by(self, stamp: lambda_.Function) -> None:
        self._reads(stamp)
        stamp.add_environment("VIEWS_BUCKET", self._store.views.bucket_name)
        _may(stamp, ["s3:PutObject"], self._store.views)

    def _reads(self, room: lambda_.Function, path: str = "*") -> None:
        room.add_environment("CLEAN_BUCKET", self._store.clean.bucket_name)
        _may(room, READ, self._store.clean, path)

    def _shows(self, room: lambda_.Function, *buckets: s3.Bucket) -> None:
        """Its pages may hold what comes from these."""
        origins = [self._stage.uploads.replace("BUCKET", b.bucket_name) for b in buckets]
        room.add_environment("SHOWN_ORIGINS", " ".join(origins))


def _may(room: lambda_.Function, actions: list[str], bucket: s3.Bucket, path: str = "*") -> None:
    things = [bucket.arn_for_objects(path)]
    room.add_to_role_policy(iam.PolicyStatement(actions=actions, resources=things))
