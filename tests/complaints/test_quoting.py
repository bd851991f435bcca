"""What a mailed answer quotes, and says of whoever wrote it, is kept from officers."""

from dataclasses import replace

import pytest

from functions.core.grievance import IDENTITY, SECRET, shown
from functions.core.number import status_secret
from tests.complaints.mails import RAHMA, Postbox, mail


@pytest.mark.parametrize("hyphen", ["-", ""])
def test_what_opens_a_complaint_is_never_kept_from_a_mail_that_quotes_it(
    postbox: Postbox, hyphen: str
) -> None:
    """Officers read the conversation."""
    case = postbox.of(mail())
    secret = status_secret(postbox.desk.world.fingerprints, case.id)
    said = f"Kode saya {secret.replace('-', hyphen).lower()}, nomor {case.id}."
    subject = f"Re: {case.id} {secret}"
    for n, sender in enumerate((RAHMA, "budi@contoh.test")):
        postbox.gets(mail(said, From=sender, Subject=subject, Message_ID=f"<2.{n}@contoh.test>"))
    postbox.gets(mail(said, From="ani@contoh.test", Message_ID="<3@contoh.test>"))
    kept = str([(c.answers, c.messages) for c in postbox.cases]).upper()
    assert "KODE SAYA ···" in kept
    assert [s for s in (secret, secret.replace("-", "")) if s in kept] == []


def _of_a_secret_one(postbox: Postbox) -> str:
    """The number of a complaint in secret."""
    case = postbox.of(mail())
    hidden = replace(case, answers={**case.answers, IDENTITY: SECRET})
    postbox.desk.world.cases.save(hidden)
    return str(case.id)


def test_an_answer_to_a_secret_complaint_does_not_say_whose_it_is(postbox: Postbox) -> None:
    number = _of_a_secret_one(postbox)
    text = f"Belum selesai.\nHormat saya,\nRahma Wulandari, {RAHMA}"
    postbox.gets(mail(text, Subject=f"Re: {number}", Message_ID="<2@contoh.test>"))
    [said] = postbox.desk.case().messages
    assert said.text.startswith("Belum selesai.")
    assert [w for w in ("Rahma", "Wulandari", RAHMA) if w in str(said)] == []


def test_of_an_answer_that_only_quotes_nothing_is_kept_of_a_secret_one(postbox: Postbox) -> None:
    """The quote says to whom it went."""
    subject = f"Re: {_of_a_secret_one(postbox)} untuk Rahma Wulandari"
    quote = "________________________________\nKepada: Rahma Lama <lama@contoh.test>"
    for n, sender in enumerate((RAHMA, "Rahma Wulandari <rahma@kantor.test>")):
        answer = mail(quote, From=sender, Subject=subject, Message_ID=f"<2.{n}@contoh.test>")
        postbox.gets(answer)
    [first, other] = postbox.cases
    assert [said.text for said in first.messages] == ["(Surel ini tidak berisi teks.)"]
    assert "rahma" not in str(shown(other.answers)).lower()


@pytest.mark.parametrize(
    "strange",
    [{"From": "Rahma Wulandari <rahma@kantor.test>"},
     {"Authentication_Results": "amazonses.com; dmarc=none"}],
)  # fmt: skip
def test_nor_does_one_from_another_mailbox_which_is_a_secret_of_its_own(
    postbox: Postbox, strange: dict[str, str]
) -> None:
    number = _of_a_secret_one(postbox)
    text = f"Belum.\nRahma Wulandari\n\n________________________________\nFrom: x <{RAHMA}>"
    postbox.gets(mail(text, Subject=f"Re: {number}", Message_ID="<2@contoh.test>", **strange))
    [other] = [case for case in postbox.cases if case.id != number]
    assert postbox.desk.world.cases.get(number).messages == ()
    read = str(shown(other.answers))
    assert [w for w in ("Rahma", "rahma") if w in read] == []
