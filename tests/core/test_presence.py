"""An officer at the door: one code at a time, few tries, and sessions that end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.errors import Invalid, TooMany
from functions.core.officer import Cover, Officer
from functions.core.presence import (
    DEVICES,
    NEW,
    TRIES,
    WRONGS,
    Entry,
    Presence,
    code_print,
    fresh_code,
)
from tests.core.story import MORNING
from tests.fakes import PlainFingerprints

SITI = Officer("siti", "batang", "Siti", "siti@lpse.test", ("verifikator",))
AWAY = Presence(SITI)
TEN, TICK = timedelta(minutes=10), timedelta(microseconds=1)
EVENING = MORNING + timedelta(hours=8)
PHONE = Entry("phone", "browser", EVENING)


def expecting() -> Presence:
    return AWAY.expecting("right", NEW, MORNING)


def missed(presence: Presence, times: int) -> Presence:
    for _ in range(times):
        presence = presence.tried(NEW, MORNING)
    return presence


def signed_in(devices: int) -> Presence:
    """On so many devices, each a minute after the other."""
    presence = AWAY
    for n in range(devices):
        presence = presence.expecting("right", NEW, MORNING)
        ends = EVENING + timedelta(minutes=n)
        presence = presence.entered(
            "right", NEW, Entry(f"device {n}", f"browser {n}", ends), MORNING
        )
    return presence


def test_a_code_is_six_digits_one_by_one() -> None:
    digits = iter("031415")
    asked: list[str] = []

    def pick(choices: str) -> str:
        asked.append(choices)
        return next(digits)

    assert fresh_code(pick) == "031415"
    assert asked == ["0123456789"] * 6


def test_the_same_digits_are_another_code_for_another_officer_or_office() -> None:
    prints = PlainFingerprints()
    others = [
        Officer("budi", "batang", "Budi", "", ()),
        Officer("siti", "melawi", "Siti", "", ()),
    ]
    assert len({code_print(prints, one, "031415", 0) for one in (SITI, *others)}) == 3


def test_a_code_may_be_tried_for_ten_minutes() -> None:
    assert expecting().tried(NEW, MORNING + TEN - TICK)
    with pytest.raises(Invalid):
        expecting().tried(NEW, MORNING + TEN)


def test_where_no_code_was_asked_for_none_is_tried() -> None:
    with pytest.raises(Invalid):
        AWAY.tried(NEW, MORNING)


def test_a_code_has_five_tries() -> None:
    assert TRIES == 5
    with pytest.raises(TooMany):
        missed(expecting(), 5).tried(NEW, MORNING)


def test_the_fifth_try_may_be_the_right_one() -> None:
    presence = missed(expecting(), 5).entered("right", NEW, PHONE, MORNING)
    assert presence.knows("phone", MORNING)


def test_a_wrong_code_opens_nothing() -> None:
    with pytest.raises(Invalid) as caught:
        expecting().tried(NEW, MORNING).entered("wrong", NEW, PHONE, MORNING)
    assert "surel terbaru" in caught.value.problems["code"]


def test_the_newest_code_takes_the_place_of_the_one_before() -> None:
    newer = expecting().expecting("newer", NEW, MORNING)
    with pytest.raises(Invalid):
        newer.entered("right", NEW, PHONE, MORNING)
    assert newer.entered("newer", NEW, PHONE, MORNING).sessions == {"phone": EVENING}


def test_a_newer_code_brings_no_new_tries() -> None:
    newer = missed(expecting(), 5).expecting("newer", NEW, MORNING + timedelta(minutes=1))
    with pytest.raises(TooMany):
        newer.tried(NEW, MORNING + timedelta(minutes=2))


def test_tries_are_forgotten_when_their_code_has_run_out() -> None:
    newer = missed(expecting(), 5).expecting("newer", NEW, MORNING + TEN)
    assert newer.tried(NEW, MORNING + TEN).codes


def test_a_code_opens_the_door_once() -> None:
    inside = expecting().entered("right", NEW, PHONE, MORNING)
    assert inside.codes == {}
    with pytest.raises(Invalid):
        inside.entered("right", NEW, Entry("laptop", "browser", EVENING), MORNING)
    with pytest.raises(Invalid):
        inside.tried(NEW, MORNING)


def test_a_session_ends_at_its_hour() -> None:
    inside = signed_in(1)
    assert inside.knows("device 0", EVENING - TICK)
    assert not inside.knows("device 0", EVENING)


def test_a_session_ends_on_leaving_and_no_other_with_it() -> None:
    left = signed_in(2).left("device 0")
    assert not left.knows("device 0", MORNING)
    assert left.knows("device 1", MORNING)
    assert left.left("device 0") == left


def test_nobody_is_signed_in_by_a_secret_that_was_never_given() -> None:
    assert not signed_in(1).knows("device 1", MORNING)
    assert not AWAY.knows("", MORNING)


def test_an_officer_is_signed_in_on_ten_devices_and_the_oldest_gives_way() -> None:
    assert DEVICES == 10
    assert set(signed_in(10).sessions) == {f"device {n}" for n in range(10)}
    assert set(signed_in(11).sessions) == {f"device {n}" for n in range(1, 11)}


def test_what_has_ended_is_forgotten_at_the_next_sign_in() -> None:
    tomorrow = EVENING + timedelta(days=1)
    presence = signed_in(3).expecting("right", NEW, EVENING + timedelta(minutes=1))
    again = presence.entered(
        "right", NEW, Entry("tablet", "browser", tomorrow), EVENING + timedelta(minutes=1)
    )
    assert again.sessions == {"device 2": EVENING + timedelta(minutes=2), "tablet": tomorrow}


def known() -> Presence:
    return AWAY.expecting("right", NEW, MORNING).entered(
        "right", NEW, Entry("session", "browser", EVENING), MORNING
    )


def test_a_browser_that_was_in_before_has_a_code_of_its_own() -> None:
    presence = known().expecting("mine", "browser", MORNING).expecting("strangers", NEW, MORNING)
    for _ in range(TRIES):
        presence = presence.tried(NEW, MORNING)
    with pytest.raises(TooMany):
        presence.tried(NEW, MORNING)
    inside = presence.tried("browser", MORNING).entered(
        "mine", "browser", Entry("another", "browser", EVENING), MORNING
    )
    assert inside.knows("another", MORNING)


def test_twenty_wrong_codes_shut_new_browsers_out_and_a_right_one_lets_them_in_again() -> None:
    presence, now = known(), MORNING
    for _ in range(WRONGS):
        presence = presence.expecting("right", NEW, now).tried(NEW, now)
        now += TEN
    shut = presence.expecting("right", NEW, now)
    with pytest.raises(TooMany):
        shut.tried(NEW, now)
    mine = shut.expecting("mine", "browser", now).tried("browser", now)
    inside = mine.entered("mine", "browser", Entry("again", "browser", now + TEN), now)
    assert inside.tried(NEW, now).wrong == 1


def test_a_line_that_is_written_anew_knows_no_browser_and_tells_nothing_twice() -> None:
    told = replace(known(), told=MORNING.date())
    anew = told.rewritten(replace(SITI, name="Siti R."))
    assert (anew.codes, anew.devices, anew.sessions, anew.told) == ({}, (), {}, MORNING.date())
    cover = Cover("pejabat", "Plh.", MORNING.date(), MORNING.date())
    assert told.rewritten(SITI.covering(cover)).told < MORNING.date()
