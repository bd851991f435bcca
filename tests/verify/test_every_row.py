"""Each SOP from the address to its end, in every variant: every row of the paper happens."""

import pytest

from functions.core.history import first_break
from functions.sops import current
from tests.desk.office import Desk
from tests.desk.samples import ALONE, BUREAU, FIRM, PROXY
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Babel, Kemenperin, Melawi

VARIANTS = {"a company": FIRM, "a sole trader": ALONE, "a proxy": PROXY}


def _is_whole(walk: Walk) -> bool:
    """The paper's numbers, each done, in the timeline and in the history."""
    rows = [row.no for row in current(walk.sop).rows]
    happened = {no for event in walk.desk.history() for no in event.rows}
    return walk.applicant.rows == dict.fromkeys(rows, "done") and happened == set(rows)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.office)
def test_every_row_of_the_paper_happens(desk: Desk, walk: type[Walk]) -> None:
    there = walk(desk).to("closed")
    assert _is_whole(there)
    assert desk.case().closed.end == "selesai"


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.office)
def test_the_history_of_a_whole_walk_is_an_unbroken_chain(desk: Desk, walk: type[Walk]) -> None:
    """G10."""
    walk(desk).to("closed")
    case = desk.case()
    assert first_break(case.id, desk.history(), case.seq, case.head) is None


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.office)
def test_a_walk_without_delay_deviates_in_nothing_but_its_pause(
    desk: Desk, walk: type[Walk]
) -> None:
    """G9."""
    walk(desk).to("closed")
    found = {event.detail["what"] for event in desk.history("deviated")}
    assert found == ({"paused"} if walk is Babel else set())


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_of_a_vendor_comes_to_its_end(desk: Desk, variant: str) -> None:
    walk = Melawi(desk, VARIANTS[variant]).to("closed")
    assert _is_whole(walk)
    needed = {r.id for r in current(walk.sop).required(walk.desk.case().answers)}
    assert ("npwp-pemilik" in needed) == (variant == "a sole trader")
    assert ("surat-kuasa" in needed) == (variant == "a proxy")


def test_a_statement_signed_on_paper_ends_the_case_too(desk: Desk) -> None:
    walk = Melawi(desk).to("uploaded")
    walk.applicant.do("/pernyataan", {"way": "unggah"})
    assert _is_whole(walk)


def test_a_statement_that_nobody_signed_is_a_row_skipped(desk: Desk) -> None:
    """G9: the officer closes it, with a reason."""
    walk = Melawi(desk).to("signing")
    lidia = walk.officer("verifikator")
    lidia.at(f"{lidia.queued}/tindak-lanjut", {"reason": "Tidak menjawab."})
    assert walk.applicant.rows[7] == "skipped"
    assert desk.case().closed.end == "selesai"


@pytest.mark.parametrize(
    ("walk", "stage", "role"),
    [(Melawi, "receiving", "helpdesk"), (Melawi, "verifying", "verifikator"),
     (Babel, "receiving", "verifikator"), (Kemenperin, "receiving", "tim-pengelola")],
)  # fmt: skip
def test_a_rejection_ends_it_and_says_why(
    desk: Desk, walk: type[Walk], stage: str, role: str
) -> None:
    there = walk(desk).to(stage)
    there.officer(role).find("ditolak", {"message": "Bukan pengguna LPSE kami."})
    assert desk.case().closed.end == "ditolak"
    (mail,) = desk.mails(there.applicant.address, "tidak dapat disetujui")
    assert "Bukan pengguna LPSE kami." in mail.text


@pytest.mark.parametrize(("walk", "role"), [(Melawi, "verifikator"), (Babel, "admin-lpse")])
def test_an_account_that_is_refused_ends_the_case(desk: Desk, walk: type[Walk], role: str) -> None:
    there = walk(desk).to("approving")
    there.officer(role).do(
        {"outcome": "ditolak", "message": "Data tidak cocok.", "confirmed": "ya"}
    )
    assert desk.case().closed.end == "ditolak"
    assert desk.case().accounts == {}


def test_a_letter_for_one_person_needs_no_more(desk: Desk) -> None:
    class Single(Kemenperin):
        people = 1

    walk = Single(desk).to("receiving")
    walk.team.find("lengkap")
    made = {"outcome": "disetujui", "user_id.h1": "ANDI", "password.h1": "Rahasia-Awal-77"}
    walk.team.do(made)
    walk.then("correcting", "closed")
    assert _is_whole(walk)


def test_who_was_left_out_again_gets_no_account_and_needs_no_papers(desk: Desk) -> None:
    walk = Kemenperin(desk).to("filled")
    walk.applicant.do("/pemegang", {"act": "hapus", "holder": "h2"})
    walk.applicant.submit()
    assert desk.case().holders == ("h1", "h3")
    assert not [name for name in desk.case().answers if name.endswith(".h2")]
    walk.then("at the centre", "receiving")
    walk.team.find("lengkap")
    assert [w["suffix"] for w in walk.team.look()["wanted"]] == [".h1", ".h3"]


def test_each_holder_needs_the_decree_of_their_own_role(desk: Desk) -> None:
    Kemenperin(desk).to("at the unit")
    assert BUREAU["peran.h2"] == "pejabat-pengadaan"
    assert {"sk-ppk.h1", "sk-pejabat-pengadaan.h2", "sk-ppk.h3"} <= set(desk.case().documents)
    assert "sk-ppk.h2" not in desk.case().documents
