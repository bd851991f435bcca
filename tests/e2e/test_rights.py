"""Rights on the deployed whole: a copy for a person of a case, and the erasure of all of it."""

from datetime import timedelta

import pytest

from infra.demo.client import Client, Refusal
from infra.demo.inbox import until
from infra.demo.story import Turn
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.e2e.conftest import Inboxes, Seat, Tell
from tests.e2e.test_retention import grown_old, items, objects
from tests.e2e.test_story import personal

LATELY = timedelta(hours=2)
NO = {"outcome": "ditolak", "message": "Data tidak cocok dengan dokumen."}
DIRECTOR = "direktur@pribadi.test"
ASKED = {"permintaan": "akses", "dokumen-identitas": "ktp", "selaku": "disebut", "surel": DIRECTOR}
MET = "dipenuhi"


@pytest.fixture(scope="module")
def told(tell: Tell) -> Walk:
    told = tell("batang-tatap-muka", turns=(Turn(at="periksa", **NO),))
    told.run()
    return told


def _task(officer: Client, request: str) -> str:
    """Of the request, once it has come to the officer's desk."""

    def task() -> str | None:
        lines = officer.view("/antrean")["lines"]
        return next((line["task"] for line in lines if line["number"] == request), None)

    return f"/tugas/{until(task, 'the request')}/data-pribadi"


def test_people_of_a_refused_case_have_their_copy_and_then_it_is_destroyed(
    stage: Stage, told: Walk, inboxes: Inboxes, seat: Seat
) -> None:
    siti, nanda = seat("siti@batang.test"), seat("nanda@batang.test")
    directors = _copied(told, siti, nanda, inboxes)
    _destroyed(stage, told, nanda, directors)


def _copied(told: Walk, siti: Client, nanda: Client, inboxes: Inboxes) -> str:
    """The director has no link; an officer sees who they are, another answers. Its number."""
    number, given = told.applicant.number, told.story.given
    found = siti.post("/antrean/cari", what=given["nik"])["found"]
    assert [line["number"] for line in found] == [number]
    asked = siti.post("/loket/data-pribadi", **ASKED, nama=given["nama"], nomor=number)
    request: str = asked["next"].rpartition("/")[2]
    nanda.post(_task(nanda, request), outcome=MET, parts={f"{number}.penanggung-jawab": "ya"})
    copy = inboxes(DIRECTOR).link("sudah dipenuhi", "/p/")
    data = nanda.file(f"{copy}/data.json").decode()
    assert given["nik"] in data
    assert given["npwp"] not in data
    assert nanda.file(f"{copy}/data.pdf").startswith(b"%PDF-")
    return request


def _destroyed(stage: Stage, told: Walk, nanda: Client, directors: str) -> None:
    """The applicant asks by the link, and nothing of anybody is left but what both asked."""
    person = told.applicant
    said = {"permintaan": "hapus", "uraian": "Usaha sudah tutup."}
    person.client.post(f"{person.link}/data-pribadi", **said)
    (asked,) = person.client.view(f"{person.link}/data-pribadi")["requests"]
    request = asked["standing"]["number"]
    nanda.post(_task(nanda, request), outcome=MET)
    grown_old(stage, person.number, LATELY)
    stage.client("lambda").invoke(FunctionName=stage.outputs["RetentionFunction"])
    with pytest.raises(Refusal) as refused:
        person.client.view(person.link)
    assert refused.value.answer.status == 410
    assert objects(stage, person.number) == []
    theirs = (item for item in items(stage) if person.number in item)
    left = "".join(i for i in theirs if request not in i and directors not in i)
    typed = {person.inbox.address, *(word for word in personal(told) if len(word) > 7)}
    assert left
    assert [word for word in typed if word in left] == []
