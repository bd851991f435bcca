"""Links' MACs, keyed hashes and sealed passwords, as the fakes and as KMS make them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from functions.aws.keys import KmsFingerprints, KmsSeals, KmsSigner, KmsVerifier
from functions.core.errors import Gone, NotFound, Unavailable
from functions.core.links import Link, opened, signed
from functions.core.ports import Fingerprints, Seals, Signer, Verifier
from tests.aws.given import NINE, NUMBER, OTHER
from tests.fakes import HmacSigner, HmacVerifier, PlainFingerprints, PlainSeals

Aws = Callable[[str], Any]
LINK = Link("k1", "task", "vera", "batang", NUMBER, 2, "periksa", NINE + timedelta(days=1), 0)


@dataclass(frozen=True)
class Keys:
    """`signer` signs with k1, `newer` with k2; `verifier` knows both, `strict` k2 only."""

    signer: Signer
    newer: Signer
    verifier: Verifier
    strict: Verifier
    fingerprints: Fingerprints
    seals: Seals


@pytest.fixture
def fake_keys() -> Keys:
    return Keys(
        HmacSigner("k1"),
        HmacSigner("k2"),
        HmacVerifier("k1", "k2"),
        HmacVerifier("k2"),
        PlainFingerprints(),
        PlainSeals(),
    )


@pytest.fixture
def real_keys(aws: Aws) -> Keys:
    kms = aws("kms")
    k1, k2, prints = (_made(kms, "HMAC_256", "GENERATE_VERIFY_MAC") for _ in range(3))
    return Keys(
        KmsSigner(kms, "k1", k1),
        KmsSigner(kms, "k2", k2),
        KmsVerifier(kms, {"k1": k1, "k2": k2}),
        KmsVerifier(kms, {"k2": k2}),
        KmsFingerprints(kms, prints),
        KmsSeals(kms, _made(kms, "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")),
    )


@pytest.fixture(params=["fake", "real"])
def keys(request: pytest.FixtureRequest) -> Keys:
    found: Keys = request.getfixturevalue(f"{request.param}_keys")
    return found


def test_what_was_signed_verifies(keys: Keys) -> None:
    assert keys.verifier.verify("k1", "payload", keys.signer.sign("payload")) is True
    assert keys.verifier.verify("k2", "payload", keys.newer.sign("payload")) is True


def test_a_mac_verifies_nothing_but_its_payload_under_its_key(keys: Keys) -> None:
    mac = keys.signer.sign("payload")
    assert keys.verifier.verify("k1", "payloae", mac) is False
    assert keys.verifier.verify("k2", "payload", mac) is False


@pytest.mark.parametrize("bit", [0, 7, 100, 255])
def test_one_flipped_bit_is_noticed(keys: Keys, bit: int) -> None:
    """G4"""
    mac = bytearray(keys.signer.sign("payload"))
    mac[bit // 8] ^= 1 << bit % 8
    assert keys.verifier.verify("k1", "payload", bytes(mac)) is False


def test_a_retired_keys_links_open_no_more(keys: Keys) -> None:
    assert keys.strict.verify("k1", "payload", keys.signer.sign("payload")) is False
    assert keys.strict.verify("k3", "payload", keys.signer.sign("payload")) is False


def test_a_link_opens_by_its_mac_alone(keys: Keys) -> None:
    """G4"""
    payload = LINK.payload()
    token = signed(payload, keys.signer.sign(payload))
    assert opened(token, "task", keys.verifier, NINE, 0) == LINK
    with pytest.raises(NotFound):
        opened(signed(payload, keys.newer.sign(payload)), "task", keys.verifier, NINE, 0)
    with pytest.raises(Gone):
        opened(token, "task", keys.verifier, NINE, 1)


def test_a_fingerprint_is_always_the_same_for_the_same_value(keys: Keys) -> None:
    """G12"""
    first = keys.fingerprints.of("npwp", "012345678901234")
    assert keys.fingerprints.of("npwp", "012345678901234") == first
    assert len(first) == 40
    assert first.isalnum()


def test_a_fingerprint_tells_kinds_and_values_apart(keys: Keys) -> None:
    pairs = [("npwp", "1"), ("nik", "1"), ("npwp", "2"), ("npw", "p1")]
    assert len({keys.fingerprints.of(*pair) for pair in pairs}) == len(pairs)


def test_nobody_without_the_key_can_make_a_fingerprint(aws: Aws) -> None:
    """G12: the same value under two keys is two fingerprints."""
    made = [_made(aws("kms"), "HMAC_256", "GENERATE_VERIFY_MAC") for _ in range(2)]
    assert len({KmsFingerprints(aws("kms"), key).of("nik", "1") for key in made}) == 2


def test_a_sealed_password_opens_for_its_case(keys: Keys) -> None:
    """G6"""
    sealed = keys.seals.seal("Rahasia \N{SNOWMAN} 1", NUMBER)
    assert keys.seals.open(sealed, NUMBER) == "Rahasia \N{SNOWMAN} 1"


def test_a_sealed_password_opens_for_no_other_case(keys: Keys) -> None:
    """G6"""
    sealed = keys.seals.seal("Rahasia1", NUMBER)
    with pytest.raises(Unavailable):
        keys.seals.open(sealed, OTHER)


def test_a_sealed_password_cannot_be_read(real_keys: Keys) -> None:
    """G6"""
    assert "Rahasia1" not in real_keys.seals.seal("Rahasia1", NUMBER)


def _made(kms: Any, spec: str, usage: str) -> str:
    return str(kms.create_key(KeySpec=spec, KeyUsage=usage)["KeyMetadata"]["Arn"])
