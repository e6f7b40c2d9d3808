"""Goals: reached, missed, ahead, behind or open, by the latest value and what it leaves open."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.indicators.goals import Goal, distance, due_by, judge, reading

UP, DOWN = Goal("up", 57, None, 2025), Goal("down", 1.3, None, 2025)
FALL = Goal("fall", 18, 2020, 2025)


@pytest.mark.parametrize(
    ("goal", "year", "reached", "qualifier", "state"),
    [
        (UP, 2024, 57.0, None, "met"),
        (UP, 2024, 56.9, None, "open"),
        (UP, 2025, 56.9, None, "missed"),
        (UP, 2025, 56.0, "more than", "open"),
        (UP, 2025, 57.0, "more than", "met"),
        # About 57 may be 56.5 or 57.4.
        (UP, 2025, 57.0, "about", "open"),
        (UP, 2025, 58.0, "about", "met"),
        (UP, 2025, 56.0, "about", "missed"),
        (DOWN, 2025, 1.3, None, "met"),
        (DOWN, 2025, 1.31, None, "missed"),
        # Worked: 1 - 0.82 ** (2 / 5) = 7.63 %, 1 - 0.82 ** (4 / 5) = 14.68 %.
        (FALL, 2022, 7.64, None, "ahead"),
        (FALL, 2022, 7.62, None, "late"),
        (FALL, 2024, 14.69, None, "ahead"),
        (FALL, 2022, 0.0, None, "rose"),
        (FALL, 2022, -2.0, None, "rose"),
        (FALL, 2024, 18.0, None, "met"),
        (FALL, 2025, 17.7, None, "missed"),
        (FALL, 2022, 7.0, "more than", "open"),
        (Goal("fall", 18, None, 2025), 2024, 7.0, None, "open"),
        (Goal("up", 90, None, None), 2024, 50.0, None, "open"),
    ],
)
def test_a_goal_is_judged_by_its_latest_value(goal, year, reached, qualifier, state):
    assert judge(goal, reading(year, reached, qualifier)) == state


def test_the_fall_due_follows_a_steady_path():
    assert due_by(FALL, 2022) == pytest.approx(100 * (1 - 0.82**0.4))
    assert due_by(FALL, 2025) == pytest.approx(18)
    assert due_by(Goal("fall", 18, None, 2025), 2022) is None


@pytest.mark.parametrize(("goal", "reached", "left"), [(UP, 55.0, 2.0), (DOWN, 1.5, 0.2)])
def test_what_is_left_is_counted_towards_the_goal(goal, reached, left):
    assert distance(goal, reached) == pytest.approx(left)


@given(st.floats(0.1, 60), st.floats(0, 60), st.integers(2021, 2024))
def test_a_fall_is_met_exactly_where_nothing_is_left(bound, reached, year):
    goal = Goal("fall", bound, 2020, 2025)
    state = judge(goal, reading(year, reached, None))
    if abs(distance(goal, reached)) > 1e-6:
        assert (state == "met") == (distance(goal, reached) < 0)
    assert state in ("met", "ahead", "late", "rose")


@given(st.floats(0, 100), st.sampled_from(["at least", "more than"]))
def test_a_lower_bound_never_misses(reached, qualifier):
    known = reading(2025, reached, qualifier)
    assert known.high == math.inf
    assert judge(UP, known) in ("met", "open")
