"""Scenarios: what each assumes, which past changes count, and rates nobody may assume."""

import math

import numpy as np
import pandas as pd
import pytest

from carbonpeak.indicators.scenarios import SCENARIOS, Rates, course, log_changes, mean_rates

YEARS = list(range(2013, 2023))
AHEAD = range(2023, 2031)
TARGET = 0.18


def past(growths: list[float], changes: list[float]) -> pd.DataFrame:
    first = 2023 - len(growths)
    return pd.DataFrame(
        {"growth": np.log1p(growths), "change": np.log1p(changes)},
        index=range(first, 2023),
    )


PAST = past([0.10] * 4 + [0.05] * 5, [-0.01] * 4 + [-0.03] * 5)


def test_log_changes_are_pairs_of_years_in_a_row() -> None:
    added = pd.Series(1.05 ** np.arange(10), YEARS)
    level = pd.Series(0.97 ** np.arange(10), YEARS)
    found = log_changes(added, level)
    assert list(found.index) == YEARS[1:]
    assert np.expm1(found["growth"]).to_list() == pytest.approx([0.05] * 9)
    assert np.expm1(found["change"]).to_list() == pytest.approx([-0.03] * 9)


def test_a_gap_and_a_revision_are_no_change() -> None:
    added = pd.Series(1.05 ** np.arange(10), YEARS)
    level = pd.Series(0.97 ** np.arange(10), YEARS)
    level[2020] = math.nan
    found = log_changes(added, level, without=[2018])
    assert list(found.index) == [2014, 2015, 2016, 2017, 2019, 2022]


@pytest.mark.parametrize("bad", [0.0, -1.0])
def test_a_figure_not_above_zero_is_refused(bad: float) -> None:
    level = pd.Series([1.0] * 9 + [bad], YEARS)
    with pytest.raises(ValueError, match="above zero in every year"):
        log_changes(pd.Series(1.0, YEARS), level)


def test_too_short_a_history_is_refused() -> None:
    level = pd.Series(1.0, YEARS[:5])
    with pytest.raises(ValueError, match="only 4 yearly changes are known, at least 5"):
        log_changes(level, level)


def test_the_mean_chains_to_the_whole() -> None:
    rates = mean_rates(PAST)
    assert (1 + rates.growth) ** 9 == pytest.approx(1.10**4 * 1.05**5)
    assert (1 + rates.change) ** 9 == pytest.approx(0.99**4 * 0.97**5)


@pytest.mark.parametrize(
    ("scenario", "growth", "early", "late"),
    [
        ("trend5", 0.05, -0.03, -0.03),
        ("trend10", (1.10**4 * 1.05**5) ** (1 / 9) - 1, None, None),
        ("plan", 0.05, 0.82**0.2 - 1, 0.82**0.2 - 1),
        ("plan15", 0.05, -0.03, 0.83**0.2 - 1),
        ("own", 0.02, -0.045, -0.045),
    ],
)
def test_what_each_scenario_assumes(
    scenario: str, growth: float, early: float | None, late: float | None
) -> None:
    found = course(PAST, scenario, AHEAD, TARGET, Rates(0.02, -0.045))
    assert found["growth"].to_list() == pytest.approx([growth] * 8)
    mean = (0.99**4 * 0.97**5) ** (1 / 9) - 1
    assert found["change"][2025] == pytest.approx(mean if early is None else early)
    assert found["change"][2026] == pytest.approx(mean if late is None else late)
    assert not found["is_given"].any()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_published_growth_is_taken_as_it_is(scenario: str) -> None:
    found = course(PAST, scenario, AHEAD, TARGET, Rates(0.02, -0.045), {2023: 0.042, 2025: 0.059})
    assert found["growth"][[2023, 2025]].to_list() == [0.042, 0.059]
    assert found.index[found["is_given"]].to_list() == [2023, 2025]


@pytest.mark.parametrize("rate", [-1.0, -1.5, 1.01, math.nan, math.inf, -math.inf])
def test_an_absurd_rate_is_refused_in_a_sentence(rate: float) -> None:
    with pytest.raises(ValueError, match="yearly growth of .* is out of bounds"):
        Rates(rate, -0.03)
    with pytest.raises(ValueError, match="yearly change of .* is out of bounds"):
        Rates(0.05, rate)


def test_an_unknown_scenario_and_own_rates_that_are_not_given() -> None:
    with pytest.raises(ValueError, match="scenario 'x' is not known"):
        course(PAST, "x", AHEAD, TARGET)
    with pytest.raises(ValueError, match="needs two rates"):
        course(PAST, "own", AHEAD, TARGET)
