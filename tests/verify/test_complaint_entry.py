"""An officer writes down a complaint that came by word of mouth, telephone, box or letter."""

from datetime import timedelta

import pytest

from infra.demo.papers import png
from tests.desk.browser import Browser, program
from tests.desk.hearing import STORY, WHO, Heard, Listener
from tests.desk.office import BUDI, SITI, STAFF, Desk


@pytest.fixture
def siti(desk: Desk) -> Listener:
    return Listener(desk, SITI.email)


def test_it_goes_to_whoever_hears_complaints_and_says_who_wrote_it_down(
    desk: Desk, siti: Listener
) -> None:
    assert siti.hear(channel="tatap-muka").status == 303
    case = desk.case()
    assert (case.channel, case.entered.by, case.here.id) == ("tatap-muka", "siti", "telaah")
    facts = Heard(desk).yuni.look()["dossier"]["hearing"]
    assert (facts["channel"], facts["entered"]) == ("Tatap muka", "Siti Rahmawati")
    assert desk.mails(STAFF["yuni"].email, "Tugas menunggu")


def test_whoever_hears_complaints_may_enter_one_and_still_opens_no_application(desk: Desk) -> None:
    yuni = Heard(desk).yuni
    assert yuni.hear().status == 303
    assert program("GET", f"{yuni.seat}/loket").status == 403


def test_only_staff_with_a_role_enter_complaints(desk: Desk) -> None:
    assert program("GET", "/loket/pengaduan").status == 401


def test_what_came_earlier_is_timed_from_then_and_is_no_deviation(
    desk: Desk, siti: Listener
) -> None:
    siti.hear(channel="kotak", date="2026-03-06", time="10:00")
    case = desk.case()
    assert case.received < desk.now - timedelta(days=2)
    assert desk.history("deviated") == []
    (line,) = [line for line in program("GET", Heard(desk).yuni.file).view["history"]
               if line["what"].startswith("Laporan dibuka")]  # fmt: skip
    assert line["what"] == "Laporan dibuka: Kotak pengaduan"


