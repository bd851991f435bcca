"""What an office publishes of the complaints that it hears."""

from datetime import datetime, timedelta

from functions.core.hearings import Hearings, hearings
from functions.core.history import Event
from functions.core.ledger import Told
from functions.sops import hearing
from tests.core.lines import MONDAY, SOPS, decided, opened

KEY = hearing("batang").key
DUE = MONDAY + timedelta(days=7)


def line(kind: str, at: datetime = MONDAY, /, **detail: str) -> Told:
    return Told("BTG-2222-2222", KEY, Event(kind, at, "yuni", detail))


def received(kind: str) -> Told:
    return line("opened", sop=KEY, matter=kind)


def answered(at: datetime, step: str = "tangani") -> Told:
    return line("decided", at, step=step, outcome="dijawab", due=DUE.isoformat())


def of(*lines: Told) -> Hearings:
    return hearings(lines, SOPS)


def test_what_came_in_is_counted_by_its_kind() -> None:
    found = of(received("pengaduan"), received("saran"), received("pengaduan"))
    assert found.received == {"pengaduan": 2, "saran": 1}
    assert found.count == 3


def test_what_came_in_before_kinds_were_noted_is_counted_too() -> None:
    assert of(line("opened", sop=KEY)).count == 1


def test_an_answer_is_in_time_up_to_the_very_moment_that_it_is_due() -> None:
    found = of(answered(DUE), answered(DUE + timedelta(seconds=1), "tangani-pimpinan"))
    assert (found.answered, found.in_time, found.late) == (2, 1, 1)


def test_an_answer_that_was_never_due_is_neither_in_time_nor_late() -> None:
    found = of(line("decided", step="tangani", outcome="dijawab"))
    assert (found.answered, found.in_time, found.late) == (1, 0, 0)


def test_a_decision_that_answers_nothing_is_no_answer() -> None:
    found = of(
        line("decided", step="telaah", outcome="ditangani", due=DUE.isoformat()),
        line("decided", step="keberatan", outcome="diputus", due=DUE.isoformat()),
    )
    assert found.answered == 0


def test_objections_and_answer_cards_are_counted() -> None:
    found = of(
        line("decided", step="tanggapan", outcome="keberatan"),
        line("decided", step="tanggapan", outcome="puas"),
        line("decided", step="telaah", outcome="dialihkan", card="sanggah"),
        line("decided", step="telaah", outcome="dialihkan", card="sanggah"),
    )
    assert (found.objections, found.rerouted) == (1, {"sanggah": 2})


def test_an_application_is_no_complaint() -> None:
    assert of(opened("a"), decided("a", 1)) == of()
    assert of().count == 0
