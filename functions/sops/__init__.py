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
    return sop_at(case.sop, case.office).unfolded(case.holders)


def sop_at(key: str, office: str) -> Sop:
    """The SOP of this key as it goes at the office."""
    return all_sops()[key].at(office)


def current(sop_id: str) -> Sop:
    """The newest revision of an office's service: the one that new cases begin on."""
    found = next((sop for sop in _newest() if sop.id == sop_id and sop.office), None)
    if found is None:
        raise NotFound
    return found


def services() -> list[Sop]:
    """What may be applied for."""
    return [sop for sop in _newest() if sop.office]


def services_of(office: str) -> list[Sop]:
    return [sop for sop in services() if sop.office == office]


def duties_of(office: str) -> list[Sop]:
    """All that its staff works by: its own services, and what every office does."""
    return [sop.at(office) for sop in _newest() if sop.office in {office, ""}]


def hearing(office: str) -> Sop:
    """By which complaints are heard there."""
    return next(sop for sop in duties_of(office) if sop.hears)


def granting(office: str) -> Sop:
    """By which requests on one's own data are met there."""
    return next(sop for sop in duties_of(office) if sop.grants)


def _newest() -> list[Sop]:
    """The newest revision of each SOP."""
    newest = {sop.id: sop for sop in sorted(all_sops().values(), key=lambda sop: sop.revision)}
    return [newest[sop_id] for sop_id in sorted(newest)]
