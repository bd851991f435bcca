"""The guest book (buku tamu) of an office: what each visitor writes in it."""

from collections.abc import Mapping
from datetime import datetime

from functions.core.answers import read
from functions.core.deeds import Guest
from functions.core.form import FormField

FIELDS = (
    FormField(id="name", label="Nama tamu", type="text"),
    FormField(id="company", label="Perusahaan atau instansi", type="text"),
    FormField(id="address", label="Alamat", type="address"),
    FormField(id="phone", label="Nomor telepon", type="phone"),
    FormField(id="email", label="Alamat email", type="email"),
    FormField(id="purpose", label="Keperluan", type="text"),
)


def entry(given: Mapping[str, str], by: str, at: datetime) -> Guest:
    """The visitor's line, or Invalid field by field."""
    return Guest(at=at, by=by, **read(FIELDS, given, at.date()))
