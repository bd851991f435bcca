"""One application may ask accounts for several people, each with their own fields and papers."""

from dataclasses import replace

import pytest

from functions.core.document import Document
from functions.core.errors import Invalid, NotFound
from functions.core.facts import Account, Actor, Finding
from functions.core.form import FormField, Requirement
from functions.core.holders import Holders
from functions.core.people import SHARED, clashes, holders_of
from functions.sops import sop_of
from tests.core.stories import MONDAY, UNITS, USERS, VENDORS, opened, standing

UNIT = Actor("satuan-kerja", "satuan-kerja")
TWO = ("h1", "h3")
BOTH = UNITS.unfolded(TWO)


def test_an_sop_of_one_person_unfolds_to_itself() -> None:
    assert USERS.unfolded(TWO) is USERS
    assert UNITS.unfolded(()) is UNITS


def test_a_case_begins_with_one_holder_only_where_others_may_hold_accounts() -> None:
    assert opened(UNITS).holders == ("h1",)
    assert opened(USERS).holders == ()


def test_each_holder_is_a_page_of_the_form_in_the_order_of_their_coming() -> None:
    pages = {section.id: section.title for section in BOTH.pages}
    assert list(pages) == ["pemohon", "data-surat", "h1", "h3"]
    assert (pages["h1"], pages["h3"]) == ("Pemegang akun 1", "Pemegang akun 2")


def test_each_holder_is_asked_the_same_under_names_of_their_own() -> None:
    asked = {section.id: [f.id for f in section.fields] for section in BOTH.pages}
    assert len(asked["h1"]) == 7
    assert asked["h3"] == [name.replace(".h1", ".h3") for name in asked["h1"]]
    assert "nip.h1" in asked["h1"]


def test_each_holder_brings_the_papers_of_the_role_that_they_chose() -> None:
    answers = {"peran.h1": "ppk", "peran.h3": "pejabat-pengadaan"}
    assert [r.id for r in BOTH.scanned(answers)] == [
        "surat-permohonan",
        "sk-ppk.h1",
        "sertifikat.h1",
        "sk-pejabat-pengadaan.h3",
        "sertifikat.h3",
    ]
    assert BOTH.names["sk-ppk.h3"] == (
        "SK Penunjukan dan Pengangkatan PPK (pemegang akun 2)"
    )  # fmt: skip


def test_a_label_that_is_not_the_holders_stays_the_applications() -> None:
    label = {"bentuk": "pt", "peran": "ppk"}
    fields = tuple(
        FormField(id=name, label=name, type="text", only=label if name == "nip" else {})
        for name in ("nama", "surel", "nip", "peran")
    )
    papers = (Requirement(id="sk", name="SK", only=label, scan=label),)
    holders = Holders(
        title="Orang", name="nama", email="surel", second_fact="nip", fields=fields,
        requirements=papers,
    )  # fmt: skip
    own = {"bentuk": "pt", "peran.h2": "ppk"}
    [page], [paper] = holders.sections(["h2"]), holders.papers(["h2"])
    assert [f.only for f in page.fields] == [{}, {}, own, {}]
    assert (paper.only, paper.scan) == (own, own)


def test_each_holders_password_opens_with_their_own_second_fact() -> None:
    assert [BOTH.opener(holder).id for holder in TWO] == ["nip.h1", "nip.h3"]
    assert USERS.opener("").id == "nip"


def test_a_case_goes_by_an_sop_unfolded_for_its_own_holders() -> None:
    case = opened(UNITS).with_holder(UNIT, 20, MONDAY)
    assert [s.id for s in sop_of(case).pages][-2:] == ["h1", "h2"]


def test_one_letter_asks_for_no_more_people_than_the_sop_says() -> None:
    case = opened(UNITS).with_holder(UNIT, 3, MONDAY).with_holder(UNIT, 3, MONDAY)
    assert case.holders == ("h1", "h2", "h3")
    with pytest.raises(Invalid) as caught:
        case.with_holder(UNIT, 3, MONDAY)
    assert caught.value.problems == {"": "Paling banyak 3 orang dalam satu surat."}


def test_one_person_is_always_left() -> None:
    case = opened(UNITS).with_holder(UNIT, 20, MONDAY).without_holder(UNIT, "h1", MONDAY)
    assert case.holders == ("h2",)
    with pytest.raises(Invalid) as caught:
        case.without_holder(UNIT, "h2", MONDAY)
    assert caught.value.problems == {"": "Sekurang-kurangnya satu orang."}


