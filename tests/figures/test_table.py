"""How numbers are written in a cell."""

import pytest

from carbonpeak.figures.table import percent_form, share_form


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (0.0, "0%"),
        (0.0004, "<0.1%"),
        (0.0006, "0.1%"),
        (0.086, "8.6%"),
        (0.9996, ">99.9%"),
        (sum([0.1] * 10), "100%"),
        (1.0, "100%"),
    ],
)
def test_a_part_of_a_whole_never_reads_as_nothing_or_all(part, text):
    assert share_form().text(part) == text


def test_a_change_may_be_nothing():
    assert percent_form(sign=True).text(0.0004) == "0.0%"
