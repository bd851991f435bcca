"""A signed link opens one thing for one person until it expires, and nothing else ever."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.errors import Gone, NotFound
from functions.core.links import Link, opened, parse, signed, split
from tests.core.story import NUMBER
from tests.fakes import HmacSigner, HmacVerifier

EXPIRES = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
BEFORE = EXPIRES - timedelta(seconds=1)
LINK = Link("k1", "task", "siti", "batang", NUMBER, 3, "periksa", EXPIRES, 0)


def token(link: Link = LINK) -> str:
    payload = link.payload()
    return signed(payload, HmacSigner(link.key).sign(payload))


def followed(text: str, verifier: HmacVerifier | None = None, at: datetime = BEFORE) -> Link:
    return opened(text, "task", verifier or HmacVerifier(), at, 0)


def test_a_link_comes_back_as_it_was_signed() -> None:
    assert followed(token()) == LINK


@given(
    audience=st.text(max_size=20),
    step=st.text(max_size=20),
    round=st.integers(0, 10_000),
    epoch=st.integers(0, 100),
)
def test_any_link_reads_back(audience: str, step: str, round: int, epoch: int) -> None:
    link = replace(LINK, audience=audience, step=step, round=round, epoch=epoch)
    assert parse(link.payload()) == link


@given(st.integers(0, 8 * 32 - 1))
def test_one_bit_of_the_seal_flipped_opens_nothing(bit: int) -> None:
    payload, mac = split(token())
    flipped = int.from_bytes(mac, "big") ^ (1 << bit)
    with pytest.raises(NotFound):
        followed(signed(payload, flipped.to_bytes(32, "big")))


@given(st.data())
def test_one_bit_of_what_is_sealed_flipped_opens_nothing(data: st.DataObject) -> None:
    payload, _, mac = token().partition(".")
    place = data.draw(st.integers(0, len(payload) - 1))
    bit = data.draw(st.integers(0, 7))
    odd = chr(ord(payload[place]) ^ (1 << bit))
    with pytest.raises(NotFound):
        followed(f"{payload[:place]}{odd}{payload[place + 1 :]}.{mac}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "x",
        "A" * 9_000,
        f"{'A' * 9_000}.{'A' * 43}",
        f"{'A' * 20}.{'A' * 42}",
        f"{'A' * 20}.{'A' * 44}",
        f"{'A' * 20}{'A' * 43}",
        f"{'A' * 20}.{'A' * 43}\n",
        token() + "\0",
        "\0" + token(),
        token().replace(".", ".\0", 1),
        "é" + token()[1:],
        "А" + token()[1:],  # a Cyrillic A
        token() + token(),
        f"{'!' * 20}.{'A' * 43}",
        f"{'A' * 21}.{'A' * 43}",
    ],
    ids=range(17),
)
def test_garbage_is_refused_without_asking_the_verifier(text: str) -> None:
    """G20: what costs money is not at a stranger's bidding."""
    verifier = HmacVerifier()
    with pytest.raises(NotFound):
        followed(text, verifier)
    assert verifier.asked == []


@pytest.mark.parametrize(
    "said",
    ["[]", "{}", "null", "[1,2,3]", '"twelve letters"', "{" * 60, "[" * 300, "NaN,NaN,NaN,NaN",
     '[2,"k1","task","siti","batang","B",3,"periksa",1800000000,0]',
     '[1,"k1","task","siti","batang","B",3,"periksa","soon",0]',
     '[1,"k1","task","siti","batang","B",3,"periksa",null,0]',
     '[1,"k1","task","siti","batang","B",3,"periksa",NaN,0]',
     '[1,"k1","task","siti","batang","B",3,"periksa",Infinity,0]',
     '[1,"k1","task","siti","batang","B",3,"periksa",1e300,0]',
     '[1,"k1","task","siti","batang","B",3,"periksa",1800000000,0,0]'],
    ids=range(15),
)  # fmt: skip
def test_a_well_shaped_lie_is_refused_without_asking_the_verifier(said: str) -> None:
    verifier = HmacVerifier()
    payload = base64.urlsafe_b64encode(said.ljust(20).encode()).rstrip(b"=").decode()
    with pytest.raises(NotFound):
        followed(signed(payload, b"\0" * 32), verifier)
    assert verifier.asked == []


@given(st.text())
def test_whatever_is_typed_as_a_link_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        followed(text)


@pytest.mark.parametrize("purpose", ["case", "queue", ""])
def test_a_link_opens_nothing_but_its_purpose(purpose: str) -> None:
    for moment in (BEFORE, EXPIRES + timedelta(days=1)):
        with pytest.raises(NotFound):
            opened(token(), purpose, HmacVerifier(), moment, 0)


def test_a_link_works_up_to_its_last_second() -> None:
    assert followed(token(), at=BEFORE) == followed(token(), at=EXPIRES) == LINK


def test_a_link_is_gone_a_second_after() -> None:
    with pytest.raises(Gone, match="Minta tautan baru"):
        followed(token(), at=EXPIRES + timedelta(seconds=1))


@pytest.mark.parametrize("epoch", [1, 7])
def test_a_restore_ends_every_link_from_before(epoch: int) -> None:
    """G19."""
    with pytest.raises(Gone):
        opened(token(), "task", HmacVerifier(), BEFORE, epoch)


def test_a_retired_keys_link_is_not_found() -> None:
    with pytest.raises(NotFound):
        followed(token(), HmacVerifier("k2"))


def test_while_keys_overlap_both_links_work() -> None:
    newer = replace(LINK, key="k2")
    both = HmacVerifier("k1", "k2")
    assert (followed(token(), both), followed(token(newer), both)) == (LINK, newer)


def test_one_key_does_not_vouch_for_another() -> None:
    payload = LINK.payload()
    forged = signed(payload, HmacSigner("k2").sign(payload))
    with pytest.raises(NotFound):
        followed(forged, HmacVerifier("k1", "k2"))


def test_a_link_fits_into_a_mails_line_of_words() -> None:
    assert len(token()) < 300
