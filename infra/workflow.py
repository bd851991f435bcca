"""An SOP, deployed: one Standard state machine that waits where people work."""

import json

from aws_cdk import RemovalPolicy
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from functions.core.sop import Sop
from infra.asl import definition


class SopWorkflow(Construct):
    def __init__(self, scope: Construct, sop: Sop, *, begin: lambda_.IFunction) -> None:
        super().__init__(scope, f"{sop.id}-{sop.revision}")
        text = json.dumps(definition(sop), ensure_ascii=False)
        self.machine = sfn.StateMachine(
            self,
            "Machine",
            definition_body=sfn.DefinitionBody.from_string(text),
            definition_substitutions={"Begin": begin.function_arn},
            state_machine_type=sfn.StateMachineType.STANDARD,
            logs=sfn.LogOptions(
                destination=logs.LogGroup(
                    self, "Log", retention=logs.RetentionDays.THREE_MONTHS,
                    removal_policy=RemovalPolicy.DESTROY,
                ),
                level=sfn.LogLevel.ERROR,
                include_execution_data=False,
            ),
        )  # fmt: skip
        begin.grant_invoke(self.machine)
