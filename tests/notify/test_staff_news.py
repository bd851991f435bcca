"""The directory's news: a decree about to end, a colleague who begins to stand in."""

from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest

from functions.core.cover import Stint
from functions.core.errors import Stale
from functions.core.facts import Hand
from functions.core.officer import Officer
from functions.offices import all_offices
from functions.verify.staff.keeping import enter
from tests.desk.browser import SITE, program
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.stages import reach
from tests.desk.walks import Kemenperin

MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)
WAHYU = STAFF["wahyu"]
ENDS, STANDS = "berakhir dalam", "Anda menjalankan Plh."


def _now(desk: Desk, who: Officer) -> Officer:
    found: Officer = desk.world.staff.presence(who.office, who.id).officer
    return found


def _lend(
    desk: Desk, away: Officer, deputy: Officer, role: str, since: int = 0, days: int = 5
) -> None:
    """From so many days after Monday on; both sign in again."""
    first = MONDAY + since * DAY
    before, colleague = _now(desk, away), _now(desk, deputy)
    stint = Stint(colleague, first, first + (days - 1) * DAY)
    today = all_offices()[away.office].today(desk.now)
    after = stint.of(before, [role], today)
    boss = next(o for o in STAFF.values() if o.office == away.office and "pimpinan" in o.roles)
    enter(_now(desk, boss), (before, after[0]), (colleague, after[1]))
    for officer in (away, deputy):
        desk.sign_in(officer.office, officer.id)


def _midnight(desk: Desk, days: int = 1) -> None:
    """To the first minute of a day in Batang, and once around."""
    desk.now = desk.now.replace(hour=17, minute=0) + (days - 1) * DAY
    desk.sweep()


@pytest.mark.parametrize("left", [60, 30, 7])
def test_a_decrees_end_is_told_to_its_bearer_and_to_the_keepers(desk: Desk, left: int) -> None:
    desk.appoint(replace(SITI, until=MONDAY + (left + 1) * DAY))
    desk.sweep()
    assert desk.world.mail.messages == []
    _midnight(desk)
    (own,) = desk.mails(SITI.email, f"SK Anda berakhir dalam {left} hari")
    assert "Anda" in own.text
    for keeper in (BUDI, WAHYU):
        (told,) = desk.mails(keeper.email, f"SK seorang petugas berakhir dalam {left} hari")
        assert SITI.name in told.text
        assert f"{SITE}/staf" in told.text


def test_it_is_told_once_however_often_the_sweep_comes_round(desk: Desk) -> None:
    """G7."""
    desk.appoint(replace(SITI, until=MONDAY + 7 * DAY))
    for _ in range(5):
        desk.sweep()
        desk.later(minutes=1)
    assert len(desk.mails(SITI.email, ENDS)) == 1
    assert len(desk.mails(BUDI.email, ENDS)) == 1


def test_a_decree_that_was_renewed_meanwhile_is_not_spoken_of(desk: Desk) -> None:
    desk.appoint(replace(SITI, until=MONDAY + 8 * DAY))
    desk.appoint(replace(SITI, until=MONDAY + 365 * DAY))
    _midnight(desk)
    assert desk.world.mail.messages == []


def test_of_who_was_dismissed_nothing_is_told(desk: Desk) -> None:
    desk.appoint(replace(SITI, until=MONDAY + 8 * DAY, active=False))
    _midnight(desk)
    assert desk.world.mail.messages == []


