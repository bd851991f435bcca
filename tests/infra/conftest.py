"""The stack as it would be deployed, written once for all the tests that read it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Environment
from aws_cdk.assertions import Template

from infra.stack import Loket
from infra.stage import stage
from tests.infra.rights import Rights, rights_in
from tests.infra.template import Resources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def synthesized(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Resources]:
    """The resources of a stage's template, given more context as one may on the command line;
    no libraries are bundled for it. `changes` to what cdk.json says of the stage."""
    known = json.loads((ROOT / "cdk.json").read_text())["context"]
    kept: dict[Any, Resources] = {}

    def resources(name: str, changes: Mapping[str, Any] | None = None, **more: str) -> Resources:
        asked = (name, *(changes or {}).items(), *more.items())
        if asked not in kept:
            changed = {**known["stages"], name: {**known["stages"][name], **(changes or {})}}
            context = {**known, **more, "stages": changed, "stage": name}
            context["aws:cdk:bundling-stacks"] = []
            app = App(context=context, outdir=str(tmp_path_factory.mktemp(name)))
            chosen = stage(app.node)
            env = Environment(region=chosen.region)
            stack = Loket(app, f"Loket-{name}", chosen, env=env)
            kept[asked] = Template.from_stack(stack).to_json()["Resources"]
        return kept[asked]

    return resources


@pytest.fixture(scope="session")
def prod(synthesized: Callable[..., Resources]) -> Resources:
    return synthesized("prod")


@pytest.fixture(scope="session")
def local(synthesized: Callable[..., Resources]) -> Resources:
    return synthesized("local")


@pytest.fixture(params=("local", "prod"))
def resources(request: pytest.FixtureRequest) -> Resources:
    found: Resources = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def rights(resources: Resources) -> Rights:
    return rights_in(resources)
