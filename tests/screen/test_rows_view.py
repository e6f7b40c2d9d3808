"""The rows behind a figure, sorted and filtered as a reader asks."""

import pytest

from carbonpeak.figures.table import Head, Table, missing, number, percent_form, words
from carbonpeak.screen.rows_view import filtered, values

RATE = percent_form(sign=True)
TABLE = Table.of_columns(
    {
        Head("region", "Region"): [words(name) for name in ("Fujian", "Hubei ※", "Xizang")],
        Head("rate", "Needed a year"): [
            number(0.096, RATE),
            number(0.0705, RATE),
            missing("no_data", "No data", RATE),
        ],
    }
)


def names(asked="", column=None, least=None):
    return list(filtered(values(TABLE), TABLE.texts(), asked, column, least)["Region"])


def test_numbers_stand_in_the_unit_that_is_written_and_missing_ones_are_none():
    rates = values(TABLE)["Needed a year"]
    assert list(rates[:2]) == pytest.approx([9.6, 7.05])
    assert rates.isna().tolist() == [False, False, True]


def test_a_least_value_leaves_those_that_reach_it():
    assert names(column="Needed a year", least=8) == ["Fujian"]
    assert names(column="Needed a year", least=7.05) == ["Fujian", "Hubei ※"]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("hub", ["Hubei ※"]),
        ("no data", ["Xizang"]),
        ("(", []),
        ("", ["Fujian", "Hubei ※", "Xizang"]),
    ],
)
def test_a_text_leaves_the_rows_that_say_it(asked, left):
    assert names(asked) == left
