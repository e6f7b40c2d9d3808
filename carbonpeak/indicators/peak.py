"""Whether a series has peaked, by the rule of Shan et al. 2022 (Science Bulletin 67:1910).

Let M be the year of the highest value and t the last year with data. M is the latest year that
reaches the maximum, or the first of the last years where all of those equal it. Years without data
are left out of the test, never filled. Values are compared as shares of the maximum, rounded, so
that noise of adding up is neither a new maximum nor a fall.
"""

from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carbonpeak.indicators.trend import Floats, falls
from carbonpeak.thresholds import (
    PEAK_DECIMALS,
    PEAK_MIN_YEARS,
    PEAK_SIGNIFICANCE,
    PEAK_WINDOW,
    PLATEAU_BAND,
    PLATEAU_YEARS,
)

# From the one that is over to the one that goes on.
State = Literal[
    "peaked",
    "peaked_passively",
    "falling",
    "no_trend",
    "plateau",
    "just_past",
    "rising",
    "unknown",
]
STATES: tuple[State, ...] = get_args(State)
Bools = NDArray[np.bool_]
Places = NDArray[np.int64]

WHOLE = ["first_year", "last_year", "years", "peak_year", "years_after", "tested", "s"]
OF_PEAK = [
    "peak_year",
    "lowest_later",
    "below_maximum",
    "years_after",
    "tested",
    "s",
    "p",
    "value_added_change",
]


