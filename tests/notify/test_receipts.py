"""What SES tells of mails comes back to their cases, in whatever order, however often."""

from io import StringIO
from itertools import permutations

import pytest

from functions.notify import receipts
from tests.desk.browser import program
from tests.desk.mailman import KINDS, event, queued, tell
from tests.desk.office import SITI, Desk
from tests.desk.people import WULAN, Vendor
from tests.desk.samples import PEOPLE, PRINCIPAL
from tests.desk.stages import reach
from tests.desk.walks import ByProxy, Kemenperin

ORDERS = [*permutations(("sent", "delivered", "bounced", "complained"))]


def _letters(desk: Desk) -> dict[str, str]:
    return {s.letter.name: s.status for s in desk.world.outbox.of(desk.case().id)}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: " ".join(order))
def test_in_any_order_the_gravest_stays(desk: Desk, vendor: Vendor, order: tuple[str]) -> None:
    vendor.register()
    (mail,) = desk.mails(WULAN)
    for kind in (*order, *order):
        tell(desk, kind, mail)
    assert _letters(desk)["tautan"] == "complained"
    kinds = [e.detail["kind"] for e in desk.history("bounced")]
    assert kinds in (["bounced", "complained"], ["complained"])
    assert desk.case().call.letters == (desk.world.outbox.of(desk.case().id)[0].key,)


def test_a_bounce_for_good_opens_a_call_and_ends_all_mail_to_the_address(desk: Desk) -> None:
    vendor, siti = reach(desk, "mending")
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    (line,) = program("GET", siti.queue).view["lines"]
    assert line["step"] == "Telepon pemohon: surel tidak sampai"
    assert line["href"] == f"/berkas/{desk.case().id}/telepon"
    mails = len(desk.mails(WULAN))
    desk.later(minutes=2)
    vendor.register()
    assert len(desk.mails(WULAN)) == mails
    assert _letters(desk)["tautan-lagi"] == "suppressed"
    assert len(desk.case().call.letters) == 2


def test_whoever_may_phone_hears_of_it_in_their_digest(desk: Desk) -> None:
    reach(desk, "mending")
    before = len(desk.mails(SITI.email))
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    (digest,) = desk.mails(SITI.email)[before:]
    assert "Telepon pemohon: surel tidak sampai" in digest.text


def test_an_address_that_bounces_for_now_goes_on_getting_mail(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    tell(desk, "soft-bounced", desk.mails(WULAN)[-1])
    assert desk.case().call is None
    assert _letters(desk)["tautan"] == "soft-bounced"
    desk.later(minutes=2)
    vendor.register()
    assert len(desk.mails(WULAN)) == 2


def test_an_officers_mail_that_bounces_is_no_case_to_phone_about(desk: Desk) -> None:
    reach(desk, "scheduling")
    tell(desk, "bounced", desk.mails(SITI.email)[-1])
    assert desk.case().call is None
    assert desk.history("bounced") == []
    assert "bounced" in _letters(desk).values()


def test_what_is_told_of_a_digest_changes_its_status_alone(desk: Desk) -> None:
    reach(desk, "mending")
    tell(desk, "bounced", desk.mails(WULAN)[-1])
    digest = desk.mails(SITI.email, "tugas")[-1]
    assert digest.tags["owner"].startswith("desk_23")
    tell(desk, "delivered", digest)
    digests = [s for s in desk.world.outbox.of("desk#batang") if s.letter.to == SITI.id]
    assert [s.status for s in digests] == ["delivered"]


@pytest.mark.parametrize(
    ("walk", "stage", "to", "whose"),
    [
        (ByProxy, "visiting", PRINCIPAL, "principal"),
        (Kemenperin, "drafting", PEOPLE[0]["surel"], "holder"),
    ],
)
def test_a_principals_and_a_holders_mail_open_the_call_too(
    desk: Desk, walk: type[ByProxy], stage: str, to: str, whose: str
) -> None:
    walk(desk).to(stage)
    tell(desk, "bounced", desk.mails(to)[-1])
    assert desk.case().call
    assert desk.history("bounced")[-1].detail["reader"] == whose


@pytest.mark.parametrize("kind", KINDS)
def test_no_address_gets_into_history_log_or_the_list(
    desk: Desk, vendor: Vendor, log: StringIO, kind: str
) -> None:
    """G8, G11"""
    vendor.register()
    tell(desk, kind, desk.mails(WULAN)[-1])
    kept = f"{desk.world.cases.events}{desk.world.suppressions.kept}{log.getvalue()}"
    assert WULAN not in kept


def test_a_receipt_of_no_letter_is_passed_over(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    before = desk.state()
    for tags in ({}, {"owner": "x", "key": "y"}, {"owner": desk.case().id, "key": "mail_230"}):
        answer = receipts.handler(queued(event("bounced", WULAN, tags)), None)
        assert answer == {"batchItemFailures": []}
    assert desk.state() == before


@pytest.mark.parametrize("port", ["suppressions", "cases", "outbox", "fingerprints"])
def test_what_cannot_be_taken_now_is_named_and_taken_later(desk: Desk, port: str) -> None:
    """G20: each part is done once, however often the queue tells it."""
    reach(desk, "mending")
    first, mail = desk.mails(WULAN)[0], desk.mails(WULAN)[-1]
    told = queued(event("sent", WULAN, {}), event("bounced", WULAN, mail.tags))
    with desk.down(port):
        assert receipts.handler(told, None) == {"batchItemFailures": [{"itemIdentifier": "m-1"}]}
    assert receipts.handler(told, None) == {"batchItemFailures": []}
    assert len(desk.history("bounced")) == 1
    assert first.to == WULAN
