"""Batang's SOP, both ways: what happens, in order, and whether every row did."""

import secrets
from collections.abc import Iterable
from typing import Any

from infra.demo.client import Client
from infra.demo.inbox import Inbox
from infra.demo.papers import company, sole_trader
from infra.demo.people import Vendor, Verifier

PASSWORD_LENGTH = 12


class RowMissing(Exception):
    """Rows of the paper that did not happen."""


def vendor(client: Client, box: str, answers: dict[str, dict[str, str]]) -> Vendor:
    address = f"vendor-{secrets.token_hex(4)}@contoh.test"
    return Vendor(client, Inbox(client, box, address), answers)


def face_to_face(client: Client, box: str, officer: str) -> dict[str, Any]:
    """A sole trader comes to the office."""
    trader = vendor(client, box, sole_trader(secrets.randbits(32)))
    verifier = Verifier(client, Inbox(client, box, officer))
    trader.register()
    trader.fill_in("tatap-muka")
    trader.submit()
    verifier.find_in_order(trader.number)
    return finished(trader, verifier)


def by_video(client: Client, box: str, officer: str) -> dict[str, Any]:
    """A company sends scans, is called, has to mend two things, and is called no second time."""
    applicant = vendor(client, box, company(secrets.randbits(32)))
    verifier = Verifier(client, Inbox(client, box, officer))
    applicant.register()
    applicant.fill_in("daring")
    applicant.send_scans()
    applicant.submit()
    verifier.schedule(applicant.number)
    applicant.inbox.next("Jadwal panggilan video")
    gaps = {
        "npwp-perusahaan": {"verdict": "tidak-jelas", "note": "Fotonya buram."},
        "pajak": {"verdict": "tidak-jelas", "note": "Nomor PKP belum diisi."},
    }
    verifier.return_for(applicant.number, gaps, "Terima kasih, tinggal dua hal ini.")
    applicant.mend({"pajak": {**applicant.answers["pajak"], "pkp": "S-123PKP/2026"}})
    verifier.find_in_order(applicant.number)
    return finished(applicant, verifier)


def finished(applicant: Vendor, verifier: Verifier) -> dict[str, Any]:
    """From approval to SIKaP filled in; the status page at the end."""
    password = secrets.token_urlsafe(PASSWORD_LENGTH)
    verifier.approve(applicant.number, f"usaha.{secrets.token_hex(4)}", password)
    if applicant.read_password() != password:
        raise RowMissing("the password that was shown is not the one that was sealed")
    applicant.fill_in_sikap()
    return applicant.until_done()


def demand_rows(status: dict[str, Any], rows: Iterable[int]) -> None:
    """RowMissing unless exactly these rows apply to the case, and each was done."""
    states = {entry["no"]: entry["state"] for entry in status["timeline"]}
    wrong = {no: states.get(no, "not there") for no in rows if states.get(no) != "done"}
    if wrong or set(states) != set(rows):
        raise RowMissing(f"rows {wrong or sorted(set(states) ^ set(rows))}")
