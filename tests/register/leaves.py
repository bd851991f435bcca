"""The files of one document of a company, as its page shows them."""

from typing import Any

from tests.desk.office import Desk
from tests.desk.people import COMPANY, Vendor

NAME = "ktp-direksi"


def sender(desk: Desk) -> Vendor:
    """A company that has filled in its form and sent its scans."""
    vendor = Vendor(desk, answers=COMPANY)
    vendor.register()
    vendor.fill_in("daring")
    vendor.send_scans()
    return vendor


def scan_of(vendor: Vendor, name: str = NAME) -> dict[str, Any]:
    (found,) = [s for s in vendor.look("/dokumen")["scans"] if s["id"] == name]
    return dict(found)


def send(vendor: Vendor, form: str, content: bytes) -> None:
    vendor.desk.later(seconds=1)
    vendor.desk.arrive(scan_of(vendor)[form]["fields"]["key"], content)
