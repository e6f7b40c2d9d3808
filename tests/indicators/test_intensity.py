"""Intensity: tonnes per 10^4 yuan, and nothing where the denominator says nothing."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.intensity import change_from_growth, intensity

NONE = float("nan")


def test_tonnes_per_ten_thousand_yuan() -> None:
    level = intensity(pd.Series([50.0, 90.0]), pd.Series([20_000.0, 1_000_000.0]))
    assert level.tolist() == [25.0, 0.9]


@pytest.mark.parametrize("added", [0.0, -5.0, NONE])
def test_a_denominator_that_says_nothing_gives_nothing(added: float) -> None:
    level = intensity(pd.Series([50.0, 0.0]), pd.Series([added, added]))
    assert level.isna().all()


def test_a_missing_quantity_stays_missing() -> None:
    assert intensity(pd.Series([NONE]), pd.Series([20_000.0])).isna().all()


def test_no_energy_is_zero_and_not_missing() -> None:
    assert intensity(pd.Series([0.0]), pd.Series([20_000.0])).tolist() == [0.0]


def test_rows_are_matched_by_code_and_not_by_place() -> None:
    level = intensity(
        pd.Series({"30": 60.0, "31": 50.0}), pd.Series({"31": 10_000.0, "30": 20_000.0})
    )
    assert level.to_dict() == {"30": 30.0, "31": 50.0}


def test_change_from_growth_rates_divides_and_does_not_subtract() -> None:
    # Energy +10 %, value added +25 %: 1.10 / 1.25 = 0.88, not 0.85.
    assert change_from_growth(0.10, 0.25) == pytest.approx(-0.12)
    assert change_from_growth(0.0, 0.0) == 0


@given(some.floats(-0.5, 1), some.floats(-0.5, 1))
def test_growth_rates_agree_with_the_levels(energy: float, added: float) -> None:
    start = intensity(pd.Series([100.0]), pd.Series([50_000.0]))[0]
    end = intensity(pd.Series([100.0 * (1 + energy)]), pd.Series([50_000.0 * (1 + added)]))[0]
    assert change_from_growth(energy, added) == pytest.approx(end / start - 1, abs=1e-12)


@given(some.floats(0.001, 1e9), some.floats(allow_nan=True, allow_infinity=False))
def test_never_infinite(quantity: float, added: float) -> None:
    level = intensity(pd.Series([quantity]), pd.Series([added]))[0]
    assert math.isnan(level) == (not added > 0)
