"""Whom a proxy acts for hears of it, once for each mailbox that was named."""

import pytest

from functions.core.ports import Message
from tests.desk.office import Desk
from tests.desk.post import Fields
from tests.desk.samples import FIRM, PRINCIPAL, PROXY
from tests.desk.walks import Melawi

ANOTHER = "komisaris@maju.co.id"
ABOUT = ("penanggung-jawab", "pendaftaran")


def _told(desk: Desk, address: str) -> list[Message]:
    return desk.mails(address, "memberi kuasa")


def _mended(desk: Desk, before: Fields, after: Fields) -> Melawi:
    """Who registers, and for whom, was found wrong when it was checked, and is said anew."""
    walk = Melawi(desk, before).to("verifying")
    wrong = {f"verdict.{section}": "tidak-jelas" for section in ABOUT}
    walk.officer("verifikator").find("belum-lengkap", wrong)
    walk.applicant.known = after
    walk.applicant.mend()
    assert desk.case().here.id != "lengkapi"
    return walk


def test_who_is_named_in_the_application_hears_once(desk: Desk) -> None:
    _mended(desk, PROXY, PROXY)
    assert len(_told(desk, PRINCIPAL)) == 1


def test_who_is_named_only_while_mending_hears_then(desk: Desk) -> None:
    _mended(desk, FIRM, PROXY)
    assert len(_told(desk, PRINCIPAL)) == 1


def test_another_principal_hears_too(desk: Desk) -> None:
    _mended(desk, PROXY, {**PROXY, "surel-pemberi-kuasa": ANOTHER})
    assert (len(_told(desk, PRINCIPAL)), len(_told(desk, ANOTHER))) == (1, 1)


@pytest.mark.parametrize("stage", ["registered", "filled"])
def test_nobody_hears_before_anything_was_sent(desk: Desk, stage: str) -> None:
    Melawi(desk, PROXY).to(stage)
    assert _told(desk, PRINCIPAL) == []
