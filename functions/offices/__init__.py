"""The offices, one TOML file each."""

import tomllib
from functools import cache
from importlib.resources import files

from functions.core.office import Office


@cache
def all_offices() -> dict[str, Office]:
    found = (f for f in files(__package__).iterdir() if f.name.endswith(".toml"))
    offices = [Office.model_validate(tomllib.loads(f.read_text("utf-8"))) for f in found]
    return {office.id: office for office in offices}
