"""The nowcast: growth rates chain, weights move, a method's miss carries on, the verdict counts."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.nowcast import (
    chained,
    corrected,
    growth_of_levels,
    growth_of_parts,
    intensity_changes,
    verdict,
)

rates = some.floats(-0.3, 0.3)


def test_a_change_of_intensity_is_a_ratio_of_growths() -> None:
    changes = intensity_changes(
        pd.Series({2023: 0.057, 2024: 0.0}), pd.Series({2022: 9.0, 2023: 0.046, 2024: 0.10})
    )
    assert list(changes.index) == [2023, 2024]
    assert changes[2023] == pytest.approx(1.057 / 1.046 - 1)
    assert changes[2024] == pytest.approx(-0.0909, abs=5e-5)


def test_a_year_without_value_added_has_no_change() -> None:
    assert math.isnan(intensity_changes(pd.Series({2023: 0.05}), pd.Series({2022: 0.04}))[2023])


def test_growth_of_levels_and_a_level_that_is_none() -> None:
    growth = growth_of_levels(pd.Series({2020: 200.0, 2021: 220.0, 2022: 0.0, 2023: 5.0}))
    assert growth[2021] == pytest.approx(0.10)
    assert math.isnan(growth[2023])
    assert 2020 not in growth


def test_changes_chain_from_the_official_start() -> None:
    # 0.932 x 0.97 x 0.95 = 0.858838.
    found = chained(-0.068, pd.Series({2023: -0.03, 2024: -0.05}))
    assert found[2024] == pytest.approx(-0.141162)


def test_parts_grow_each_at_their_own_rate_and_weights_move() -> None:
    growth = pd.DataFrame({2021: [0.10, math.nan], 2022: [math.nan, -0.50]}, index=["31", "39"])
    found = growth_of_parts(
        pd.Series({"31": 60.0, "39": 40.0}), growth, pd.Series({2021: 0.05, 2022: 0.0})
    )
    # 2021: 66 + 42 of 100; 2022: 66 + 21 of 108, the known part having weighed 42 of 108.
    assert found["growth"].to_list() == pytest.approx([0.08, 87 / 108 - 1])
    assert found["covered"].to_list() == pytest.approx([0.60, 42 / 108])


def test_parts_without_energy_cannot_be_weighed() -> None:
    with pytest.raises(ValueError, match="no energy"):
        growth_of_parts(pd.Series({"31": 0.0}), pd.DataFrame({2021: [0.1]}), pd.Series({2021: 0.0}))


@given(rates, rates)
def test_parts_that_grow_alike_grow_as_their_sum(rate: float, other: float) -> None:
    growth = pd.DataFrame({2021: [rate, rate], 2022: [other, other]}, index=["a", "b"])
    found = growth_of_parts(
        pd.Series({"a": 3.0, "b": 7.0}), growth, pd.Series({2021: 0.9, 2022: 0.9})
    )
    assert found["growth"].to_list() == pytest.approx([rate, other])
    assert found["covered"].to_list() == [1, 1]


def test_a_miss_goes_on_at_its_yearly_rate() -> None:
    # The method gave 0.9604, official 0.9216 = 0.9604 x (48/49)^2: 48/49 a year, three years more.
    found = corrected(-0.10, 0.98**2 - 1, 0.96**2 - 1, 2, 3)
    assert found == pytest.approx(0.9 * (0.96 / 0.98) ** 3 - 1)


@given(rates, rates)
def test_a_method_that_did_not_miss_is_not_corrected(cumulative: float, official: float) -> None:
    assert corrected(cumulative, official, official, 2, 3) == pytest.approx(cumulative)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ([-0.14, -0.135], "all"),
        ([-0.14, -0.1349], "some"),
        ([-0.10, -0.08], "none"),
        ([0.05, -0.08], "none"),
    ],
)
def test_the_verdict_counts_methods_that_reach_the_target(ends: list[float], words: str) -> None:
    assert verdict(pd.Series(ends), 0.135) == words
