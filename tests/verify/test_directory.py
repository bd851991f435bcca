"""The directory of an office's staff: all may read it, its keepers change it."""

from dataclasses import replace
from datetime import date

import pytest

from functions.core.errors import NotAllowed
from functions.core.officer import Officer
from tests.desk.browser import Browser, program, seat
from tests.desk.mailman import tell
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.stages import reach

STAF = "batang/budi@/staf"
HERS = "batang/budi@/staf/orang/siti"
LINE = {"name": SITI.name, "email": SITI.email, "role": {"verifikator": "ya"}, "active": "ya"}
NINA = {"name": "Nina Kartika", "email": "nina@batang.test", "role": {"verifikator": "ya"}}
TODAY = date(2026, 3, 9)


def _now(desk: Desk, officer: str = "siti") -> Officer:
    found: Officer = desk.world.staff.presence("batang", officer).officer
    return found


def _at(desk: Desk, address: str) -> list[Officer]:
    return [o for o in desk.world.staff.everybody("batang") if o.email == address]


def _people(path: str) -> dict[str, dict[str, object]]:
    return {person["id"]: person for person in program("GET", path).view["people"]}


def _refused(desk: Desk, path: str, fields: dict[str, object], field: str) -> str:
    before = desk.state()
    answer = program("POST", path, fields)
    assert answer.status == 422, answer.body
    assert desk.state() == before
    return str(answer.view["problems"][field])


def test_every_officer_reads_who_is_who(desk: Desk) -> None:
    people = _people("batang/siti@/staf")
    assert set(people) == {o.id for o in STAFF.values() if o.office == "batang"}
    assert people["budi"]["roles"] == ["Verifikator LPSE", "Pengelola staf"]
    assert people["siti"]["email"] == SITI.email


@pytest.mark.parametrize(
    ("until", "state", "tone"),
    [(None, "Berlaku", "good"), (date(2026, 5, 9), "Berlaku", "good"),
     (date(2026, 5, 8), "Berakhir dalam 60 hari", "wait"), (TODAY, "Berakhir hari ini", "wait"),
     (date(2026, 3, 8), "Habis", "bad")],
)  # fmt: skip
def test_a_decrees_state_is_said_in_words_and_colour(
    desk: Desk, until: date | None, state: str, tone: str
) -> None:
    desk.appoint(replace(SITI, until=until))
    hers = _people(STAF)["siti"]
    assert (hers["state"], hers["tone"]) == (state, tone)
    assert state in Browser().get(STAF).body


def test_who_left_is_still_listed_below(desk: Desk) -> None:
    desk.appoint(replace(SITI, active=False))
    people = _people(STAF)
    assert people["siti"]["state"] == "Tidak aktif"
    assert list(people)[-1] == "siti"


@pytest.mark.parametrize(
    "path", ["/baru", "/penggantian", "/orang/budi", "/orang/budi/penggantian"]
)
def test_only_its_keepers_change_it(desk: Desk, path: str) -> None:
    assert 'href="/staf/baru"' not in Browser().get("batang/siti@/staf").body
    assert 'href="/staf/baru"' in Browser().get(STAF).body
    before = desk.state()
    for who, status in (("siti", 403), ("budi", 200), ("wahyu", 200)):
        assert program("GET", seat("batang", who, f"/staf{path}")).status == status
    good = {**NINA, "officer": "wahyu", "since": "2026-03-10", "until": "2026-03-10"}
    assert program("POST", f"batang/siti@/staf{path}", good).status in {403, 422}
    assert desk.state() == before


def test_nobody_reads_or_changes_another_offices_staff(desk: Desk) -> None:
    """G16."""
    assert "lidia" not in _people(STAF)
    for tail in ("", "/penggantian"):
        assert program("GET", f"batang/budi@/staf/orang/lidia{tail}").status == 404


def test_somebody_new_may_sign_in(desk: Desk) -> None:
    assert program("POST", f"{STAF}/baru", NINA).status == 200
    (nina,) = _at(desk, "nina@batang.test")
    assert nina.roles == ("verifikator",)
    assert "nina" not in nina.id, "an id is in addresses and in history"
    program("POST", "/petugas", {"email": NINA["email"]})
    desk.settle()
    assert len(desk.mails("nina@batang.test")) == 1


def test_two_clicks_make_one_officer(desk: Desk) -> None:
    """G2."""
    first = program("POST", f"{STAF}/baru", NINA)
    after = desk.state()
    second = program("POST", f"{STAF}/baru", NINA)
    assert (first.body, desk.state()) == (second.body, after)


