"""Whether a mail is from whom it says."""

from io import StringIO

import pytest

from functions.complaints.mime import parsed
from functions.complaints.origin import origin
from tests.complaints.mails import RAHMA, Postbox, mail


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("amazonses.com; spf=pass; dkim=pass; dmarc=pass",), "pass"),
        (("amazonses.com; spf=fail; dmarc = FAIL header.from=x",), "fail"),
        (("amazonses.com; dmarc=pass", "jahat.test; dmarc=fail"), "pass"),
        (("amazonses.com; dmarc=fail", "jahat.test; dmarc=pass"), "fail"),
        (("amazonses.com; dmarc=none",), ""),
        (("amazonses.com; spf=pass (x; dmarc=pass); dmarc=none",), ""),
        (("amazonses.com; spf=pass (a (b) c; dmarc=pass); dmarc=none",), ""),
        (('amazonses.com; spf=pass smtp.mailfrom="; dmarc=pass"@jahat.test; dmarc=none',), ""),
        (("amazonses.com; dmarc=pass; dmarc=fail",), "fail"),
        ((), ""),
    ],
)
def test_the_receiving_servers_own_word_says_who_it_is(said: tuple[str, ...], found: str) -> None:
    lines = "".join(f"Authentication-Results: {word}\r\n" for word in said)
    assert origin(parsed(f"{lines}From: {RAHMA}\r\n\r\nx".encode())) == found


def test_a_forged_mail_opens_nothing_and_writes_to_nobody(postbox: Postbox, log: StringIO) -> None:
    before = postbox.desk.state()
    postbox.gets(mail(Authentication_Results="amazonses.com; dmarc=fail"))
    assert postbox.desk.state() == before
    assert '"why":"forged"' in log.getvalue()
    assert "rahma" not in log.getvalue().lower()


@pytest.mark.parametrize("found", ["amazonses.com; dmarc=none", "amazonses.com; spf=pass"])
def test_a_mail_that_nothing_proves_goes_on_with_no_complaint(postbox: Postbox, found: str) -> None:
    case = postbox.of(mail())
    subject = f"Re: {case.id}"
    postbox.gets(mail("Belum.", Subject=subject, Message_ID="<2@x>", Authentication_Results=found))
    assert [len(c.messages) for c in postbox.cases] == [0, 0]
