"""What an SOP's file may say, and what an SOP says of itself."""

from typing import Any

import pytest
from pydantic import ValidationError

from functions.core.clock import Span
from functions.core.errors import NotFound
from functions.core.sop import Sop
from functions.sops import all_sops, current, services
from tests.core.example import small
from tests.core.story import ONLINE, SOP, VISIT


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"steps.mohon.colour": "red"}, "Extra inputs are not permitted"),
        ({"steps.mohon.if": "x > 1"}, "Extra inputs are not permitted"),
        ({"steps.mohon.rows.0.within": "sebentar"}, "'sebentar' is not a span"),
        ({"steps.mohon.next": {}}, "Dictionary should have at least 1 item"),
    ],
)
def test_a_word_that_the_format_does_not_know_is_refused(
    changes: dict[str, Any], fault: str
) -> None:
    with pytest.raises(ValidationError, match=fault):
        Sop.model_validate(small(changes))


def test_every_sop_is_found_by_its_key_and_the_newest_is_current() -> None:
    assert all(key == sop.key for key, sop in all_sops().items())
    assert all(current(sop.id) is sop for sop in services())
    with pytest.raises(NotFound):
        current("layanan-lain")


def test_a_steps_time_is_its_rows_together_or_none() -> None:
    assert SOP.step("permohonan").within == Span(15, "menit")
    assert SOP.step("periksa").within == Span(30, "menit")
    assert SOP.step("perbaiki").within is None


def test_only_who_is_checked_online_uploads_scans() -> None:
    assert [r.id for r in SOP.required(VISIT)] == ["ktp-pemilik", "npwp-pemilik"]
    assert [r.id for r in SOP.scanned(ONLINE)] == ["ktp-pemilik", "npwp-pemilik"]
    assert SOP.scanned(VISIT) == ()


def test_a_field_is_asked_only_of_whom_it_concerns() -> None:
    alone, company = (
        {f.id for f in SOP.fields({"bentuk": b})} for b in ("perorangan", "badan-usaha")
    )
    assert company - alone == {"jabatan"}


def test_the_choice_of_a_way_is_the_forms_last_page() -> None:
    [asked] = SOP.pages[-1].fields
    assert (asked.id, [o.value for o in asked.options]) == ("cara", ["tatap-muka", "daring"])
    assert SOP.section("cara") == SOP.pages[-1]
    assert SOP.section("lain") is None
