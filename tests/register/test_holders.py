"""Each account holder opens their own account, and nothing else (G6, for several people)."""

from dataclasses import replace

import pytest

from tests.desk.browser import Answer, Browser, program
from tests.desk.office import Desk
from tests.desk.officer import PASSWORD
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import OUTSIDE, Kemenperin


@pytest.fixture
def made(desk: Desk) -> Kemenperin:
    """Two accounts sealed for their holders, a third handed over outside."""
    return Kemenperin(desk).to("drafting")


def _show(made: Kemenperin, n: int, fact: str) -> Answer:
    return program("POST", f"{made.holder(n)}/akun", {"fact": fact})


@pytest.mark.parametrize("n", [1, 2])
def test_the_own_nip_shows_the_own_password_once(desk: Desk, made: Kemenperin, n: int) -> None:
    """G6."""
    shown = _show(made, n, NIP[n - 1])
    assert shown.view["password"] == f"{PASSWORD}-{n}"
    assert shown.view["user_id"] == PEOPLE[n - 1]["surel"].split("@")[0].upper()
    assert _show(made, n, NIP[n - 1]).status == 410
    assert [e.detail for e in desk.history("password-shown")] == [{"holder": f"h{n}"}]


def test_another_holders_nip_opens_nothing_and_is_counted_on_this_account_alone(
    desk: Desk, made: Kemenperin
) -> None:
    for tried in range(1, 6):
        assert _show(made, 1, NIP[1]).status == 422
        assert {h: a.tries for h, a in desk.case().accounts.items()} == {
            "h1": tried, "h2": 0, "h3": 0}  # fmt: skip
    assert _show(made, 1, NIP[0]).status == 429
    assert _show(made, 2, NIP[1]).view["password"] == f"{PASSWORD}-2"


def test_a_link_shows_the_own_account_alone(made: Kemenperin) -> None:
    page = Browser().get(f"{made.holder(1)}/akun").body
    assert "ANDI" in page
    for foreign in ("BUNGA", "CANDRA", PEOPLE[1]["nama"], NIP[0], NIP[1], PASSWORD):
        assert foreign not in page


def test_a_holders_link_opens_nothing_of_the_case(made: Kemenperin) -> None:
    token = made.holder(1)[3:]
    for page in ("", "/dokumen", "/kirim", "/pemegang", "/tanda-terima", "/surat", "/akun",
                 "/data/h1", "/pernyataan"):  # fmt: skip
        assert Browser().get(f"/p/{token}{page}").status == 404, page
    assert Browser().get(f"/t/{token}").status == 404
    assert Browser().get(f"/antrean/{token}").status == 404
    assert Browser().get(f"/h/{token}").status == 404


def test_the_applicants_link_reveals_no_holders_password(desk: Desk, made: Kemenperin) -> None:
    token = made.applicant.link[3:]
    for fact in NIP:
        assert program("POST", f"/p/{token}/akun", {"fact": fact}).status == 409
        assert program("POST", f"/h/{token}/akun", {"fact": fact}).status == 404
    assert all(a.tries == 0 for a in desk.case().accounts.values())
    page = Browser().get(f"/p/{token}").body
    assert PASSWORD not in page
    assert OUTSIDE in page


def test_what_was_handed_over_outside_has_no_letter_and_no_password(
    desk: Desk, made: Kemenperin
) -> None:
    assert desk.mails(PEOPLE[2]["surel"]) == []
    assert desk.case().accounts["h3"].sealed == ""
    (told,) = desk.mails(made.applicant.address, "sudah dibuat")
    assert OUTSIDE in told.text


def test_the_applicant_is_told_of_the_user_ids_and_of_no_password(
    desk: Desk, made: Kemenperin
) -> None:
    (told,) = desk.mails(made.applicant.address, "sudah dibuat")
    assert all(p["nama"] in told.text for p in PEOPLE)
    assert PASSWORD not in told.text
    assert not set(NIP) & set(told.text.split())


def test_one_letter_asks_for_twenty_people_at_most(desk: Desk) -> None:
    walk = Kemenperin(desk).to("registered")
    walk.applicant.invite(20)
    answer = program("POST", f"{walk.applicant.link}/pemegang", {"act": "tambah"})
    assert (answer.status, len(desk.case().holders)) == (422, 20)
    assert "Paling banyak 20 orang" in answer.view["problems"][""]


def test_one_letter_asks_for_one_person_at_least(desk: Desk) -> None:
    walk = Kemenperin(desk).to("registered")
    said = {"act": "hapus", "holder": "h1"}
    assert program("POST", f"{walk.applicant.link}/pemegang", said).status == 422
    assert (
        program("POST", f"{walk.applicant.link}/pemegang", {**said, "holder": "h9"}).status == 404
    )
    assert desk.case().holders == ("h1",)


def test_looking_at_the_page_shows_nothing(desk: Desk, made: Kemenperin) -> None:
    """G5."""
    for _ in range(3):
        assert PASSWORD not in Browser().get(f"{made.holder(1)}/akun").body
    assert desk.case().accounts["h1"].sealed


def test_a_new_password_for_one_holder_leaves_the_others(desk: Desk, made: Kemenperin) -> None:
    sealed = desk.case().accounts["h1"].sealed
    made.team.at(f"{made.team.file}/sandi", {"password": "Baru-Sekali-88", "holder": "h2"})
    assert desk.case().accounts["h1"].sealed == sealed
    assert _show(made, 2, NIP[1]).view["password"] == "Baru-Sekali-88"
    assert len(desk.mails(PEOPLE[1]["surel"])) == 2
    assert len(desk.mails(PEOPLE[0]["surel"])) == 1


def test_a_new_password_is_for_somebody_of_this_case(made: Kemenperin) -> None:
    for holder in ("h9", "", "h2/../h1"):
        said = {"password": "Baru-Sekali-88", "holder": holder}
        answer = program("POST", f"{made.team.file}/sandi", said)
        assert answer.status == 422, holder
        assert "holder" in answer.view["problems"]


def test_a_sealed_password_opens_for_nobody_else(desk: Desk, made: Kemenperin) -> None:
    """Not even if the stored seals changed places."""
    case = desk.case()
    swapped = {**case.accounts, "h1": case.accounts["h2"]}
    with desk.instead("cases", _Swapped(desk.world.cases, swapped)):
        answer = _show(made, 1, NIP[0])
    assert (answer.status, PASSWORD in answer.body) == (503, False)


class _Swapped:
    """The cases, with other accounts in them."""

    def __init__(self, cases: object, accounts: object) -> None:
        self._cases, self._accounts = cases, accounts

    def __getattr__(self, name: str) -> object:
        return getattr(self._cases, name)

    def get(self, case_id: str) -> object:
        return replace(self._cases.get(case_id), accounts=self._accounts)  # type: ignore[attr-defined]
