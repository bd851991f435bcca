"""A dependency that does not answer: 503, try again, and nothing half done (G20)."""

from io import StringIO

from tests.desk.browser import Answer, Browser, program
from tests.desk.office import PORTS
from tests.desk.posts import Ready

SECRET = "rahasia-3325014505800001"
DONE = {200, 201}
RELAYS = ("signer", "mail", "messenger", "workflow")


class Broken:
    """A port with a fault of ours in it."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(SECRET)


def _told_to_wait(answer: Answer) -> bool:
    return answer.status == 503 and int(answer.headers["retry-after"]) > 0


def test_a_command_waits_for_a_better_time_and_leaves_nothing(ready: Ready) -> None:
    """G20."""
    waited = []
    for port in PORTS:
        with ready.desk.down(port):
            answer = program("POST", ready.path, ready.good)
        if answer.status in DONE:
            ready.undo()
            continue
        assert _told_to_wait(answer), port
        assert "Data Anda tidak hilang" in answer.view["message"]
        assert ready.untouched(), port
        waited.append(port)
    assert waited, "some port it must need"
    assert not set(waited) & set(RELAYS), "what only the relay needs keeps no room closed"


def test_what_could_not_be_done_can_be_done_later(ready: Ready) -> None:
    """G1: the very same command."""
    command = {**ready.good, "nonce": "again"}
    for port in ("cases", "staff", "outbox", "verifier", "fingerprints", "seals"):
        with ready.desk.down(port):
            answer = program("POST", ready.path, command)
        if answer.status in DONE:
            ready.undo()
    assert program("POST", ready.path, command).status in DONE


def test_a_page_that_cannot_be_shown_says_so(ready: Ready) -> None:
    """G20: without its MAC verified no link opens anything."""
    with ready.desk.down("verifier"):
        answer = Browser().get(ready.path)
    behind_a_link = ready.path.startswith(("/p/", "/h/", "/t/", "/antrean/"))
    assert _told_to_wait(answer) == behind_a_link
    assert ("terganggu" in answer.body) == behind_a_link


def test_a_fault_of_ours_is_told_without_its_values(ready: Ready, log: StringIO) -> None:
    """G8: neither stack nor data, on the page or in the log."""
    private = [SECRET, "Traceback", *(v for v in ready.good.values() if len(v) > 6)]
    faults = 0
    for port in PORTS:
        with ready.desk.instead(port, Broken()):
            answer = program("POST", ready.path, ready.good)
        if answer.status in DONE:
            ready.undo()
            continue
        assert answer.status == 500, port
        assert ready.untouched(), port
        assert [v for v in private if v in answer.body + log.getvalue()] == [], port
        faults += 1
    assert log.getvalue().count('"type":"RuntimeError"') == faults > 0
