"""Mail, as the fake keeps it and as SES is given it."""

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import (
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    HTTPClientError,
    ReadTimeoutError,
)

from functions.aws.mail import SesMail
from functions.core.errors import Doubtful, Unavailable, Undeliverable
from functions.core.ports import Mail, Message
from tests.fakes import MemoryMail

Aws = Callable[[str], Any]
ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
MESSAGE = Message(
    to="dewi@usaha.test",
    sender="loket@lpse.test",
    sender_name="LPSE Kabupaten Batang",
    reply_to="lpse@batang.test",
    subject="Jadwal panggilan video \N{EN DASH} BTG-2222-2222",
    text="Selamat pagi, Désirée.\n",
    html="<p>Selamat pagi, Désirée.</p>",
    attachments={"jadwal.ics": ("text/calendar", ICS)},
    tags={"case": "BTG-2222-2222", "letter": "jadwal"},
)


@pytest.fixture
def ses(aws: Aws) -> Any:
    client = aws("ses")
    client.verify_domain_identity(Domain="lpse.test")
    return client


@pytest.fixture
def handed(ses: Any) -> list[dict[str, Any]]:
    """What SES was given, call by call."""
    calls: list[dict[str, Any]] = []
    ses.meta.events.register(
        "provide-client-params.ses.SendRawEmail", lambda params, **_: calls.append(params)
    )
    return calls


@pytest.fixture(params=["fake", "real"])
def mail(request: pytest.FixtureRequest) -> Mail:
    return MemoryMail() if request.param == "fake" else SesMail(request.getfixturevalue("ses"))


@pytest.fixture
def mime(ses: Any, handed: list[dict[str, Any]]) -> EmailMessage:
    SesMail(ses).send(MESSAGE)
    return read(handed[0])


def read(call: dict[str, Any]) -> EmailMessage:
    found = message_from_bytes(call["RawMessage"]["Data"], policy=SMTP)
    assert isinstance(found, EmailMessage)
    return found


def test_each_mail_has_a_name_of_its_own(mail: Mail) -> None:
    names = [mail.send(MESSAGE), mail.send(MESSAGE)]
    assert all(names)
    assert len(set(names)) == 2


def test_a_mail_goes_to_one_reader(ses: Any, handed: list[dict[str, Any]]) -> None:
    """G18"""
    SesMail(ses).send(MESSAGE)
    (call,) = handed
    assert call["Destinations"] == ["dewi@usaha.test"]
    assert call["Source"] == "loket@lpse.test"
    assert {t["Name"]: t["Value"] for t in call["Tags"]} == MESSAGE.tags


def test_the_headers_say_who_writes_to_whom(mime: EmailMessage) -> None:
    assert mime["From"] == "LPSE Kabupaten Batang <loket@lpse.test>"
    assert (mime["To"], mime["Reply-To"]) == ("dewi@usaha.test", "lpse@batang.test")
    assert mime["Auto-Submitted"] == "auto-generated"


def test_a_subject_may_hold_any_letter(mime: EmailMessage) -> None:
    assert mime["Subject"] == MESSAGE.subject
    assert mime.as_bytes().split(b"\r\n\r\n")[0].isascii()


def test_a_mail_says_the_same_in_plain_and_in_html(mime: EmailMessage) -> None:
    plain, html = mime.get_body(("plain",)), mime.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n") == MESSAGE.text
    assert html.get_content().strip() == MESSAGE.html


def test_a_calendar_file_arrives_as_it_was(mime: EmailMessage) -> None:
    (attached,) = mime.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("jadwal.ics", "text/calendar")
    assert attached.get_payload(decode=True) == ICS


@pytest.mark.parametrize("field", ["subject", "sender_name", "to", "reply_to"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_nothing_in_a_name_or_subject_can_add_a_header(
    ses: Any, handed: list[dict[str, Any]], field: str, line_end: str
) -> None:
    """G18: such a mail is not sent at all."""
    evil = f"{getattr(MESSAGE, field)}{line_end}Bcc: evil@usaha.test"
    with pytest.raises(ValueError, match=r"CR|linefeed|carriage"):
        SesMail(ses).send(replace(MESSAGE, **{field: evil}))
    assert handed == []


@pytest.mark.parametrize("fault", [ReadTimeoutError, EndpointConnectionError])
def test_a_mail_is_never_tried_twice_behind_our_back(
    ses: Any, fault: type[HTTPClientError]
) -> None:
    """G7: who did not answer may well have sent."""
    tries: list[str] = []

    def silent(request: Any, **_: Any) -> None:
        tries.append(request.url)
        raise fault(endpoint_url=request.url, error="silence")

    ses.meta.events.register_first("before-send.ses.SendRawEmail", silent)
    with pytest.raises(Unavailable):
        SesMail(ses).send(MESSAGE)
    assert len(tries) == 1


def _failing(client: Any, fault: Exception | tuple[int, str]) -> None:
    def fail(**_: Any) -> Any:
        if isinstance(fault, Exception):
            raise fault
        status, code = fault
        answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
        return SimpleNamespace(status_code=status), answer

    client.meta.events.register("before-call", fail)


URL = "https://email.test"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ((400, "Throttling"), Unavailable),
        ((400, "AccountSendingPausedException"), Unavailable),
        ((400, "MailFromDomainNotVerifiedException"), Unavailable),
        ((403, "AccessDenied"), Unavailable),
        (EndpointConnectionError(endpoint_url=URL), Unavailable),
        (ConnectTimeoutError(endpoint_url=URL), Unavailable),
        ((500, "InternalFailure"), Doubtful),
        ((503, "ServiceUnavailable"), Doubtful),
        (ReadTimeoutError(endpoint_url=URL), Doubtful),
        (ConnectionClosedError(endpoint_url=URL), Doubtful),
        ((400, "MessageRejected"), Undeliverable),
        ((400, "InvalidParameterValue"), Undeliverable),
    ],
)
def test_what_was_surely_not_sent_is_told_apart_from_what_perhaps_was(
    ses: Any, fault: Exception | tuple[int, str], told: type[Exception]
) -> None:
    """G7"""
    _failing(ses, fault)
    with pytest.raises(told) as raised:
        SesMail(ses).send(MESSAGE)
    assert type(raised.value) is told


def test_a_mail_names_the_set_that_tells_of_it_where_there_is_one(
    ses: Any, handed: list[dict[str, Any]]
) -> None:
    ses.create_configuration_set(ConfigurationSet={"Name": "mails"})
    SesMail(ses, "mails").send(MESSAGE)
    SesMail(ses).send(MESSAGE)
    assert [call.get("ConfigurationSetName") for call in handed] == ["mails", None]
