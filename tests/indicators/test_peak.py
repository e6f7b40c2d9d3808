"""The rule of the peak: a made series for each state, its bounds, gaps, bad input, properties."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.indicators.peak import STATES, judge

LAST = 2022
SERIES = st.lists(st.integers(0, 50), min_size=10, max_size=26)


def frame(**rows):
    """One row per name, its last value in LAST; None is a year without data."""
    width = max(len(row) for row in rows.values())
    values = {name: [None] * (width - len(row)) + list(row) for name, row in rows.items()}
    years = range(LAST - width + 1, LAST + 1)
    return pd.DataFrame.from_dict(values, orient="index", columns=list(years)).astype(float)


def one(values, value_added=None):
    """The judgement of one series."""
    amounts = frame(x=values)
    added = None if value_added is None else frame(x=value_added)
    return judge(amounts, added).loc["x"]


MADE = {
    "rising": [*range(1, 14)],
    # Highest in 2017, then five years that fall: p = 1/120.
    "peaked": [*range(1, 10), 20, 19, 18, 17, 16, 15],
    # Five years on, below 95, and more pairs fall than rise, but chance does that too: p = 14/120.
    "falling": [*range(1, 10), 100, 80, 90, 70, 75, 60],
    # Down at once, then up and down: seven of the ten pairs rise.
    "no_trend": [*range(1, 10), 100, 80, 90, 82, 91, 85],
    "plateau": [*range(1, 10), 100, 96, 99, 97, 98, 96],
    "just_past": [*range(1, 14), 12],
    "unknown": [1, 2, 3, 9, 8, 7, 6, 5, 4],
}


@pytest.mark.parametrize("state", MADE)
def test_each_state_by_a_made_series(state):
    assert one(MADE[state])["state"] == state


def test_a_peak_with_falling_output_is_passive():
    values = MADE["peaked"]
    falling, rising = [30 - n for n in range(15)], [*range(1, 16)]
    assert one(values, falling)["state"] == "peaked_passively"
    assert one(values, falling)["value_added_change"] == pytest.approx((30 - 14) / (30 - 9) - 1)
    assert one(values, rising)["state"] == "peaked"
    assert one(values, [5] * 15)["state"] == "peaked"
    # What is not known at the peak or at the end does not make it passive.
    for missing in (9, 14):
        holed = [None if place == missing else one for place, one in enumerate(falling)]
        row = one(values, holed)
        assert row["state"] == "peaked"
        assert math.isnan(row["value_added_change"])


def test_the_numbers_of_the_rule_stand_beside_the_state():
    row = one(MADE["peaked"])
    assert (row["first_year"], row["last_year"], row["years"]) == (2008, 2022, 15)
    assert (row["peak_year"], row["maximum"], row["last"]) == (2017, 20, 15)
    assert row["lowest_later"] == 15
    assert row["below_maximum"] == pytest.approx(0.25)
    assert (row["years_after"], row["tested"], row["s"]) == (5, 5, -10)
    assert row["p"] == pytest.approx(1 / 120)
    assert row["gaps"] == ()


def test_the_test_looks_only_at_the_years_after_the_maximum():
    # With the maximum itself the fall would be significant: S = -15 of 6 points, p = 1/720.
    row = one([*range(1, 10), 100, 80, 90, 70, 75, 60])
    assert (row["tested"], row["s"]) == (5, -6)
    assert row["p"] == pytest.approx(14 / 120)
    assert row["state"] == "falling"


def test_a_fall_that_chance_makes_in_seven_of_a_hundred_orders_is_no_peak():
    # Three of the 15 pairs rise; 49 of the 720 orders have so few or fewer.
    row = one([*range(1, 10), 100, 86, 85, 84, 81, 82, 83])
    assert row["p"] == pytest.approx(49 / 720)
    assert (row["years_after"], row["state"]) == (6, "falling")


def test_four_years_after_the_maximum_are_too_few_even_where_all_fall():
    row = one([*range(1, 11), 20, 19, 18, 17, 16])
    assert row["p"] == pytest.approx(1 / 24)
    assert (row["years_after"], row["state"]) == (4, "falling")


def test_five_years_with_a_gap_among_them_are_five_years():
    row = one([*range(1, 10), 20, 19, None, 17, 16, 15])
    assert (row["years_after"], row["tested"], row["s"]) == (5, 4, -6)
    assert row["p"] == pytest.approx(1 / 24)
    assert (row["state"], row["gaps"]) == ("peaked", (2019,))


def test_a_missing_last_year_moves_the_end_and_is_named():
    row = one([*range(1, 12), None])
    assert (row["last_year"], row["peak_year"]) == (2021, 2021)
    assert (row["state"], row["gaps"], row["years"]) == ("rising", (2022,), 11)


def test_the_latest_of_equal_maxima_counts():
    row = one([1, 2, 3, 20, 4, 5, 20, 19, 18, 17, 16])
    assert (row["peak_year"], row["years_after"]) == (2018, 4)


@pytest.mark.parametrize(("low", "state"), [(95, "plateau"), (94.99, "falling")])
def test_a_plateau_stays_within_five_percent_the_bound_included(low, state):
    assert one([*range(1, 12), 100, 98, low])["state"] == state


@pytest.mark.parametrize("last", [12.99, 6, 0])
def test_one_later_year_says_nothing_however_low_it_is(last):
    assert one([*range(1, 14), last])["state"] == "just_past"
    assert one([*range(1, 14), last, last])["state"] != "just_past"


def test_one_later_year_with_data_after_a_gap_is_one_year():
    row = one([*range(1, 14), None, None, None, None, 5])
    assert (row["years_after"], row["tested"], row["state"]) == (5, 1, "just_past")


@pytest.mark.parametrize(("last", "state"), [(84, "falling"), (86, "no_trend"), (85, "no_trend")])
def test_below_the_maximum_the_sign_of_s_tells_a_fall_from_none(last, state):
    assert one([*range(1, 12), 100, 85, last])["state"] == state


@pytest.mark.parametrize(("after", "state"), [(5, "peaked"), (4, "falling")])
def test_the_window_counts_from_the_maximum(after, state):
    row = one([*range(1, 13), *(100 - 10 * step for step in range(after + 1))])
    assert (row["years_after"], row["state"]) == (after, state)
    assert row["is_past_window"] == (after == 5)


def test_the_rule_without_the_test_looks_at_the_years_alone():
    assert one(MADE["falling"])["is_past_window"]
    assert one(MADE["no_trend"])["is_past_window"]
    assert not one(MADE["rising"])["is_past_window"]
    assert not one(MADE["unknown"])["is_past_window"]
    assert not one([0] * 12)["is_past_window"]


def test_a_constant_is_a_plateau_and_its_maximum_is_its_first_year():
    row = one([7] * 12)
    assert (row["state"], row["peak_year"], row["years_after"]) == ("plateau", 2011, 11)
    assert one([*range(1, 12), 20, 20])["state"] == "just_past"
    assert one([*range(1, 12), 20, 20, 20])["state"] == "plateau"
    # Reached again after lower years, the maximum is of today.
    assert one([*range(1, 12), 20, 19, 20])["state"] == "rising"


@pytest.mark.parametrize(("noise", "state"), [(1e-12, "plateau"), (1e-6, "rising")])
def test_noise_of_adding_is_no_maximum(noise, state):
    assert one([*([7.0] * 12), 7.0 * (1 + noise)])["state"] == state


def test_noise_of_adding_makes_no_trend():
    quiet = [3.0 * (1 + step * 1e-13) for step in range(6)]
    row = one([*range(1, 10), 100, *quiet])
    assert (row["s"], row["state"]) == (0, "no_trend")
    assert one([*range(1, 10), 100, *reversed(quiet)])["state"] == "no_trend"


def test_one_deep_year_ends_a_plateau_even_if_the_last_is_high():
    assert one([*range(1, 12), 100, 80, 99])["state"] == "no_trend"


def test_a_peak_within_five_percent_is_a_peak():
    assert one([*range(1, 10), 100, 99.8, 99.6, 99.4, 99.2, 99])["state"] == "peaked"


def test_ten_years_are_enough():
    assert one([1, 2, 3, 4, 9, 8, 7, 6, 5, 4])["state"] == "peaked"
    assert one([None, 2, 3, 4, 9, 8, 7, 6, 5, 4])["state"] == "unknown"


@pytest.mark.parametrize("value", [0, None])
def test_zeros_and_nothing_have_no_peak(value):
    row = one([value] * 12)
    assert row["state"] == "unknown"
    for name in ("peak_year", "years_after", "tested", "s", "p", "below_maximum"):
        assert pd.isna(row[name])
    assert row["years"] == (0 if value is None else 12)
    assert pd.isna(row["last_year"]) == (value is None)


def test_a_series_that_falls_to_zero_at_once_shows_no_trend_after():
    row = one([5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0])
    assert (row["s"], row["p"], row["state"]) == (0, 1.0, "no_trend")


@pytest.mark.parametrize(("bad", "words"), [(-3.0, "-3"), (math.inf, "inf")])
def test_bad_values_are_named_by_series_and_year(bad, words):
    amounts = frame(good=range(1, 13), wrong=range(1, 13))
    amounts.loc["wrong", 2015] = bad
    amounts.loc["wrong", 2018] = bad
    with pytest.raises(ValueError, match=f"Series wrong, year 2015: {words} is negative or inf"):
        judge(amounts)


def test_years_must_ascend_and_there_must_be_some():
    amounts = frame(x=range(1, 13))
    with pytest.raises(ValueError, match="2011 to 2022: years must ascend"):
        judge(amounts[amounts.columns[::-1]])
    with pytest.raises(ValueError, match="No year"):
        judge(amounts.iloc[:, :0])


def test_no_series_is_no_row():
    assert judge(frame(x=range(12)).iloc[:0]).empty


def test_every_state_has_a_place_in_the_order():
    assert set(STATES) == {*MADE, "peaked_passively"}


def test_many_series_are_judged_each_by_itself():
    amounts = frame(**MADE, gap=[*range(1, 10), 20, 19, None, 17, 16, 15])
    together = judge(amounts)
    for name in amounts.index:
        pd.testing.assert_frame_equal(together.loc[[name]], judge(amounts.loc[[name]]))


@given(SERIES, st.floats(0.001, 1e9))
def test_scaling_changes_nothing_but_the_amounts(values, factor):
    plain, scaled = one(values), one([factor * value for value in values])
    assert scaled["state"] == plain["state"]
    for name in ("peak_year", "s", "p", "tested", "years_after"):
        assert scaled[name] is plain[name] or scaled[name] == pytest.approx(
            plain[name], nan_ok=True
        )


@given(SERIES, st.integers(1, 5))
def test_a_new_maximum_makes_it_rising(values, more):
    row = one([*values, max(values) + more])
    assert (row["state"], row["peak_year"]) == ("rising", LAST)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=9))
def test_fewer_than_ten_years_are_never_judged(values):
    assert one(values)["state"] == "unknown"


@given(SERIES, st.data())
def test_gaps_are_reported_and_the_state_follows_its_clauses(values, data):
    holes = data.draw(st.sets(st.integers(0, len(values) - 1), max_size=len(values) - 1))
    held = [None if place in holes else value for place, value in enumerate(values)]
    row = one(held)
    first = LAST - len(values) + 1
    assert row["gaps"] == tuple(first + place for place in sorted(holes))
    known = [(first + place, value) for place, value in enumerate(held) if value is not None]
    highest = max(value for _, value in known)
    if len(known) < 10 or highest == 0:
        assert row["state"] == "unknown"
        return
    equal = [year for year, value in known if value == highest]
    lower = [year for year, value in known if value < highest]
    # Where the last years all equal the maximum, the first of them counts, else the latest.
    at_end = [year for year in equal if not lower or year > max(lower)]
    peak = min(at_end, default=max(equal))
    later = [value for year, value in known if year > peak]
    assert row["peak_year"] == peak
    assert (row["state"] == "rising") == (not later)
    assert (row["state"] == "just_past") == (len(later) == 1)
    if row["state"] == "falling":
        assert row["s"] < 0
    if row["state"] == "no_trend":
        assert row["s"] >= 0
    if row["state"] == "plateau":
        assert len(later) >= 2
        assert min(later) >= 0.95 * highest - 1e-9
    if row["state"] == "peaked":
        assert known[-1][0] - peak >= 5
        assert row["p"] < 0.05
    assert np.isnan(row["p"]) == (len(later) < 2)
