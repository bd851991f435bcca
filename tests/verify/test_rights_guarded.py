"""What keeps the data on somebody from going astray while a request on them is answered."""

import json
from dataclasses import replace

import pytest

from tests.desk.browser import Browser, program
from tests.desk.granting import answered, colleague, move
from tests.desk.hearing import WHO, Heard
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.people import WULAN
from tests.desk.rights import (
    DIRECTOR,
    NANDA,
    TOLD,
    Correction,
    Erasure,
    InPerson,
    Lost,
    OwnData,
    Running,
)

RIGHT = {"value.nama-usaha": "CV Contoh Makmur"}


@pytest.mark.parametrize(("kind", "said"), [(Erasure, {}), (Correction, RIGHT)])
def test_nothing_is_done_by_whoever_has_not_got_the_task(
    desk: Desk, kind: type[OwnData], said: dict[str, str]
) -> None:
    walk = kind(desk).to("asked")
    walk.nanda.at(f"{walk.nanda.task}/pelaksana", {"act": "ambil"})
    before = walk.about
    assert answered(colleague(desk), walk, **said).status == 409
    assert walk.about == before


def test_nothing_is_done_for_a_request_that_is_refused_meanwhile(desk: Desk) -> None:
    walk = Erasure(desk).to("asked")
    no = {"outcome": "ditolak", "message": "Tidak cocok.", "confirmed": "ya"}
    other, refused = colleague(desk), []
    with desk.before_save(lambda: refused.append(answered(other, walk, **no).status)):
        answer = answered(walk.nanda, walk)
    assert (refused, answer.status) == ([200], 409)
    assert (walk.request.closed.end, walk.about.doomed) == ("ditolak", None)


@pytest.mark.parametrize("outcome", ["dipenuhi", "ditolak"])
def test_whoever_wrote_it_down_does_not_answer_it(desk: Desk, outcome: str) -> None:
    """Two officers have seen whom the copy goes to."""
    walk = InPerson(desk).to("closed")
    said = {**TOLD, "nomor": desk.case().id}
    walk.nanda.at(f"{walk.nanda.seat}/loket/data-pribadi", said)
    task, before = walk.nanda.task, desk.state()
    assert program("GET", task).status == 403
    sent = {"outcome": outcome, "message": "Tidak.", "confirmed": "ya"}
    assert program("POST", f"{task}/data-pribadi", sent).status == 403
    assert desk.state() == before


def test_a_request_by_link_ends_with_the_mailbox_that_the_link_went_to(desk: Desk) -> None:
    walk = Running(desk).to("asked")
    move(desk, walk.siti, walk.number, "jadwal")
    (about,) = walk.nanda.look()["about"]
    assert about["moved"]
    assert "tidak dapat dipenuhi" in Browser().get(walk.nanda.task).body
    assert answered(walk.nanda, walk).status == 410
    assert walk.request.here


def test_a_copy_that_went_to_a_mailbox_now_given_up_is_shut(desk: Desk) -> None:
    walk = Running(desk).to("met")
    link = f"{desk.link(WULAN, 'p')}/salinan"
    assert program("GET", link).status == 200
    move(desk, walk.siti, walk.number, "jadwal")
    for path in ("", "/data.json", "/data.pdf", f"/dokumen/{walk.number}/ktp-direksi/1"):
        assert Browser().get(f"{link}{path}").status == 410


@pytest.mark.parametrize("kind", [OwnData, InPerson])
def test_nobody_sends_a_copy_elsewhere_by_naming_another_mailbox(
    desk: Desk, kind: type[OwnData]
) -> None:
    walk = kind(desk).to("met")
    move(desk, walk.nanda, walk.request.id, "hak-selesai", "nanda@pribadi.test")
    link = desk.link("nanda@pribadi.test", "p")
    assert program("GET", f"{link}/salinan").status == 410


