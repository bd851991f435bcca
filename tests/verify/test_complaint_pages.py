"""A complaint on the officers' pages: its file, the queue, the month's report."""

from tests.desk.browser import Browser, program
from tests.desk.hearing import ANSWER, STORY, WHO, Heard
from tests.desk.office import BUDI, STAFF, Desk


def test_its_file_shows_how_it_came_how_grave_it_is_and_all_that_was_said(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    page = Browser().get(heard.yuni.file).body
    for words in ("Laporan", "Telepon atau WhatsApp", "Normatif, dijawab dalam 5 hari kerja",
                  STORY["uraian"], ANSWER, "Tetap tidak adil.", WHO["nama"]):  # fmt: skip
        assert words in page


def test_its_file_names_whom_it_is_about_to_those_who_may_read_it(desk: Desk) -> None:
    heard = Heard(desk)
    heard.listener.hear(**{"nama-terlapor": "Budi"})
    assert program("GET", heard.yuni.file).view["hearing"]["barred"] == [BUDI.name]


def test_an_officer_without_a_part_in_complaints_does_not_read_them(desk: Desk) -> None:
    heard = Heard(desk).to("answering")
    assert program("GET", heard.listener.file).status == 403
    found = program("POST", f"{heard.listener.queue}/cari", {"what": "antrean"}).view["found"]
    assert found == []


def test_every_letter_of_it_has_a_name_in_its_file(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    told = {letter["what"] for letter in program("GET", heard.yuni.file).view["letters"]}
    assert {"Tanda terima laporan", "Jawaban", "Keputusan atas keberatan", "Kabar pesan baru",
            "Kabar laporan selesai"} <= told  # fmt: skip


def test_its_history_speaks_of_a_complaint(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    told = [line["what"] for line in program("GET", heard.yuni.file).view["history"]]
    assert told[-1] == "Laporan dibuka: Telepon atau WhatsApp"
    assert told[0] == "Laporan ditutup: selesai"
    assert "Pesan ditulis: Penanganan dan jawaban" in told


def test_the_queue_names_its_matter_and_sifts_it(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    (line,) = program("GET", f"{heard.yuni.queue}?layanan=pengaduan-layanan").view["lines"]
    assert (line["name"], line["step"]) == (STORY["perihal"], "Penelaahan laporan")
    assert "/loket/pengaduan" in Browser().get(heard.yuni.queue).body


def test_the_months_report_has_complaints_as_a_service_among_others(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    page = f"{heard.yuni.seat}/laporan"
    (figures,) = program("GET", page).view["services"]
    assert (figures["opened"], figures["ended"]["selesai"]) == (1, 1)
    assert {step["id"] for step in figures["steps"]} >= {"telaah", "tangani", "keberatan"}
    body = Browser().get(page).body
    assert figures["service"] in body
    for kind in ("csv", "pdf"):
        assert program("GET", f"{page}/2026-03/{kind}").status == 200


def test_the_complainant_on_the_staff_does_not_handle_their_own(desk: Desk) -> None:
    """G15: for them there is no such case."""
    heard = Heard(desk)
    heard.listener.hear(surel=STAFF["yuni"].email)
    assert program("GET", heard.yuni.file).status == 404


def test_its_way_shows_what_happened_and_what_may_come_yet(desk: Desk) -> None:
    heard = Heard(desk).to("answering")
    rows = [row["no"] for row in program("GET", heard.yuni.file).view["timeline"]]
    assert rows == [1, 2, 4, 6, 7]
    heard.then("responding", "responding")
    heard.complainant.accept()
    rows = [row["no"] for row in program("GET", heard.yuni.file).view["timeline"]]
    assert rows == [1, 2, 4, 6]


def test_no_page_of_an_officer_calls_a_complaint_an_application(desk: Desk) -> None:
    heard = Heard(desk).to("answering")
    yuni, number = heard.yuni, desk.case().id
    for place in (yuni.file, f"{yuni.file}/penahanan", yuni.task, f"{yuni.task}/pelaksana",
                  f"{yuni.seat}/penyimpangan/catat/{number}"):  # fmt: skip
        page = yuni.browser.get(place)
        main = page.body.partition("<main")[2].lower()
        assert page.status == 200, place
        assert "permohonan <" not in main, place
        assert "riwayat permohonan" not in main, place
    queue = yuni.browser.get(yuni.queue).body
    assert ">Pemohon<" not in queue
    assert "Cari permohonan" not in queue


def test_the_forms_words_serve_the_complainant_and_the_officer_alike(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    view = program("GET", heard.yuni.file).view
    assert [group["title"] for group in view["groups"]] == ["Laporan", "Pelapor"]
    for words in [fact["label"] for group in view["groups"] for fact in group["facts"]]:
        assert "Anda" not in words


def test_an_officer_is_told_that_a_mail_is_entered_like_a_call(desk: Desk) -> None:
    page = Browser().get(Heard(desk).listener.entry).body
    assert "surat, atau surel" in page


def test_times_that_run_one_by_one_are_not_added_up_in_the_months_report(desk: Desk) -> None:
    """A complaint's time is that of its grade."""
    heard = Heard(desk).to("closed")
    page = f"{heard.yuni.seat}/laporan"
    (figures,) = program("GET", page).view["services"]
    assert figures["within"] == ""
    assert "Mutu baku: " not in Browser().get(page).body
