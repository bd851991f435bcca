"""What was begun for a request on data is finished, and nobody is told otherwise."""

from dataclasses import replace

import pytest

from functions.core.errors import Unavailable
from tests.desk.browser import Browser, program
from tests.desk.granting import answered, before_saving, colleague
from tests.desk.office import STAFF, Desk
from tests.desk.rights import NANDA, NO, RIGHT, Correction, Erasure, OwnData

KINDS = [(Erasure, {}), (Correction, RIGHT), (OwnData, {})]


def _crash() -> None:
    raise Unavailable


def _crashed(desk: Desk, kind: type[OwnData], said: dict[str, str]) -> OwnData:
    """What was asked is done, and the decision was not written."""
    walk = kind(desk).to("asked")
    before_saving(desk, 3, _crash)
    assert answered(walk.nanda, walk, **said).status == 503
    return walk


@pytest.mark.parametrize(("kind", "said"), KINDS)
def test_what_was_done_is_not_refused_after_a_crash_but_finished(
    desk: Desk, kind: type[OwnData], said: dict[str, str]
) -> None:
    walk = _crashed(desk, kind, said)
    page = Browser().get(walk.nanda.task).body
    assert "Sudah mulai dipenuhi" in page
    assert "Tolak permintaan" not in page
    assert program("POST", f"{walk.nanda.task}/data-pribadi", NO).status == 409
    assert answered(walk.nanda, walk).status == 200
    assert walk.request.closed.end == "selesai"
    kinds = [e.kind for e in desk.world.cases.history(walk.number)]
    assert [kinds.count(kind) for kind in ("doomed", "corrected", "copied") if kind in kinds] == [1]


def test_an_erasure_that_came_to_its_end_before_the_decision_is_still_met(desk: Desk) -> None:
    walk = _crashed(desk, Erasure, {})
    desk.retire(hours=2)
    assert walk.about.erased
    assert walk.nanda.look()["left"]
    assert answered(walk.nanda, walk).status == 200
    assert walk.request.closed.end == "selesai"


def test_a_refusal_from_another_window_comes_too_late(desk: Desk) -> None:
    walk, refused = Erasure(desk).to("asked"), []
    before_saving(desk, 2, lambda: refused.append(answered(walk.nanda, walk, **NO).status))
    assert answered(walk.nanda, walk).status == 200
    assert (refused, walk.request.closed.end, bool(walk.about.doomed)) == ([409], "selesai", True)


def test_whoever_takes_it_over_meanwhile_can_only_finish_it(desk: Desk) -> None:
    walk, refused = Erasure(desk).to("asked"), []
    other = colleague(desk)

    def take_over() -> None:
        request = walk.request
        task = f"{other.seat}/tugas/{request.id}.{request.here.round}/pelaksana"
        assert Browser().submit(task, {"act": "ambil", "seen": NANDA.id}).status == 303
        refused.append(answered(other, walk, **NO).status)

    before_saving(desk, 2, take_over)
    assert answered(walk.nanda, walk).status == 409
    assert (refused, walk.request.closed) == ([409], None)
    assert answered(other, walk).status == 200
    assert walk.request.closed.end == "selesai"


def test_a_correction_of_what_changed_meanwhile_is_read_again_first(desk: Desk) -> None:
    walk = Correction(desk).to("asked")
    mine = {**RIGHT, "seen": walk.nanda.look()["seen"]}
    desk.world.cases.save(replace(walk.about, answers={**walk.about.answers, "alamat": "Lain"}))
    assert answered(walk.nanda, walk, **mine).status == 409
    assert walk.about.answers["alamat"] == "Lain"
    assert walk.request.here.touched is False
    again = {**RIGHT, "seen": walk.nanda.look()["seen"]}
    assert answered(walk.nanda, walk, **again).status == 200


def test_an_officer_who_took_it_up_is_known_by_who_they_are(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    walk.nanda.at(f"{walk.nanda.task}/pelaksana", {"act": "ambil"})
    desk.appoint(replace(STAFF["nanda"], name="Nanda Prameswari, S.H."))
    assert answered(walk.nanda, walk).status == 200
