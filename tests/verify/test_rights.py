"""An officer answers a request on data: by a copy, a correction, an erasure, or a refusal."""

import pytest

from functions.core.history import first_break
from tests.desk.browser import Browser, program, seat
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, WULAN
from tests.desk.rights import (
    NANDA,
    NO,
    RIGHT,
    Correction,
    Erasure,
    Lost,
    OwnData,
    Running,
    TooEarly,
)
from tests.desk.walks import Batang


def test_the_officer_sees_what_is_asked_and_what_a_copy_would_hold_but_no_answers(
    desk: Desk,
) -> None:
    walk = OwnData(desk).to("asked")
    page = Browser().get(walk.nanda.task).body
    for words in ("Salinan data", walk.number, "Nama usaha", "User ID"):
        assert words in page, words
    assert COMPANY["usaha"]["nama-usaha"] not in page
    assert f"/berkas/{walk.number}" not in page


def test_a_request_for_a_copy_is_met_by_a_letter_that_leads_there(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    assert walk.request.closed.end == "selesai"
    letter = desk.mails(WULAN)[-1]
    assert "/salinan" in letter.text
    assert walk.request.id in letter.subject


def test_a_correction_is_written_down_by_fields_and_found_by_the_new_name(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    assert walk.grant(**RIGHT).status == 303
    assert walk.about.answers["nama-usaha"] == "CV Contoh Makmur"
    assert walk.request.closed.end == "selesai"
    (told,) = (e for e in desk.world.cases.history(walk.number) if e.kind == "corrected")
    assert told.detail == {"fields": "nama-usaha", "request": walk.request.id}
    shown = program("GET", f"{walk.siti.seat}/berkas/{walk.number}").view["history"]
    assert any("pemiliknya: Nama usaha" in line["what"] for line in shown)
    for word, found in (("makmur", True), ("sejahtera", False)):
        lines = program("POST", f"{walk.siti.queue}/cari", {"what": word}).view
        assert (walk.number in repr(lines)) is found


def test_a_correction_leaves_mailbox_and_user_id_alone(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    fields = walk.nanda.look()["fields"]
    assert {f["type"] for f in fields} & {"email", "user-id"} == set()
    answer = walk.grant(**{"value.surel": "orang@lain.test"})
    assert answer.status == 422
    assert walk.about.email == WULAN


def test_a_correction_by_link_leaves_alone_what_opens_a_password(desk: Desk) -> None:
    """G6: whoever has the mailbox may not put another number in its place."""
    walk = Correction(desk).to("asked")
    assert "value.nik" not in {f["id"] for f in walk.nanda.look()["fields"]}
    before = walk.about
    assert walk.grant(**{"value.nik": "3325014505800999"}).status == 422
    assert walk.about == before


def test_a_correction_in_person_may_put_it_right(desk: Desk) -> None:
    walk = Lost(desk)
    walk.says = {**Lost.says, "permintaan": "perbaikan", "uraian": "NIK keliru."}
    walk.to("asked")
    assert walk.grant(**{"value.nik": "3325014505800999"}).status == 303
    assert walk.about.answers["nik"] == "3325014505800999"


def test_a_correction_is_read_as_the_form_reads_it(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    before = desk.state()
    answer = walk.grant(**{"value.npwp": "1", **RIGHT})
    assert answer.status == 422
    assert answer.error("value.npwp")
    assert 'value="CV Contoh Makmur"' in answer.body
    assert desk.state() == before


def test_a_correction_that_changes_nothing_is_none(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    before = desk.state()
    answer = walk.grant()
    assert answer.status == 422
    assert "Belum ada data yang diubah" in answer.body
    assert desk.state() == before


def test_a_crash_between_the_correction_and_the_decision_leaves_the_request_open(
    desk: Desk,
) -> None:
    walk = Correction(desk).to("asked")
    save, saved = desk.world.cases.save, []

    def taken_and_corrected_only(*given: object) -> object:
        saved.append(given)
        if len(saved) > 2:
            raise RuntimeError
        return save(*given)

    desk.world.cases.save = taken_and_corrected_only
    assert walk.grant(**RIGHT).status == 500
    desk.world.cases.save = save
    assert walk.about.answers["nama-usaha"] == "CV Contoh Makmur"
    assert walk.request.here
    assert walk.grant(**RIGHT).status == 303
    kinds = [e.kind for e in desk.world.cases.history(walk.number)]
    assert kinds.count("corrected") == 1


def test_what_was_refused_is_erased_within_the_hour(desk: Desk) -> None:
    walk = Erasure(desk).to("met")
    assert walk.request.closed.end == "selesai"
    desk.retire(hours=2)
    about = walk.about
    assert about.erased
    assert not about.answers
    history = desk.world.cases.history(walk.number)
    assert first_break(walk.number, history, about.seq, about.head) is None
    assert history[-1].detail["ground"] == "permintaan"


@pytest.mark.parametrize(
    "walk", [TooEarly, type("Open", (Running,), {"asks": "hapus", "why": "x"})]
)
def test_what_must_be_kept_is_not_erased_and_the_reason_is_written_already(
    desk: Desk, walk: type[OwnData]
) -> None:
    asked = walk(desk).to("asked")
    page = asked.nanda.look()
    assert page["against"]
    assert page["against"] in Browser().get(asked.nanda.task).body
    task = asked.nanda.task
    assert program("POST", f"{task}/data-pribadi", {"outcome": "dipenuhi"}).status == 409
    assert asked.about.doomed is None
    assert asked.request.here


def test_what_is_held_back_is_not_erased(desk: Desk) -> None:
    walk = Erasure(desk).to("closed")
    walk.siti.at(f"{walk.siti.file}/penahanan", {"act": "tahan", "reason": "Gugatan."})
    walk.then("asked", "asked")
    page = walk.nanda.look()
    assert "ditahan" in page["against"]
    assert "Gugatan" not in page["against"]
    task = walk.nanda.task
    assert program("POST", f"{task}/data-pribadi", {"outcome": "dipenuhi"}).status == 409


def test_a_refusal_needs_a_reason_is_read_first_and_names_the_way_to_complain(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    before = desk.state()
    assert walk.nanda.do({"outcome": "ditolak", "message": ""}).status == 422
    shown = walk.nanda.do({"outcome": "ditolak", "message": NO["message"]})
    assert shown.status == 200
    assert desk.state() == before
    assert walk.nanda.do(NO).status == 303
    letter = desk.mails(WULAN)[-1]
    assert letter.subject in shown.body
    for words in (NO["message"], "lembaga pelindungan data pribadi", "/p/"):
        assert words in letter.text, words
    assert walk.request.closed.end == "ditolak"
    assert walk.applicant.look()["copied_until"] is None


def test_nobody_answers_a_request_about_their_own(desk: Desk) -> None:
    walk = Batang(desk)
    walk.applicant.address = NANDA.email
    walk.to("closed")
    number, mine = desk.case().id, desk.link(NANDA.email, "p")
    assert Browser().submit(f"{mine}/data-pribadi", {"permintaan": "akses"}).status == 303
    desk.settle()
    (request,) = desk.world.cases.snapshots.keys() - {number}
    task = seat("batang", NANDA.id, f"/tugas/{request}.1/data-pribadi")
    assert program("GET", task).status == 403
    assert program("POST", task, {"outcome": "dipenuhi"}).status == 403


def test_an_officer_of_the_service_has_no_part_in_it(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    task = f"/tugas/{walk.request.id}.1"
    assert program("GET", seat("batang", SITI.id, task)).status == 403
    assert program("GET", seat("melawi", "vera", task)).status == 404


def test_a_request_that_is_late_is_told_to_those_above(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    desk.later(hours=73)
    desk.sweep()
    late = [e for e in desk.world.cases.history(walk.request.id) if e.kind == "deviated"]
    assert [e.detail["what"] for e in late] == ["late"]
