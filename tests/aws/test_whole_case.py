"""All that may be known of a case comes back as it was saved, by fake and DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

from functions.core.case import Case
from functions.core.deeds import Disclosure, Disposition, Guest, Pause, Seen, Signed
from functions.core.document import Document, Leaf
from functions.core.facts import Account, Finding, Hand, Meeting
from functions.core.holders import APPLICANT as APPLICANTS_OWN
from functions.core.notification import Notification, Version
from functions.core.ports import Cases
from tests.aws.given import (
    NINE,
    NUMBER,
    SOP,
    filling,
    waiting,
)


def everything_known() -> Case:
    meeting = Meeting(NINE + timedelta(days=1), 30, "https://video.test/1", sequence=2)
    leaf = Leaf("BTG/ktp/0", "v1", "application/pdf", 12, "0" * 64, "BTG/ktp/1", 2)
    scan = Document(NINE, (leaf, leaf), 1, ("1-x/v1",), "Buram.")
    return replace(
        waiting(due=NINE + timedelta(minutes=5)).take(Hand("vera", "Vera"), NINE),
        answers={"nama-usaha": "CV Sumber Rejeki \N{EN DASH} \N{SNOWMAN}"},
        documents={"ktp-direksi": scan},
        findings={"npwp": Finding("tidak-jelas", "Tidak terbaca.")},
        message="Mohon unggah ulang.",
        meeting=meeting,
        former=replace(meeting, sequence=0),
        wish="Selasa pagi",
        wished=NINE + timedelta(days=1),
        slots=(NINE + timedelta(days=1),),
        consented=NINE,
        holders=("h1",),
        accounts={
            APPLICANTS_OWN: Account("sumber", NINE, "vera", sealed="c2VhbGVk", tries=2),
            "h1": Account("dewi", NINE, "vera", capacity="PPE", outside="e-Pesan", shown_at=NINE),
        },
        pauses=(Pause("jadwal", "listrik", "Padam sejak pagi.", "vera", NINE),),
        promised=NINE + timedelta(days=1),
        held=((NINE, NINE + timedelta(minutes=5)),),
        guest=Guest(NINE, "vera", "Dewi", "CV", "Jl. 1", "0812", "d@usaha.test", "Berkas"),
        originals=Seen("vera", NINE),
        dispositions=(Disposition("d", "kepala", "vera", "Vera", "admin", "Proses.", NINE),),
        statement=Signed("Dewi", NINE, "0" * 64, "application/pdf"),
        notification=Notification((Version("Yth.", "vera", "Vera", NINE),), number="7/2026"),
        disclosure=Disclosure("d@usaha.test", {NUMBER: {"usaha": "mark"}}),
        surveyed=True,
        nonce="n-1",
    )


def test_a_saved_case_comes_back_whole(cases: Cases) -> None:
    saved = cases.save(everything_known())
    assert cases.get(NUMBER) == saved == everything_known().settled()


def test_a_closed_case_comes_back_whole(cases: Cases) -> None:
    case = cases.save(filling())
    saved = cases.save(case.close(SOP, "kedaluwarsa", NUMBER, NINE))
    assert cases.get(NUMBER) == saved
    assert saved.closed
