"""What was done otherwise than the SOP says, as history keeps it and the register reads it (G9)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.accounting import ASKS, Deviation, Explanation
from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.deviation import WHAT, Deviated
from functions.core.errors import Decided
from functions.core.facts import Account, Actor, Hand, Letter
from functions.core.history import Event
from functions.core.ledger import Told
from functions.core.officer import Officer
from functions.core.sop import HEAD
from functions.offices import all_offices
from functions.sops import all_sops, sop_of
from tests.core.stories import MONDAY, UNITS, USERS, decided, due, standing, wib
from tests.core.story import NUMBER, OFFICER, SOON, SOP, at_follow_up, fresh
from tests.core.story import decided as ended

CHIEF = Actor("rina", "kepala-biro")
OUTSIDE = {"": Account("RAHMA", MONDAY, "hendra", outside="Diserahkan di loket.")}
WHY = Explanation("Jaringan kantor mati sejak pagi.", "rina", "Rina Marlina", MONDAY)


def deviations(case: Case) -> list[Event]:
    return [event for event in case.news.events if event.kind == "deviated"]


def asked(case: Case) -> list[Letter]:
    return [letter for letter in case.news.letters if letter.name == ASKS]


def read(case: Case, event: Event) -> Deviated:
    told = Told(case.id, case.sop, event)
    return Deviated(told, sop_of(case), all_offices()[case.office].calendar)


def waiting() -> Case:
    """With the bureau's head since Monday 9:00, due on Tuesday 9:00."""
    return standing(USERS, "disposisi-biro")


def late_by(**span: float) -> Case:
    end = due(waiting())
    return decided(waiting(), "didisposisikan", end + timedelta(**span), by="rina")


def given_up() -> Case:
    return ended(fresh(at_follow_up()), OFFICER, "ditutup")


def handed_outside() -> Case:
    return decided(standing(USERS, "akun"), "disetujui", by="hendra", accounts=OUTSIDE)


def test_lateness_has_rows_owner_standard_and_actual() -> None:
    case = late_by(hours=3)
    [event] = deviations(case)
    found = read(case, event)
    assert (found.what, found.owner, found.role) == ("late", "rina", "kepala-biro")
    assert found.rows == USERS.step("disposisi-biro").rows
    assert (found.standard, found.actual) == (f"{USERS.within} seluruhnya", "Lewat 3 jam")
    assert found.due == due(waiting())


def test_lateness_told_before_the_step_is_done_says_so() -> None:
    end = due(waiting())
    case = waiting().alert(["rina"], None, end + timedelta(minutes=5))
    [event] = deviations(case)
    assert read(case, event).actual == "Lewat 5 menit, belum selesai"
    assert read(case, event).owner == "kepala-biro"


