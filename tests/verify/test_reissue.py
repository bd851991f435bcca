"""A new initial password: by whoever makes the accounts, also after the case has closed."""

from dataclasses import replace

import pytest

from tests.desk.browser import Browser, program
from tests.desk.mailman import tell
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.officer import PASSWORD, Officer
from tests.desk.people import WULAN
from tests.desk.samples import COMPANY, NIP, PEOPLE
from tests.desk.stages import reach
from tests.desk.walk import Walk
from tests.desk.walks import Batang, Kemenperin, Melawi

ANEW = {"password": "Baru-Sekali-88", "holder": "h3"}
OWN = {"password": "Baru-Sekali-88"}
NIK = COMPANY["penanggung-jawab"]["nik"]


def _page(officer: Officer) -> str:
    return f"{officer.file}/sandi"


def _is_offered(officer: Officer, page: str) -> bool:
    return f'href="/berkas/{officer.desk.case().id}/sandi"' in Browser().get(page).body


def _is_offered_on_file(officer: Officer) -> bool:
    return _is_offered(officer, officer.file)


@pytest.mark.parametrize("stage", ["drafting", "archiving", "sending"])
def test_every_later_task_of_who_made_the_accounts_leads_there(desk: Desk, stage: str) -> None:
    team = Kemenperin(desk).to(stage).team
    assert _is_offered(team, team.task)


@pytest.mark.parametrize("stage", ["drafting", "correcting", "signing", "closed"])
def test_the_file_leads_there_wherever_the_case_is_since(desk: Desk, stage: str) -> None:
    assert _is_offered_on_file(Kemenperin(desk).to(stage).team)


@pytest.mark.parametrize(("stage", "role"), [("correcting", "lpse"), ("closed", "ukpbj")])
def test_nobody_else_is_led_there_or_let_in(desk: Desk, stage: str, role: str) -> None:
    officer: Officer = getattr(Kemenperin(desk).to(stage), role)
    before = desk.case()
    assert not _is_offered_on_file(officer)
    assert program("POST", _page(officer), ANEW).status == 409
    assert desk.case() == before


def test_before_there_is_an_account_there_is_none_to_issue_anew(desk: Desk) -> None:
    team = Kemenperin(desk).to("approving").team
    assert not _is_offered(team, team.task)
    assert not _is_offered_on_file(team)


def test_a_follow_up_leads_there_where_passwords_are_sealed_alone(desk: Desk) -> None:
    _, siti = reach(desk, "following")
    assert _is_offered(siti, siti.queued)


@pytest.mark.parametrize("stage", ["signing", "closed"])
def test_where_the_applicant_chose_the_password_nothing_is_issued(desk: Desk, stage: str) -> None:
    lidia = Melawi(desk).to(stage).officer("verifikator")
    assert not _is_offered_on_file(lidia)
    assert program("POST", _page(lidia), OWN).status == 409


def test_who_was_handed_theirs_outside_opens_the_new_one_in_loket(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    assert walk.team.at(_page(walk.team), ANEW).status == 303
    assert desk.case().accounts["h3"].outside == ""
    link = desk.link(PEOPLE[2]["surel"], "h")
    shown = program("POST", f"{link}/akun", {"fact": NIP[2]})
    assert shown.view["password"] == ANEW["password"]


@pytest.mark.parametrize(
    ("walk", "role", "said", "address", "room", "fact"),
    [(Batang, "verifikator", OWN, WULAN, "p", NIK),
     (Kemenperin, "tim-pengelola", ANEW, PEOPLE[2]["surel"], "h", NIP[2])],
)  # fmt: skip
def test_a_password_lost_long_after_the_end_is_replaced_by_a_link_of_its_own(
    desk: Desk, walk: type[Walk], role: str, said: dict[str, str], address: str, room: str,
    fact: str,
) -> None:  # fmt: skip
    officer = walk(desk).to("closed").officer(role)
    desk.later(days=150)
    assert officer.at(_page(officer), said).location.startswith("/berkas/")
    link = desk.link(address, room)
    assert program("POST", f"{link}/akun", {"fact": fact}).view["password"] == said["password"]
    assert program("POST", f"{link}/akun", {"fact": fact}).status == 410
    assert desk.case().closed


def test_the_first_link_stays_as_dead_as_its_time_left_it(desk: Desk) -> None:
    """G4."""
    officer = Batang(desk).to("closed").siti
    first = desk.link(WULAN, "p")
    desk.later(days=150)
    officer.at(_page(officer), OWN)
    assert program("GET", f"{first}/akun").status == 410


def test_the_lost_one_opens_nothing_any_more_and_the_new_one_is_told_once(desk: Desk) -> None:
    """G6."""
    officer = Batang(desk).to("closed").siti
    before = len(desk.mails(WULAN, "Akun"))
    officer.at(_page(officer), OWN)
    shown = program("POST", f"{desk.link(WULAN, 'p')}/akun", {"fact": NIK})
    assert shown.view["password"] == OWN["password"] != PASSWORD
    assert len(desk.mails(WULAN, "Akun")) == before + 1
    assert [e.by for e in desk.history("password-reissued")] == ["siti"]


def test_nobody_opens_a_sealed_password_by_naming_a_mailbox_of_their_own(desk: Desk) -> None:
    """G6: it opens no more, and who named the mailbox issues none."""
    siti = Batang(desk).to("closed").siti
    tell(desk, "bounced", desk.mails(WULAN, "Akun")[-1])
    siti.at(f"{siti.file}/telepon", {"outcome": "alamat-baru", "email": "baru@maju.test"})
    link = desk.link("baru@maju.test", "p")
    assert program("POST", f"{link}/akun", {"fact": NIK}).status == 429
    assert program("POST", _page(siti), OWN).status == 403
    assert "oleh petugas lain" in Browser().get(_page(siti)).body
    desk.appoint(replace(STAFF["yuni"], roles=SITI.roles))
    yuni = Officer(desk, STAFF["yuni"].email)
    assert yuni.at(_page(yuni), OWN).status == 303
    shown = program("POST", f"{desk.link('baru@maju.test', 'p')}/akun", {"fact": NIK})
    assert shown.view["password"] == OWN["password"]


def test_no_weak_password_and_none_for_a_stranger_is_sealed(desk: Desk) -> None:
    team = Kemenperin(desk).to("closed").team
    before = desk.state()
    assert team.at(_page(team), {**ANEW, "password": "pendek"}).error("password")
    assert team.at(_page(team), {**ANEW, "holder": "h9"}).error("holder")
    assert desk.state() == before
