"""What somebody newly says in a mail."""

import pytest

from functions.complaints.prose import newly_said, shortened, unsaid

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
        "________________________________\nSudah kami jawab.",
        "From: Loket <loket@x.test>\nSent: Monday\n\nSudah kami jawab.",
        "*Dari:* Loket\n*Dikirim:* Senin\n\nSudah kami jawab.",
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
        "",
    ],
)
def test_what_is_not_plainly_a_quote_at_the_end_stays(text: str) -> None:
    assert newly_said(text) == text


def test_of_a_mail_that_says_nothing_new_nothing_is_left() -> None:
    assert newly_said(OLD) == ""


def test_what_must_not_be_said_is_left_out_however_it_is_written() -> None:
    assert unsaid("Kode ABCDE-FGHIJ.", ["ABCDE-FGHIJ"]) == "Kode ···."
    assert unsaid("kode abcdefghij\n", ["ABCDE-FGHIJ"]) == "kode ···\n"
    assert unsaid("Ani dan Anita", ["Ani", ""]) == "··· dan Anita"


def test_what_is_shortened_says_so() -> None:
    assert shortened("pendek", 10, "[...]") == "pendek"
    assert shortened("panjang sekali ini", 14, "[...]") == "panjang\n\n[...]"
