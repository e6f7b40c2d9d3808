"""One verdict from two yardsticks."""

import pytest

from carbonpeak.indicators.verdict import verdict


@pytest.mark.parametrize(
    ("cumulative", "annual", "expected"),
    [
        ("on_schedule", "on_schedule", "on_track"),
        ("on_schedule", "behind", "at_risk"),
        ("on_schedule", "far_behind", "at_risk"),
        ("behind", "on_schedule", "at_risk"),
        ("behind", "behind", "off_track"),
        ("far_behind", "far_behind", "off_track"),
        ("no_data", "on_schedule", "unknown"),
        ("on_schedule", "no_target", "unknown"),
    ],
)
def test_a_target_is_on_track_where_both_yardsticks_are_met(cumulative, annual, expected):
    assert verdict(cumulative, annual) == expected
