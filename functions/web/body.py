"""A request's body as a command: JSON or a posted form, checked, or Invalid field by field."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from functions.core.errors import Invalid, Refused
from functions.web.forms import FIELD, JSON, media_type

LARGEST = 64_000


class TooLarge(Refused):
    message = "Data yang dikirim terlalu besar."


class WrongType(Refused):
    message = "Kirim data sebagai formulir atau JSON."


class Unreadable(Refused):
    message = "Data yang dikirim tidak dapat dibaca."


class WrongMethod(Refused):
    message = "Halaman ini tidak menerima cara permintaan itu."


class Command(BaseModel):
    """What a person asks for.

    `nonce` makes a repeated request one act; once read, it holds a hash of what was asked too.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    nonce: Annotated[str, Field(max_length=64)] = ""


C = TypeVar("C", bound=Command)
_MESSAGES = {
    "missing": "Isian ini wajib diisi.",
    "extra_forbidden": "Isian ini tidak dikenal.",
    "literal_error": "Pilih salah satu.",
    "string_type": "Isi dengan teks.",
    "string_too_short": "Isian ini wajib diisi.",
    "string_too_long": "Isian terlalu panjang; paling banyak {max_length} karakter.",
}


def given(event: Any) -> dict[str, Any]:
    """The raw fields of the body, without those that belong to the form itself."""
    text = _text(event)
    if media_type(event) == JSON:
        return _json(text)
    if media_type(event) != "application/x-www-form-urlencoded":
        raise WrongType
    return _form(text)


def command(model: type[C], fields: Mapping[str, Any], path: str) -> C:
    """The command that `fields` are, as sent to `path`."""
    asked = {k: v for k, v in fields.items() if k != FIELD}
    try:
        said = model.model_validate(asked)
    except ValidationError as error:
        raise Invalid({_field(e): _message(e) for e in error.errors()}) from None
    if not said.nonce:
        return said
    whole = hashlib.sha256(json.dumps([path, asked], sort_keys=True).encode()).hexdigest()
    return said.model_copy(update={"nonce": f"{said.nonce.replace(':', '')}:{whole[:32]}"})


def folded(fields: Any, into: str, *parts: str) -> Any:
    """With a form's `PART.ID` gathered by id under `into`: what each part says, or the one says."""
    flat = {k: v for k, v in fields.items() if "." in k and k.partition(".")[0] in parts}
    if not flat:
        return fields
    found: dict[str, Any] = {}
    for name, value in flat.items():
        part, _, id_ = name.partition(".")
        found[id_] = value if len(parts) == 1 else {**found.get(id_, {}), part: value}
    return {k: v for k, v in fields.items() if k not in flat} | {into: found}


def _text(event: Any) -> str:
    try:
        text = event.decoded_body or ""
    except ValueError:
        raise Unreadable from None
    if len(text.encode()) > LARGEST:
        raise TooLarge
    return str(text)


def _json(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text, parse_constant=_no_constant)
        json.dumps(fields, ensure_ascii=False).encode()  # half a character is no text
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(fields, dict):
        raise Unreadable
    return fields


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _form(text: str) -> dict[str, Any]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except ValueError:
        raise Unreadable from None
    if len(dict(pairs)) != len(pairs):
        raise Unreadable
    return dict(pairs)


def _field(error: Any) -> str:
    return ".".join(str(part) for part in error["loc"])


def _message(error: Any) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return _MESSAGES.get(error["type"], "Isian ini tidak sesuai.").format(**error.get("ctx", {}))
