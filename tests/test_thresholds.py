"""Constants of the outlook and of decomposition, by hand-made rows just inside and outside.

The rows hold the figures themselves, not the constants: a constant that moves a little turns one of
them. Those of the tiers, the doubts and the peak states stand with their rules.
"""

import math

import numpy as np
import pandas as pd
import pytest

from carbonpeak.indicators import projection, scenarios
from carbonpeak.indicators.decomposition import effects
from carbonpeak.indicators.projection import Paths
from carbonpeak.indicators.scenarios import Rates
from carbonpeak.thresholds import CLEAR_FALL, FAN, PATHS, SEED


def rising(changes: int) -> "pd.Series[float]":
    """Return a series of so many yearly changes that always grows by a tenth."""
    return pd.Series({2010 + n: 1.1**n for n in range(changes + 1)})


def test_four_yearly_changes_are_too_few_and_five_are_enough() -> None:
    with pytest.raises(ValueError, match="only 4 yearly changes are known, at least 5"):
        scenarios.log_changes(rising(4), rising(4))
    assert len(scenarios.log_changes(rising(5), rising(5))) == 5


def test_a_trend_is_that_of_the_last_five_changes_and_not_of_the_sixth() -> None:
    changes = [0.5, *[math.log(1.02)] * 5]
    past = pd.DataFrame({"growth": changes, "change": changes})
    trend = scenarios.course(past, "trend5", [2023], target=0.135)
    assert trend["change"].to_list() == pytest.approx([0.02])
    # Five alike and one apart before them: with four or six of them the mean of this one differs.
    past.iloc[1] = math.log(1.07)
    trend = scenarios.course(past, "trend5", [2023], target=0.135)
    assert trend["change"].to_list() == pytest.approx([(1.07 * 1.02**4) ** 0.2 - 1])


@pytest.mark.parametrize("rate", [1.0, -0.999])
def test_a_rate_may_double_and_may_leave_a_little(rate: float) -> None:
    assert Rates(rate, rate).growth == rate


@pytest.mark.parametrize("rate", [1.001, -1.0])
def test_a_rate_may_not_more_than_double_and_not_leave_nothing(rate: float) -> None:
    with pytest.raises(ValueError, match=r"out of bounds: more than -100 % and at most 100 %"):
        Rates(0.0, rate)


@pytest.mark.parametrize(("last", "is_lower"), [(99.0, True), (99.01, False)])
def test_a_path_has_clearly_come_down_by_one_percent(last: float, is_lower: bool) -> None:
    paths = Paths((2023, 2024), np.ones((1, 2)), np.array([[100.0, last]]))
    past = pd.Series({2022: 90.0})
    assert projection.is_clearly_lower(past, paths, CLEAR_FALL).tolist() == [is_lower]


def test_the_simulation_is_the_one_the_pages_print() -> None:
    assert (PATHS, SEED) == (10_000, 2030)
    # The middle, and two bands around it: half of all paths, and nine tenths.
    assert [FAN[3] - FAN[1], round(FAN[4] - FAN[0], 9)] == [0.5, 0.9]
    assert FAN[2] == 0.5


def test_what_comes_out_of_nothing_counts_from_the_small_value() -> None:
    # Value added doubles, energy goes 0 -> 1, which is 1e-20 -> 1: L = 1 / ln(1e20), times ln(2).
    start, end = [np.array(1.0), np.array([0.0])], [np.array(2.0), np.array([1.0])]
    activity = effects(["activity", "intensity"], start, end)["activity"]
    assert activity == pytest.approx(math.log(2) / math.log(1e20), rel=1e-12)
