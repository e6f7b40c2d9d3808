"""Tiers: rose is I, fell less than due II, else III; missing has none; movement has an order."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.indicators.progress import path, progress, schedule, yearly_rate
from carbonpeak.indicators.tiers import (
    ORDER,
    PACES,
    annual_average_ratio,
    movement,
    schedule_ratio,
    tier,
)


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (1.4, "on_schedule"),
        (1.0, "on_schedule"),
        (math.nextafter(1.0, 0), "on_schedule"),
        (0.999999, "behind"),
        (0.79, "behind"),
        (0.000001, "behind"),
        (math.nextafter(0.0, 1), "far_behind"),
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


@given(some.floats(0.01, 0.6), some.integers(1, 5))
def test_a_value_on_the_path_is_never_below_it_by_noise(target: float, year: int) -> None:
    on_path = 100 * path(target)[year] / 100 - 1
    assert tier(schedule_ratio(progress(on_path, target), schedule(year))) == "on_schedule"


@given(some.floats(0.01, 0.6), some.integers(1, 5), some.floats(-0.9, 0.9))
def test_by_both_yardsticks_tier_one_means_a_rise(target: float, year: int, change: float) -> None:
    by_schedule = tier(schedule_ratio(progress(change, target), schedule(year)))
    by_year = tier(annual_average_ratio(change, target))
    if abs(change) > 1e-6:
        assert (by_schedule == "far_behind") == (by_year == "far_behind") == (change > 0)


def test_the_nation_has_every_tier_in_words_of_pace() -> None:
    assert [PACES[one] for one in ORDER] == ["rose", "late", "ahead"]
    assert (PACES["no_data"], PACES["no_target"]) == ("no_data", "no_target")


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
