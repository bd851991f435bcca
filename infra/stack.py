"""One stage of Loket, whole."""

from typing import Any

from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from functions.sops import all_sops
from infra.alarms import Alarms
from infra.api import Door
from infra.malware import GuardDuty
from infra.receipts import Receipts
from infra.receiving import Receiving
from infra.retention import Retention
from infra.rooms import Rooms, sender_domains
from infra.stage import Stage
from infra.store import Store
from infra.workflow import SopWorkflow

SWEEP = Duration.minutes(1)


class Loket(Stack):
    def __init__(self, scope: Construct, id: str, stage: Stage, **options: Any) -> None:
        super().__init__(scope, id, **options)
        self.store = Store(self, stage)
        self.rooms = Rooms(self, stage, self.store)
        self.alarms = Alarms(self)
        rooms = self.rooms
        self.door = Door(self, stage, rooms.register, rooms.verify, rooms.complaints)
        for domain in sender_domains():
            ses.EmailIdentity(self, f"Sender-{domain}", identity=ses.Identity.domain(domain))
        self._workflows()
        self._stream()
        self._schedule()
        self._arrivals(stage)
        self._receipts()
        Retention(self, self.store, self.rooms.retention, self.alarms)
        if stage.inbound:
            Receiving(self, self.store.inbox)
        self._outputs(stage)

    def _workflows(self) -> None:
        begin = self.rooms.begin
        machines = {}
        for sop in all_sops().values():
            machine = SopWorkflow(self, sop, begin=begin).machine
            for mover in (self.rooms.relay, self.rooms.sweep):
                machine.grant_start_execution(mover)
                machine.grant_task_response(mover)
            self.alarms.execution(f"{sop.id}-{sop.revision}", machine)
            machines[sop.key] = machine.state_machine_arn
        for mover in (self.rooms.relay, self.rooms.sweep):
            mover.add_environment("MACHINES", self.to_json_string(machines))

    def _stream(self) -> None:
        """Each event and letter written goes to the relay; what it cannot take is set aside."""
        failures = sqs.Queue(self, "RelayFailures", enforce_ssl=True)
        self.alarms.unrelayed(failures)
        interesting = ["mail", "opened", "decided", "recovered", "reopened"]
        pattern = {
            "eventName": ["INSERT"],
            "dynamodb": {"NewImage": {"kind": {"S": interesting}}},
        }
        self.rooms.relay.add_event_source(
            sources.DynamoEventSource(
                self.store.cases,
                starting_position=lambda_.StartingPosition.TRIM_HORIZON,
                batch_size=10,
                report_batch_item_failures=True,
                bisect_batch_on_error=True,
                retry_attempts=5,
                on_failure=sources.SqsDlq(failures),
                filters=[lambda_.FilterCriteria.filter(pattern)],
            )
        )

    def _schedule(self) -> None:
        self.alarms.silent("Sweep", self.rooms.sweep)
        for room in self.rooms.every:
            self.alarms.failing(room.node.id, room)
        target = targets.LambdaFunction(self.rooms.sweep, retry_attempts=0)
        schedule = events.Schedule.rate(SWEEP)
        events.Rule(self, "Sweep", schedule=schedule, targets=[target])

    def _arrivals(self, stage: Stage) -> None:
        self._arrival("ScanArrived", self.store.scans, self.rooms.scans)
        self._arrival("MailArrived", self.store.inbox, self.rooms.inbound)
        if stage.malware:
            judged = GuardDuty(self, self.store.scans).result()
            target = targets.LambdaFunction(self.rooms.scans, retry_attempts=10)
            events.Rule(self, "ScanJudged", event_pattern=judged, targets=[target])

    def _arrival(self, id: str, bucket: s3.Bucket, room: lambda_.Function) -> None:
        pattern = events.EventPattern(
            source=["aws.s3"],
            detail_type=["Object Created"],
            detail={"bucket": {"name": [bucket.bucket_name]}},
        )
        target = targets.LambdaFunction(room, retry_attempts=10)
        events.Rule(self, id, event_pattern=pattern, targets=[target])

    def _receipts(self) -> None:
        self.receipts = Receipts(self, self.rooms.receipts)
        self.receipts.open_to(self.rooms.relay, self.rooms.sweep)
        self.alarms.unheard(self.receipts.failures)
        for room in (self.rooms.relay, self.rooms.sweep, self.rooms.receipts):
            self.alarms.letters(room.node.id, room.log_group)
        self.alarms.reputation()

    def _outputs(self, stage: Stage) -> None:
        for name, value in {
            "SiteUrl": stage.site,
            "ApiUrl": self.door.api.api_endpoint,
            "InboxBucket": self.store.inbox.bucket_name,
            "CasesTable": self.store.cases.table_name,
            "AppointFunction": self.rooms.appoint.function_name,
            "RetentionFunction": self.rooms.retention.function_name,
            "BreachFunction": self.rooms.breach.function_name,
            "SweepFunction": self.rooms.sweep.function_name,
            "ReceiptsQueue": self.receipts.queue.queue_url,
        }.items():
            CfnOutput(self, name, value=value)
