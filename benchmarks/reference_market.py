"""Reference answers in pandas for the queries of the carbon market."""

import pandas as pd

from benchmarks.frames import Frames, worded

PARTS = ["volume_t", "listed_volume_t", "block_volume_t", "auction_volume_t", "turnover_cny"]


def market__months(frames: Frames) -> pd.DataFrame:
    """Return trade by month with average prices."""
    rows = frames["market_months"]
    listed = rows["listed_turnover_cny"] / rows["listed_volume_t"]
    average = rows["turnover_cny"] / rows["volume_t"]
    return rows.assign(average_cny_per_t=average, listed_average_cny_per_t=listed)


def market__years(frames: Frames) -> pd.DataFrame:
    """Return trade by year."""
    by_year = frames["market_months"].groupby("year")
    found = (
        by_year[PARTS]
        .sum()
        .assign(
            months=by_year.size(),
            first_month=by_year["month"].min(),
            last_month=by_year["month"].max(),
            source_id=by_year["source_id"].max(),
        )
    )
    return found.assign(average_cny_per_t=found["turnover_cny"] / found["volume_t"]).reset_index()


def market__pilots(frames: Frames) -> pd.DataFrame:
    """Return trade of the pilots."""
    return frames["market_pilots"]


def market__benchmarks(frames: Frames) -> pd.DataFrame:
    """Return benchmarks and balance values."""
    return frames["market_benchmarks"]


def market__events(frames: Frames) -> pd.DataFrame:
    """Return the events in both languages."""
    return worded(frames, frames["market_events"], {"event": "event"})


def market__rules(frames: Frames) -> pd.DataFrame:
    """Return the rules in both languages."""
    names = {name: name for name in ("scope", "item", "unit", "note")} | {"value": "value_text"}
    return worded(frames, frames["market_rules"], names)


def market__coverage(frames: Frames) -> pd.DataFrame:
    """Return the statements on coverage in both languages."""
    names = {name: name for name in ("item", "unit", "note")} | {"value": "value_text"}
    return worded(frames, frames["market_coverage"], names)


def market__breaks(frames: Frames) -> pd.DataFrame:
    """Return the breaks with the faults that explain them."""
    faults = frames["faults"].rename(columns={"fault_id": "flag"})
    return frames["market_breaks"].merge(faults, on="flag")


REFERENCES = (
    market__benchmarks,
    market__breaks,
    market__coverage,
    market__events,
    market__months,
    market__pilots,
    market__rules,
    market__years,
)
