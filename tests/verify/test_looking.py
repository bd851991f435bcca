"""An officer looks at a document of a case without a task there: for a reason, and on record."""

from dataclasses import replace

import pytest

from functions.core.officer import Cover
from functions.core.scans import archive_key
from functions.core.sop import HEAD
from tests.desk.browser import Browser, program, seat
from tests.desk.office import STAFF, Desk
from tests.desk.stages import reach
from tests.desk.walk import Walk
from tests.desk.walks import Batang, Kemenperin, Melawi


def _document(desk: Desk, name: str = "ktp-direksi", officer: str = "siti") -> str:
    path = f"/berkas/{desk.case().id}/dokumen/{name}"
    return seat(STAFF[officer].office, officer, path)


def _latest(desk: Desk) -> dict[str, str]:
    """The newest line of history, as the case's file tells it."""
    path = seat("batang", "siti", f"/berkas/{desk.case().id}")
    line: dict[str, str] = program("GET", path).view["history"][0]
    return line


def test_a_look_without_a_task_wants_one_of_the_reasons(desk: Desk) -> None:
    Batang(desk).to("closed")
    path = _document(desk)
    before = desk.state()
    assert Browser().submit(path, {}).error("why")
    assert program("POST", path, {"why": "iseng"}).status == 422
    assert desk.state() == before


def test_who_looked_when_and_what_for_is_told_before_it_is_shown(desk: Desk) -> None:
    """G13."""
    Batang(desk).to("closed")
    answer = Browser().submit(_document(desk), {"why": "pengaduan"})
    kept = desk.case().documents["ktp-direksi"]
    assert answer.status == 303
    ((_, lines),) = desk.world.stamps.shown
    assert "untuk pengaduan" in [*lines]
    (seen,) = desk.history("looked")
    assert (seen.by, seen.at) == ("siti", desk.now)
    assert dict(seen.detail) == {
        "document": "ktp-direksi", "sha256": kept.sha256, "why": "pengaduan",
    }  # fmt: skip
    line = _latest(desk)
    assert line["who"] == "Siti Rahmawati"
    assert line["what"].endswith("untuk pengaduan")


@pytest.mark.parametrize(
    ("walk", "officer", "name"),
    [(Melawi, "lidia", "pernyataan"), (Kemenperin, "arif", "surat")],
)
def test_what_was_signed_is_shown_from_the_archive(
    desk: Desk, walk: type[Walk], officer: str, name: str
) -> None:
    walk(desk).to("closed")
    answer = Browser().submit(_document(desk, name, officer), {"why": "audit"})
    (seen,) = desk.history("looked")
    assert archive_key(desk.case().id, name, seen.detail["sha256"]) in desk.world.archive.kept
    assert seen.detail["sha256"] in answer.location


def test_the_same_button_pressed_later_is_another_look(desk: Desk) -> None:
    """A double click is one; the page may stay open for hours."""
    Batang(desk).to("closed")
    browser = Browser()
    form = browser.form(_document(desk))
    for _ in range(2):
        browser.send(form, {"why": "audit"})
    desk.later(minutes=2)
    browser.send(form, {"why": "audit"})
    assert len(desk.history("looked")) == 2


@pytest.mark.parametrize("name", ["npwp", "bukti", "pernyataan", "x"])
def test_a_document_that_is_not_there_is_not_found(desk: Desk, name: str) -> None:
    reach(desk, "scheduling")
    path = _document(desk, name)
    assert program("GET", path).status == 404
    assert program("POST", path, {"why": "audit"}).status == 404


def test_who_stood_in_for_another_is_named_as_that(desk: Desk) -> None:
    Batang(desk).to("closed")
    today = desk.now.date()
    desk.appoint(replace(STAFF["wahyu"], roles=(), covers=(Cover(HEAD, "Plh.", today, today),)))
    program("POST", _document(desk, officer="wahyu"), {"why": "audit"})
    line = _latest(desk)
    assert line["who"] == "Wahyu Nugraha (Plh. Kepala LPSE)"