def test_office_time_beyond_a_standard_in_office_time_is_counted_in_it() -> None:
    case = standing(SOP, "setujui")
    done = decided(case, "disetujui", wib("03-10T08:00"), by="siti")
    [event] = deviations(done)
    assert read(done, event).standard == str(SOP.step("setujui").within)
    worked = all_offices()["batang"].calendar.worked(due(case) or MONDAY, wib("03-10T08:00"))
    hours, minutes = divmod(int(worked.total_seconds()) // 60, 60)
    assert read(done, event).actual == f"Lewat {hours} jam {minutes} menit"


def test_who_took_a_task_up_owns_its_lateness() -> None:
    mine = waiting().take(Hand("rina", "Rina"), MONDAY)
    told = mine.alert(["rina"], None, wib("03-10T09:05"))
    assert deviations(told)[0].detail["owner"] == "rina"


def test_what_an_officer_left_undone_is_theirs_to_explain() -> None:
    case = given_up()
    [event] = deviations(case)
    found = read(case, event)
    assert (found.what, found.owner, found.role) == ("skipped", OFFICER.id, SOP.applicant)
    assert [row.no for row in found.rows] == [8]
    assert (found.standard, found.actual) == ("Setiap baris dikerjakan", "Tidak dikerjakan")
    assert asked(case) == [Letter(ASKS, "officer", OFFICER.id, "sikap", event=event.seq)]


def test_an_applicants_silence_is_nobodys_in_the_office() -> None:
    case = fresh(at_follow_up()).close(SOP, "selesai", NUMBER, SOON)
    [event] = deviations(case)
    assert read(case, event).owner == SOP.applicant
    assert not read(case, event).asks
    assert asked(case) == []


def test_an_account_handed_over_where_the_paper_names_no_way_is_done_outside() -> None:
    assert USERS.channel == ""
    case = handed_outside()
    [event] = deviations(case)
    found = read(case, event)
    assert (found.what, found.owner, found.standard) == ("outside", "hendra", "Dikerjakan di Loket")
    assert found.actual == "Dikerjakan 9 Maret 2026 pukul 09.00"
    assert [letter.event for letter in asked(case)] == [event.seq]


def test_the_words_of_a_handover_stay_out_of_history() -> None:
    """G11."""
    assert "loket" not in repr([event.detail for event in handed_outside().news.events]).lower()


def test_an_account_handed_over_by_the_offices_own_way_is_no_deviation() -> None:
    assert UNITS.channel
    made = {"h1": Account("A", MONDAY, "dian", outside="e-Pesan 7")}
    case = replace(standing(UNITS, "buat-akun"), holders=("h1",))
    assert deviations(decided(case, "disetujui", accounts=made)) == []


def test_a_pause_has_its_reason_already() -> None:
    case = waiting().pause(CHIEF, "listrik", "Padam sejak pagi.", MONDAY)
    [event] = deviations(case)
    found = read(case, event)
    assert (found.owner, found.rows) == ("rina", USERS.step("disposisi-biro").rows)
    assert not found.asks
    why = found.explanation(case)
    assert (why.text, why.by) == ("Padam sejak pagi.", "rina")


def test_a_letter_that_left_late_is_the_machinerys() -> None:
    letter = Letter("tautan", step="permohonan", due=SOON - timedelta(hours=2))
    case = fresh(at_follow_up()).mailed_late(letter, SOON)
    [event] = deviations(case)
    found = read(case, event)
    assert (found.owner, found.asks) == (MACHINERY, False)
    assert (found.standard, found.actual) == ("Surel terkirim dalam 2 hari", "Lewat 2 jam")


@pytest.mark.parametrize("what", ["outside", "reordered"])
def test_an_officer_tells_of_a_deviation_and_explains_it_in_one_write(what: str) -> None:
    happened = MONDAY - timedelta(minutes=30)
    noted = Deviation(what, "disposisi-biro", (3,), "rina")  # type: ignore[arg-type]
    case = waiting().note_deviation(noted, happened, CHIEF, WHY, nonce="n")
    [event] = case.news.events
    found = read(case, event)
    assert (found.what, found.owner, [row.no for row in found.rows]) == (what, "rina", [3])
    assert found.actual == "Dikerjakan 9 Maret 2026 pukul 08.30"
    assert found.explanation(case) == WHY
    assert asked(case) == []
    assert case.heard("n")
    assert WHY.text not in repr(event)


def test_a_deviation_is_explained_once_and_its_words_stay_in_the_case() -> None:
    """G11."""
    case = late_by(hours=1)
    [event] = deviations(case)
    told = case.explain(event.seq, CHIEF, WHY, nonce="n")
    explained = told.news.events[-1]
    assert (explained.kind, explained.detail) == ("explained", {"of": str(event.seq)})
    assert read(told, event).explanation(told) == WHY
    assert WHY.text not in repr(told.news)
    with pytest.raises(Decided, match="sudah dijelaskan"):
        told.explain(event.seq, CHIEF, WHY)


@pytest.mark.parametrize(
    ("who", "roles", "may"),
    [("rina", (), True), ("wati", ("kepala-biro",), True), ("wati", (HEAD,), True),
     ("wati", ("admin-lpse",), False), ("wati", ("pemohon",), False)],
)  # fmt: skip
def test_owner_role_and_head_may_explain_and_nobody_else(
    who: str, roles: tuple[str, ...], may: bool
) -> None:
    case = late_by(hours=1)
    officer = Officer(who, USERS.office, "", "", roles)
    assert read(case, deviations(case)[0]).may_be_explained_by(officer, roles) is may


def test_every_kind_has_a_word_of_its_own() -> None:
    assert len(set(WHAT.values())) == len(WHAT) == 5


def test_every_deviation_reads_the_revision_that_its_case_went_by() -> None:
    case = late_by(hours=1)
    assert read(case, deviations(case)[0]).sop == all_sops()[case.sop]