def test_a_cover_begins_at_the_offices_midnight_with_one_letter_to_each(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    siti.at(f"{siti.task}/pelaksana", {"act": "ambil"})
    _lend(desk, SITI, WAHYU, "verifikator", since=1)
    desk.sweep()
    assert desk.mails(WAHYU.email, STANDS) == []
    _midnight(desk)
    (told,) = desk.mails(WAHYU.email, STANDS)
    for words in ("Plh. Verifikator LPSE, menggantikan Siti Rahmawati",
                  "10 Maret 2026 sampai 14 Maret 2026", "menunggu peran ini: 1",
                  f"{SITE}/antrean"):  # fmt: skip
        assert words in told.text
    (copy,) = desk.mails(SITI.email, "Peran Anda dijalankan pengganti sampai 14 Maret 2026")
    assert f"{WAHYU.name} menjalankan peran Anda" in copy.text
    assert f"{SITE}/staf" in copy.text
    desk.later(minutes=5)
    desk.sweep()
    assert len(desk.mails(WAHYU.email, STANDS)) == 1


def test_what_the_absent_had_in_hand_is_the_deputys(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    siti.at(f"{siti.task}/pelaksana", {"act": "ambil"})
    before = len(desk.mails(WAHYU.email))
    _lend(desk, SITI, WAHYU, "verifikator")
    desk.sweep()
    assert desk.case().here.hand == Hand(WAHYU.id, WAHYU.name)
    assert desk.history("handed")[-1].detail == {"step": "jadwal", "to": "wahyu"}
    assert len(desk.mails(WAHYU.email)) == before + 1, "one letter for all of them"
    (line,) = program("GET", "batang/wahyu@/antrean").view["lines"]
    assert line["turn"] == "Anda"


def test_what_nobody_or_somebody_else_took_up_stays_theirs(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    program("POST", f"batang/budi@{siti.task.partition('@')[2]}/pelaksana", {"act": "ambil"})
    _lend(desk, SITI, WAHYU, "verifikator")
    desk.sweep()
    assert desk.case().here.hand == Hand(BUDI.id, BUDI.name)


def test_a_letter_does_not_come_to_whoever_wrote_it(desk: Desk) -> None:
    """G15: it stays where another may take it over."""
    walk = Kemenperin(desk).to("correcting")
    drafter = STAFF[desk.case().notification.versions[0].by]
    dian = STAFF["dian"]
    walk.lpse.at(f"{walk.lpse.task}/pelaksana", {"act": "ambil"})
    _lend(desk, dian, drafter, "kepala-lpse")
    desk.sweep()
    assert desk.case().here.hand.id == "dian"


def test_after_the_last_day_the_task_may_be_taken_back(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    siti.at(f"{siti.task}/pelaksana", {"act": "ambil"})
    _lend(desk, SITI, WAHYU, "verifikator", days=1)
    desk.sweep()
    desk.now = desk.now.replace(hour=17)
    assert siti.at(f"{siti.task}/pelaksana", {"act": "ambil"}).status == 303
    assert desk.case().here.hand.id == SITI.id


def test_a_stopped_sweep_tells_on_the_next_day_what_still_holds(desk: Desk) -> None:
    _lend(desk, SITI, WAHYU, "verifikator", since=1, days=1)
    _lend(desk, STAFF["budi"], WAHYU, "pengelola-staf", since=1, days=5)
    _midnight(desk, days=2)
    (told,) = desk.mails(WAHYU.email, "Anda menjalankan")
    assert "Pengelola staf" in told.text
    assert "Verifikator" not in told.text


def test_a_line_that_changes_meanwhile_is_told_next_time(desk: Desk, log: StringIO) -> None:
    desk.appoint(replace(SITI, until=MONDAY + 7 * DAY))
    keep = desk.world.staff.keep

    def slower(*args: object) -> None:
        desk.world.staff.keep = keep
        raise Stale

    desk.world.staff.keep = slower
    desk.sweep()
    assert '"why":"Stale"' in log.getvalue()
    desk.sweep()
    assert len(desk.mails(SITI.email, ENDS)) == 1


def test_a_session_outlives_the_news(desk: Desk) -> None:
    desk.appoint(replace(SITI, until=MONDAY + 7 * DAY))
    desk.sweep()
    assert program("GET", "batang/siti@/antrean").status == 200


def test_the_letters_items_name_nobody(desk: Desk) -> None:
    """G8."""
    desk.appoint(replace(SITI, until=MONDAY + 7 * DAY))
    _lend(desk, SITI, WAHYU, "verifikator")
    desk.sweep()
    kept = repr([e.sent.letter for e in desk.world.outbox.entries.values()])
    for private in (SITI.name, SITI.email, WAHYU.name, WAHYU.email):
        assert private not in kept
