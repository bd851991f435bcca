"""Cases: what saving promises, kept by the fake and by DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError

from functions.core.errors import NotFound, Stale, Taken, Unavailable
from functions.core.facts import Claim, Letter
from functions.core.history import first_break
from functions.core.ports import Cases
from tests.aws.given import (
    APPLICANT,
    NINE,
    NUMBER,
    OTHER,
    SOP,
    Store,
    email_of,
    filling,
    opened,
    waiting,
)

USER_ID = Claim("user-id", "user-id of both")
NPWP = Claim("npwp", "npwp of both", exclusive=False)


def assert_unknown(cases: Cases) -> None:
    with pytest.raises(NotFound):
        cases.get(NUMBER)
    assert cases.history(NUMBER) == ()
    assert cases.holding("email", email_of(NUMBER).fingerprint) == ()


def test_an_unknown_case_is_not_found(cases: Cases) -> None:
    with pytest.raises(NotFound):
        cases.get(NUMBER)


def test_the_slower_of_two_officers_is_refused(cases: Cases) -> None:
    """G3"""
    seen = cases.save(filling())
    faster = cases.save(seen.decide(SOP, APPLICANT, "daring", NINE))
    with pytest.raises(Stale):
        cases.save(seen.decide(SOP, APPLICANT, "tatap-muka", NINE))
    assert cases.get(NUMBER) == faster
    assert [e.kind for e in cases.history(NUMBER)] == ["opened", "begun", "decided"]


def test_a_number_that_is_taken_is_not_given_again(cases: Cases) -> None:
    first = cases.save(opened())
    with pytest.raises(Stale):
        cases.save(replace(opened(at=NINE + timedelta(minutes=1)), email="joko@usaha.test"))
    assert cases.get(NUMBER) == first


def test_saving_the_very_same_again_changes_nothing(cases: Cases) -> None:
    """G1: who did not hear the answer may ask again."""
    first = cases.save(opened())
    assert cases.save(opened()) == first
    assert len(cases.history(NUMBER)) == 1


def test_history_is_told_in_order_and_its_chain_holds(cases: Cases) -> None:
    """G10"""
    case = cases.save(waiting())
    for minute in range(8):
        case = cases.save(case.mailed_late(Letter("tautan"), NINE + timedelta(minutes=minute)))
    told = cases.history(NUMBER)
    assert [event.seq for event in told] == list(range(1, 13))
    assert first_break(NUMBER, told, case.seq, case.head) is None


def test_a_value_that_another_case_holds_is_refused_and_nothing_is_written(cases: Cases) -> None:
    """G12"""
    cases.save(opened(OTHER).claim(USER_ID))
    with pytest.raises(Taken) as refused:
        cases.save(opened().claim(USER_ID))
    assert refused.value.kind == "user-id"
    assert_unknown(cases)


def test_a_case_may_claim_again_what_it_holds(cases: Cases) -> None:
    case = cases.save(opened().claim(USER_ID))
    cases.save(case.recover(NINE).claim(USER_ID))
    assert cases.holding("user-id", USER_ID.fingerprint) == (NUMBER,)


def test_what_others_asked_for_too_one_may_hold_and_all_are_found(cases: Cases) -> None:
    """G12: a wish is no obstacle, and neither are one's own wish and what came of it."""
    wish = replace(USER_ID, exclusive=False)
    for number in (NUMBER, OTHER):
        cases.save(opened(number).claim(wish))
    cases.save(cases.get(NUMBER).recover(NINE).claim(USER_ID))
    assert set(cases.holding("user-id", USER_ID.fingerprint)) == {NUMBER, OTHER}
    with pytest.raises(Taken):
        cases.save(cases.get(OTHER).recover(NINE).claim(USER_ID))


def test_closing_gives_back_what_the_case_held(cases: Cases) -> None:
    case = cases.save(filling())
    cases.save(case.close(SOP, "kedaluwarsa", NUMBER, NINE))
    assert cases.holding("email", email_of(NUMBER).fingerprint) == ()
    cases.save(replace(opened(OTHER), holds=()).claim(email_of(NUMBER)))


def test_a_time_for_a_call_is_one_cases_until_it_lets_go(cases: Cases) -> None:
    """G3: of two who choose at once, one has it."""
    ten, eleven = (NINE + timedelta(hours=hours) for hours in (25, 26))
    first, second = cases.save(waiting()), cases.save(waiting(OTHER))
    first = cases.save(first.book(APPLICANT, ten, NINE))
    with pytest.raises(Taken):
        cases.save(second.book(APPLICANT, ten, NINE))
    assert cases.get(OTHER) == second
    cases.save(first.book(APPLICANT, eleven, NINE))
    cases.save(second.book(APPLICANT, ten, NINE))


def test_a_value_that_may_be_shared_is_never_shared_unseen(cases: Cases) -> None:
    """G12"""
    for number in (NUMBER, OTHER):
        cases.save(opened(number).claim(NPWP))
    assert cases.holding("npwp", NPWP.fingerprint) == (NUMBER, OTHER)


def test_a_cases_letters_are_written_with_it(store: Store) -> None:
    """G7: event and letter are one write."""
    store.cases.save(waiting())
    written = store.outbox.of(NUMBER)
    assert [sent.letter.name for sent in written] == ["tautan", "tanda-terima", "tugas"]
    assert {sent.status for sent in written} == {"pending"}


def test_a_write_whose_answer_was_lost_is_a_success_when_repeated(
    real_store: Store, dynamodb: Any
) -> None:
    """G1, G3"""
    dynamodb.meta.events.register("after-call.dynamodb.TransactWriteItems", _lost, unique_id="lost")
    with pytest.raises(Unavailable):
        real_store.cases.save(opened())
    dynamodb.meta.events.unregister("after-call.dynamodb.TransactWriteItems", unique_id="lost")
    assert real_store.cases.save(opened()) == real_store.cases.get(NUMBER)
    assert len(real_store.cases.history(NUMBER)) == 1


def _lost(**_: Any) -> None:
    raise ReadTimeoutError(endpoint_url="https://dynamodb")
