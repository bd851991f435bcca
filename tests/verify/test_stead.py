"""What is done in another's stead says in whose."""

from infra.demo.papers import PDF
from tests.desk.browser import ask, program
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer as Clerk
from tests.desk.walks import Babel, Kemenperin
from tests.verify.leave import RATNA, WEEK, lend

BUREAU = "Kepala Biro Pengadaan Barang/Jasa"


def test_a_disposition_names_in_whose_stead_it_was_made(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    lend(desk)
    task = f"tugas/{desk.case().id}.{desk.case().here.round}"
    ratna = Clerk(desk, RATNA.email)
    assert ratna.at(f"babel/ratna@/{task}", {"own": "Segera."}).status == 303
    assert desk.history("decided")[-1].detail["as"] == "Plh. kepala-biro"
    seen = walk.officer("kepala-bagian").look()["dossier"]
    assert seen["dispositions"][0]["who"] == f"a.n. {BUREAU}, Plh. {RATNA.name}"
    assert any(row["who"] == f"Plh. {BUREAU}" for row in seen["timeline"])
    ask("GET", f"{walk.officer('kepala-bagian').task}/disposisi/pdf")
    assert f"a.n. {BUREAU}\\nPlh. {RATNA.name}" in desk.world.press.papers[-1].model_dump_json()


def test_a_letter_is_signed_on_behalf_of_whose_post_it_is(desk: Desk) -> None:
    walk = Kemenperin(desk).to("signing")
    week = {**WEEK, "officer": "retno", "role": {"kepala-ukpbj": "ya"}}
    program("POST", "kemenperin/arif@/staf/orang/bambang/penggantian", week)
    desk.sign_in("kemenperin", "retno")
    task = f"kemenperin/retno@/tugas/{desk.case().id}.{desk.case().here.round}"
    ask("GET", f"{task}/surat/pdf")
    shown = desk.world.press.papers[-1].blocks[-1]
    name = f"Plh. {STAFF['retno'].name}"
    assert (shown.capacity, shown.name) == ("a.n. Kepala UKPBJ,", name)
    desk.arrive(program("GET", task).view["form"]["fields"]["key"], PDF)
    seen = program("GET", task).view["sha256"]
    said = {"outcome": "ditandatangani", "sha256": seen}
    assert program("POST", f"{task}/tanda-tangan", said).status == 200
    desk.settle()
    assert desk.case().notification.stead == name
    ask("GET", f"{walk.team.task}/surat/pdf")
    assert desk.world.press.papers[-1].blocks[-1].name == name


def test_a_wording_keeps_in_whose_stead_it_was_written(desk: Desk) -> None:
    Kemenperin(desk).to("correcting")
    week = {**WEEK, "officer": "retno", "role": {"kepala-lpse": "ya"}}
    program("POST", "kemenperin/arif@/staf/orang/dian/penggantian", week)
    desk.sign_in("kemenperin", "retno")
    task = f"kemenperin/retno@/tugas/{desk.case().id}.{desk.case().here.round}"
    said = {"outcome": "dikoreksi", "text": "Surat yang dikoreksi."}
    assert program("POST", f"{task}/konsep", said).status == 200
    assert desk.case().notification.versions[-1].style == "Plh."
