"""The files of one document of a company, as its page shows them."""

from typing import Any

from tests.desk.office import Desk
from tests.desk.people import COMPANY, Vendor

NAME = "ktp-direksi"


def filler(desk: Desk) -> Vendor:
    """A company that has filled in its form and chosen to be called."""
    vendor = Vendor(desk, answers=COMPANY)
    vendor.register()
    vendor.fill_in("daring")
    return vendor


def sender(desk: Desk) -> Vendor:
    """One that has sent its scans as well."""
    vendor = filler(desk)
    vendor.send_scans()
    return vendor


def scan_of(vendor: Vendor, name: str = NAME) -> dict[str, Any]:
    (found,) = [s for s in vendor.look("/dokumen")["scans"] if s["id"] == name]
    return dict(found)


def send(vendor: Vendor, form: str, content: bytes) -> None:
    vendor.desk.later(seconds=1)
    vendor.desk.arrive(scan_of(vendor)[form]["fields"]["key"], content)
