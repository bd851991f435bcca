"""A form that posts one scan to the store: for plain browsers, and for those with scripts."""

from collections.abc import Mapping

from pydantic import BaseModel

from functions.core.scans import LARGEST
from functions.core.stores import Invitation, Scans


class Post(BaseModel):
    """`fields` go before the file, in this order; `after` is where to go when it arrived."""

    action: str
    fields: Mapping[str, str]
    after: str
    max: int = LARGEST


class Upload(BaseModel):
    """`action` and `fields` make the plain form; `script` is the same for a script."""

    id: str
    label: str
    hint: str = "PDF, JPG, atau PNG; paling besar 5 MB."
    accept: str = "application/pdf,image/jpeg,image/png"
    capture: bool = False
    button: str = "Unggah"
    action: str
    fields: Mapping[str, str]
    script: Post


def upload(scans: Scans, id: str, label: str, key: str, after: str) -> Upload:
    plain, scripted = scans.invite(key, after), scans.invite(key, "")
    post = _post(scripted, after)
    return Upload(id=id, label=label, action=plain.action, fields=plain.fields, script=post)


def _post(invitation: Invitation, after: str) -> Post:
    return Post(action=invitation.action, fields=invitation.fields, after=after)
