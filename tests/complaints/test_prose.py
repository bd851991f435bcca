"""What somebody newly says in a mail."""

import pytest

from functions.complaints.prose import newly_said, shortened

OLD = "> Sudah kami jawab.\n>\n> Salam"


@pytest.mark.parametrize(
    "below",
    [
        OLD,
        f"Pada Sen, 2 Mar 2026 pukul 10.00 Loket <loket@x.test> menulis:\n\n{OLD}",
        f"On Mon, 2 Mar 2026 at 10:00, Loket wrote:\n{OLD}",
        "-----Original Message-----\nFrom: Loket\n\nSudah kami jawab.",
        "----- Pesan Asli -----\nDari: Loket",
        "-- \nRahma\nJalan Kecil 1",
        f"-- \nRahma\n\n{OLD}",
    ],
)
def test_signature_and_quoted_mail_are_left_out(below: str) -> None:
    assert newly_said(f"Belum selesai.\n\n{below}") == "Belum selesai."


@pytest.mark.parametrize(
    "text",
    [
        "> Sudah kami jawab.\n\nBelum.",
        "On my side nothing was solved, as I wrote:\nNothing.",
        "Menurut petugas:\n---\nbelum ada",
        OLD,
        "",
    ],
)
def test_what_is_not_plainly_a_quote_at_the_end_stays(text: str) -> None:
    assert newly_said(text) == text


def test_what_is_shortened_says_so() -> None:
    assert shortened("pendek", 10, "[...]") == "pendek"
    assert shortened("panjang sekali ini", 14, "[...]") == "panjang\n\n[...]"
