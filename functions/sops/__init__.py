"""The SOPs in force, one TOML file each; adding a file adds a service."""

import tomllib
from functools import cache
from importlib.resources import files

from functions.core.case import Case
from functions.core.errors import NotFound
from functions.core.sop import Sop


@cache
def all_sops() -> dict[str, Sop]:
    """Every SOP by its key, `id@revision`."""
    found = (f for f in files(__package__).iterdir() if f.name.endswith(".toml"))
    sops = [Sop.model_validate(tomllib.loads(f.read_text("utf-8"))) for f in found]
    return {sop.key: sop for sop in sorted(sops, key=lambda sop: sop.key)}


def sop_of(case: Case) -> Sop:
    """The SOP that the case goes by, with what it asks of each of its account holders."""
    return all_sops()[case.sop].unfolded(case.holders)


def current(sop_id: str) -> Sop:
    """The newest revision of a service: the one that new cases begin on."""
    revisions = [sop for sop in all_sops().values() if sop.id == sop_id]
    if not revisions:
        raise NotFound
    return max(revisions, key=lambda sop: sop.revision)


def services() -> list[Sop]:
    return [current(sop_id) for sop_id in sorted({sop.id for sop in all_sops().values()})]


def services_of(office: str) -> list[Sop]:
    return [sop for sop in services() if sop.office == office]
