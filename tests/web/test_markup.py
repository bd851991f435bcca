"""What a person types is kept as typed, and is never more than text on a page or in a mail."""

from collections.abc import Iterable

from functions.core.ports import Message
from tests.desk.browser import Browser
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, WULAN, Vendor, Verifier
from tests.desk.stages import reach

MARKUP = "<script>alert(1)</script>{{7*7}}\"'"
SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}&#34;&#39;"


def _is_text(pages: Iterable[str]) -> bool:
    return all(SHOWN in page and "<script>alert" not in page for page in pages)


def _mail(desk: Desk, subject: str) -> Message:
    return desk.mails(WULAN, subject)[-1]


def test_answers_are_text_to_the_applicant_and_to_the_officer(desk: Desk, siti: Verifier) -> None:
    answers = {**COMPANY, "usaha": {**COMPANY["usaha"], "nama-usaha": MARKUP, "alamat": MARKUP}}
    vendor = Vendor(desk, answers=answers)
    vendor.register()
    vendor.fill_in("tatap-muka")
    review = vendor.browser.get(f"{vendor.link}/kirim").body
    section = vendor.browser.get(f"{vendor.link}/data/usaha").body
    vendor.submit()
    assert desk.case().answers["nama-usaha"] == MARKUP
    assert _is_text([review, section, Browser().get(siti.task).body])


def test_a_finding_and_a_message_are_text_on_page_and_in_mail(desk: Desk) -> None:
    vendor, siti = reach(desk, "checking")
    words = {"verdict.pajak": "tidak-jelas", "note.pajak": MARKUP, "message": MARKUP}
    siti.find("belum-lengkap", words)
    mail = _mail(desk, "perlu dilengkapi")
    assert desk.case().findings["pajak"].note == MARKUP
    assert mail.text.count(MARKUP) == 2
    pages = [vendor.browser.get(vendor.link + page).body for page in ("", "/perbaikan")]
    assert _is_text([*pages, mail.html])


def test_a_reason_is_text_on_page_and_in_mail(desk: Desk) -> None:
    vendor, siti = reach(desk, "checking")
    siti.find("ditolak", {"message": MARKUP})
    mail = _mail(desk, "tidak dapat disetujui")
    assert desk.case().closed.reason == MARKUP
    assert MARKUP in mail.text
    assert _is_text([vendor.browser.get(vendor.link).body, mail.html])


def test_a_wish_is_text_to_the_officer(desk: Desk) -> None:
    vendor, siti = reach(desk, "checking")
    vendor.do("/jadwal-ulang", {"wish": MARKUP})
    assert desk.case().wish == MARKUP
    assert _is_text([Browser().get(siti.task).body])
    assert all("<script>alert" not in mail.html for mail in desk.mails(SITI.email))


def test_a_field_of_a_name_that_nobody_asked_is_text(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    answer = vendor.do("/data/usaha", {**COMPANY["usaha"], MARKUP: "x"})
    assert answer.status == 422
    assert "<script>alert" not in answer.body
