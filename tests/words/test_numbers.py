"""Rounding half to even, signs, units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.words import numbers


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.5, 0, "0"),
        (1.5, 0, "2"),
        (2.5, 0, "2"),
        (0.25, 1, "0.2"),
        (0.35, 1, "0.4"),
        (2.675, 2, "2.68"),
        (2.665, 2, "2.66"),
        (1234567.0, 0, "1,234,567"),
        (-0.04, 1, "0.0"),
        (-6.8, 1, "−6.8"),
    ],
)
def test_numbers_round_half_to_even(value, digits, shown):
    assert numbers.number(value, digits) == shown


def test_a_sign_is_shown_when_asked_but_not_on_zero():
    assert numbers.number(3.0, 1, sign=True) == "+3.0"
    assert numbers.number(0.0, 1, sign=True) == "0.0"
    assert numbers.number(0.04, 1, sign=True) == "0.0"


def test_percent_of_a_fraction():
    assert numbers.percent(-0.068) == "−6.8%"
    assert numbers.percent(0.4855858, 1) == "48.6%"


def test_energy_in_the_habit_of_each_language():
    assert numbers.energy(2_638_815_855.0, "zh") == "263,882"
    assert numbers.energy(2_638_815_855.0, "en") == "2,638.8"
    assert numbers.energy(2_638_815_855.0, "en", 0, sign=True) == "+2,639"


def test_co2_in_the_habit_of_each_language():
    assert numbers.co2(9_868_039_377.0, "zh") == "986,804"
    assert numbers.co2(9_868_039_377.0, "en", 0) == "9,868"
    assert numbers.co2_national(9_868_039_377.0, "zh") == "98.68 亿吨"
    assert numbers.co2_national(9_868_039_377.0, "en") == "9,868 Mt"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_finite_is_never_shown(value):
    with pytest.raises(ValueError, match="cannot be rounded"):
        numbers.rounded(value, 1)


@given(st.floats(-1e9, 1e9, allow_nan=False), st.integers(0, 4))
def test_rounding_moves_by_at_most_half_a_unit(value, digits):
    moved = abs(numbers.rounded(value, digits) - Decimal(repr(value)))
    assert moved <= Decimal(1).scaleb(-digits) / 2


@pytest.mark.parametrize(
    ("part", "digits", "shown"),
    [
        (0.0, 0, "0%"),
        (0.004, 0, "<1%"),
        (0.005, 0, "<1%"),
        (0.006, 0, "1%"),
        (0.111, 0, "11%"),
        (0.994, 0, "99%"),
        (0.9951, 0, ">99%"),
        (1.0, 0, "100%"),
        (0.0004, 1, "<0.1%"),
        (0.9996, 1, ">99.9%"),
    ],
)
def test_a_share_that_only_rounds_to_nothing_or_all_says_so(part, digits, shown):
    assert numbers.share(part, digits) == shown


@pytest.mark.parametrize(
    ("value", "bounds", "shown"),
    [
        (-5.64, (-5.6357,), "−5.64"),
        (-5.63, (-5.6357,), "−5.6"),
        (-6.81, (-5.6357,), "−6.8"),
        (-0.02, (), "−0.02"),
        (0.02, (), "+0.02"),
        (0.0, (), "0.0"),
        (39.96, (40.0,), "+39.96"),
        (40.0, (40.0,), "+40.0"),
        (-0.00000001, (), "0.0"),
    ],
)
def test_a_number_has_the_digits_to_keep_its_side(value, bounds, shown):
    digits = numbers.enough_digits(value, 1, *bounds)
    assert numbers.number(value, digits, sign=True) == shown


def test_a_target_is_as_exact_as_its_document():
    assert [numbers.as_written(one) for one in (0.135, 0.18, 0.2)] == ["13.5%", "18%", "20%"]


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_what_is_printed_never_contradicts_a_bound(value, bound):
    digits = numbers.enough_digits(value, 1, bound)
    printed = float(numbers.rounded(value, digits))
    if abs(value - bound) > 1e-3 and abs(value) > 1e-3:
        assert (printed > bound) == (value > bound)
        assert (printed > 0) == (value > 0)
