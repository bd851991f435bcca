"""A complaint by each channel that an officer listens on, and one of them beyond its very end.

What comes as a mail is in `test_inbound.py`.
"""

from typing import Any

import pytest

from infra.demo.client import Client
from infra.demo.inbox import until
from infra.demo.papers import png
from infra.local.stage import Stage
from tests.e2e.conftest import Seat

CLERK, LISTENER, HEAD = "siti@batang.test", "yuni@batang.test", "wahyu@batang.test"
REPORT = {
    "jenis": "pengaduan", "uraian": "Loket tutup sebelum waktunya.", "terlapor": "layanan",
    "identitas": "rahasia", "nama": "Sulastri", "telepon": "081200001111", "kuasa": "Ibu Wening",
}  # fmt: skip


def _entered(seat: Seat, channel: str) -> dict[str, Any]:
    """What the officer who wrote it down sees: number and secret."""
    clerk = seat(CLERK)
    done = clerk.post("/loket/pengaduan", channel=channel, perihal=f"Lewat {channel}", **REPORT)
    return {"page": done["next"], **clerk.view(done["next"])}


def _task(client: Client, number: str, step: str) -> str:
    """Where the complaint waits for this officer."""

    def found() -> str | None:
        lines = client.view("/antrean")["lines"]
        mine = [line for line in lines if (line["number"], line["step"]) == (number, step)]
        return f"/tugas/{mine[0]['task']}" if mine else None

    return until(found, f"{step} of {number}")


def _following(stage: Stage, taken: dict[str, Any]) -> Client:
    """The complainant's browser, let in by number and secret."""
    client = Client(stage.site)
    key = {"number": taken["number"], "secret": taken["secret"]}
    cookie = client.send("/pengaduan/ikuti", **key).headers["set-cookie"].split(";")[0]
    return client.seated(cookie)


@pytest.mark.parametrize("channel", ["tatap-muka", "telepon", "kotak"])
def test_what_an_officer_writes_down_comes_to_the_desk(seat: Seat, channel: str) -> None:
    taken = _entered(seat, channel)
    desk = seat(LISTENER)
    page = desk.view(_task(desk, taken["number"], "Penelaahan laporan"))
    assert "Loket tutup sebelum waktunya." in str(page)
    assert "Sulastri" not in str(page)


def test_a_formal_letter_is_scanned_answered_objected_to_ruled_on_and_taken_up_again(
    stage: Stage, seat: Seat
) -> None:
    taken = _entered(seat, "surat")
    number, clerk, listener, head = taken["number"], seat(CLERK), seat(LISTENER), seat(HEAD)
    weigh = _task(listener, number, "Penelaahan laporan")
    clerk.upload(_form(clerk, taken["page"]), "surat.png", png())
    until(lambda: _form_state(clerk, taken["page"]) == "accepted" or None, "the scan")
    listener.post(f"{weigh}/telaah", outcome="ditangani", grade="ringan")
    answer = _task(listener, number, "Penanganan dan jawaban")
    listener.post(f"{answer}/jawaban", outcome="dijawab", text="Jam layanan.", confirmed="ya")
    citizen = _following(stage, taken)
    until(lambda: "Jam layanan." in str(citizen.view("/pengaduan/saya")) or None, "the answer")
    until(lambda: _offered(citizen, "tanggapan"), "the word that is asked for")
    why = "Belum menjawab."
    citizen.post("/pengaduan/saya/tanggapan", outcome="keberatan", reason=why)
    rule = _task(head, number, "Keputusan atas keberatan")
    head.post(f"{rule}/jawaban", outcome="diputus", text="Jam diperbaiki.", confirmed="ya")
    until(lambda: "Jam diperbaiki." in str(citizen.view("/pengaduan/saya")) or None, "the ruling")
    until(lambda: _offered(citizen, "buka-kembali"), "the end")
    citizen.post("/pengaduan/saya/buka-kembali", reason="Belum berubah.")
    assert _task(listener, number, "Penanganan dan jawaban") != answer


def _form(client: Client, base: str) -> dict[str, Any]:
    form: dict[str, Any] = client.view(f"{base}/dokumen")["scans"][0]["form"]
    return form


def _form_state(client: Client, base: str) -> str:
    return str(client.view(f"{base}/dokumen")["scans"][0]["state"])


def _offered(citizen: Client, page: str) -> bool | None:
    return citizen.get(f"/pengaduan/saya/{page}").status == 200 or None
