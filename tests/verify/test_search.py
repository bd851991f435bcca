"""A case found again by number, name or NPWP: posted, in the own office, by keyed hashes alone."""

from dataclasses import replace
from typing import Any

import pytest

from functions.core.search import NOTHING
from tests.desk.browser import Browser, program, seat
from tests.desk.hearing import WHO, Heard
from tests.desk.mailman import tell
from tests.desk.office import SITI, Desk
from tests.desk.people import TRADER, WULAN, Vendor
from tests.desk.samples import COMPANY, FIRM, NIP
from tests.desk.stages import reach
from tests.desk.walks import Batang, Kemenperin, Melawi

SEARCH = seat("batang", "siti", "/antrean/cari")
NPWP = COMPANY["pajak"]["npwp"]


def _search(what: str, path: str = SEARCH) -> dict[str, Any]:
    answer = program("POST", path, {"what": what})
    assert answer.status == 200
    return answer.view


def _found(what: str, path: str = SEARCH) -> list[str]:
    return [line["number"] for line in _search(what, path)["found"]]


@pytest.mark.parametrize(
    "what",
    ["CV Contoh Sejahtera 0926", "sejahtera", "CONTOH sejahterá", "0926 contoh", NPWP, NPWP[-4:],
     NPWP[-6:], "12.292.302.2-503.000"],
)  # fmt: skip
def test_a_case_is_found_by_words_of_its_name_and_by_its_npwp(desk: Desk, what: str) -> None:
    reach(desk, "scheduling")
    assert _found(what) == [desk.case().id]


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_case_is_found_by_its_number_however_it_is_typed(desk: Desk, typed: str) -> None:
    reach(desk, "registered")
    number = desk.case().id
    what = typed.format(number, number.lower(), number.replace("-", " "))
    assert _found(what) == [number]


@pytest.mark.parametrize(
    "what",
    [
        "contoh makmur",
        "sejah",
        "sejahtera jaya",
        "3001",
        "503001",
        "BTG-2222-2222",
        f"x{WULAN}",
        "Dewi",
    ],
)
def test_all_words_must_be_there_and_each_whole(desk: Desk, what: str) -> None:
    reach(desk, "scheduling")
    assert _found(what) == []


def test_a_line_says_what_it_is_and_who_holds_it(desk: Desk) -> None:
    _, siti = reach(desk, "checking")
    siti.at(f"{siti.task}/pelaksana", {"act": "ambil"})
    (line,) = _search("sejahtera")["found"]
    assert line == {
        "number": desk.case().id,
        "href": f"/berkas/{desk.case().id}",
        "name": "CV Contoh Sejahtera 0926",
        "service": "Akun SPSE untuk pelaku usaha",
        "state": "Sedang diproses",
        "tone": "info",
        "turn": "Verifikator LPSE, Siti Rahmawati",
    }


def test_a_closed_case_is_still_found(desk: Desk) -> None:
    reach(desk, "closed")
    (line,) = _search("sejahtera")["found"]
    assert (line["state"], line["turn"]) == ("Selesai", "")


def test_what_was_mended_is_found_as_it_is_now(desk: Desk) -> None:
    vendor, _ = reach(desk, "mending")
    assert _found(NPWP[-4:]) == [desk.case().id]
    vendor.send_scans()
    vendor.do("/data/pajak", {**COMPANY["pajak"], "npwp": TRADER["pajak"]["npwp"]})
    vendor.do("/perbaikan", {"done": "ya"})
    assert _found("763972502503000") == [desk.case().id]
    assert _found(NPWP) == []


def test_what_was_not_sent_yet_is_found_by_number_and_mailbox_alone(desk: Desk) -> None:
    reach(desk, "filled")
    assert _found("sejahtera") == []
    assert _found(desk.case().id) == _found(WULAN.upper()) == [desk.case().id]


def test_a_case_is_found_by_the_numbers_of_the_people_in_it(desk: Desk) -> None:
    reach(desk, "scheduling")
    assert _found(COMPANY["penanggung-jawab"]["nik"]) == [desk.case().id]


