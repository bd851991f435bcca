"""What stands around every page: the office, its channels, and that the service is free."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from tests.web.templates import PAGES, TEMPLATES

OFFICE: dict[str, Any] = {
    "id": "batang",
    "name": "LPSE Kabupaten Batang",
    "address": "Jalan R.A. Kartini 1, Batang",
    "phone": "(0285) 391 571",
    "email": None,
    "channels": [
        {"label": "Helpdesk", "address": "0812-0000-0000", "href": "tel:+6281200000000"},
        {"label": "Tertulis", "address": "kotak pengaduan", "href": ""},
    ],
}


def page(office: Mapping[str, Any] | None) -> str:
    return TEMPLATES.get_template("base.html").render(
        site={
            "static": "/static",
            "office": office,
            "offices": [] if office else [OFFICE],
            "visitor": "",
        }
    )


@pytest.mark.parametrize("office", [OFFICE, None])
def test_every_page_says_the_service_is_free(office: Mapping[str, Any] | None) -> None:
    html = page(office)

    assert "Layanan ini gratis — tidak dipungut biaya." in html
    assert "Pengaduan" in html
    assert 'href="/status"' in html


def test_every_page_names_the_office_and_its_address() -> None:
    html = page(OFFICE)

    assert all(words in html for words in (OFFICE["name"], OFFICE["address"]))


@pytest.mark.parametrize("office", [OFFICE, None])
def test_every_page_shows_the_complaint_channels_of_its_office_or_of_all(
    office: Mapping[str, Any] | None,
) -> None:
    html = page(office)

    assert OFFICE["name"] in html
    assert '<li>Helpdesk: <a href="tel:+6281200000000">0812-0000-0000</a></li>' in html
    assert "<li>Tertulis: kotak pengaduan</li>" in html


def test_pages_have_no_inline_script_or_style() -> None:
    for template in PAGES.rglob("*.html"):
        source = template.read_text()
        assert not re.search(
            r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:", source
        ), template.name
