"""A length of time as a paper writes it."""

from datetime import timedelta

import pytest

from functions.core.clock import Span


@pytest.mark.parametrize("text", ["30 menit", "2 jam", "1 hari kerja", "14 hari", "3x24 jam"])
def test_a_span_reads_back_as_it_was_written(text: str) -> None:
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "menit", "30", "30menit", "-1 menit", "0 menit", "1.5 jam", "30 minutes", "30 menit ",
     "99999 hari", "1 hari  kerja", "1 bulan", "30 menit\n", "3 x 24 jam", "3x12 jam", "x24 jam"],
)  # fmt: skip
def test_what_is_no_span_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match='such as "30 menit", "1 hari kerja"'):
        Span.parse(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("30 menit", 0.5), ("2 jam", 2), ("3 hari", 72), ("2 hari kerja", 48), ("3x24 jam", 72)],
)
def test_on_the_wall_a_span_knows_no_office_hours(text: str, hours: float) -> None:
    assert Span.parse(text).calendar == timedelta(hours=hours)
