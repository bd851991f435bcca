"""What a person types is kept as typed, and is never more than text on a page or in a mail."""

from collections.abc import Iterable

from functions.core.ports import Message
from functions.register.room import secret_of
from tests.desk.browser import Browser
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, WULAN, Vendor, Verifier
from tests.desk.samples import BUREAU, FIRM, GUEST
from tests.desk.stages import reach
from tests.desk.walks import Babel, Kemenperin, Melawi

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


def _escaped(path: str) -> bool:
    return _is_text([Browser().get(path).body])


def test_a_line_of_the_guest_book_is_text(desk: Desk) -> None:
    walk = Melawi(desk).to("visiting")
    rina = walk.officer("helpdesk")
    line = {**GUEST, "name": MARKUP, "company": MARKUP, "purpose": MARKUP}
    rina.at(f"{rina.queued}/buku-tamu", line)
    assert desk.case().guest.name == MARKUP
    assert _escaped(rina.task)


def test_a_visitors_own_line_is_text(desk: Desk) -> None:
    Melawi(desk).to("visiting")
    number = desk.case().id
    line = {**GUEST, "number": number, "secret": secret_of(number), "name": MARKUP}
    assert _is_text([Browser().submit("/buku-tamu", line).body])


def test_an_instruction_is_text_to_the_next_desk(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    walk.officer("kepala-biro").dispose(own=MARKUP)
    assert desk.case().dispositions[0].instruction == MARKUP
    assert _escaped(walk.officer("kepala-bagian").task)


def test_the_reason_of_a_pause_is_text(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    hendra = walk.officer("kepala-biro")
    hendra.pause(reason=MARKUP)
    assert _escaped(walk.applicant.link)
    assert _escaped(hendra.task)
    assert _escaped(f"{hendra.task}/jeda")


def test_the_letter_its_correction_and_why_it_came_back_are_text(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    walk.team.word("dikonsep", f"{MARKUP}\nBaris dua.")
    assert _escaped(walk.lpse.task)
    walk.lpse.word("dikembalikan", message=MARKUP)
    assert _escaped(walk.team.task)
    walk.team.word("dikonsep", "Baris satu.")
    walk.lpse.word("dikoreksi", MARKUP)
    assert _escaped(walk.ukpbj.task)


def test_an_outside_handover_and_a_letters_number_are_text(desk: Desk) -> None:
    walk = Kemenperin(desk).to("approving")
    walk.team.do({**walk.accounts, "outside.h3": MARKUP})
    assert _escaped(walk.applicant.link)
    told = desk.mails(WULAN, "sudah dibuat")[-1]
    assert MARKUP in told.text
    assert _is_text([told.html])
    walk.then("correcting", "archiving")
    walk.team.do({"number": MARKUP})
    assert _escaped(walk.team.task)


def test_a_holders_name_is_text_wherever_it_is_read(desk: Desk) -> None:
    walk = Kemenperin(desk, {**BUREAU, "nama.h1": MARKUP}).to("filled")
    people = f"{walk.applicant.link}/pemegang"
    assert _escaped(people)
    walk.applicant.submit()
    walk.then("at the centre", "receiving")
    walk.team.find("lengkap")
    assert _escaped(f"{walk.team.task}/akun")
    walk.team.do(walk.accounts)
    assert _escaped(walk.applicant.link)


def test_the_name_under_a_statement_is_kept_as_typed_and_printed_as_text(desk: Desk) -> None:
    walk = Melawi(desk, {**FIRM, "nama-usaha": MARKUP}).to("signing")
    assert _escaped(f"{walk.applicant.link}/pernyataan")
    walk.applicant.do("/pernyataan", {"way": "ketik", "name": MARKUP, "consent": "ya"})
    assert desk.case().statement.name == MARKUP
    assert MARKUP in desk.world.press.papers[-1].blocks[-1].name
