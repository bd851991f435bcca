"""A company's case, taken by video as far as a test needs it; and every address it then has."""

import re
from collections.abc import Callable

from functions.register.app import handler as register
from functions.verify.app import handler as verify
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, WULAN, Vendor, Verifier

GAPS = {"verdict.npwp-perusahaan": "tidak-jelas", "verdict.pajak": "tidak-jelas"}
STAGES = ("registered", "filled", "scheduling", "checking", "mending", "approving", "following",
          "closed")  # fmt: skip


def reach(desk: Desk, stage: str) -> tuple[Vendor, Verifier]:
    """A vendor and an officer whose case has come to `stage`."""
    vendor, siti = Vendor(desk, answers=COMPANY), Verifier(desk)
    for name, act in _acts(vendor, siti).items():
        act()
        if name == stage:
            break
    return vendor, siti


def _acts(vendor: Vendor, siti: Verifier) -> dict[str, Callable[[], object]]:
    def fill() -> None:
        vendor.fill_in("daring")
        vendor.send_scans()

    def mend() -> None:
        vendor.send_scans()
        vendor.do("/data/pajak", COMPANY["pajak"])
        vendor.do("/perbaikan", {"done": "ya"})
        siti.keep_screenshot()
        siti.find("sesuai")

    return {
        "registered": vendor.register,
        "filled": fill,
        "scheduling": vendor.submit,
        "checking": siti.schedule,
        "mending": lambda: siti.find("belum-lengkap", GAPS),
        "approving": mend,
        "following": siti.approve,
        "closed": lambda: vendor.do("/sikap", {"done": "ya"}),
    }


def queue_of(desk: Desk, officer: Verifier) -> str:
    """The officer's queue, by the link that the door sends."""
    officer.browser.submit("/petugas", {"email": officer.address})
    desk.settle()
    return desk.link(officer.address, "antrean")


def follow_up_task(desk: Desk, officer: Verifier) -> str:
    """The link to the step that no mail leads an officer to: asked for in the queue."""
    officer.browser.submit(f"{queue_of(desk, officer)}/tugas/{desk.case().id}", {})
    desk.settle()
    return officer.task


def addresses(desk: Desk, queue: str) -> list[str]:
    """Every page of both rooms, with this case's links and names in it."""
    tokens = {"/p": desk.link(WULAN, "p")[3:], "/antrean": queue.removeprefix("/antrean/")}
    if any("/t/" in mail.text for mail in desk.mails(SITI.email)):
        tokens["/t"] = desk.link(SITI.email, "t")[3:]
    names = {"<section_id>": "usaha", "<name>": "ktp-direksi", "<case_id>": desk.case().id,
             "<sop_id>": "batang-pelaku-usaha"}  # fmt: skip
    found = []
    for screen in (*register.screens, *verify.screens):
        room = re.match(r"/\w*", screen.path)
        token = tokens.get(room[0] if room else "", "")
        if token or "<token>" not in screen.path:
            filled = screen.path.replace("<token>", token)
            found.append(re.sub(r"<\w+>", lambda found: names[found[0]], filled))
    return found
