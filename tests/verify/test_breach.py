"""Whose data a breach concerns: every person, what is held of them by its label, and no value."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from functions.core.case import Case
from functions.sops import hearing
from functions.verify.breach import concerned, handler
from tests.desk.office import MONDAY, Desk
from tests.desk.people import WULAN
from tests.desk.rights import OwnData
from tests.desk.samples import COMPANY, PEOPLE, PRINCIPAL
from tests.desk.walks import Batang, ByProxy, Kemenperin

LATER = (MONDAY + timedelta(days=30)).isoformat()


def _concerned(office: str = "batang", **more: Any) -> list[dict[str, Any]]:
    return list(handler({"office": office, "until": LATER, **more}, None)["concerned"])


def test_who_what_and_since_when_are_told_by_label(desk: Desk) -> None:
    Batang(desk).to("closed")
    case = desk.case()
    [one] = _concerned()
    assert (one["mailbox"], one["name"]) == (WULAN, case.answers["nama-usaha"])
    assert (one["case"], one["since"]) == (case.id, case.opened_at.isoformat())
    assert {"NIK", "Alamat email", "User ID"} <= {*one["fields"]}
    assert one["documents"]


def test_no_value_of_anything_held_is_told(desk: Desk) -> None:
    """G8"""
    Batang(desk).to("closed")
    told = repr(_concerned())
    for value in (COMPANY["penanggung-jawab"]["nik"], COMPANY["pajak"]["npwp"]):
        assert value not in told


def test_whoever_else_has_a_mailbox_in_a_case_is_told_of_as_well(desk: Desk) -> None:
    Kemenperin(desk).to("closed")
    told = {one["mailbox"]: one for one in _concerned("kemenperin")}
    assert {p["surel"] for p in PEOPLE} < {*told}
    own = told[PEOPLE[0]["surel"]]
    assert own["name"] == PEOPLE[0]["nama"]
    assert {"NIP", "User ID"} <= {*own["fields"]}


def test_whom_a_proxy_acts_for_is_told_of(desk: Desk) -> None:
    ByProxy(desk).to("visiting")
    assert PRINCIPAL in {one["mailbox"] for one in _concerned("melawi")}


def test_who_complains_without_a_mailbox_is_told_of_by_name() -> None:
    """The subject of a complaint, which its desk knows it by, is nobody's name."""
    said = {"nama": "Dewi Lestari", "telepon": "081234567890", "perihal": "Loket tutup"}
    case = Case.opened("BTG-2222-2222", hearing("batang"), "", MONDAY, None, answers=said)
    [one] = concerned(case)
    assert (one.name, one.mailbox) == ("Dewi Lestari", "")
    assert "Alamat email" not in one.fields


def test_what_was_opened_later_or_elsewhere_is_out(desk: Desk) -> None:
    Batang(desk).to("closed")
    assert _concerned("melawi") == []
    assert _concerned(until=(MONDAY - timedelta(days=1)).isoformat()) == []


def test_cases_may_be_named_alone(desk: Desk) -> None:
    Batang(desk).to("closed")
    number = desk.case().id
    assert {one["case"] for one in _concerned(cases=[number])} == {number}
    for wrong in ({"cases": ["BTG-9999-9999"]}, {"office": "melawi", "cases": [number]}):
        with pytest.raises(ValueError, match="BTG-"):
            _concerned(**wrong)


def test_an_erased_case_concerns_nobody_any_more(desk: Desk) -> None:
    """G11"""
    Batang(desk).to("closed")
    desk.retire(days=3654)
    assert _concerned() == []


def test_asking_changes_nothing(desk: Desk) -> None:
    """G5"""
    Batang(desk).to("closed")
    before = desk.state()
    _concerned()
    assert desk.state() == before


@pytest.mark.parametrize(
    "wrong", [{"office": "nowhere"}, {"until": "2026-11-20"}, {"what": "x"}, {"until": "kemarin"}]
)
def test_what_cannot_be_asked_is_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _concerned(**wrong)


def test_who_asks_about_their_own_data_is_not_named_by_a_number(desk: Desk) -> None:
    request = OwnData(desk).to("asked").request
    assert [one.name for one in concerned(request)] == [""]