def judge(amounts: pd.DataFrame, value_added: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the state of every series with the numbers of the rule.

    Args:
        amounts: one row per series, one column per year, ascending; tonnes or any other unit,
            missing where there is no figure.
        value_added: real value added of the same rows and years, missing where it is not known.

    Returns:
        One row per series: ``state``; ``first_year``, ``last_year`` (t), ``years`` with data,
        ``gaps`` (the years without, a tuple); ``peak_year`` (M), ``maximum``, ``last`` and
        ``lowest_later``, after M (the unit of the amounts), ``below_maximum`` (of the last, a
        fraction); ``years_after`` (t - M), ``tested`` (values after M), ``s`` and ``p`` of the
        Mann-Kendall test on them; ``value_added_change`` from M to t (a fraction). Missing where
        there is none: a series of zeros has no peak year. ``is_past_window``: whether a series
        that may be judged meets t - M >= PEAK_WINDOW, the rule of Shan et al. without the test.

    Raises:
        ValueError: there is no year, the years do not ascend, or a value is negative or infinite;
            the message names what is wrong.
    """
    values = amounts.to_numpy(dtype=float)
    _refuse_bad(amounts, values)
    known = ~np.isnan(values)
    maximum = np.max(values, axis=1, initial=0.0, where=known)
    peak, last = _peak_place(_shares(values, maximum)), _last_place(known)
    found = _facts(amounts, maximum, peak, last).assign(
        value_added_change=_change(value_added, amounts, peak, last)
    )
    may_be_judged = (found["maximum"] > 0) & (found["years"] >= PEAK_MIN_YEARS)
    is_past_window = may_be_judged & (found["years_after"] >= PEAK_WINDOW)
    found.insert(0, "state", _states(found, may_be_judged))
    found = found.assign(is_past_window=is_past_window)
    return _without_facts_of_nothing(found).assign(gaps=_gaps(known, amounts))


def _facts(amounts: pd.DataFrame, maximum: Floats, peak: Places, last: Places) -> pd.DataFrame:
    """Return years, values and the test of every series, whether or not they may be judged."""
    values, years = amounts.to_numpy(dtype=float), np.array(amounts.columns, dtype=int)
    known, rows = ~np.isnan(values), np.arange(len(values))
    later = np.where(np.arange(len(years)) > peak[:, None], values, np.nan)
    lowest = np.min(later, axis=1, initial=np.inf, where=~np.isnan(later))
    s, p = falls(_shares(later, maximum))
    return pd.DataFrame(
        {
            "first_year": years[known.argmax(axis=1)],
            "last_year": years[last],
            "years": known.sum(axis=1),
            "peak_year": years[peak],
            "maximum": maximum,
            "last": values[rows, last],
            "lowest_later": np.minimum(lowest, maximum),
            "below_maximum": _below(values[rows, last], maximum),
            "years_after": years[last] - years[peak],
            "tested": (~np.isnan(later)).sum(axis=1),
            "s": s,
            "p": p,
        },
        index=amounts.index,
    )


def _refuse_bad(amounts: pd.DataFrame, values: Floats) -> None:
    years = amounts.columns
    if years.empty:
        raise ValueError("No year of data: no peak can be judged.")
    if not (years.is_monotonic_increasing and years.is_unique):
        raise ValueError(
            f"Years {min(years)} to {max(years)}: years must ascend, each once, to judge a peak."
        )
    bad = np.argwhere((values < 0) | np.isinf(values))
    if len(bad):
        row, column = bad[0]
        raise ValueError(
            f"Series {amounts.index[row]}, year {amounts.columns[column]}: "
            f"{values[row, column]:g} is negative or infinite, so no peak can be judged."
        )


def _shares(values: Floats, maximum: Floats) -> Floats:
    """Return values as shares of their maximum, rounded so that noise of adding makes no order."""
    whole = np.where(maximum > 0, maximum, 1.0)[:, None]
    shares: Floats = np.round(values / whole, PEAK_DECIMALS)
    return shares


def _peak_place(shares: Floats) -> Places:
    """Return the last place of the maximum, the first of the last ones where they all equal it."""
    known = ~np.isnan(shares)
    highest = np.max(shares, axis=1, initial=0.0, where=known)[:, None]
    at_top, lower = known & (shares == highest), known & (shares < highest)
    after_lower = np.where(lower.any(axis=1), _last_place(lower), -1)[:, None]
    at_end = at_top & (np.arange(shares.shape[1]) > after_lower)
    return np.where(at_end.any(axis=1), at_end.argmax(axis=1), _last_place(at_top))


def _last_place(found: Bools) -> Places:
    """Return the last place where a row is true, the last of all where none is."""
    places: Places = found.shape[1] - 1 - found[:, ::-1].argmax(axis=1)
    return places


def _below(values: Floats, maximum: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return 1 - values / maximum


def _change(
    value_added: pd.DataFrame | None,
    amounts: pd.DataFrame,
    peak: Places,
    last: Places,
) -> Floats:
    """Return the change of value added from the peak to the last year, where both are known."""
    if value_added is None:
        return np.full(len(amounts), np.nan)
    aligned = value_added.reindex(index=amounts.index, columns=amounts.columns)
    added, rows = aligned.to_numpy(dtype=float), np.arange(len(amounts))
    start = added[rows, peak]
    ratio: Floats = np.divide(
        added[rows, last], start, out=np.full(len(rows), np.nan), where=start > 0
    )
    return ratio - 1


def _states(found: pd.DataFrame, may_be_judged: "pd.Series[bool]") -> "NDArray[np.str_]":
    long_ago = found["years_after"] >= PEAK_WINDOW
    peaked = long_ago & (found["p"] < PEAK_SIGNIFICANCE)
    is_level = _at_least(found["lowest_later"], 1 - PLATEAU_BAND, found["maximum"])
    rules: dict[State, pd.Series[bool]] = {
        "unknown": ~may_be_judged,
        "rising": found["years_after"] == 0,
        "peaked_passively": peaked & (found["value_added_change"] < 0),
        "peaked": peaked,
        "just_past": found["tested"] < PLATEAU_YEARS,
        "plateau": is_level,
        "falling": found["s"] < 0,
    }
    return np.select(list(rules.values()), list(rules), default="no_trend")


def _at_least(
    lowest: "pd.Series[float]", share: float, maximum: "pd.Series[float]"
) -> "pd.Series[bool]":
    """Return whether a value is at least this share of the maximum, compared as values are."""
    values: Floats = np.array(lowest, dtype=np.float64)
    whole: Floats = np.array(maximum, dtype=np.float64)
    shares = _shares(values[:, None], whole)[:, 0]
    return pd.Series(shares >= round(share, PEAK_DECIMALS), index=lowest.index)


def _without_facts_of_nothing(found: pd.DataFrame) -> pd.DataFrame:
    """Return years and counts as whole numbers, missing where a series has no data or no peak."""
    has_no_peak, has_no_data = found["maximum"] == 0, found["years"] == 0
    found = found.astype(dict.fromkeys(WHOLE, "Int64"))
    found.loc[has_no_peak, OF_PEAK] = pd.NA
    found.loc[has_no_data, ["first_year", "last_year", "maximum", "last"]] = pd.NA
    return found


def _gaps(known: Bools, amounts: pd.DataFrame) -> "pd.Series[Any]":
    years = np.array(amounts.columns, dtype=int)
    gaps = [tuple(int(year) for year in years[~row]) for row in known]
    return pd.Series(gaps, index=amounts.index, dtype=object)
