"""Mail by SES. The raw form (v1) carries attachments and headers verbatim."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from functions.aws import available
from functions.core.ports import Message


class SesMail:
    def __init__(self, client: Any) -> None:
        self._client = client

    def send(self, message: Message) -> str:
        tags = [{"Name": k, "Value": v} for k, v in message.tags.items()]
        with available("ses"):
            answer = self._client.send_raw_email(
                Source=message.sender,
                Destinations=[message.to],
                RawMessage={"Data": _mime(message)},
                Tags=tags,
            )
        return str(answer["MessageId"])


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
