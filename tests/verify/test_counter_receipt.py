"""The visitor's tanda terima: what came in, what still lacks, and what happens next."""

from functions.core.number import status_secret
from functions.core.paper import Code, Facts, Grid, Paper, Words
from tests.desk.browser import SITE, Answer, ask, program
from tests.desk.counter import AtCounter, Delegation, FaceToFace, Visitor
from tests.desk.office import Desk


def _asked(walk: AtCounter) -> Answer:
    return ask("GET", f"{walk.clerk.page}/tanda-terima")


def _printed(desk: Desk, walk: AtCounter) -> Paper:
    assert _asked(walk).status == 200
    paper: Paper = desk.world.press.papers[-1]
    return paper


def _facts(paper: Paper) -> dict[str, str]:
    return {k: v for block in paper.blocks if isinstance(block, Facts) for k, v in block.rows}


def _documents(paper: Paper) -> dict[str, str]:
    return {k: v for block in paper.blocks if isinstance(block, Grid) for k, v in block.rows}


def _said(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Words))


def test_before_it_is_sent_there_is_none(desk: Desk) -> None:
    assert _asked(FaceToFace(desk).to("filled")).status == 409


def test_it_is_a_small_sheet_that_says_who_received_what_of_whom_and_when(desk: Desk) -> None:
    walk = FaceToFace(desk).to("checking")
    paper, number = _printed(desk, walk), desk.case().id
    assert (paper.size, paper.title) == ("A5", "Tanda terima")
    assert _facts(paper) == {
        "Nomor permohonan": number,
        "Kode rahasia": status_secret(desk.world.fingerprints, number),
        "Layanan": "Akun SPSE untuk pelaku usaha",
        "Pelaku Usaha": "CV Contoh Sejahtera 0926",
        "Diserahkan oleh": "Dewi Lestari",
        "Diterima": "Senin, 9 Maret 2026 pukul 09.00 WIB",
        "Petugas": "Budi Santoso",
    }


def test_the_code_leads_to_the_status(desk: Desk) -> None:
    paper = _printed(desk, FaceToFace(desk).to("checking"))
    (code,) = (block for block in paper.blocks if isinstance(block, Code))
    assert code.address == f"{SITE}/status"
    assert ask("GET", code.address).status == 200


def test_it_says_that_nothing_is_to_be_paid(desk: Desk) -> None:
    assert "tidak dipungut biaya" in _said(_printed(desk, FaceToFace(desk).to("checking")))


def test_of_each_document_it_says_whether_its_original_was_seen(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    walk.clerk.send(**{"asli.npwp-perusahaan": ""})
    assert list(_documents(_printed(desk, walk)).values()) == ["Asli sudah dilihat", "Belum ada"]


def test_scans_are_received(desk: Desk) -> None:
    paper = _printed(desk, Delegation(desk).to("at the unit"))
    assert set(_documents(paper).values()) == {"Hasil pindai diterima"}


def test_it_says_what_happens_next_and_by_when(desk: Desk) -> None:
    walk = Visitor(desk).to("receiving")
    said = _said(_printed(desk, walk))
    assert "Pemeriksaan kelengkapan berkas oleh Helpdesk" in said
    assert "paling lambat Selasa, 10 Maret 2026" in said


def test_who_brought_everything_is_not_asked_to_come(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    come = "Datanglah ke kantor kami"
    walk.clerk.send(copies="")
    assert come in _said(_printed(desk, walk))
    walk.siti.find("sesuai")
    assert come not in _said(_printed(desk, walk))


def test_a_form_on_paper_has_both_times(desk: Desk) -> None:
    walk = FaceToFace(desk)
    walk.clerk.open(walk.sop, date="2026-03-06", time="14:30")
    walk.type()
    walk.send()
    facts = _facts(_printed(desk, walk))
    assert facts["Diterima"] == "Jumat, 6 Maret 2026 pukul 14.30 WIB"
    assert facts["Dicatat"] == "Senin, 9 Maret 2026 pukul 09.00 WIB"


def test_it_may_be_printed_again_at_any_time(desk: Desk) -> None:
    """G5: printing changes nothing."""
    walk = FaceToFace(desk).to("closed")
    before = desk.state()
    assert _asked(walk).status == 200
    assert desk.state() == before
    assert program("GET", walk.clerk.page).view["sent"]
