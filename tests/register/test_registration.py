"""Row 1: an address in, a link out, and nobody learns who was there before."""

from functions.core.errors import Stale
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.people import SERVICE, WULAN, Vendor

AGAIN = "Tautan permohonan"


def _register(desk: Desk, address: str = WULAN) -> tuple[int, str, str]:
    answer = Browser().submit(SERVICE, {"email": address})
    desk.settle()
    return answer.status, answer.location, answer.body


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(desk: Desk) -> None:
    """G16."""
    first, second = _register(desk), _register(desk)
    assert first == second == (303, f"{SERVICE}/terkirim", "")
    told = [program("POST", SERVICE, {"email": a}) for a in (WULAN, "baru@maju.co.id")]
    assert told[0] == told[1]


def test_a_known_address_gets_the_link_of_its_case_once_more(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    first = vendor.number
    desk.later(minutes=5)
    vendor.register()
    assert len(desk.mails(WULAN, AGAIN)) == 1
    assert vendor.number == first
    assert len(desk.world.cases.snapshots) == 1


def test_however_often_it_asks_an_address_gets_one_mail_a_minute(desk: Desk) -> None:
    """G16: nobody can flood somebody else's mailbox."""
    for minutes in range(3):
        for _ in range(20):
            _register(desk)
        assert len(desk.mails(WULAN)) == minutes + 1
        desk.later(minutes=1, seconds=1)
    assert len(desk.mails(WULAN, AGAIN)) == 2


def test_an_address_is_the_same_however_it_is_written(desk: Desk) -> None:
    for address in (WULAN, "Wulan@Maju.CO.id", f"  {WULAN} "):
        _register(desk, address)
    assert len(desk.world.cases.snapshots) == 1
    assert {m.to for m in desk.world.mail.messages} == {WULAN}


def test_two_addresses_have_two_cases_that_know_nothing_of_each_other(desk: Desk) -> None:
    one, other = Vendor(desk), Vendor(desk, "budi@jaya.co.id")
    one.register()
    other.register()
    assert one.number != other.number
    assert other.address not in one.browser.get(one.link).body


def test_a_number_that_is_taken_is_not_given_out_twice(desk: Desk) -> None:
    picked = iter("2222222" * 2 + "3333333")
    desk.world.pick = lambda _: next(picked)
    _register(desk)
    assert _register(desk, "budi@jaya.co.id")[0] == 303
    assert len(desk.world.cases.snapshots) == 2


def test_numbers_that_are_all_taken_are_no_success(desk: Desk) -> None:
    desk.world.pick = lambda _: "2"
    _register(desk)
    before = desk.state()
    answer = Browser().submit(SERVICE, {"email": "budi@jaya.co.id"})
    assert (answer.status, desk.state()) == (409, before)
    assert Stale.message in answer.body


def test_the_link_and_the_secret_are_in_the_mail_alone(desk: Desk) -> None:
    """G8, G16: whoever typed the address learns neither."""
    browser = Browser()
    pages = [browser.submit(SERVICE, {"email": WULAN}), browser.get(f"{SERVICE}/terkirim")]
    desk.settle()
    number = desk.case().id
    assert number in desk.mails(WULAN)[0].text
    assert all(number not in page.body and WULAN not in page.body for page in pages)


def test_nobody_is_told_that_a_form_was_sent_before_it_was(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    assert "Permohonan terkirim" not in vendor.browser.get(f"{vendor.link}/terkirim").body