@pytest.mark.parametrize(
    ("said", "field"),
    [({"channel": "web"}, "channel"), ({"channel": "merpati"}, "channel"),
     ({"uraian": ""}, "uraian"), ({"uraian": "x" * 30_000}, "uraian"),
     ({"terlapor": "semua"}, "terlapor"), ({"nama": ""}, "nama"),
     ({"surel": "", "telepon": ""}, "surel"), ({"date": "2026-03-06"}, "time"),
     ({"date": "2027-03-06", "time": "10:00"}, "date"), ({"unheard-of": "x"}, "unheard-of")],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_the_field_and_opens_nothing(
    desk: Desk, siti: Listener, said: dict[str, str], field: str
) -> None:
    answer = program("POST", siti.entry, {"channel": "telepon", **STORY, **said})
    assert answer.status == 422
    assert field in answer.view["problems"]
    assert not desk.world.cases.snapshots


def test_of_somebody_without_identity_nothing_is_kept(desk: Desk, siti: Listener) -> None:
    siti.hear(identitas="anonim")
    told = desk.state()
    assert desk.case().email == ""
    assert not any(secret in told for secret in WHO.values())


def test_the_same_click_opens_one_complaint(desk: Desk, siti: Listener) -> None:
    """G2."""
    said = {"channel": "telepon", **STORY, "nonce": "once"}
    first, again = (program("POST", siti.entry, said) for _ in range(2))
    assert first.view == again.view
    desk.case()
    other = program("POST", siti.entry, {**said, "perihal": "Lain"})
    assert other.status == 409


@pytest.mark.parametrize(
    "said", [{"nama-terlapor": "Bu Siti"}, {"surel": SITI.email}], ids=["about", "by"]
)
def test_nobody_writes_down_what_is_about_them_or_their_own(
    desk: Desk, siti: Listener, said: dict[str, str]
) -> None:
    """G15."""
    answer = siti.hear(**said)
    assert (answer.status, "petugas lain" in answer.body) == (403, True)
    assert not desk.world.cases.snapshots
    assert Listener(desk, BUDI.email).hear(**said).status == 303


def test_what_nobody_else_could_hear_is_said_beside_whom_it_is_about(
    desk: Desk, siti: Listener
) -> None:
    answer = siti.hear(**{"nama-terlapor": "Yuni dan Wahyu"})
    assert (answer.status, "Ombudsman RI" in answer.error("nama-terlapor")) == (422, True)
    assert not desk.world.cases.snapshots


def test_the_receipt_has_number_and_secret_and_what_comes_next(desk: Desk, siti: Listener) -> None:
    answer = siti.hear()
    page = Browser().get(f"{siti.seat}{answer.location}")
    told = program("GET", f"{siti.seat}{answer.location}").view
    assert told["number"] == desk.case().id
    assert told["secret"] in page.body
    assert "Pejabat Pengelolaan Pengaduan" in page.body
    (mail,) = desk.mails(WHO["surel"], "sudah kami terima")
    assert told["secret"] in mail.text
    assert told["secret"] not in mail.subject


def test_the_printed_receipt_names_nobody(desk: Desk, siti: Listener) -> None:
    place = f"{siti.seat}{siti.hear().location}"
    secret = program("GET", place).view["secret"]
    assert program("GET", f"{place}/tanda-terima").status == 200
    printed = repr(desk.world.press.papers[-1])
    assert secret in printed
    for said in (*WHO.values(), STORY["perihal"]):
        assert said not in printed


def test_the_secret_is_for_whoever_wrote_it_down_and_for_that_day(
    desk: Desk, siti: Listener
) -> None:
    place = siti.hear().location
    for page in ("", "/tanda-terima", "/dokumen"):
        assert program("GET", f"{siti.seat}{place}{page}").status == 200
        for other in (Heard(desk).yuni, Heard(desk).chief, Listener(desk, BUDI.email)):
            assert program("GET", f"{other.seat}{place}{page}").status == 404
    desk.later(days=1)
    assert program("GET", f"{siti.seat}{place}").status == 404


def test_the_secret_is_shown_and_printed_for_half_an_hour_after_it_was_written_down(
    desk: Desk, siti: Listener
) -> None:
    place = f"{siti.seat}{siti.hear(channel='kotak', date='2026-03-06', time='10:00').location}"
    secret = program("GET", place).view["secret"]
    assert secret in Browser().get(place).body
    desk.later(minutes=30)
    late = Browser().get(place).body
    assert desk.case().id in late
    assert "tidak ditampilkan lagi" in late
    assert secret not in late + program("GET", place).body
    assert program("GET", f"{place}/tanda-terima").status == 409
    assert program("GET", f"{place}/dokumen").status == 200


def test_the_counter_knows_no_complaint(desk: Desk, siti: Listener) -> None:
    siti.hear()
    for page in ("", "/tanda-terima", "/kirim"):
        assert program("GET", f"{siti.seat}/loket/{desk.case().id}{page}").status == 404


def test_what_was_brought_along_is_uploaded_and_seen_at_the_task(desk: Desk) -> None:
    heard = Heard(desk).to("attached")
    (paper,) = heard.yuni.look()["dossier"]["papers"]
    assert (paper["name"], paper["href"].endswith("/dokumen/lampiran")) == ("Lampiran", True)
    assert program("POST", f"{heard.yuni.task}/dokumen/lampiran", {}).status == 200


def test_a_file_that_was_brought_is_replaced_in_its_place_by_whoever_wrote_it_down(
    desk: Desk,
) -> None:
    heard = Heard(desk).to("attached")
    place = f"/loket/pengaduan/{desk.case().id}/dokumen"
    (scan,) = program("GET", f"{heard.listener.seat}{place}").view["scans"]
    desk.arrive(scan["more"]["fields"]["key"], png())
    first, second = desk.hashes("lampiran")
    page = program("GET", f"{heard.listener.seat}{place}/lampiran/1/ganti").view
    desk.arrive(page["form"]["fields"]["key"], png())
    anew = desk.hashes("lampiran")
    assert (anew[0] != first, anew[1:]) == (True, [second])
    assert page["file"]["look"] == ""
    assert program("GET", f"{heard.yuni.seat}{place}/lampiran/1/ganti").status == 404
