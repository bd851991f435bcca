"""An operator appoints officers: real ones, of a real office, at one mailbox each."""

from typing import Any

import pytest
from pydantic import ValidationError

from functions.verify.appoint import handler as appoint
from tests.desk.browser import program
from tests.desk.office import SITI, Desk

NINA: dict[str, Any] = {
    "id": "nina", "office": "batang", "name": "Nina", "email": "nina@batang.test",
    "roles": ["verifikator"],
}  # fmt: skip


def test_an_appointed_officer_may_come_in_however_the_address_was_written(desk: Desk) -> None:
    appoint({**NINA, "email": "Nina@Batang.TEST"}, None)
    program("POST", "/petugas", {"email": "nina@batang.test"})
    desk.settle()
    assert len(desk.mails("nina@batang.test")) == 1


def test_an_appointment_that_is_changed_counts_from_now(desk: Desk) -> None:
    appoint({**NINA, "id": SITI.id, "active": False}, None)
    assert SITI.id not in {o.id for o in desk.holders("batang", "verifikator")}


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", ""), ("id", "a/b"), ("id", "x" * 100), ("office", "nowhere"), ("office", ""),
     ("email", "a@b,evil@c.id"), ("email", "a@b.id\r\nBcc: c@d.id"), ("email", ""),
     ("roles", ["king"]), ("roles", "verifikator"), ("name", ""), ("name", "x" * 101),
     ("name", "Nina\r\nBcc: x@evil.test"), ("rank", "1")],
)  # fmt: skip
def test_who_cannot_be_is_not_appointed(desk: Desk, field: str, value: object) -> None:
    before = desk.state()
    with pytest.raises(ValidationError):
        appoint({**NINA, field: value}, None)
    assert desk.state() == before


@pytest.mark.parametrize("taken", ["loket", "verifikator", "pelaku-usaha", "pimpinan"])
def test_nobody_is_called_what_history_takes_for_a_role_or_for_nobody(
    desk: Desk, taken: str
) -> None:
    fields = {"id": taken, "office": "batang", "name": "X", "email": "x@batang.test",
              "roles": ["verifikator"]}  # fmt: skip
    before = desk.state()
    with pytest.raises(ValueError, match="no id of a person"):
        appoint(fields, None)
    assert desk.state() == before


@pytest.mark.parametrize(
    "wrong",
    [{"email": "budi@batang.test"}, {"email": "lidia@melawi.test"},
     {"until": "0001-01-15", "active": False}, {"until": "2026-03-08"}],
)  # fmt: skip
def test_operators_keep_the_same_order_as_keepers(desk: Desk, wrong: dict[str, object]) -> None:
    fields = {"id": "nina", "office": "batang", "name": "Nina", "email": "nina@batang.test",
              "roles": ["verifikator"], **wrong}  # fmt: skip
    before = desk.state()
    with pytest.raises(ValueError, match="nina"):
        appoint(fields, None)
    assert desk.state() == before