def test_who_comes_back_under_an_old_address_is_somebody_else(desk: Desk) -> None:
    program("POST", f"{STAF}/baru", NINA)
    (nina,) = _at(desk, "nina@batang.test")
    desk.appoint(replace(nina, active=False))
    assert program("POST", f"{STAF}/baru", {**NINA, "name": "Nina Dua"}).status == 200
    assert len({o.id for o in _at(desk, "nina@batang.test")}) == 2


def test_a_changed_line_is_in_the_list_and_in_its_history(desk: Desk) -> None:
    desk.later(minutes=1)
    line = {**LINE, "role": {"verifikator": "ya", "pimpinan": "ya"}, "until": "2026-12-31"}
    assert program("POST", HERS, line).status == 200
    assert _now(desk).roles == ("verifikator", "pimpinan")
    assert _now(desk).until == date(2026, 12, 31)
    (newest, *_) = program("GET", STAF).view["changes"]
    assert newest["by"] == BUDI.name
    assert newest["whom"] == SITI.name
    assert newest["what"].startswith("peran: Verifikator LPSE, ")
    assert "SK sampai 31 Desember 2026" in newest["what"]


def test_what_operators_did_is_in_the_history_too(desk: Desk) -> None:
    changes = program("GET", STAF).view["changes"]
    assert {change["by"] for change in changes} == {"operator"}
    assert all(change["what"].startswith("petugas baru") for change in changes)


def test_the_history_shows_the_newest_fifty(desk: Desk) -> None:
    for n in range(60):
        desk.later(minutes=1)
        desk.appoint(replace(SITI, name=f"Siti {n}"))
    assert len(program("GET", STAF).view["changes"]) == 50


def test_saving_what_stands_there_already_changes_nothing(desk: Desk) -> None:
    """G2: no line in the history, and nobody is signed out."""
    before = desk.state()
    assert program("POST", HERS, LINE).status == 200
    assert Browser().submit(HERS, {}).status == 303
    assert desk.state() == before


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [({"name": ""}, "name", "Tulis nama"), ({"email": "wahyu@batang.test"}, "email", "alamat lain"),
     ({"email": STAFF["lidia"].email}, "email", "alamat lain"),
     ({"until": "2026-03-08"}, "until", "hari ini atau sesudahnya"),
     ({"until": "besok"}, "until", "tahun-bulan-hari"),
     ({"role": {"raja": "ya"}}, "role.raja", "tidak dikenal")],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_its_field(
    desk: Desk, fields: dict[str, object], field: str, words: str
) -> None:
    assert words in _refused(desk, HERS, {**LINE, **fields}, field)


def test_nobody_changes_their_own_roles_validity_or_activity(desk: Desk) -> None:
    roles = dict.fromkeys(BUDI.roles, "ya")
    own = {"name": BUDI.name, "email": BUDI.email, "active": "ya", "role": roles}
    others: list[dict[str, object]] = [{"role": {**roles, "pimpinan": "ya"}}, {"role": {}},
                                       {"active": ""}, {"until": "2026-12-31"}]  # fmt: skip
    before = desk.state()
    for other in others:
        answer = program("POST", "batang/budi@/staf/orang/budi", {**own, **other})
        assert answer.status == 403
        assert "pengelola lain" in answer.view["message"]
    assert desk.state() == before
    assert Browser().submit("batang/budi@/staf/orang/budi", {"name": "Budi S."}).status == 303
    assert _now(desk, "budi") == replace(BUDI, name="Budi S.", standing=2)


def test_nobody_locks_the_office_out(desk: Desk) -> None:
    """Not even whoever stands in for the head, and will keep nothing afterwards."""
    stint = {"since": "2026-03-09", "until": "2026-03-13", "role": {"pimpinan": "ya"}}
    program("POST", f"{STAF}/orang/wahyu/penggantian", {"officer": "siti", **stint})
    desk.appoint(replace(_now(desk, "wahyu"), until=date(2026, 3, 8)))
    desk.sign_in("batang", "siti")
    his = {"name": BUDI.name, "email": BUDI.email, "active": "ya", "role": {"verifikator": "ya"}}
    assert "Paling sedikit satu" in _refused(desk, "batang/siti@/staf/orang/budi", his, "")


def test_a_change_ends_the_officers_sessions_at_once(desk: Desk) -> None:
    """G4."""
    for line in ({**LINE, "role": {"pimpinan": "ya"}}, {**LINE, "active": ""}):
        assert program("GET", "batang/siti@/antrean").status == 200
        program("POST", HERS, line)
        assert program("GET", "batang/siti@/antrean").status == 401
        desk.appoint(SITI)


