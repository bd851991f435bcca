"""What wakes an operator: each alarm means that something promised is not happening."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

FIVE_MINUTES = Duration.minutes(5)


class Alarms(Construct):
    """They speak to the topic `topic`; who listens to it is the operators' to choose."""

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Alarms")
        self.topic = sns.Topic(self, "Topic", enforce_ssl=True)

    def execution(self, name: str, machine: sfn.StateMachine) -> None:
        """An execution that ends badly leaves its case to the sweep, and to a look."""
        for what, metric in {
            "Failed": machine.metric_failed(period=FIVE_MINUTES),
            "Aborted": machine.metric_aborted(period=FIVE_MINUTES),
        }.items():
            self._at_least_one(f"{name}{what}", metric)

    def unrelayed(self, failures: sqs.Queue) -> None:
        metric = failures.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES)
        self._at_least_one("RelayFailures", metric)

    def unheard(self, failures: sqs.Queue) -> None:
        metric = failures.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES)
        self._at_least_one("ReceiptFailures", metric)

    def letters(self, name: str, log: logs.ILogGroup) -> None:
        """A letter that was never sent, or of which nobody knows whether it was."""
        for status in ("failed", "uncertain"):
            id_ = f"{name}Letter{status.capitalize()}"
            words = logs.FilterPattern.string_value("$.message", "=", f"letter {status}")
            found = logs.MetricFilter(
                self, f"{id_}Words", log_group=log, filter_pattern=words,
                metric_namespace="Loket", metric_name=id_, metric_value="1",
            )  # fmt: skip
            self._at_least_one(id_, found.metric(statistic="Sum", period=FIVE_MINUTES))

    def reputation(self) -> None:
        """SES looks into an account at 5 % of bounces, or at 0.1 % of complaints."""
        for id_, name, rate in (
            ("BouncesRise", "BounceRate", 0.02),
            ("BouncesTooMany", "BounceRate", 0.05),
            ("ComplaintsTooMany", "ComplaintRate", 0.001),
        ):
            metric = cloudwatch.Metric(
                namespace="AWS/SES", metric_name=f"Reputation.{name}", period=Duration.hours(1),
                statistic="Average",
            )  # fmt: skip
            self._at_least(id_, metric, rate)

    def failing(self, name: str, function: lambda_.Function) -> None:
        self._at_least_one(f"{name}Errors", function.metric_errors(period=FIVE_MINUTES))

    def silent(
        self, name: str, function: lambda_.Function, period: Duration = FIVE_MINUTES
    ) -> None:
        """A schedule that has stopped is noticed by its silence."""
        alarm = cloudwatch.Alarm(
            self,
            f"{name}Silent",
            metric=function.metric_invocations(period=period),
            threshold=1,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.BREACHING,
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))

    def _at_least_one(self, id: str, metric: cloudwatch.Metric) -> None:
        self._at_least(id, metric, 1)

    def _at_least(self, id: str, metric: cloudwatch.Metric, threshold: float) -> None:
        alarm = cloudwatch.Alarm(
            self,
            id,
            metric=metric,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))
