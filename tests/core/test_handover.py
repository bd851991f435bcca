"""Each holder's account is their own: its seal, its tries, its letter."""

from datetime import timedelta

import pytest

from functions.core.case import Case
from functions.core.errors import Gone, NotNow, TooMany, Unavailable
from functions.core.facts import TRIES, Account, Actor, Letter
from functions.core.holders import APPLICANT
from tests.core.stories import MONDAY, UNITS, USERS, decided, opened, standing
from tests.fakes.keys import PlainSeals

LATER = MONDAY + timedelta(hours=1)
TEAM = Actor("tono", "tim-pengelola")
SEALS = PlainSeals()


@pytest.fixture
def handed() -> Case:
    """Two people's accounts are made."""
    case = standing(UNITS, "buat-akun").with_holder(TEAM, 20, MONDAY)
    accounts = {h: sealed(case, h) for h in case.holders}
    return decided(case, "disetujui", accounts=accounts).settled()


def sealed(case: Case, holder: str) -> Account:
    password = SEALS.seal(f"password of {holder}", case.owner(holder))
    return Account(f"USER-{holder}", MONDAY, TEAM.id, sealed=password)


def test_a_password_is_sealed_for_one_holder_of_one_case() -> None:
    case, other = opened(UNITS), opened(USERS)
    owners = [case.owner(APPLICANT), case.owner("h1"), case.owner("h2")]
    assert len(set(owners)) == 3
    assert owners[0] == case.id == other.owner(APPLICANT)


def test_a_seal_opens_for_its_own_holder_alone(handed: Case) -> None:
    """G6."""
    seal = handed.made("h1").sealed
    assert SEALS.open(seal, handed.owner("h1")) == "password of h1"
    for other in ("h2", APPLICANT):
        with pytest.raises(Unavailable):
            SEALS.open(seal, handed.owner(other))


def test_one_holders_password_is_shown_once_and_the_others_waits(handed: Case) -> None:
    """G6."""
    shown = handed.show_password("h1", LATER)
    assert (shown.made("h1").sealed, shown.made("h1").shown_at) == ("", LATER)
    assert shown.made("h2") == handed.made("h2")
    assert shown.made("h2").waits
    with pytest.raises(Gone):
        shown.show_password("h1", LATER)


def test_one_holders_wrong_tries_do_not_lock_out_the_other(handed: Case) -> None:
    case = handed
    for _ in range(TRIES):
        case = case.attempt("h1", LATER)
    with pytest.raises(TooMany):
        case.attempt("h1", LATER)
    assert case.attempt("h2", LATER).made("h2").tries == 1


def test_a_new_password_is_one_holders_and_so_is_its_letter(handed: Case) -> None:
    lost = handed.show_password("h2", MONDAY).settled()
    anew = lost.reissue("h2", TEAM, "new seal", LATER, nonce="n1")
    assert anew.made("h2").waits
    assert anew.made("h1") == handed.made("h1")
    assert anew.news.letters == (Letter("akun", "holder", "h2"),)
    assert anew.heard("n1")


def test_a_new_password_gives_new_tries(handed: Case) -> None:
    tired = handed
    for _ in range(TRIES):
        tired = tired.attempt("h1", LATER)
    assert tired.reissue("h1", TEAM, "new seal", LATER).attempt("h1", LATER).made("h1").tries == 1


def test_history_says_whose_password_it_was_and_nothing_of_it(handed: Case) -> None:
    """G6."""
    case = handed.attempt("h1", LATER).show_password("h1", LATER)
    case = case.reissue("h1", TEAM, "new seal", LATER)
    told = [(e.kind, e.detail) for e in case.news.events]
    assert told == [
        ("attempted", {"holder": "h1"}),
        ("password-shown", {"holder": "h1"}),
        ("password-reissued", {"holder": "h1"}),
    ]


@pytest.mark.parametrize("nobody", [APPLICANT, "h3", "h", "../h1"])
def test_who_has_no_account_has_nothing_to_see(handed: Case, nobody: str) -> None:
    for act in (handed.made, lambda h: handed.attempt(h, LATER)):
        with pytest.raises(NotNow):
            act(nobody)
    with pytest.raises(NotNow):
        handed.reissue(nobody, TEAM, "new seal", LATER)


def test_the_applicants_own_account_is_the_one_of_no_other_holder(handed: Case) -> None:
    assert handed.account is None
    own = decided(standing(USERS, "akun"), "disetujui", accounts={APPLICANT: handed.made("h1")})
    assert own.account == handed.made("h1")
    reissued = own.settled().reissue(APPLICANT, TEAM, "new seal", LATER)
    assert reissued.news.letters == (Letter("akun"),)
    assert reissued.news.events[-1].detail == {}


def test_what_was_handed_over_outside_is_not_so_any_more_once_it_is_sealed_anew() -> None:
    outside = Account("BUDI", MONDAY, TEAM.id, outside="Tanda terima 7.")
    anew = outside.resealed("seal")
    assert (anew.outside, anew.sealed, anew.shown_at) == ("", "seal", None)
