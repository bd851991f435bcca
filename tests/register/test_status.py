"""Where a case stands, by its number and secret; one answer for all that do not fit (G16)."""

import json

import pytest

from functions.core.following import NO_SUCH
from functions.register.room import secret_of
from tests.desk.browser import JSON, Browser, ask, program
from tests.desk.office import Desk
from tests.desk.people import TRADER, WULAN, Vendor

NOWHERE = "BTG-2222-2222"


@pytest.fixture
def number(desk: Desk) -> str:
    Vendor(desk).apply()
    return str(desk.case().id)


def test_number_and_secret_of_the_mail_open_the_status(desk: Desk, number: str) -> None:
    text = desk.mails(WULAN, "kami terima")[0].text
    secret = text.split("Kode rahasia untuk cek status: ")[1].split()[0]
    answer = Browser().submit("/status", {"number": number, "secret": secret})
    assert answer.status == 200
    assert number in answer.body
    assert "Sedang diproses" in answer.body


def test_the_status_is_no_place_for_personal_data(number: str) -> None:
    command = {"number": number, "secret": secret_of(number)}
    answer = program("POST", "/status", command)
    for private in (WULAN, *TRADER["penanggung-jawab"].values(), TRADER["pajak"]["npwp"], "/p/"):
        assert private not in answer.body


@pytest.mark.parametrize("typed", ["{n}", " {n} ", "{lower}", "{spaced}", "{bare}"])
def test_number_and_secret_may_be_typed_carelessly(number: str, typed: str) -> None:
    ways = {"n": number, "lower": number.lower(), "spaced": number.replace("-", " "),
            "bare": number.replace("-", "")}  # fmt: skip
    secret = secret_of(number)
    for said in (secret, secret.lower(), secret.replace("-", ""), f" {secret} "):
        command = {"number": typed.format(**ways), "secret": said}
        assert program("POST", "/status", command).status == 200


def test_whatever_does_not_fit_gets_one_and_the_same_answer(desk: Desk, number: str) -> None:
    """G16."""
    known = secret_of(number)
    tries = [(number, "AAAAA-AAAAA"), (NOWHERE, secret_of(NOWHERE)), (NOWHERE, known), ("", known),
             ("x", known), (number, ""), (number, "é"), (number[:-1] + "2", known),
             ("BTG-" + "2" * 500, known), ("٢" * 11, known), ("\x00", "\x00")]  # fmt: skip
    before, answers = desk.state(), set()
    for typed, secret in tries:
        answer = program("POST", "/status", {"number": typed, "secret": secret})
        answers.add((answer.status, answer.body))
        desk.later(minutes=15)
    ((status, body),) = answers
    assert status == 422
    assert NO_SUCH in body
    assert desk.state() == before


def test_after_ten_wrong_guesses_an_address_waits_and_others_do_not(number: str) -> None:
    """G16: also with the right secret, or the eleventh guess would tell."""
    right = {"number": number, "secret": secret_of(number)}
    for guess in range(10):
        wrong = {"number": number, "secret": f"AAAAA-{guess:05}"}
        assert program("POST", "/status", wrong).status == 422
    refused = program("POST", "/status", right)
    assert refused.status == 429
    assert int(refused.headers["retry-after"]) <= 15 * 60
    body, headers = json.dumps(right), {**JSON}
    assert ask("POST", "/status", body, headers, address="198.51.100.9").status == 200


def test_who_is_right_may_look_as_often_as_they_like(number: str) -> None:
    right = {"number": number, "secret": secret_of(number)}
    assert {program("POST", "/status", right).status for _ in range(12)} == {200}


def test_the_message_stands_beside_the_number(number: str) -> None:
    answer = Browser().submit("/status", {"number": number, "secret": "salah"})
    assert NO_SUCH in answer.error("number")