def test_who_stays_keeps_their_place_in_the_case_when_another_leaves() -> None:
    case = opened(UNITS).with_holder(UNIT, 20, MONDAY).with_holder(UNIT, 20, MONDAY)
    left = case.without_holder(UNIT, "h2", MONDAY)
    assert left.holders == TWO
    assert left.with_holder(UNIT, 20, MONDAY).holders[:2] == TWO


def test_who_comes_after_somebody_left_inherits_nothing_of_them() -> None:
    case = standing(UNITS, "permohonan").with_holder(UNIT, 20, MONDAY)
    case = case.save_answers(UNIT, "h2", {"nama.h2": "Rina", "nip.h2": "1"}, MONDAY)
    left = case.without_holder(UNIT, "h2", MONDAY)
    assert not [name for name in left.answers if name.endswith(".h2")]
    assert left.with_holder(UNIT, 20, MONDAY).holders == ("h1", "h3")


def test_who_leaves_while_mending_takes_along_what_was_found_and_sent_of_them() -> None:
    scan = Document(MONDAY)
    found = {name: Finding("tidak-jelas") for name in ("h1", "h2", "sk-ppk.h2", "data-surat")}
    case = replace(
        standing(UNITS, "permohonan").with_holder(UNIT, 20, MONDAY),
        documents={"sk-ppk.h1": scan, "sk-ppk.h2": scan},
        findings=found,
    )
    left = case.without_holder(UNIT, "h2", MONDAY)
    assert list(left.findings) == ["h1", "data-surat"]
    assert list(left.documents) == ["sk-ppk.h1"]
    assert left.with_holder(UNIT, 20, MONDAY).holders == ("h1", "h3")


@pytest.mark.parametrize(
    ("name", "value"), [("surel", "andi@industri.test"), ("nip", "198503152010011003")]
)
def test_two_people_with_one_mailbox_or_one_second_fact_are_told_apart(
    name: str, value: str
) -> None:
    """G6: else one could open the other's account."""
    case = standing(UNITS, "permohonan").with_holder(UNIT, 20, MONDAY)
    own = {f"{n}.{h}": f"{n} {h}" for n in ("surel", "nip") for h in ("h1", "h2")}
    same = replace(case, answers=own | {f"{name}.{h}": value for h in ("h1", "h2")})
    assert clashes(same, sop_of(same)) == {f"{name}.h2": SHARED}
    assert clashes(same.without_holder(UNIT, "h1", MONDAY), sop_of(same)) == {}


def test_people_who_differ_do_not_clash() -> None:
    case = standing(UNITS, "permohonan").with_holder(UNIT, 20, MONDAY)
    differ = {f"{name}.{h}": f"{name} {h}" for name in ("surel", "nip") for h in ("h1", "h2")}
    namesakes = {"nama.h1": "Rina", "nama.h2": "Rina"}
    assert clashes(replace(case, answers={**differ, **namesakes}), sop_of(case)) == {}
    assert clashes(opened(VENDORS), VENDORS) == {}


def test_nobody_can_be_left_out_who_is_not_there() -> None:
    with pytest.raises(NotFound):
        opened(UNITS).with_holder(UNIT, 20, MONDAY).without_holder(UNIT, "h9", MONDAY)


def test_coming_and_leaving_is_told_and_recognised_when_asked_again() -> None:
    """G2."""
    came = opened(UNITS).settled().with_holder(UNIT, 20, MONDAY, nonce="n1")
    gone = came.without_holder(UNIT, "h1", MONDAY, nonce="n2")
    assert came.heard("n1")
    assert gone.heard("n2")
    told = [(e.kind, e.detail) for e in gone.news.events]
    assert told == [("saved", {"holder": "h2"}), ("saved", {"left": "h1"})]


def test_the_holders_are_known_by_name_role_and_account_and_by_their_place_before() -> None:
    form = standing(UNITS, "permohonan").with_holder(UNIT, 20, MONDAY)
    case = form.save_answers(UNIT, "h1", {"nama.h1": "Rina", "peran.h1": "ppk"}, MONDAY)
    first, second = holders_of(case, sop_of(case))
    assert (first.id, first.name, first.role, first.account) == ("h1", "Rina", "PPK", None)
    assert (second.id, second.name, second.role) == ("h2", "Pemegang akun 2", "")
    assert holders_of(opened(USERS), USERS) == []


def test_a_holders_account_is_found_beside_their_name() -> None:
    account = Account("RINA", MONDAY, "siti", sealed="x")
    case = opened(UNITS)._with("h1", account)
    assert [person.account for person in holders_of(case, sop_of(case))] == [account]
