"""To what no person wrote, nobody answers: neither now nor by a letter that follows."""

import pytest

from functions.aws.mail import _mime
from functions.complaints.automatic import unwanted
from functions.complaints.mime import parsed
from functions.core.ports import Message
from tests.aws.test_mail import MESSAGE
from tests.complaints.mails import RAHMA, Postbox, mail


@pytest.mark.parametrize(
    "header",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "Auto-Generated; owner-email=x"},
        {"Precedence": "bulk"},
        {"Precedence": "List"},
        {"Precedence": "junk"},
        {"List_Id": "<milis.contoh.test>"},
        {"X_Auto_Response_Suppress": "All"},
        {"Return_Path": "<>"},
        {"X_SES_Spam_Verdict": "FAIL"},
        {"X_SES_Virus_Verdict": "FAIL"},
        {"From": "MAILER-DAEMON@contoh.test"},
        {"From": "postmaster@contoh.test"},
    ],
    ids=str,
)
def test_what_a_machine_sent_opens_nothing(postbox: Postbox, header: dict[str, str]) -> None:
    postbox.gets(mail(**header))
    assert postbox.cases == []
    assert postbox.desk.world.mail.messages == []


def test_a_report_of_what_was_not_delivered_opens_nothing(postbox: Postbox) -> None:
    report = (
        b"From: x@contoh.test\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nx"
    )
    postbox.gets(report)
    assert postbox.cases == []


@pytest.mark.parametrize(
    "header",
    [{"Auto_Submitted": "no"}, {"Precedence": "normal"}, {"Return_Path": f"<{RAHMA}>"},
     {"X_SES_Spam_Verdict": "GRAY"}, {"X_SES_Virus_Verdict": "PROCESSING_FAILED"}],
    ids=str,
)  # fmt: skip
def test_what_a_person_sent_is_heard(postbox: Postbox, header: dict[str, str]) -> None:
    postbox.gets(mail(**header))
    assert len(postbox.cases) == 1


def test_lokets_own_letters_are_of_a_machine_and_say_so() -> None:
    message: Message = MESSAGE
    assert unwanted(parsed(_mime(message)), message.sender, ()) == "auto-submitted"
