"""The one-sided Mann-Kendall test against counts by hand and by every order of the values."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.indicators.trend import falls, mann_kendall
from carbonpeak.thresholds import NORMAL_FROM

FEW = st.lists(st.integers(0, 4), min_size=2, max_size=6)
MANY = st.lists(st.integers(0, 30), min_size=2, max_size=20)


def s_of(values):
    """S by its definition: a look at every pair."""
    pairs = [(a, b) for place, a in enumerate(values) for b in values[place + 1 :]]
    return sum((b > a) - (b < a) for a, b in pairs)


@pytest.mark.parametrize(
    ("values", "s", "p"),
    [
        # One of the n! orders falls all the way.
        ([5, 4, 3, 2, 1], -10, 1 / 120),
        ([4, 3, 2, 1], -6, 1 / 24),
        ([2, 1], -1, 1 / 2),
        ([1, 2], 1, 1.0),
        # One of the four orders that swap neighbours, or none at all: 1 + 3 of 24.
        ([4, 3, 1, 2], -4, 4 / 24),
        # Three orders of two equal values and one other; the one that falls is one of them.
        ([3, 2, 2], -2, 1 / 3),
        ([2, 3, 2], 0, 2 / 3),
        # Equal values have one order only: nothing falls.
        ([7, 7, 7, 7], 0, 1.0),
        # 1, 1, 2, 2: six orders with 0, 1, 2, 2, 3, 4 inversions.
        ([2, 2, 1, 1], -4, 1 / 6),
        ([2, 1, 2, 1], -2, 2 / 6),
    ],
)
def test_exact_probabilities_counted_by_hand(values, s, p):
    assert mann_kendall(values) == (s, pytest.approx(p, rel=1e-12))


@given(FEW)
def test_exact_probabilities_are_the_share_of_all_orders(values):
    all_s = [s_of(order) for order in permutations(values)]
    s, p = mann_kendall(values)
    assert s == s_of(values)
    assert p == pytest.approx(sum(one <= s for one in all_s) / len(all_s), rel=1e-12)


def test_from_ten_points_the_normal_approximation_with_continuity_correction():
    # Ten values that fall: S = -45, variance 10 * 9 * 25 / 18 = 125, z = -44 / sqrt(125).
    s, p = mann_kendall(range(10, 0, -1))
    assert s == -45
    assert p == pytest.approx(4.15e-5, rel=2e-3)
    assert p == pytest.approx(0.5 * math.erfc(44 / math.sqrt(125) / math.sqrt(2)), rel=1e-12)
    # Nine are still exact: one order of 9!.
    assert mann_kendall(range(9, 0, -1))[1] == pytest.approx(1 / math.factorial(9), rel=1e-12)
    assert NORMAL_FROM == 10


def test_ties_take_from_the_variance():
    # Two pairs and one triple among ten: (10*9*25 - 2*(2*1*9) - 3*2*11) / 18 = 2148 / 18.
    values = [9, 9, 8, 8, 7, 7, 7, 3, 2, 1]
    s, p = mann_kendall(values)
    assert s == -(45 - 1 - 1 - 3)
    z = (40 - 1) / math.sqrt(2148 / 18)
    assert p == pytest.approx(0.5 * math.erfc(z / math.sqrt(2)), rel=1e-12)


def test_ten_equal_values_show_no_fall():
    assert mann_kendall([3.0] * 10) == (0, 1.0)


@pytest.mark.parametrize("values", [[], [1.0]])
def test_fewer_than_two_values_have_no_probability(values):
    s, p = mann_kendall(values)
    assert s == 0
    assert math.isnan(p)


@given(MANY, st.floats(0.001, 1000))
def test_scaling_changes_nothing(values, factor):
    assert mann_kendall([factor * one for one in values]) == mann_kendall(values)


@given(MANY)
def test_turned_round_a_rise_becomes_a_fall(values):
    s, p = mann_kendall(values)
    turned, other = mann_kendall(values[::-1])
    assert s == s_of(values) == -turned
    assert 0 < p <= 1
    # Both include what lies at S itself, so together they are at least one (exact and normal).
    assert p + other >= 1 - 1e-12


@given(st.lists(MANY, min_size=1, max_size=6))
def test_rows_are_tested_each_by_itself_and_missing_values_are_left_out(rows):
    width = max(len(row) for row in rows) + 1
    matrix = np.full((len(rows), width), np.nan)
    for number, row in enumerate(rows):
        matrix[number, : len(row) - 1] = row[:-1]
        # A hole before the last value changes nothing.
        matrix[number, len(row)] = row[-1]
    s, p = falls(matrix)
    for number, row in enumerate(rows):
        assert (s[number], p[number]) == mann_kendall(row)
