"""Mail by SES. The raw form (v1) carries attachments and headers verbatim."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, NoReturn

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from functions.aws import available, code
from functions.core.errors import Doubtful, Undeliverable
from functions.core.ports import Message

REFUSED = {"MessageRejected", "InvalidParameterValue"}
"""SES will never take this very mail."""


class SesMail:
    """`events`: the configuration set that tells of each mail; "" for none."""

    def __init__(self, client: Any, events: str = "") -> None:
        self._client = client
        self._set = {"ConfigurationSetName": events} if events else {}

    def send(self, message: Message) -> str:
        tags = [{"Name": k, "Value": v} for k, v in message.tags.items()]
        mime = _mime(message)
        with available("ses"):
            try:
                answer = self._client.send_raw_email(
                    Source=message.sender,
                    Destinations=[message.to],
                    RawMessage={"Data": mime},
                    Tags=tags,
                    **self._set,
                )
            except (ClientError, BotoCoreError) as error:
                _refuse(error)
        return str(answer["MessageId"])


def _refuse(error: ClientError | BotoCoreError) -> NoReturn:
    """What fails before SES has the mail, or is answered by a no, did not send it."""
    if isinstance(error, ClientError):
        if code(error) in REFUSED:
            raise Undeliverable from error
        if error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
            raise Doubtful("ses") from error
    elif isinstance(error, HTTPClientError):
        raise Doubtful("ses") from error
    raise error


def _mime(message: Message) -> bytes:
    mime = EmailMessage(policy=SMTP)
    mime["From"] = Address(message.sender_name, addr_spec=message.sender)
    mime["To"] = message.to
    mime["Reply-To"] = message.reply_to
    mime["Subject"] = message.subject
    mime["Auto-Submitted"] = "auto-generated"
    mime.set_content(message.text)
    mime.add_alternative(message.html, subtype="html")
    for name, (type_, content) in message.attachments.items():
        main, sub = type_.split("/")
        mime.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mime.as_bytes()
