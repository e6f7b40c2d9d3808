"""The monthly series: each with its newest period, how it moved on the year, and what is due."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import months

# Codes of the series in the order of pages: what targets speak of, industry, power, energy.
INTENSITY = "energy_intensity"
ORDER = (
    INTENSITY,
    "value_added_growth",
    "producer_prices",
    "fossil_power",
    "coal_power",
    "clean_power",
    "power_demand",
    "grid_intensity",
    "raw_coal",
    "crude_oil",
    "natural_gas",
    "market_price",
)
# Series whose value is itself a change on the same month of the year before, in percent.
CHANGES = (INTENSITY, "value_added_growth", "producer_prices")
JANUARY_FEBRUARY = 2


@dataclass(frozen=True)
class Due:
    """What of a series should have come, and what comes next.

    Attributes:
        code: the series.
        newest: its newest period.
        ended: the periods after it that have ended, the oldest first.
        coming: the first period of ``ended``, or the one that runs.
        lag_days: usual days from the end of a period to its release, None where none is known.
        released: the day on which ``coming`` is usually released, None where that is not known.
    """

    code: str
    newest: str
    ended: tuple[str, ...]
    coming: str
    lag_days: int | None
    released: date | None


@once_per_dataset
def rows(data: Dataset) -> pd.DataFrame:
    """Return all periods of all series, in the order of pages and time.

    Columns of the query and ``change``: on the same period of the year before, a fraction, as
    published or from both values, NaN where neither is known; ``change_standing``.
    """
    found = data.ask("monthly__series", series_codes=None)
    known = [code for code in ORDER if code in set(found["series_code"])]
    place = {code: order for order, code in enumerate(known)}
    found = found[found["series_code"].isin(known)]
    ordered = found.assign(place=found["series_code"].map(place)).sort_values(["place", "month"])
    return _with_changes(ordered.drop(columns="place").reset_index(drop=True))


def of(data: Dataset, code: str) -> pd.DataFrame:
    """Return the periods of one series."""
    every = rows(data)
    return every[every["series_code"] == code].reset_index(drop=True)


@once_per_dataset
def newest(data: Dataset) -> pd.DataFrame:
    """Return the newest period of every series, by its code."""
    return rows(data).drop_duplicates("series_code", keep="last").set_index("series_code")


def newest_month(data: Dataset) -> str:
    """Return the newest month of all series."""
    return str(rows(data)["month"].max())


@once_per_dataset
def due(data: Dataset, code: str, as_of: str) -> Due | None:
    """Return what is due of a series in a month; None for one of too few periods for a rhythm."""
    own = of(data, code)
    if len(own) < 2:
        return None
    last = own.iloc[-1]
    is_paired = bool((own["month_count"] == JANUARY_FEBRUARY).any())
    upcoming = _after(str(last["month"]), as_of, is_paired)
    lag = _lag_days(own)
    released = None if lag is None else _end(_last_month(upcoming[0])) + timedelta(days=lag)
    return Due(code, str(last["period"]), upcoming[:-1], upcoming[0], lag, released)


def _with_changes(ordered: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with their changes on the year and what those are."""
    before = ordered.set_index(["series_code", "month"])["value"]
    year_ago = [
        before.get((code, months.text_of(months.count(month) - 12)))
        for code, month in zip(ordered["series_code"], ordered["month"], strict=True)
    ]
    computed = ordered["value"] / pd.Series(year_ago, index=ordered.index, dtype=float) - 1
    published = ordered["change_on_year_pct"].astype(float) / 100
    own = (ordered["value"] / 100).where(ordered["series_code"].isin(CHANGES))
    given = own.fillna(published)
    estimated = ordered["standing"].where(ordered["standing"] == "estimated", "derived")
    return ordered.assign(
        change=given.fillna(computed),
        change_standing=ordered["standing"].where(given.notna(), estimated),
    )


def _after(newest_month: str, as_of: str, is_paired: bool) -> tuple[str, ...]:
    """Return the periods after a month that have ended before another, and the one that follows."""
    periods: list[str] = []
    month = months.count(newest_month)
    while not periods or months.count(_last_month(periods[-1])) < months.count(as_of):
        month += 1
        if is_paired and month % 12 == 0:
            month += 1
            periods.append(f"{month // 12:04d}-01/02")
        else:
            periods.append(months.text_of(month))
    return tuple(periods)


def _last_month(period: str) -> str:
    """Return the last month of a period; of January and February as one it is February."""
    return period.replace("01/", "")


def _lag_days(own: pd.DataFrame) -> int | None:
    """Return the usual days from the end of a period to its release: the middle one of all."""
    known = own.dropna(subset=["released_on"])
    lags = [
        (date.fromisoformat(str(released)) - _end(str(month))).days
        for released, month in zip(known["released_on"], known["month"], strict=True)
    ]
    return int(pd.Series(lags).median()) if lags else None


def _end(month: str) -> date:
    """Return the last day of a month."""
    following = months.text_of(months.count(month) + 1)
    return date.fromisoformat(f"{following}-01") - timedelta(days=1)
