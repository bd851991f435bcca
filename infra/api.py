"""The public door: one HTTP API; a path's first word says whose room it is."""

from aws_cdk import Tags
from aws_cdk import aws_apigatewayv2 as api
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.stage import Stage

WORDS = ("petugas", "antrean", "berkas", "staf", "loket", "laporan", "penyimpangan")
OFFICERS = (
    "/t/{proxy+}",
    "/tugas/{proxy+}",
    *(path for word in WORDS for path in (f"/{word}", f"/{word}/{{proxy+}}")),
)
COMPLAINANTS = ("/pengaduan", "/pengaduan/{proxy+}")
EVERYBODY = ("/", "/{proxy+}")
RATE, BURST = 50, 100
"""Requests a second, for the whole office."""


class Door(Construct):
    def __init__(self, scope: Construct, stage: Stage, register: lambda_.IFunction,
                 verify: lambda_.IFunction, complaints: lambda_.IFunction) -> None:  # fmt: skip
        super().__init__(scope, "Door")
        self.api = api.HttpApi(self, "Api", default_domain_mapping=self._domain(stage))
        self._throttle()
        if stage.api_id:
            Tags.of(self.api).add("ms-custom-id", stage.api_id)
        self._routes("Verify", OFFICERS, verify)
        self._routes("Complaints", COMPLAINANTS, complaints)
        self._routes("Register", EVERYBODY, register)

    def _throttle(self) -> None:
        """A flood is held off here. There is no access log: paths hold links."""
        resource = self.api.default_stage.node.default_child if self.api.default_stage else None
        assert isinstance(resource, api.CfnStage)
        resource.default_route_settings = api.CfnStage.RouteSettingsProperty(
            throttling_rate_limit=RATE, throttling_burst_limit=BURST
        )

    def _routes(self, id: str, paths: tuple[str, ...], room: lambda_.IFunction) -> None:
        integration = integrations.HttpLambdaIntegration(id, room)
        for path in paths:
            self.api.add_routes(path=path, methods=[api.HttpMethod.ANY], integration=integration)

    def _domain(self, stage: Stage) -> api.DomainMappingOptions | None:
        if not stage.certificate:
            return None
        certificate = acm.Certificate.from_certificate_arn(self, "Certificate", stage.certificate)
        domain = api.DomainName(self, "Domain", domain_name=stage.domain, certificate=certificate)
        return api.DomainMappingOptions(domain_name=domain)
