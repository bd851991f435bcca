"""What becomes of mails comes back: SES tells the event bus, a rule fills a queue, a room reads it.

The bus needs no topic and no subscription of its own, and the queue keeps what the room cannot
take at once.
"""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sqs as sqs
from constructs import Construct

TOLD = (
    ses.EmailSendingEvent.SEND,
    ses.EmailSendingEvent.DELIVERY,
    ses.EmailSendingEvent.DELIVERY_DELAY,
    ses.EmailSendingEvent.BOUNCE,
    ses.EmailSendingEvent.COMPLAINT,
    ses.EmailSendingEvent.REJECT,
    ses.EmailSendingEvent.RENDERING_FAILURE,
)
TRIES = 5
FOR_LONG = Duration.days(14)


class Receipts(Construct):
    """`queue`: what is told; `failures`: what the room could not take in five tries."""

    def __init__(self, scope: Construct, room: lambda_.Function) -> None:
        super().__init__(scope, "Receipts")
        self.mails = ses.ConfigurationSet(
            self, "Mails", suppression_reasons=ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS
        )
        self.failures = sqs.Queue(self, "Failures", enforce_ssl=True, retention_period=FOR_LONG)
        self.queue = sqs.Queue(
            self,
            "Queue",
            enforce_ssl=True,
            retention_period=FOR_LONG,
            visibility_timeout=Duration.minutes(6),
            dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=TRIES, queue=self.failures),
        )
        self._route()
        room.add_event_source(
            sources.SqsEventSource(self.queue, batch_size=10, report_batch_item_failures=True)
        )

    def open_to(self, *senders: lambda_.Function) -> None:
        """Their mails are told of."""
        name = self.mails.configuration_set_name
        arn = f"arn:aws:ses:*:*:configuration-set/{name}"
        for room in senders:
            room.add_environment("CONFIGURATION_SET", name)
            sending = iam.PolicyStatement(actions=["ses:SendRawEmail"], resources=[arn])
            room.add_to_role_policy(sending)

    def _route(self) -> None:
        """SES speaks to the account's default bus only."""
        bus = events.EventBus.from_event_bus_name(self, "Bus", "default")
        self.mails.add_event_destination(
            "Told", destination=ses.EventDestination.event_bus(bus), events=list(TOLD)
        )
        name = self.mails.configuration_set_name
        detail = {"mail": {"tags": {"ses:configuration-set": [name]}}}
        pattern = events.EventPattern(source=["aws.ses"], detail=detail)
        target = targets.SqsQueue(self.queue)
        events.Rule(self, "Tell", event_pattern=pattern, targets=[target])
