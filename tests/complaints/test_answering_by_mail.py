"""A mail that names a complaint goes on with it, if it is the complainant's."""

from dataclasses import replace

import pytest

from functions.core.complaint import MOST, Said
from tests.complaints.mails import RAHMA, Postbox, mail
from tests.desk.office import MONDAY

ANSWER = "Re: Laporan {number} sudah dijawab"


def test_an_answer_of_the_complainants_is_a_message_without_what_it_answers(
    postbox: Postbox,
) -> None:
    case = postbox.of(mail())
    text = "Terima kasih, tetapi belum.\n\n-- \nRahma\n\nPada 2 Maret Loket menulis:\n> Sudah."
    subject = ANSWER.format(number=case.id)
    postbox.gets(mail(text, Subject=subject, Message_ID="<2@contoh.test>"))
    [said] = postbox.desk.case().messages
    assert (said.text, said.by) == ("Terima kasih, tetapi belum.", "")
    assert said.name not in {"Rahma Wulandari", RAHMA}


def test_an_answer_that_is_delivered_twice_is_one_message(postbox: Postbox) -> None:
    """G2"""
    case = postbox.of(mail())
    answer = mail("Belum.", Subject=ANSWER.format(number=case.id), Message_ID="<2@contoh.test>")
    other = mail("Masih.", Subject=ANSWER.format(number=case.id), Message_ID="<3@contoh.test>")
    for each in (answer, answer, other, answer):
        postbox.gets(each)
    assert [said.text for said in postbox.desk.case().messages] == ["Belum.", "Masih."]


def test_the_number_may_stand_in_what_the_mail_refers_to(postbox: Postbox) -> None:
    case = postbox.of(mail())
    again = mail("Belum.", References=f"<{case.id}@loket.test>", Message_ID="<2@contoh.test>")
    postbox.gets(again)
    assert len(postbox.desk.case().messages) == 1


@pytest.mark.parametrize(
    "strange",
    [{"From": "budi@contoh.test"}, {"Authentication_Results": "amazonses.com; dmarc=none"}],
    ids=["another sender", "a sender whom nothing proves"],
)
def test_naming_anothers_case_reveals_nothing_and_opens_ones_own(
    postbox: Postbox, strange: dict[str, str]
) -> None:
    """G16"""
    case = postbox.of(mail())
    subject = ANSWER.format(number=case.id)
    postbox.gets(mail("Bagaimana?", Subject=subject, Message_ID="<2@contoh.test>", **strange))
    [theirs] = [c for c in postbox.cases if c.id != case.id]
    assert postbox.desk.world.cases.get(case.id).messages == ()
    assert theirs.answers["nomor"] == case.id


def test_what_comes_after_the_end_or_has_no_room_left_is_a_complaint_of_its_own(
    postbox: Postbox,
) -> None:
    case = postbox.of(mail())
    full = replace(case, messages=(Said(MONDAY, "", "Pelapor", "x"),) * MOST)
    postbox.desk.world.cases.save(full)
    postbox.gets(mail(Subject=ANSWER.format(number=case.id), Message_ID="<2@contoh.test>"))
    assert len(postbox.cases) == 2
