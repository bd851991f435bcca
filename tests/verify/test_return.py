"""What goes back to the applicant is read first, word for word as it will be sent."""

import re
from html import unescape
from typing import Any

import pytest

from functions.core.facts import VERDICTS
from functions.sops import services
from functions.verify.tasks.preview import LINK
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import SITE, Desk
from tests.desk.people import WULAN
from tests.desk.stages import GAPS
from tests.desk.walks import Batang, Kemenperin, Melawi, Walk

NOTES = {"note.npwp-perusahaan": "Fotonya buram.", "message": "Tinggal dua hal.\nTerima kasih."}
FORGED = {"outcome": "ditolak", "message": "Dokumennya palsu."}


@pytest.fixture
def walk(desk: Desk) -> Batang:
    """A company's papers before Siti."""
    return Batang(desk).to("checking")


def _shown(walk: Batang, *said: dict[str, str]) -> tuple[Browser, Answer]:
    """The form filled in and sent, as far as the mail."""
    browser, fields = Browser(), {k: v for part in said for k, v in part.items()}
    answer = browser.submit(walk.siti.task, {**walk.siti.verdicts(), **fields})
    assert answer.status == 200, answer.body
    return browser, answer


def _return(walk: Batang) -> tuple[Browser, Answer]:
    return _shown(walk, {"outcome": "belum-lengkap"}, GAPS, NOTES)


def _press(walk: Batang, browser: Browser, shown: Answer, button: str) -> Answer:
    """A button of the page that shows the mail."""
    form = browser.form_of(walk.siti.task, shown)
    answer = browser.send(form, {"confirmed": button})
    walk.desk.settle()
    return answer


def _preview(walk: Walk, role: str, said: dict[str, str]) -> dict[str, Any]:
    officer = walk.officer(role)
    command = {**officer.verdicts(), **said}
    mail: dict[str, Any] = program("POST", f"{officer.task}/periksa", command).view["mail"]
    return mail


def _said(shown: Answer) -> list[str]:
    """The words of the mail on the page."""
    inset = re.search(r'<p class="inset">(.*?)</p>', shown.body, re.S)
    assert inset
    return unescape(inset[1].replace("<br>", " ")).split()


def _unlinked(text: str) -> str:
    return re.sub(rf"{SITE}/p/[^/\s]+", LINK, text)


def test_nothing_is_sent_before_the_mail_was_read(desk: Desk, walk: Batang) -> None:
    before = desk.state()
    _, shown = _return(walk)
    desk.settle()
    assert desk.state() == before
    for part in (WULAN, "perlu dilengkapi", "Fotonya buram.", "Tinggal dua hal.", LINK):
        assert part in shown.body


@pytest.mark.parametrize(
    ("kind", "stage", "role", "said"),
    [
        (Batang, "checking", "verifikator", {"outcome": "belum-lengkap", **GAPS, **NOTES}),
        (Batang, "checking", "verifikator", FORGED),
        (Melawi, "receiving", "helpdesk", {"outcome": "belum-lengkap",
                                           "verdict.ktp": "tidak-jelas"}),
        (Melawi, "verifying", "verifikator", FORGED),
        (Kemenperin, "receiving", "tim-pengelola", {"outcome": "belum-lengkap",
                                                    "verdict.sk-ppk.h1": "kedaluwarsa",
                                                    "verdict.h2": "tidak-jelas"}),
    ],
)  # fmt: skip
def test_what_is_shown_is_the_very_mail_that_arrives(
    desk: Desk, kind: type[Walk], stage: str, role: str, said: dict[str, str]
) -> None:
    walk = kind(desk).to(stage)
    shown = _preview(walk, role, said)
    assert SITE + "/p/" not in shown["text"]
    outcome = said["outcome"]
    assert walk.officer(role).find(outcome, said).status == 303
    mail = desk.world.mail.to(walk.applicant.address)[-1]
    assert (mail.to, mail.subject, _unlinked(mail.text)) == (
        shown["to"], shown["subject"], shown["text"]
    )  # fmt: skip


def test_a_person_sends_what_they_read(desk: Desk, walk: Batang) -> None:
    browser, shown = _return(walk)
    assert _press(walk, browser, shown, "ya").status == 303
    (mail,) = desk.mails(WULAN, "perlu dilengkapi")
    assert "Tinggal dua hal.\nTerima kasih." in mail.text
    assert desk.case().here.id == "perbaiki"


