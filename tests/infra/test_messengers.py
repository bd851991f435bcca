"""An office's messenger: its secret, and who may read it."""

import json
from collections.abc import Callable
from string import punctuation
from typing import Any

import pytest
from aws_cdk import App
from cfnlint.api import ManualArgs, lint

from infra.stage import stage
from tests.infra.rights import MOVERS, rights_in, who_may
from tests.infra.template import Resources, of_type

URL = "https://pesan.batang.test/loket?unit=lpse"
READ = "secretsmanager:GetSecretValue"
Synthesized = Callable[..., Resources]


@pytest.fixture
def carried(synthesized: Synthesized) -> Resources:
    """Production with a messenger for one office."""
    return synthesized("prod", messengers=json.dumps({"batang": URL}))


def test_a_stage_without_messengers_has_no_secret(prod: Resources, local: Resources) -> None:
    for resources in (prod, local):
        assert of_type(resources, "SecretsManager::Secret") == []
        assert who_may(rights_in(resources), READ) == set()
        assert "MESSENGERS" not in json.dumps(resources)


def test_only_who_sends_letters_reads_the_secret_and_does_no_more_with_it(
    carried: Resources,
) -> None:
    (secret,) = (id for id, r in carried.items() if r["Type"] == "AWS::SecretsManager::Secret")
    rights = rights_in(carried)
    assert who_may(rights, READ, secret) == MOVERS
    of_secrets = {(a, r) for may in rights.values() for a, r in may if "secretsmanager" in a}
    assert of_secrets == {(READ, json.dumps({"Ref": secret}))}


def test_only_who_sends_letters_is_told_where_the_notes_go(carried: Resources) -> None:
    (secret,) = (id for id, r in carried.items() if r["Type"] == "AWS::SecretsManager::Secret")
    told = {id: _told(r) for id, r in carried.items() if "MESSENGERS" in json.dumps(r)}
    assert {id.removeprefix("Rooms")[:5] for id in told} == MOVERS
    for pieces in told.values():
        text = "".join(secret if isinstance(piece, dict) else piece for piece in pieces)
        assert json.loads(text) == {"batang": {"url": URL, "secret": secret}}


def test_the_secret_is_random_long_and_in_base64_as_it_stands(carried: Resources) -> None:
    (secret,) = of_type(carried, "SecretsManager::Secret")
    asked = secret["Properties"]["GenerateSecretString"]
    assert (asked["PasswordLength"], asked["ExcludePunctuation"]) == (64, True)
    assert set(asked["ExcludeCharacters"]) == set(punctuation)


def test_production_keeps_its_secret(carried: Resources) -> None:
    (secret,) = of_type(carried, "SecretsManager::Secret")
    assert (secret["DeletionPolicy"], secret["UpdateReplacePolicy"]) == ("Retain", "Retain")


def test_cloudformation_accepts_a_stage_with_a_messenger(carried: Resources) -> None:
    found = lint(json.dumps({"Resources": carried}), config=ManualArgs(regions=["ap-southeast-3"]))
    assert [match for match in found if match.rule.id != "W3005"] == []


@pytest.mark.parametrize(
    ("name", "messengers", "why"),
    [
        ("prod", {"batang": "http://pesan.batang.test/"}, "batang: .*https://"),
        ("prod", {"batang": "http://127.0.0.1:9000/"}, "batang: .*https://"),
        ("local", {"batang": "http://pesan.batang.test/"}, "batang: .*https://"),
        ("local", {"batang": "ftp://127.0.0.1/"}, "batang: .*https://"),
        ("local", {"nowhere": "https://pesan.test/"}, "no office 'nowhere'"),
    ],
)
def test_a_note_never_leaves_unprotected_nor_for_a_stranger(
    synthesized: Synthesized, name: str, messengers: dict[str, str], why: str
) -> None:
    with pytest.raises(Exception, match=why):
        synthesized(name, messengers=json.dumps(messengers))


def test_on_this_machine_a_note_may_go_to_this_machine(synthesized: Synthesized) -> None:
    here = {"batang": "http://127.0.0.1:9000/"}
    assert of_type(synthesized("local", messengers=json.dumps(here)), "SecretsManager::Secret")


def test_the_command_line_stands_in_for_the_stages_own() -> None:
    known: dict[str, Any] = {
        "region": "ap-southeast-3", "site": "", "domain": "", "uploads": "", "layer": False,
        "keep": False, "messengers": {"batang": URL},
    }  # fmt: skip
    stages = {"stages": {"dev": known}, "stage": "dev"}
    other = {"melawi": "https://pesan.melawi.test/"}
    for more, meant in {
        "": {"batang": URL},
        "{}": {"batang": URL},
        json.dumps(other): other,
    }.items():
        app = App(context={**stages, "messengers": more})
        assert stage(app.node).messengers == meant


def _told(function: dict[str, Any]) -> list[Any]:
    pieces: list[Any] = function["Properties"]["Environment"]["Variables"]["MESSENGERS"][
        "Fn::Join"
    ][1]
    return pieces
