"""The sealed initial password: shown at most once, and nowhere else (G6)."""

from io import StringIO

import pytest

from functions.core.errors import Unavailable
from functions.core.facts import Actor
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, PASSWORD, Vendor, Verifier
from tests.desk.stages import addresses, follow_up_task, reach
from tests.desk.walks import Batang
from tests.fakes import MemoryCases

NIK = COMPANY["penanggung-jawab"]["nik"]


@pytest.fixture
def holder(desk: Desk) -> Vendor:
    """An applicant whose account was approved."""
    return reach(desk, "following")[0]


def _show(holder: Vendor, fact: str = NIK) -> Answer:
    return holder.do("/akun", {"fact": fact})


def test_the_right_fact_shows_it_once_and_never_again(desk: Desk, holder: Vendor) -> None:
    """G6."""
    form = holder.browser.form(f"{holder.link}/akun")
    assert PASSWORD in holder.browser.send(form, {"fact": NIK}).body
    again = holder.browser.send(form, {"fact": NIK})
    assert (again.status, PASSWORD in again.body) == (410, False)
    assert program("POST", f"{holder.link}/akun", {"fact": NIK}).status == 410
    assert desk.case().account.sealed == ""
    assert len(desk.history("password-shown")) == 1


def test_looking_at_the_page_does_not_show_it(desk: Desk, holder: Vendor) -> None:
    """G5: a mail scanner that follows links burns nothing."""
    for _ in range(5):
        assert PASSWORD not in holder.browser.get(f"{holder.link}/akun").body
    assert desk.case().account.sealed


def test_a_wrong_fact_is_counted_and_five_are_the_end(desk: Desk, holder: Vendor) -> None:
    for tried in range(1, 6):
        answer = program("POST", f"{holder.link}/akun", {"fact": "3325014505809999"})
        assert answer.status == 422
        assert f"Sisa percobaan: {5 - tried}." in answer.view["problems"]["fact"]
        assert desk.case().account.tries == tried
    locked = program("POST", f"{holder.link}/akun", {"fact": NIK})
    assert (locked.status, PASSWORD in locked.body) == (429, False)
    assert desk.case().account.sealed
    assert "Percobaan sudah habis" in holder.browser.get(f"{holder.link}/akun").body


def test_tries_at_the_same_time_are_five_at_most(desk: Desk, holder: Vendor) -> None:
    """Each was let in while four were left; the count is what decides."""
    link, attempts = f"{holder.link}/akun", iter(range(12))

    def together() -> None:
        if next(attempts, None) is not None:
            with desk.before_save(together):
                program("POST", link, {"fact": "3325014505809999"})

    together()
    assert desk.case().account.tries <= 5


def test_a_fact_that_is_no_nik_is_no_try(desk: Desk, holder: Vendor) -> None:
    answer = _show(holder, "123")
    assert "16 angka" in answer.error("fact")
    assert desk.case().account.tries == 0


def test_a_crash_between_opening_and_burning_loses_nothing(desk: Desk, holder: Vendor) -> None:
    """G6: decrypt first, then burn."""

    def crash(*_: object) -> None:
        raise Unavailable("killed")

    cases: MemoryCases = desk.world.cases
    cases.save = crash  # type: ignore[method-assign,assignment]
    answer = program("POST", f"{holder.link}/akun", {"fact": NIK})
    del cases.save
    assert (answer.status, PASSWORD in answer.body) == (503, False)
    assert PASSWORD in _show(holder).body


def test_without_the_key_nothing_is_burnt(desk: Desk, holder: Vendor) -> None:
    with desk.down("seals"):
        assert program("POST", f"{holder.link}/akun", {"fact": NIK}).status == 503
    assert PASSWORD in _show(holder).body


def test_of_two_who_open_it_at_once_one_sees_it(desk: Desk, holder: Vendor) -> None:
    """G6."""
    seen: list[Answer] = []
    link = f"{holder.link}/akun"
    with desk.before_save(lambda: seen.append(program("POST", link, {"fact": NIK}))):
        seen.append(program("POST", link, {"fact": NIK}))
    assert sorted((a.status, PASSWORD in a.body) for a in seen) == [(200, True), (410, False)]


def test_it_is_in_no_mail_event_log_or_other_page(desk: Desk, log: StringIO) -> None:
    """G6, G8."""
    walk = Batang(desk).to("following")
    holder = walk.applicant
    follow_up_task(desk, walk.siti)
    pages = [a(p).body for p in addresses(walk)
             for a in (Browser().get, lambda path: program("GET", path))]  # fmt: skip
    _show(holder)
    stored = repr((desk.world.mail.messages, desk.world.cases.events, desk.world.workflow.resumed))
    assert PASSWORD not in stored + "".join(pages) + log.getvalue()


def test_a_new_one_takes_the_place_of_a_lost_one(desk: Desk, holder: Vendor) -> None:
    _show(holder)
    siti = Verifier(desk)
    Browser().submit(f"{siti.file}/sandi", {"password": "Baru-Sekali-88"})
    desk.settle()
    assert "Baru-Sekali-88" in _show(holder).body
    assert len(desk.history("password-reissued")) == 1


def test_a_new_one_gives_new_tries_but_not_to_an_old_guess(desk: Desk, holder: Vendor) -> None:
    for _ in range(5):
        program("POST", f"{holder.link}/akun", {"fact": "3325014505809999"})
    siti = Verifier(desk)
    Browser().submit(f"{siti.file}/sandi", {"password": "Baru-Sekali-88"})
    desk.settle()
    answer = _show(holder)
    assert "Baru-Sekali-88" in answer.body
    assert PASSWORD not in answer.body


def test_a_password_that_was_issued_anew_meanwhile_is_not_burnt_by_the_old_ones_reader(
    desk: Desk,
) -> None:
    """G6: who reads the old seal is told so, and the new one stays."""
    vendor, _ = reach(desk, "following")
    open_seal = desk.world.seals.open

    def slowly(sealed: str, case_id: str) -> str:
        del desk.world.seals.open
        case = desk.world.cases.get(case_id)
        desk.world.cases.save(case.reissue("", Actor("siti", "verifikator"), "newer", desk.now))
        return str(open_seal(sealed, case_id))

    desk.world.seals.open = slowly
    fact = vendor.answers["penanggung-jawab"]["nik"]
    assert program("POST", f"{vendor.link}/akun", {"fact": fact}).status == 410
    assert desk.case().account.sealed == "newer"


def test_before_an_account_there_is_nothing_to_show(desk: Desk) -> None:
    vendor, _ = reach(desk, "checking")
    assert vendor.browser.get(f"{vendor.link}/akun").status == 409
    assert program("POST", f"{vendor.link}/akun", {"fact": NIK}).status == 409