def test_whoever_wants_to_change_it_finds_the_form_as_they_filled_it_in(walk: Batang) -> None:
    browser, shown = _return(walk)
    again = _press(walk, browser, shown, "ubah")
    assert again.status == 200
    assert 'value="Fotonya buram."' in again.body
    assert "Tinggal dua hal." in again.body
    kept = browser.form_of(walk.siti.task, again).fields
    given = {name: kept[name] for name in GAPS}
    assert given == GAPS
    assert walk.desk.case().here.id == "periksa"


def test_a_form_that_was_changed_is_shown_anew_before_it_is_sent(desk: Desk, walk: Batang) -> None:
    browser, shown = _return(walk)
    again = _press(walk, browser, shown, "ubah")
    form = browser.form_of(walk.siti.task, again)
    second = browser.send(form, {"outcome": "belum-lengkap", "message": "Sebutkan lagi."})
    assert "Sebutkan lagi." in second.body
    assert "Tinggal dua hal." not in second.body
    assert desk.mails(WULAN, "perlu dilengkapi") == []


def test_a_program_sees_the_mail_until_it_confirms_it(desk: Desk, walk: Batang) -> None:
    page = f"{walk.siti.task}/periksa"
    command = {**walk.siti.verdicts(), **GAPS, "outcome": "belum-lengkap"}
    shown = program("POST", page, command).view
    assert shown["mail"]["to"] == WULAN
    assert program("POST", page, {**shown["sent"], "confirmed": "ya"}).status == 200
    desk.settle()
    assert desk.case().here.id == "perbaiki"


def test_a_rejection_of_an_account_is_read_first_too(desk: Desk) -> None:
    walk = Batang(desk).to("approving")
    shown = walk.siti.do({"outcome": "ditolak", "message": "Data tidak cocok."})
    assert "Data tidak cocok." in shown.body
    again = _press(walk, walk.siti.browser, shown, "ubah")
    assert "Data tidak cocok." in again.body
    assert desk.mails(WULAN, "tidak dapat disetujui") == []
    assert _press(walk, walk.siti.browser, shown, "ya").status == 303
    (mail,) = desk.mails(WULAN, "tidak dapat disetujui")
    assert _unlinked(mail.text).split() == _said(shown)


def test_what_is_in_order_needs_no_mail_to_read(desk: Desk, walk: Batang) -> None:
    walk.siti.keep_screenshot()
    assert walk.siti.find("sesuai", {"confirmed": ""}).status == 303


def test_what_is_wrong_is_said_before_the_mail_is_shown(walk: Batang) -> None:
    said = {"outcome": "belum-lengkap", **walk.siti.verdicts()}
    answer = Browser().submit(walk.siti.task, said)
    assert answer.status == 422
    assert "sekurang-kurangnya satu" in answer.body


def test_several_wrong_documents_are_one_mail(desk: Desk) -> None:
    walk = Kemenperin(desk).to("receiving")
    before = len(desk.world.mail.to(walk.applicant.address))
    wrong = ("sk-ppk.h1", "surat-permohonan", "h2", "sertifikat.h3")
    walk.team.find("belum-lengkap", {f"verdict.{name}": "tidak-jelas" for name in wrong})
    (mail,) = desk.world.mail.to(walk.applicant.address)[before:]
    assert mail.text.count(": Tidak jelas") == len(wrong)


def test_the_offices_usual_reasons_are_offered_beside_each_note(walk: Batang) -> None:
    page = Browser().get(walk.siti.task).body
    offered = walk.siti.look()["reasons"]
    assert set(offered) == set(walk.siti.look()["judged"])
    for name, reasons in offered.items():
        assert reasons, name
        assert f'list="alasan.{name}"' in page
        assert f'<datalist id="alasan.{name}">' in page
    assert not any("KTP" in reason for reason in offered["pajak"])


def test_a_reason_about_a_document_is_offered_for_each_holder_of_one(desk: Desk) -> None:
    offered = Kemenperin(desk).to("receiving").team.look()["reasons"]
    assert offered["sertifikat.h1"] == offered["sertifikat.h2"] != offered["surat-permohonan"]


@pytest.mark.parametrize("sop", services(), ids=lambda sop: sop.id)
def test_each_office_has_a_few_reasons_that_a_note_can_hold(sop: Any) -> None:
    assert 3 <= len(sop.reasons) <= 5
    assert {reason.verdict for reason in sop.reasons} == set(VERDICTS) - {"sesuai"}
    assert all(r.text.isprintable() and r.text.endswith(".") for r in sop.reasons)