def test_nor_before_the_request_is_met(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    move(desk, walk.nanda, walk.request.id, "permintaan-diterima", "nanda@pribadi.test")
    assert answered(walk.nanda, walk, **walk.tick("penanggung-jawab")).status == 410


def test_the_officer_gets_labels_and_no_values_by_program_either(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    text = json.dumps(walk.nanda.look()["about"], ensure_ascii=False)
    values = [v for v in walk.about.answers.values() if len(v) > 4]
    assert "Nama usaha" in text
    assert [value for value in values if value in text] == []


def test_what_somebody_else_asked_is_not_the_applicants_to_know(desk: Desk) -> None:
    walk = InPerson(desk).to("met")
    assert walk.page("/data-pribadi")["requests"] == []
    number = walk.request.id
    Browser().submit(f"{walk.mine}/data-pribadi", {"permintaan": "akses"})
    desk.settle()
    walk.nanda.do({"outcome": "dipenuhi"})
    copied = program("GET", f"{desk.link(WULAN, 'p')}/salinan").view
    text = json.dumps(copied, ensure_ascii=False)
    assert "Salinan data diberikan kepada yang meminta" in text
    assert [word for word in (number, DIRECTOR) if word in text] == []


def test_two_people_with_one_mailbox_have_a_request_each(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    again = program("POST", walk.entry, {**TOLD, "nomor": walk.number, "nonce": "a"})
    assert walk.request.id in again.view["problems"]["nomor"]
    other = program("POST", walk.entry, {**TOLD, "nomor": walk.number, "nama": "Orang Lain"})
    assert other.status == 200
    assert len(desk.world.cases.snapshots) == 3


def test_the_same_press_opens_no_second_request_after_the_first_is_answered(desk: Desk) -> None:
    """G2."""
    walk = InPerson(desk).to("closed")
    walk.number = desk.case().id
    said = {**TOLD, "nomor": walk.number, "nonce": "once"}
    first = program("POST", walk.entry, said)
    desk.settle()
    walk.meet()
    assert program("POST", walk.entry, said).view == first.view


def test_a_former_mailbox_of_an_officer_is_nobodys(desk: Desk) -> None:
    """G18."""
    desk.appoint(replace(STAFF["budi"], former="budi@lama.test"))
    walk = Lost(desk).to("closed")
    said = {**TOLD, "nomor": desk.case().id, "surel": "Budi@Lama.test"}
    assert "surel" in program("POST", walk.entry, said).view["problems"]


def test_a_complaint_is_asked_about_alone(desk: Desk) -> None:
    """An application's history would tell whom it is about that there is one."""
    walk = InPerson(desk).to("closed")
    application = desk.case().id
    Heard(desk).listener.hear()
    numbers = ", ".join(sorted(desk.world.cases.snapshots))
    said = {**TOLD, "nomor": numbers, "selaku": "sendiri"}
    assert application in numbers
    assert "dicatat sendiri" in program("POST", walk.entry, said).view["problems"]["nomor"]


def test_a_refusal_that_is_changed_keeps_what_the_form_held(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    sent = {"outcome": "ditolak", "message": "Tidak cocok.", "confirmed": "ubah"}
    page = Browser().submit(f"{walk.nanda.task}/data-pribadi", sent).body
    assert f'value="{walk.about.answers["nama-usaha"]}"' in page
    assert "Tidak cocok." in page


def test_nobody_meets_a_request_for_a_mailbox_that_they_named_themselves(desk: Desk) -> None:
    walk = Running(desk).to("checking")
    walk.mine, walk.number = walk.applicant.link, desk.case().id
    siti = desk.appoint(replace(STAFF["siti"], roles=(*STAFF["siti"].roles, *NANDA.roles)))
    move(desk, walk.siti, walk.number, "jadwal", "orang@lain.test")
    link = desk.link("orang@lain.test", "p")
    assert Browser().submit(f"{link}/data-pribadi", {"permintaan": "akses"}).status == 303
    desk.settle()
    assert answered(Officer(desk, siti.email), walk).status == 403
    (about,) = walk.nanda.look()["about"]
    assert about["renamed"]
    assert "diganti lewat telepon" in Browser().get(walk.nanda.task).body


def test_a_request_and_its_application_moved_to_one_mailbox_are_not_met(desk: Desk) -> None:
    walk = Running(desk).to("asked")
    move(desk, walk.siti, walk.number, "jadwal", "orang@lain.test")
    move(desk, walk.nanda, walk.request.id, "permintaan-diterima", "orang@lain.test")
    assert answered(walk.nanda, walk).status == 410


def test_the_applicant_sees_the_request_that_is_in_the_way_of_another(desk: Desk) -> None:
    walk = Running(desk).to("asked")
    move(desk, walk.nanda, walk.request.id, "permintaan-diterima")
    assert Browser().submit(f"{walk.mine}/data-pribadi", {"permintaan": "akses"}).status == 303
    assert len(walk.page("/data-pribadi")["requests"]) == 1
    assert "mintalah orangnya mengajukan yang baru" in Browser().get(walk.nanda.task).body


def test_whoever_is_barred_from_a_complaint_later_reads_of_it_in_no_request(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    number = desk.case().id
    said = {**TOLD, "nama": WHO["nama"], "surel": WHO["surel"], "selaku": "sendiri"}
    entry = f"{heard.listener.seat}/loket/data-pribadi"
    assert heard.listener.at(entry, {**said, "nomor": number}).status == 303
    (request,) = desk.world.cases.snapshots.keys() - {number}
    heard.number = number
    task = f"{heard.yuni.seat}/tugas/{number}.1/telaah"
    sent = {"outcome": "ditangani", "grade": "berat", f"tentang.{NANDA.id}": "ya"}
    assert program("POST", task, sent).status == 200
    nanda = Officer(desk, NANDA.email)
    assert program("GET", f"{nanda.seat}/berkas/{request}").status == 404
    assert request not in json.dumps(program("GET", nanda.queue).view)
