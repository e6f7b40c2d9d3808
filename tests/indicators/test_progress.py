"""Progress: the worked examples of the compounding rule, and what must hold for any rate."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from carbonpeak.indicators.progress import (
    average_change,
    chain,
    gap,
    path,
    progress,
    rate_needed,
    remainder,
    schedule,
    yearly_rate,
)

ENERGY, CO2 = 0.135, 0.18
# A province's three years against a target of 17 %.
CHANGES = (0.0151, -0.0220, -0.0418)
TARGET = 0.17

targets = some.floats(0.01, 0.6)
changes = some.lists(some.floats(-0.3, 0.3), min_size=1, max_size=10)
years = some.integers(1, 10)


def percent(value: float, digits: int) -> float:
    return round(100 * value, digits)


def test_changes_chain_and_do_not_add() -> None:
    assert percent(chain(CHANGES), 2) == -4.87
    assert percent(chain([-0.10, -0.10]), 2) == -19.0


def test_no_change_at_all_chains_to_none() -> None:
    assert chain([]) == 0


def test_three_years_of_a_province() -> None:
    cumulative = chain(CHANGES)
    assert percent(average_change(cumulative, 3), 2) == -1.65
    assert percent(progress(cumulative, TARGET), 1) == 26.8
    assert percent(remainder(cumulative, TARGET), 2) == 12.75
    assert percent(rate_needed(cumulative, TARGET, 2), 2) == 6.59


def test_progress_is_not_linear() -> None:
    linear = -chain(CHANGES) / TARGET
    assert percent(linear, 1) == 28.7
    assert progress(chain(CHANGES), TARGET) < linear


def test_two_years_of_the_nation() -> None:
    assert percent(progress(-0.068, ENERGY), 1) == 48.6
    assert percent(schedule(2), 0) == 40
    assert percent(remainder(-0.068, ENERGY), 2) == 7.19
    assert percent(rate_needed(-0.068, ENERGY, 3), 2) == 2.46


@pytest.mark.parametrize(
    ("target", "rate", "index"),
    [
        (ENERGY, 2.859, [100, 97.14, 94.36, 91.67, 89.05, 86.50]),
        (CO2, 3.891, [100, 96.11, 92.37, 88.77, 85.32, 82.00]),
    ],
)
def test_path_to_the_target(target: float, rate: float, index: list[float]) -> None:
    assert percent(yearly_rate(target), 3) == rate
    assert [percent(step, 2) for step in path(target)] == index


def test_schedule_runs_from_zero_to_one() -> None:
    assert [schedule(year) for year in (0, 1, 5)] == [0, 0.2, 1]


def test_a_target_passed_leaves_a_negative_remainder() -> None:
    assert percent(remainder(-0.19, CO2), 2) == -1.23
    assert rate_needed(-0.19, CO2, 1) < 0
    assert progress(-0.19, CO2) > 1


def test_a_rise_is_negative_progress() -> None:
    assert progress(0.05, ENERGY) < 0


@pytest.mark.parametrize("cumulative", [-1.0, -1.5])
def test_nothing_left_of_the_intensity_cannot_be_calculated(cumulative: float) -> None:
    assert math.isnan(progress(cumulative, ENERGY))


@pytest.mark.parametrize("target", [0.0, -0.1])
def test_a_target_that_is_no_fall_cannot_be_calculated(target: float) -> None:
    assert math.isnan(progress(-0.05, target))


@pytest.mark.parametrize("left", [0, -1])
def test_no_year_left_has_no_rate(left: int) -> None:
    with pytest.raises(ValueError, match="no year is left"):
        rate_needed(-0.05, ENERGY, left)


def test_no_year_passed_has_no_average() -> None:
    with pytest.raises(ValueError, match="no year has passed"):
        average_change(-0.05, 0)


def test_gap_is_the_distance_from_the_path_times_value_added() -> None:
    # 0.50 instead of 0.48 tce per 10^4 yuan, on 300 x 10^4 yuan.
    assert gap(0.50, 0.48, 300) == pytest.approx(6)
    assert gap(0.45, 0.48, 300) == pytest.approx(-9)


@given(targets, years)
def test_the_yearly_rate_chained_over_the_plan_is_all_the_progress(target: float, n: int) -> None:
    assert progress(chain([-yearly_rate(target, n)] * n), target) == pytest.approx(1)


@given(targets)
def test_the_path_keeps_the_schedule(target: float) -> None:
    for year, index in enumerate(path(target)):
        assert progress(index - 1, target) == pytest.approx(schedule(year), abs=1e-12)


@given(targets, years)
def test_the_path_falls_from_one_to_the_target(target: float, n: int) -> None:
    steps = path(target, n)
    assert len(steps) == n + 1
    assert steps[0] == 1
    assert steps[-1] == pytest.approx(1 - target)
    assert all(later < earlier for earlier, later in zip(steps, steps[1:], strict=False))


@given(changes, targets)
def test_progress_and_remainder_make_the_whole(yearly: list[float], target: float) -> None:
    cumulative = chain(yearly)
    left = math.log(1 - remainder(cumulative, target)) / math.log(1 - target)
    assert progress(cumulative, target) + left == pytest.approx(1)


@given(changes, targets, years)
def test_the_rate_needed_reaches_the_target(yearly: list[float], target: float, left: int) -> None:
    cumulative = chain(yearly)
    still = [-rate_needed(cumulative, target, left)] * left
    assert chain([cumulative, *still]) == pytest.approx(-target)


@given(changes)
def test_the_average_chains_to_the_whole(yearly: list[float]) -> None:
    cumulative = chain(yearly)
    average = average_change(cumulative, len(yearly))
    assert chain([average] * len(yearly)) == pytest.approx(cumulative, abs=1e-12)


@given(some.floats(0.01, 10), some.floats(0.01, 10), some.floats(1, 1e6))
def test_the_gap_is_positive_above_the_path_only(now: float, due: float, added: float) -> None:
    assume(now != due)
    assert (gap(now, due, added) > 0) == (now > due)
