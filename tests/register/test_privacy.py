"""Each office's privacy notice, and who is led there."""

import pytest

from functions.offices import all_offices
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.people import COMPANY
from tests.desk.walks import Melawi

NAME = COMPANY["usaha"]["nama-usaha"]


def test_the_notice_says_for_each_service_what_for_who_sees_it_and_how_long(desk: Desk) -> None:
    page = Browser().get("/privasi/kemenperin").body
    for words in ("Pengendali data", "Pejabat Pelindungan Data Pribadi", "3x24 jam", "Jakarta",
                  "3653 hari", "NIP", "Undang-Undang Nomor 27 Tahun 2022"):  # fmt: skip
        assert words in page, words
    assert "/privasi/melawi" in Browser().get("/privasi").body
    assert Browser().get("/privasi/nowhere").status == 404


def test_whoever_registers_or_sends_is_led_to_the_notice(desk: Desk) -> None:
    walk = Melawi(desk).to("filled")
    for path in (f"/daftar/{walk.sop}", f"{walk.applicant.link}/kirim"):
        assert 'href="/privasi/melawi"' in Browser().get(path).body


@pytest.mark.parametrize("office", sorted(all_offices()))
def test_the_notice_says_nothing_twice_and_leaves_nothing_empty(desk: Desk, office: str) -> None:
    for service in program("GET", f"/privasi/{office}").view["services"]:
        for said in (service["data"], service["readers"]):
            assert len({word.lower() for word in said}) == len(said), said
        assert not {"pimpinan", "pimpinan kantor"} <= {who.lower() for who in service["readers"]}
        assert service["basis"], service["service"]


def test_the_notice_names_what_is_known_besides_the_form_and_where_to_complain(desk: Desk) -> None:
    page = Browser().get("/privasi/babel").body
    for words in ("buku tamu", "tangkapan layar", "kuasa", "survei kepuasan",
                  "Bukan pemohon?", 'href="/pengaduan/babel"'):  # fmt: skip
        assert words in page.partition("<main")[2].partition("<footer")[0], words