def test_a_civil_servants_case_is_found_by_their_nip(desk: Desk) -> None:
    walk = Kemenperin(desk).to("receiving")
    place = f"{walk.officer('tim-pengelola').queue}/cari"
    assert _found(NIP[1], place) == [desk.case().id]


def test_what_goes_to_another_mailbox_is_found_by_that(desk: Desk) -> None:
    walk = Batang(desk).to("mending")
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    walk.siti.at(f"{walk.siti.file}/telepon", {"outcome": "alamat-baru", "email": "a@baru.co.id"})
    assert _found("a@baru.co.id") == [desk.case().id]
    assert _found(WULAN) == []


def test_a_complaint_is_not_found_by_who_complains(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    place = f"{heard.yuni.seat}/antrean/cari"
    assert _found(WHO["surel"], place) == []
    assert _found("antrean", place) == [desk.case().id]


def test_another_offices_cases_are_not_found(desk: Desk) -> None:
    """G16."""
    Melawi(desk, {**FIRM, "npwp": NPWP}).to("visiting")
    for what in ("melawi", NPWP, NPWP[-4:], desk.case().id):
        assert _found(what) == []
    lidia = seat("melawi", "lidia", "/antrean/cari")
    assert _found("melawi", lidia) == _found(NPWP[-4:], lidia) == [desk.case().id]


def test_who_may_not_read_a_case_does_not_find_it(desk: Desk) -> None:
    reach(desk, "scheduling")
    desk.appoint(replace(SITI, email=WULAN))
    assert _found("sejahtera") == []
    desk.appoint(replace(SITI, roles=("pengelola-staf",)))
    assert _found("sejahtera") == []


def test_at_most_twenty_are_shown_and_it_is_said_that_there_are_more(desk: Desk) -> None:
    for n in range(21):
        Vendor(desk, f"usaha{n}@maju.co.id", TRADER).apply()
    view = _search("warung")
    assert (len(view["found"]), view["more"]) == (20, True)
    page = Browser().submit(SEARCH, {"what": "warung"})
    assert "Masih ada yang lain" in page.body


def test_a_case_that_the_officer_may_not_read_takes_nobodys_place(desk: Desk) -> None:
    for n in range(21):
        Vendor(desk, f"usaha{n}@maju.co.id", TRADER).apply()
    desk.appoint(replace(SITI, email="usaha0@maju.co.id"))
    view = _search("warung")
    assert (len(view["found"]), view["more"]) == (20, False)


def test_nothing_found_is_said_in_words(desk: Desk) -> None:
    reach(desk, "scheduling")
    page = Browser().submit(SEARCH, {"what": "makmur"})
    assert "Tidak ada berkas di kantor ini yang cocok" in page.body
    assert 'value="makmur"' in page.body


@pytest.mark.parametrize("what", ["", "cv", "?"])
def test_what_cannot_be_looked_for_is_asked_again(desk: Desk, what: str) -> None:
    answer = Browser().submit(SEARCH, {"what": what})
    assert answer.status == 422
    assert NOTHING in answer.error("what")


def test_the_queue_leads_to_the_search_without_naming_anybody_in_an_address(desk: Desk) -> None:
    """G8."""
    reach(desk, "scheduling")
    answer = Browser().submit(seat("batang", "siti", "/antrean"), {"what": "sejahtera"})
    assert desk.case().id in answer.body
    assert answer.location == ""


def test_no_word_of_a_name_is_kept_but_as_a_keyed_hash(desk: Desk) -> None:
    """G8."""
    Batang(desk).to("scheduling")
    kinds = {kind for kind, _, _ in desk.world.cases.claims}
    assert {"nama-batang", "npwp-akhir-batang", "npwp-batang"} <= kinds
    assert "sejahtera" not in repr(desk.world.cases.claims).lower()
    assert NPWP[-4:] not in {value for _, value, _ in desk.world.cases.claims}
