"""The simulation: closed form without noise, the same seed the same numbers, pairs stay pairs."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.projection import (
    Paths,
    draws,
    every_draw,
    is_clearly_lower,
    landings,
    noise,
    peak_years,
    quantiles,
    share,
    simulate,
    unexplained,
)
from carbonpeak.thresholds import FAN

YEARS = range(2023, 2031)
PAST = pd.DataFrame(
    {
        "growth": [0.05, 0.09, 0.01, 0.06, 0.04, 0.07],
        "change": [-0.02, -0.06, 0.01, -0.05, -0.01, -0.04],
    },
    index=range(2017, 2023),
)
rates = some.floats(-0.2, 0.2)


def steady(growth: float, change: float, given_years: tuple[int, ...] = ()) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "growth": growth,
            "change": change,
            "is_given": [year in given_years for year in YEARS],
        },
        index=YEARS,
    )


def run(course: pd.DataFrame, paths: int = 400, seed: int = 1, scale: float = 1.0) -> Paths:
    deviations = scale * noise(PAST)
    return simulate(100.0, 2.0, course, deviations, draws(6, len(course), paths, seed))


@given(rates, rates)
def test_without_noise_the_closed_form(growth: float, change: float) -> None:
    paths = run(steady(growth, change), paths=3, scale=0.0)
    n = np.arange(1, 9)
    assert np.allclose(paths.intensity, 2.0 * (1 + change) ** n)
    assert np.allclose(paths.quantity, 200.0 * ((1 + growth) * (1 + change)) ** n)
    assert np.allclose(paths.at(2025), 2.0 * (1 + change) ** 3)


def test_the_noise_has_no_mean_and_keeps_its_pairs() -> None:
    deviations = noise(PAST)
    assert deviations.mean(axis=0) == pytest.approx([0, 0], abs=1e-15)
    # In a year drawn, both deviations are those of that year.
    course = steady(0.0, 0.0)
    picks = draws(6, 8, 50, 7)
    paths = simulate(100.0, 2.0, course, deviations, picks)
    first = np.log(paths.quantity[:, 0] / 200)
    assert first == pytest.approx(deviations.sum(axis=1)[picks[:, 0]])
    assert np.log(paths.intensity[:, 0] / 2) == pytest.approx(deviations[picks[:, 0], 1])


def test_the_same_seed_gives_the_same_numbers_and_another_does_not() -> None:
    course = steady(0.05, -0.03)
    assert np.array_equal(run(course).quantity, run(course).quantity)
    assert not np.array_equal(run(course).quantity, run(course, seed=2).quantity)


def test_published_growth_has_no_noise() -> None:
    paths = run(steady(0.05, -0.03, (2023, 2024)))
    added = paths.quantity / paths.intensity
    assert np.allclose(added[:, 0], 105.0)
    assert np.allclose(added[:, 1], 100 * 1.05**2)
    assert added[:, 2].std() > 0
    assert paths.intensity[:, 0].std() > 0


@given(rates, rates, some.floats(0, 0.1))
def test_a_higher_fall_never_gives_more(growth: float, change: float, more: float) -> None:
    less = run(steady(growth, change - more), paths=20)
    usual = run(steady(growth, change), paths=20)
    assert (less.quantity <= usual.quantity * (1 + 1e-12)).all()


@given(rates, rates)
def test_quantiles_are_ordered_and_shares_are_shares(growth: float, change: float) -> None:
    paths = run(steady(growth, change), paths=50)
    fan = quantiles(paths.quantity, FAN, paths.years)
    assert list(fan.index) == list(YEARS)
    assert (fan.diff(axis=1).iloc[:, 1:] >= 0).all().all()
    assert 0 <= share(paths.at(2025) <= 1.9) <= 1


def test_the_quantiles_are_those_of_the_paths() -> None:
    values = np.arange(101, dtype=float)[:, None] * [1.0, 2.0]
    fan = quantiles(values, FAN, (2023, 2024))
    assert fan.loc[2023].to_list() == [5, 25, 50, 75, 95]
    assert fan.loc[2024].to_list() == [10, 50, 100, 150, 190]


def test_the_peak_of_a_path_may_lie_behind_ahead_or_be_shared() -> None:
    quantity = np.array(
        [[9.0, 8.0, 7.0], [11.0, 12.0, 10.0], [9.0, 10.0, 10.0], [11.0, 12.0, 12.5]]
    )
    paths = Paths((2023, 2024, 2025), quantity, quantity)
    past = pd.Series({2020: 8.0, 2021: 10.0, 2022: 9.5})
    # The third path only equals 2021, the second falls after 2024, the last still rises.
    assert peak_years(past, paths).tolist() == [2021, 2024, 2021, 2025]
    assert share(peak_years(past, paths) < 2025) == 0.75


@pytest.mark.parametrize("start", [(0.0, 2.0), (100.0, -1.0), (float("nan"), 2.0)])
def test_a_start_not_above_zero_is_refused(start: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="starts from figures above zero"):
        simulate(*start, steady(0.05, -0.03), noise(PAST), draws(6, 8, 5, 1))


@given(some.lists(some.tuples(rates, rates), min_size=3, max_size=12))
def test_what_growth_does_not_explain_is_uncorrelated_with_it_and_no_larger(
    pairs: list[tuple[float, float]],
) -> None:
    past = pd.DataFrame(pairs, columns=["growth", "change"])
    deviations = noise(past)
    left = unexplained(deviations)
    assert abs(left @ deviations[:, 0]) < 1e-9
    assert left @ left <= deviations[:, 1] @ deviations[:, 1] * (1 + 1e-9) + 1e-12


def test_without_correlation_all_noise_stays_in_a_year_whose_growth_is_given() -> None:
    deviations = np.array([[0.01, 0.03], [0.01, -0.03], [-0.01, 0.03], [-0.01, -0.03]])
    picks = draws(4, 8, 60, 3)
    course = steady(0.05, -0.03, (2023, 2024))
    paths = simulate(100.0, 2.0, course, deviations, picks)
    assert np.allclose(np.log(paths.intensity[:, 0] / (2 * 0.97)), deviations[picks[:, 0], 1])


def test_what_moves_with_growth_alone_leaves_no_noise_where_growth_is_given() -> None:
    grown = np.array([0.02, -0.01, 0.03, -0.04])
    deviations = np.column_stack([grown, -1.5 * grown])
    course = steady(0.05, -0.03, (2023, 2024))
    paths = simulate(100.0, 2.0, course, deviations, draws(4, 8, 60, 3))
    assert np.allclose(paths.intensity[:, 1], 2 * 0.97**2)
    assert paths.intensity[:, 2].std() > 0


def test_growth_that_never_deviated_explains_nothing() -> None:
    deviations = np.array([[0.0, 0.02], [0.0, -0.02]])
    assert unexplained(deviations).tolist() == [0.02, -0.02]


def test_clearly_lower_is_against_the_highest_year_of_all() -> None:
    quantity = np.array([[10.0, 9.9], [10.0, 9.91], [9.0, 9.8], [9.0, 10.5]])
    paths = Paths((2029, 2030), quantity, quantity)
    lower = is_clearly_lower(pd.Series({2021: 9.9, 2022: 9.5}), paths, 0.01)
    # 1 % below 10; 0.9 % below; 1.01 % below the past 9.9; still rising.
    assert lower.tolist() == [True, False, True, False]


def test_every_draw_stands_once() -> None:
    assert every_draw(2, 3).tolist() == [
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 1],
        [1, 0, 0],
        [1, 0, 1],
        [1, 1, 0],
        [1, 1, 1],
    ]
    assert every_draw(9, 3).shape == (729, 3)


def test_landings_are_the_ends_of_every_path_by_hand() -> None:
    """Two past years that lie 0.1 above and below their mean: three draws end at 3, 1, -1, -3."""
    past = pd.DataFrame({"growth": [0.0, 0.0], "change": [-0.1, 0.1]})
    ends = np.log(landings(2.0, steady(0.03, 0.0).loc[:2025], past) / 2.0)
    assert sorted(ends.round(9)) == [-0.3, -0.1, -0.1, -0.1, 0.1, 0.1, 0.1, 0.3]


def test_a_simulation_comes_near_to_the_share_of_all_landings() -> None:
    course = steady(0.05, -0.04, given_years=(2023, 2024, 2025))
    exact = share(landings(2.0, course.loc[:2025], PAST) <= 1.75)
    drawn = run(course, paths=20_000)
    assert share(drawn.at(2025) <= 1.75) == pytest.approx(exact, abs=0.01)
    assert 0.05 < exact < 0.95
