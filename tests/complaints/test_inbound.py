"""A mail becomes a complaint, unless it cannot be heard."""

from io import StringIO

import pytest

from functions.complaints.inbound import HOURLY, LARGEST, OFFICE
from functions.core.grievance import MAILBOX, NAME, STORY, SUBJECT
from functions.offices import all_offices
from tests.complaints.mails import PDF, RAHMA, Postbox, attached, mail


def test_a_mail_opens_a_complaint_on_the_usual_desk(postbox: Postbox) -> None:
    case = postbox.of(mail())
    assert (case.office, case.channel, case.email) == ("batang", "surel", RAHMA)
    assert case.answers[SUBJECT] == "Antrean terlalu lama"
    assert case.answers[STORY] == "Antrean di loket terlalu lama."
    assert (case.answers[NAME], case.answers[MAILBOX]) == ("Rahma Wulandari", RAHMA)
    assert case.here.id == "telaah"


def test_every_office_has_a_mailbox_of_its_own_and_hears_what_comes_to_it(
    postbox: Postbox,
) -> None:
    mailboxes = {o.complaints.mailbox for o in all_offices().values()}
    assert len(mailboxes) == len(all_offices())
    for office in all_offices():
        postbox.gets(mail(Message_ID=f"<{office}@contoh.test>"), office)
    assert {case.office for case in postbox.cases} == set(all_offices())


def test_a_mail_that_is_told_of_or_delivered_twice_opens_one_complaint(postbox: Postbox) -> None:
    """G2"""
    key = postbox.gets(mail())
    postbox.gets(mail(), key=key)
    postbox.gets(mail())
    assert len(postbox.cases) == 1


def test_a_mail_without_a_name_of_its_own_is_known_by_its_bytes(postbox: Postbox) -> None:
    nameless = mail()
    del nameless["Message-ID"]
    postbox.gets(nameless)
    postbox.gets(nameless)
    assert len(postbox.cases) == 1


def test_another_persons_mail_of_the_same_name_is_another_mail(postbox: Postbox) -> None:
    """Nobody keeps a mail from being heard by sending one of its name."""
    postbox.gets(mail(From="budi@contoh.test"))
    postbox.gets(mail())
    assert len(postbox.cases) == 2


def test_what_a_crash_left_undone_is_done_when_the_mail_is_told_of_again(postbox: Postbox) -> None:
    """G1"""
    kept, postbox.desk.world.scans.put = postbox.desk.world.scans.put, None
    with pytest.raises(TypeError):
        postbox.gets(attached(PDF))
    postbox.desk.world.scans.put = kept
    postbox.gets(attached(PDF))
    assert (len(postbox.cases), len(postbox.scans)) == (1, 1)


def test_a_flood_from_one_mailbox_is_held_off_while_others_are_heard(
    postbox: Postbox, log: StringIO
) -> None:
    for n in range(HOURLY.most + 3):
        postbox.gets(mail(Message_ID=f"<{n}@contoh.test>"))
    postbox.gets(mail(From="budi@contoh.test"))
    assert len(postbox.cases) == HOURLY.most + 1
    assert log.getvalue().count('"flood"') == 3
    postbox.desk.later(hours=1)
    postbox.gets(mail(Message_ID="<99@contoh.test>"))
    assert len(postbox.cases) == HOURLY.most + 2


def test_a_flood_from_ever_new_mailboxes_is_held_off_at_the_office_that_it_comes_to(
    postbox: Postbox, log: StringIO
) -> None:
    for n in range(OFFICE.most + 2):
        postbox.gets(mail(From=f"w{n}@contoh.test"))
    assert len(postbox.cases) == OFFICE.most
    assert log.getvalue().count('"flood"') == 2
    postbox.gets(mail(), "babel")
    assert len(postbox.cases) == OFFICE.most + 1


def test_what_is_too_long_is_cut_with_a_note_and_nothing_else_is_refused(
    postbox: Postbox,
) -> None:
    long = mail("kata " * 20_000, Subject="perihal " * 100)
    long.add_attachment(b"MZ", "application", "pdf", filename="x.pdf")
    case = postbox.of(long)
    story = case.answers[STORY]
    assert len(story) <= 5000
    assert "[Dipotong: surel ini lebih panjang.]" in story
    assert story.endswith("paling besar 5 MB.]")
    assert len(case.answers[SUBJECT]) <= 200


def test_a_mail_without_subject_and_text_is_heard_all_the_same(postbox: Postbox) -> None:
    case = postbox.of(mail("", Subject="", From=RAHMA))
    assert case.answers[SUBJECT] == "(tanpa perihal)"
    assert case.answers[STORY] == "(Surel ini tidak berisi teks.)"
    assert case.answers[NAME] == "rahma.wulandari"


@pytest.mark.parametrize(
    ("left", "office", "why"),
    [
        (b"x" * (LARGEST + 1), "batang", "size"),
        (mail().as_bytes(), "elsewhere", "place"),
        (mail().as_bytes(), "batang/AMAZON_SES_SETUP_NOTIFICATION", "place"),
        (mail(From="loket@lpse-batang.test").as_bytes(), "batang", "own"),
        (mail(From="pengaduan@lpse-babel.test").as_bytes(), "batang", "own"),
        (b"", "batang", "from"),
        (b"\x00\xff" * 1000, "batang", "from"),
    ],
)  # fmt: skip
def test_what_cannot_be_heard_is_logged_without_a_word_of_it(
    postbox: Postbox, log: StringIO, left: bytes, office: str, why: str
) -> None:
    """G8"""
    before = postbox.desk.state()
    postbox.gets(left, key=office if "/" in office else f"{office}/m1")
    assert postbox.desk.state() == before
    assert f'"why":"{why}"' in log.getvalue()
    assert "rahma" not in log.getvalue().lower()


def test_a_mail_about_everybody_who_could_hear_it_is_logged_and_not_kept(
    postbox: Postbox, log: StringIO
) -> None:
    postbox.gets(mail("Yuni dan Wahyu sama saja."))
    assert postbox.cases == []
    assert '"why":"nobody left"' in log.getvalue()
    assert "Yuni" not in log.getvalue()


def test_nothing_of_a_mail_is_logged_or_told_to_the_workflow(
    postbox: Postbox, log: StringIO
) -> None:
    """G8"""
    postbox.of(attached(PDF))
    told = log.getvalue() + str(postbox.desk.world.workflow.started)
    assert [word for word in ("rahma", "Antrean", "contoh.test") if word in told] == []
    keys = " ".join([*postbox.scans, *map(str, postbox.desk.world.cases.claims)])
    assert "rahma" not in keys.lower()
