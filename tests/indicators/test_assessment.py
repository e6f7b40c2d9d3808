"""Assessment: both yardsticks and the year before, one row per code, and why there is none."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from carbonpeak.indicators.assessment import assess
from tests.part import examples

ENERGY = 0.135
NONE = float("nan")
TIERS = ["tier_schedule", "tier_annual", "movement_schedule", "movement_annual"]


def stand(levels: dict[int, float], target: float = ENERGY, year: int = 2022) -> dict[str, object]:
    """Return the judgement of one code with these intensities by year."""
    frame = pd.DataFrame([levels], index=["x"])
    return assess(frame, pd.Series({"x": target}), year).loc["x"].to_dict()


def test_the_nation_after_two_years() -> None:
    # -6.8 % in two years, of which -4 % in the first.
    judged = stand({2020: 2.0, 2021: 1.92, 2022: 1.864})
    assert round(100 * judged["cumulative"], 2) == -6.8
    assert round(100 * judged["change"], 2) == -2.92
    assert round(100 * judged["progress"], 1) == 48.6
    assert judged["schedule"] == 0.4
    assert round(100 * judged["remainder"], 2) == 7.19
    assert round(100 * judged["rate_needed"], 2) == 2.46
    assert [judged[name] for name in TIERS] == ["on_schedule", "on_schedule", "same", "same"]


def test_a_laggard_that_catches_up_is_better_by_one_yardstick_only() -> None:
    # -1 %, then -3.03 %: 28.1 % of the target in 40 % of the time, but this year's fall suffices.
    judged = stand({2020: 1.0, 2021: 0.99, 2022: 0.96})
    assert round(100 * judged["progress"], 1) == 28.1
    assert [judged[name] for name in TIERS] == ["behind", "on_schedule", "same", "better"]


def test_a_leader_that_slows_down_is_worse_by_the_year_only() -> None:
    judged = stand({2020: 1.0, 2021: 0.90, 2022: 0.90})
    assert [judged[name] for name in TIERS] == ["on_schedule", "far_behind", "same", "worse"]


def test_a_rise_is_negative_progress_and_more_to_do() -> None:
    judged = stand({2020: 1.0, 2021: 1.0, 2022: 1.05})
    assert judged["progress"] < 0
    assert judged["remainder"] > ENERGY
    assert judged["tier_schedule"] == "far_behind"


def test_the_first_year_has_no_movement() -> None:
    judged = stand({2020: 1.0, 2021: 0.96}, year=2021)
    assert judged["tier_schedule"] == judged["tier_annual"] == "on_schedule"
    assert judged["movement_schedule"] == judged["movement_annual"] == "unknown"


def test_in_the_target_year_no_rate_is_left() -> None:
    judged = stand({2020: 1.0, 2024: 0.9, 2025: 0.86}, year=2025)
    assert judged["schedule"] == 1
    assert judged["remainder"] < 0
    assert math.isnan(judged["rate_needed"])


def test_without_a_target_changes_are_known_and_tiers_are_not() -> None:
    judged = stand({2020: 1.0, 2021: 0.96, 2022: 0.9}, target=NONE)
    assert judged["cumulative"] == pytest.approx(-0.1)
    assert judged["tier_schedule"] == judged["tier_annual"] == "no_target"
    assert all(math.isnan(judged[name]) for name in ("progress", "remainder", "rate_needed"))


@pytest.mark.parametrize(
    "levels",
    [
        {2020: NONE, 2021: 0.96, 2022: 0.9},
        {2020: 1.0, 2021: NONE, 2022: NONE},
        {2021: 0.96, 2022: NONE},
        {2020: 0.0, 2021: 0.0, 2022: 0.9},
    ],
    ids=["base missing", "last missing", "base not given", "base zero"],
)
def test_what_cannot_be_calculated_has_no_value_and_no_tier(levels: dict[int, float]) -> None:
    judged = stand(levels)
    assert judged["tier_schedule"] == "no_data"
    numbers = ("cumulative", "progress", "remainder", "rate_needed")
    assert all(math.isnan(judged[name]) for name in numbers)


def test_an_intensity_of_zero_is_no_infinite_progress() -> None:
    judged = stand({2020: 1.0, 2021: 0.5, 2022: 0.0})
    assert math.isnan(judged["progress"])
    assert math.isnan(judged["rate_needed"])
    assert judged["tier_schedule"] == "no_data"


def test_a_gap_in_the_middle_spares_the_schedule() -> None:
    judged = stand({2020: 1.0, 2021: NONE, 2022: 0.93})
    assert judged["tier_schedule"] == "on_schedule"
    assert judged["tier_annual"] == "no_data"
    assert judged["movement_schedule"] == "unknown"


def test_every_code_has_its_own_row_and_target() -> None:
    levels = pd.DataFrame({2020: [1.0, 1.0], 2021: [0.98, 0.98]}, index=["110000", "320000"])
    judged = assess(levels, pd.Series({"320000": 0.17, "110000": 0.05}), 2021)
    assert list(judged.index) == ["110000", "320000"]
    assert list(judged["tier_schedule"]) == ["on_schedule", "behind"]
    assert list(judged["due"]) == pytest.approx([0.95**0.2 - 1, 0.83**0.2 - 1])


def test_what_is_due_is_the_path_by_then_and_its_yearly_rate() -> None:
    judged = stand({2020: 1.0, 2021: 0.99, 2022: 0.96})
    assert judged["due"] == pytest.approx(0.865 ** (2 / 5) - 1)
    assert judged["due_in_year"] == pytest.approx(0.865 ** (1 / 5) - 1)
    assert math.isnan(stand({2020: 1.0, 2022: 0.9}, target=NONE)["due"])


levels = some.lists(some.floats(0.1, 10), min_size=6, max_size=6)


@settings(max_examples=examples(40))
@given(levels, some.floats(0.01, 0.6), some.integers(2021, 2025), some.integers(-20, 20))
def test_the_unit_changes_no_tier(
    yearly: list[float], target: float, year: int, power: int
) -> None:
    # Powers of two scale without rounding, so even a ratio on a bound stays on it.
    one = dict(zip(range(2020, 2026), yearly, strict=True))
    other = {year: level * 2.0**power for year, level in one.items()}
    assert [stand(one, target, year)[name] for name in TIERS] == [
        stand(other, target, year)[name] for name in TIERS
    ]
