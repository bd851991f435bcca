"""The offices' own messengers: where each takes notes, and the secret that signs these."""

from string import punctuation
from urllib.parse import urlsplit

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from functions.offices import all_offices
from infra.stage import Stage

SECRET_LENGTH = 64
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Messengers(Construct):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Messengers")
        self._stage = stage
        self._secrets = {office: self._secret(office) for office in stage.messengers}
        for office, url in stage.messengers.items():
            _demand_sound(office, url, stage.local)

    def open_to(self, *rooms: lambda_.Function) -> None:
        if self._secrets:
            endpoints = Stack.of(self).to_json_string(self._endpoints())
            arns = [secret.secret_arn for secret in self._secrets.values()]
            reading = iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=arns)
            for room in rooms:
                room.add_environment("MESSENGERS", endpoints)
                room.add_to_role_policy(reading)

    def _endpoints(self) -> dict[str, dict[str, str]]:
        return {
            office: {"url": url, "secret": self._secrets[office].secret_arn}
            for office, url in self._stage.messengers.items()
        }

    def _secret(self, office: str) -> secretsmanager.Secret:
        """Letters and digits, four by four, are base64 of random bytes as they stand.

        Punctuation is excluded twice: the emulator heeds only the list of characters.
        """
        return secretsmanager.Secret(
            self,
            office,
            generate_secret_string=secretsmanager.SecretStringGenerator(
                password_length=SECRET_LENGTH,
                exclude_punctuation=True,
                exclude_characters=punctuation,
            ),
            removal_policy=RemovalPolicy.RETAIN if self._stage.keep else RemovalPolicy.DESTROY,
        )


def _demand_sound(office: str, url: str, local: bool) -> None:
    """Of a known office, and read by nobody on its way."""
    if office not in all_offices():
        raise ValueError(f"messengers: there is no office {office!r}")
    told = urlsplit(url)
    at_home = local and told.scheme == "http" and told.hostname in LOOPBACK
    if told.scheme != "https" and not at_home:
        raise ValueError(f"messengers: {office}: the address must begin with https://")