def test_a_decree_that_ended_at_midnight_opens_nothing(desk: Desk) -> None:
    """G4."""
    desk.appoint(replace(SITI, until=TODAY))
    desk.later(hours=14, minutes=59)
    assert program("GET", "batang/siti@/antrean").status == 200
    desk.later(minutes=1)
    assert program("GET", "batang/siti@/antrean").status == 401


def test_the_slower_of_two_keepers_looks_again(desk: Desk) -> None:
    appoint = desk.world.staff.appoint

    def slower(*args: object) -> None:
        desk.world.staff.appoint = appoint
        desk.appoint(replace(SITI, name="Siti R."))
        appoint(*args)

    desk.world.staff.appoint = slower
    assert program("POST", HERS, {**LINE, "active": ""}).status == 409
    assert _now(desk).active


def test_a_keeper_who_was_dismissed_meanwhile_changes_nothing(desk: Desk) -> None:
    """G4: their own line is checked in the same transaction."""
    appoint = desk.world.staff.appoint

    def slower(*args: object) -> None:
        desk.world.staff.appoint = appoint
        desk.appoint(replace(BUDI, roles=("verifikator",)))
        with pytest.raises(NotAllowed):
            appoint(*args)
        raise NotAllowed

    desk.world.staff.appoint = slower
    assert program("POST", HERS, {**LINE, "active": ""}).status == 403
    assert _now(desk).active


def test_a_role_withdrawn_at_the_desk_closes_the_task(desk: Desk) -> None:
    """G4."""
    _, siti = reach(desk, "scheduling")
    task = siti.task
    program("POST", HERS, {**LINE, "role": {"pimpinan": "ya"}})
    desk.sign_in("batang", "siti")
    assert program("GET", task).status == 403


def test_a_keeper_gives_themselves_no_other_address(desk: Desk) -> None:
    """G15: else they would decide their own case by it."""
    line = {"name": BUDI.name, "email": "lain@batang.test", "active": "ya",
            "role.verifikator": "ya", "role.pengelola-staf": "ya"}  # fmt: skip
    before = desk.state()
    assert program("POST", f"{seat('batang', 'budi')}/staf/orang/budi", line).status == 403
    assert desk.state() == before


def test_another_address_is_told_to_both_mailboxes(desk: Desk) -> None:
    line = {"name": SITI.name, "email": "siti.baru@batang.test", "active": "ya",
            "role.verifikator": "ya"}  # fmt: skip
    assert program("POST", f"{seat('batang', 'budi')}/staf/orang/siti", line).status == 200
    desk.settle()
    told = [m.to for m in desk.world.mail.messages if "Alamat surel Anda" in m.subject]
    assert sorted(told) == sorted([SITI.email, "siti.baru@batang.test"])


def _bounced(desk: Desk) -> None:
    reach(desk, "scheduling")
    tell(desk, "bounced", desk.mails(SITI.email)[-1])


def test_keepers_see_whose_mail_comes_back(desk: Desk) -> None:
    _bounced(desk)
    assert [id_ for id_, person in _people(STAF).items() if person["unreachable"]] == ["siti"]
    assert "Surel kembali" in Browser().get(STAF).body
    desk.sign_in("batang", "siti")
    assert not any(person["unreachable"] for person in _people("batang/siti@/staf").values())


def test_nothing_is_sent_to_such_an_officer_until_a_keeper_says_that_it_arrives(desk: Desk) -> None:
    _bounced(desk)
    before = len(desk.mails(SITI.email))
    for sent in (0, 1):
        desk.later(minutes=2)
        Browser().submit("/petugas", {"email": SITI.email})
        desk.settle()
        assert len(desk.mails(SITI.email)) == before + sent
        Browser().submit(f"{HERS}/surel", {}) if not sent else None
    (change,) = [c for c in program("GET", STAF).view["changes"] if "berfungsi" in c["what"]]
    assert (change["by"], change["whom"]) == (BUDI.name, SITI.name)


def test_another_address_of_an_officer_is_written_to(desk: Desk) -> None:
    _bounced(desk)
    program("POST", HERS, {**LINE, "email": "siti.baru@batang.test"})
    desk.settle()
    assert not any(person["unreachable"] for person in _people(STAF).values())
    assert desk.mails("siti.baru@batang.test")


def test_nobody_says_so_of_their_own_address(desk: Desk) -> None:
    budi = desk.world.fingerprints.of("email", BUDI.email)
    desk.world.suppressions.add(budi, "bounced", desk.now)
    assert program("POST", "batang/budi@/staf/orang/budi/surel", {}).status == 403
    assert program("GET", f"{HERS}/surel").status == 409
