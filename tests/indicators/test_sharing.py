"""Sharing a gap out: worked examples by each rule, and parts that always add up to the gap."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.sharing import (
    above_median_change,
    above_median_level,
    best_fall,
    gaps,
    rates_asked,
    shared,
)

NOW = pd.Series({"a": 100.0, "b": 60.0, "c": 40.0})
BASE = pd.Series({"a": 90.0, "b": 60.0, "c": 50.0})
GROWTH = pd.Series({"a": 1.1, "b": 1.0, "c": 1.2})

amounts = some.floats(0.01, 1e9)
bases = some.dictionaries(some.integers(0, 99), some.floats(-1e9, 1e9), min_size=1, max_size=30)


def test_equal_rate_takes_the_same_part_of_all() -> None:
    given_t, left = shared(NOW, 20.0)
    assert given_t.to_dict() == pytest.approx({"a": 10, "b": 6, "c": 4})
    assert left == 0


def test_the_own_gap_is_what_lies_above_the_target_at_todays_value_added() -> None:
    # Target -10 %: 100 - 90 x 1.1 x 0.9, 60 - 60 x 0.9, 40 - 50 x 1.2 x 0.9.
    own = gaps(NOW, BASE, GROWTH, 0.10)
    assert own.to_dict() == pytest.approx({"a": 10.9, "b": 6.0, "c": -14.0})
    given_t, left = shared(own, 8.45)
    assert given_t.to_dict() == pytest.approx({"a": 5.45, "b": 3.0, "c": 0.0})
    assert left == 0


def test_what_the_rule_cannot_cover_is_left_over() -> None:
    given_t, left = shared(gaps(NOW, BASE, GROWTH, 0.10), 20.0)
    assert given_t.to_dict() == pytest.approx({"a": 10.9, "b": 6.0, "c": 0.0})
    assert left == pytest.approx(20 - 16.9)


def test_the_benchmark_is_the_median_level() -> None:
    # Levels 2, 1.5 and 1; the median 1.5: only a lies above, by 0.5 x 50.
    distance = above_median_level(NOW, pd.Series({"a": 50.0, "b": 40.0, "c": 40.0}))
    assert distance.to_dict() == pytest.approx({"a": 25, "b": 0, "c": -20})
    assert shared(distance, 5.0)[0].to_dict() == pytest.approx({"a": 5, "b": 0, "c": 0})


def test_the_benchmark_of_divisions_is_the_median_change() -> None:
    # At the intensity of the base year 99, 60 and 60: ratios 1.0101, 1, 0.6667; the median 1.
    distance = above_median_change(NOW, BASE, GROWTH)
    assert distance.to_dict() == pytest.approx({"a": 1, "b": 0, "c": -20})


@given(bases, amounts)
def test_parts_and_rest_add_up_to_the_gap(units: dict[int, float], gap: float) -> None:
    given_t, left = shared(pd.Series(units, dtype=float), gap)
    assert float(given_t.sum()) + left == pytest.approx(gap, rel=1e-9)
    assert (given_t >= 0).all()
    assert left >= -1e-9 * gap
    assert (given_t <= pd.Series(units, dtype=float).clip(lower=0) * (1 + 1e-12)).all()


@pytest.mark.parametrize("gap", [0.0, -5.0])
def test_where_there_is_no_gap_nobody_gives(gap: float) -> None:
    given_t, left = shared(NOW, gap)
    assert given_t.sum() == 0
    assert left == gap


def test_the_rate_asked_chains_to_the_reduction() -> None:
    # 27.1 of 100 in three years: 10 % a year.
    asked = rates_asked(pd.Series({"a": 27.1, "b": 0.0}), pd.Series({"a": 100.0, "b": 5.0}), 3)
    assert asked.to_dict() == pytest.approx({"a": 0.10, "b": 0.0})


def test_giving_all_has_no_rate_and_no_year_left_is_refused() -> None:
    assert math.isnan(rates_asked(pd.Series([5.0]), pd.Series([5.0]), 3)[0])
    with pytest.raises(ValueError, match="no year is left"):
        rates_asked(pd.Series([1.0]), pd.Series([5.0]), 0)


def test_the_best_fall_is_the_best_five_years_in_a_row() -> None:
    steps = [1.0, 0.98, 0.98, 0.95, 0.95, 0.95, 0.95, 0.95, 1.0]
    level = pd.Series(steps, range(2014, 2023)).cumprod()
    assert best_fall(level, 5) == pytest.approx(0.05)
    # No span of five avoids the revision of 2019; the best three are then 2016-2018.
    assert math.isnan(best_fall(level, 5, without=[2019]))
    three = 1 - (0.98 * 0.95 * 0.95) ** (1 / 3)
    assert best_fall(level, 3, without=[2019]) == pytest.approx(three)


def test_a_rise_is_a_negative_fall_and_a_gap_no_span() -> None:
    assert best_fall(pd.Series(1.02 ** pd.Series(range(6)).to_numpy(), range(2017, 2023)), 5) < 0
    level = pd.Series([1.0, 0.9, math.nan, 0.8, 0.7, 0.6, 0.5], range(2016, 2023))
    assert math.isnan(best_fall(level, 5))
    assert best_fall(level, 3) == pytest.approx(1 - (0.5 / 0.8) ** (1 / 3))
