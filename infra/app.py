"""The CDK application: one stack, of the stage that the context names."""

from aws_cdk import App, Environment

from infra.stack import Loket
from infra.stage import stage

app = App()
chosen = stage(app.node)
Loket(app, f"Loket-{chosen.name}", chosen, env=Environment(region=chosen.region))
app.synth()
