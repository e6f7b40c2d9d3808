"""Tiers: bounds belong to the better side, a missing ratio has no tier, movement has an order."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.progress import path, progress, schedule, yearly_rate
from carbonpeak.indicators.tiers import (
    ORDER,
    annual_average_ratio,
    movement,
    schedule_ratio,
    tier,
)
from carbonpeak.thresholds import BEHIND, ON_SCHEDULE


def test_the_thresholds_are_those_printed_beside_the_figures() -> None:
    assert (ON_SCHEDULE, BEHIND) == (1.0, 0.8)


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (1.4, "on_schedule"),
        (1.0, "on_schedule"),
        (math.nextafter(1.0, 0), "behind"),
        (0.8, "behind"),
        (math.nextafter(0.8, 0), "far_behind"),
        (0.0, "far_behind"),
        (-0.5, "far_behind"),
        (math.nan, "no_data"),
    ],
)
def test_tier_by_ratio(ratio: float, expected: str) -> None:
    assert tier(ratio) == expected


def test_this_years_fall_over_the_rate_of_the_path() -> None:
    # -4.18 % against the steady 3.66 % a year of a target of 17 %.
    assert round(annual_average_ratio(-0.0418, 0.17), 2) == 1.14
    assert annual_average_ratio(0.0151, 0.17) < 0
    assert math.isnan(annual_average_ratio(math.nan, 0.17))


def test_a_target_that_is_no_fall_has_no_rate_to_compare_with() -> None:
    assert math.isnan(annual_average_ratio(-0.04, 0.0))


def test_progress_over_schedule() -> None:
    # 48.6 % of the target after 40 % of the time.
    assert round(schedule_ratio(progress(-0.068, 0.135), schedule(2)), 3) == 1.214


def test_there_is_no_schedule_before_the_first_year() -> None:
    assert math.isnan(schedule_ratio(0.0, 0.0))


def test_exactly_on_the_path_is_on_schedule() -> None:
    # Half the time and half the way, without rounding on either side.
    assert tier(schedule_ratio(0.5, 0.5)) == "on_schedule"
    assert tier(schedule_ratio(0.4, 0.5)) == "behind"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("far_behind", "behind", "better"),
        ("far_behind", "on_schedule", "better"),
        ("behind", "behind", "same"),
        ("on_schedule", "behind", "worse"),
        ("no_data", "behind", "unknown"),
        ("behind", "no_data", "unknown"),
        ("no_target", "no_target", "unknown"),
    ],
)
def test_movement_against_the_year_before(before: str, now: str, expected: str) -> None:
    assert movement(before, now) == expected  # type: ignore[arg-type]


@given(some.floats(-5, 5), some.floats(-5, 5))
def test_a_better_ratio_never_has_a_worse_tier(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert movement(tier(low), tier(high)) in ("same", "better")
    assert tier(low) in ORDER


@given(some.floats(0.01, 0.6))
def test_the_two_yardsticks_agree_in_the_first_year(target: float) -> None:
    fall = 0.9 * yearly_rate(target)
    annual = annual_average_ratio(-fall, target)
    assert tier(annual) == tier(schedule_ratio(progress(-fall, target), schedule(1))) == "behind"


@given(some.floats(0.01, 0.6), some.integers(1, 5), some.floats(0.001, 0.05))
def test_below_the_path_is_on_schedule_and_above_it_is_not(
    target: float, year: int, aside: float
) -> None:
    due = path(target)[year]
    below = tier(schedule_ratio(progress(due * (1 - aside) - 1, target), schedule(year)))
    above = tier(schedule_ratio(progress(due * (1 + aside) - 1, target), schedule(year)))
    assert below == "on_schedule"
    assert above != "on_schedule"
