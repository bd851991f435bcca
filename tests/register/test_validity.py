"""What is valid until a day is refused after it: on typing, and once more on sending."""

import pytest

from tests.desk.office import Desk
from tests.desk.samples import UNIT
from tests.desk.walk import Walk
from tests.desk.walks import Babel, ByProxy, Kemenperin

OVER = "Masa berlakunya sudah habis."
PLACES = [(Babel, "sk", "sk-berlaku"), (Kemenperin, "h1", "sk-berlaku.h1"),
          (ByProxy, "pendaftaran", "kuasa-berlaku")]  # fmt: skip


@pytest.mark.parametrize(("walk", "section", "name"), PLACES)
def test_a_day_that_is_over_is_refused_beside_its_field(
    desk: Desk, walk: type[Walk], section: str, name: str
) -> None:
    there = walk(desk).to("filled")
    answers = {f["id"]: desk.case().answers[f["id"]]
               for f in there.applicant.look(f"/data/{section}")["fields"]}  # fmt: skip
    answer = there.applicant.do(f"/data/{section}", {**answers, name: "2026-03-08"})
    assert OVER in answer.error(name)
    assert there.applicant.do(f"/data/{section}", {**answers, name: "2026-03-09"}).status == 303


def test_a_decree_that_ends_before_it_is_sent_is_not_sent(desk: Desk) -> None:
    walk = Babel(desk, {**UNIT, "sk-berlaku": "2026-03-12"}).to("filled")
    desk.later(days=4)
    answer = walk.applicant.submit()
    assert (answer.status, OVER in answer.body) == (422, True)
    assert desk.case().here.id == "permohonan"


def test_the_last_day_is_the_offices_own(desk: Desk) -> None:
    """Half an hour after midnight at the office, it is still the day before in UTC."""
    walk = Babel(desk, {**UNIT, "sk-berlaku": "2026-03-09"}).to("filled")
    desk.later(hours=15, minutes=30)
    assert walk.applicant.submit().status == 422
