"""The page waits for a scan that is on its way, but not for ever."""

from urllib.parse import urlencode

import pytest

from functions.web.waiting import TURNS
from tests.desk.people import Vendor
from tests.register.leaves import scan_of


def _after(company: Vendor) -> str:
    """The page that a browser comes to from the store."""
    return str(scan_of(company)["form"]["script"]["after"])


def test_the_page_waits_for_a_scan_that_is_on_its_way(company: Vendor) -> None:
    after = _after(company)
    page = company.browser.get(after)
    assert "Sedang diperiksa" in page.body
    assert '<meta http-equiv="refresh"' in page.body


def test_the_page_does_not_wait_for_ever(company: Vendor) -> None:
    """G14: after three minutes it says so, and offers the form again."""
    after = _after(company)
    page = company.browser.get(f"{after}&ke={TURNS - 1}")
    assert f"ke={TURNS}" in page.body
    page = company.browser.get(f"{after}&ke={TURNS}")
    assert "Belum dapat diperiksa" in page.body
    assert '<meta http-equiv="refresh"' not in page.body
    assert 'id="berkas-ktp-direksi"' in page.body


@pytest.mark.parametrize("said", ["-1", "x", "9999", "'\"><script>", "\N{SUPERSCRIPT TWO}"])
def test_a_forged_count_of_turns_is_none(company: Vendor, said: str) -> None:
    after = _after(company)
    page = company.browser.get(f"{after}&{urlencode({'ke': said})}")
    assert "ke=1" in page.body
