"""The index of satisfaction: exact, and as the regulation has it."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.elements import ELEMENTS
from functions.core.errors import Invalid
from functions.core.satisfaction import GRADES, Ballot, Figures, figures, grade, scores_of

IDS = [f"u{n}" for n in range(1, 10)]
SCORES = st.fixed_dictionaries({id: st.integers(1, 4) for id in IDS})
BOX = st.lists(SCORES, min_size=1, max_size=60)


def _of(*scores: dict[str, int]) -> Figures:
    found = figures([Ballot(f"chance-{n}", "akun", said) for n, said in enumerate(scores)])
    assert found
    return found


def _all(score: int) -> dict[str, int]:
    return dict.fromkeys(IDS, score)


def _by_hand(total: int, count: int, times: int) -> Decimal:
    """`total / count * times` by long division in decimals, half up at the second place."""
    with localcontext(prec=60):
        return (Decimal(total * times) / count).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_the_elements_are_the_nine_of_the_regulation() -> None:
    assert [element.id for element in ELEMENTS] == IDS
    assert [element.name for element in ELEMENTS] == [
        "Persyaratan", "Sistem, mekanisme, dan prosedur", "Waktu penyelesaian", "Biaya/tarif",
        "Produk spesifikasi jenis pelayanan", "Kompetensi pelaksana", "Perilaku pelaksana",
        "Penanganan pengaduan, saran, dan masukan", "Sarana dan prasarana",
    ]  # fmt: skip
    assert all(len(set(element.answers)) == 4 for element in ELEMENTS)


@pytest.mark.parametrize(
    ("score", "index", "letter"), [(4, "100.00", "A"), (3, "75.00", "C"), (2, "50.00", "D"),
                                   (1, "25.00", "D")])  # fmt: skip
def test_the_same_score_throughout_is_a_round_index(score: int, index: str, letter: str) -> None:
    """With 0.11 for a ninth, all fours would be 99.00."""
    for count in (1, 3, 7, 100):
        found = _of(*[_all(score)] * count)
        assert (str(found.index), found.grade.letter) == (index, letter)
        assert {str(e.mean) for e in found.elements} == {f"{score}.00"}


def test_one_answer_that_differs_is_a_ninth() -> None:
    """35 of 36 points."""
    assert str(_of({**_all(4), "u3": 3}).index) == "97.22"


def test_the_means_are_not_rounded_before_the_index_is() -> None:
    """Three people, each element 10/3 = 3.33 when read: 83.33, and not 3.33 times 25 = 83.25."""
    assert str(_of(_all(3), _all(3), _all(4)).index) == "83.33"


def test_a_half_is_rounded_up() -> None:
    """797 of 200 is 3.985; to the even digit it would be 3.98."""
    box = [_all(4)] * 197 + [{**_all(4), "u1": 3}] * 3
    assert str(_of(*box).elements[0].mean) == "3.99"


@given(BOX)
def test_the_index_is_what_long_division_gives(box: list[dict[str, int]]) -> None:
    total = sum(sum(said.values()) for said in box)
    assert _of(*box).index == _by_hand(total, 9 * len(box), 25)


@given(BOX)
def test_each_mean_is_what_long_division_gives(box: list[dict[str, int]]) -> None:
    found = _of(*box)
    assert found.respondents == len(box)
    for id, element in zip(IDS, found.elements, strict=True):
        assert element.mean == _by_hand(sum(said[id] for said in box), len(box), 1)


@given(BOX, st.randoms())
def test_the_order_of_the_ballots_and_elements_changes_nothing(
    box: list[dict[str, int]], random: object
) -> None:
    turned = [dict(zip(IDS, reversed([said[id] for id in IDS]), strict=True)) for said in box]
    assert _of(*box).index == _of(*reversed(box)).index == _of(*turned).index


@given(BOX)
def test_every_index_has_a_class_and_it_is_that_of_the_index_as_read(
    box: list[dict[str, int]],
) -> None:
    found = _of(*box)
    assert Decimal("25.00") <= found.index <= Decimal("100.00")
    above = [g for g in GRADES if g.least > found.grade.least]
    assert found.grade.least <= found.index
    assert all(found.index < g.least for g in above)


@pytest.mark.parametrize(
    ("index", "letter", "words"),
    [("100.00", "A", "Sangat baik"), ("88.31", "A", "Sangat baik"), ("88.30", "B", "Baik"),
     ("76.61", "B", "Baik"), ("76.60", "C", "Kurang baik"), ("65.00", "C", "Kurang baik"),
     ("64.99", "D", "Tidak baik"), ("25.00", "D", "Tidak baik")],
)  # fmt: skip
def test_a_class_begins_and_ends_where_the_regulation_says(
    index: str, letter: str, words: str
) -> None:
    found = grade(Decimal(index))
    assert (found.letter, found.words) == (letter, words)


def test_the_class_goes_by_the_rounded_index() -> None:
    """3179 of 3600 points are 88.30555...: below A as a fraction, 88.31 as it is read."""
    found = _of(*_with_total(3179, 100))
    assert (str(found.index), found.grade.letter) == ("88.31", "A")


def _with_total(points: int, people: int) -> list[dict[str, int]]:
    """Ballots of threes and fours with so many points altogether."""
    fours = points - 27 * people
    each = [4 if n < fours else 3 for n in range(9 * people)]
    return [dict(zip(IDS, each[9 * n : 9 * n + 9], strict=True)) for n in range(people)]


def test_of_nobody_there_are_no_figures() -> None:
    assert figures([]) is None


def test_scores_are_read_from_what_was_chosen() -> None:
    said = {id: str(n % 4 + 1) for n, id in enumerate(IDS)}
    assert scores_of(said) == {id: n % 4 + 1 for n, id in enumerate(IDS)}


@pytest.mark.parametrize("bad", ["", "0", "5", "1.5", "-1", "١", " 1", "satu"])
def test_every_element_needs_a_score_from_1_to_4(bad: str) -> None:
    with pytest.raises(Invalid) as refused:
        scores_of({**dict.fromkeys(IDS, "4"), "u3": bad})
    assert refused.value.problems == {"u3": "Pilih salah satu jawaban tentang waktu penyelesaian."}


def test_each_element_left_out_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        scores_of({})
    assert list(refused.value.problems) == IDS
