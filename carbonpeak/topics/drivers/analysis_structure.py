"""Structure between divisions, where value added by division is known: input-output years."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.official import RANK
from carbonpeak.indicators.decomposition import effects

DRIVERS = ("activity", "structure", "intensity")
GROWTH = "industrial_value_added_all_real_growth"


@dataclass(frozen=True)
class Turn:
    """A division whose share of value added rose into one year and fell again by the next."""

    sector_code: str
    up: int
    down: int


@once_per_dataset
def known_years(data: Dataset) -> tuple[int, ...]:
    """Return the years whose official energy and input-output value added are both known."""
    return tuple(int(year) for year in data.ask("drivers__input_output_years")["year"])


def spans(data: Dataset) -> tuple[tuple[int, int], ...]:
    """Return the pairs of years to choose from: all known years, then each to the next."""
    years = known_years(data)
    if len(years) < 2:
        return ()
    return tuple(dict.fromkeys([(years[0], years[-1]), *zip(years, years[1:], strict=False)]))


@once_per_dataset
def by_division(data: Dataset, first: int, last: int) -> pd.DataFrame:
    """Return one row per division: official energy of both years and the effects on it, in tce.

    Columns: ``start_t``, ``end_t``, ``change_t``, ``activity`` (real value added of all industry),
    ``structure`` (the division's share of it, at current prices) and ``intensity``;
    ``share_start`` and ``share_end`` are those shares, fractions. The effects add up to the change.

    Args:
        data: the tables.
        first: one of the known years.
        last: a later one of them.
    """
    start, end = (_levels(data, year) for year in (first, last))
    codes = start.index.intersection(end.index)
    start, end = start.loc[codes], end.loc[codes]
    grown = float(np.prod(1 + growth(data, first, last)["value"].to_numpy() / 100))
    energy = [levels["energy_tce"].to_numpy() for levels in (start, end)]
    shares = [levels["share"].to_numpy() for levels in (start, end)]
    chains = [
        [np.array(added), added * share, used]
        for added, share, used in zip((1.0, grown), shares, energy, strict=True)
    ]
    amounts = {"start_t": energy[0], "end_t": energy[1], "change_t": energy[1] - energy[0]}
    ends = {"share_start": shares[0], "share_end": shares[1]}
    return pd.DataFrame(amounts | effects(DRIVERS, *chains) | ends, index=codes)


@once_per_dataset
def growth(data: Dataset, first: int, last: int) -> pd.DataFrame:
    """Return the real growth of all industry after the first year up to the last, by year.

    Columns: ``value`` (%), ``standing``, ``source_id``; of several rows the better standing counts.
    """
    rows = data.ask(
        "official__series",
        dataset="industrial_value_added",
        indicators=[GROWTH],
        first_year=first + 1,
    )
    rows = rows[rows["year"] <= last].assign(rank=rows["standing"].map(RANK))
    best = rows.sort_values(["year", "rank"]).drop_duplicates("year").set_index("year")
    return best[["value", "standing", "source_id"]]


@once_per_dataset
def recalled_years(data: Dataset) -> tuple[int, ...]:
    """Return the years, among those between the known ones, whose growth is recalled."""
    years = known_years(data)
    rows = growth(data, years[0], years[-1]) if years else pd.DataFrame({"standing": []})
    return tuple(int(year) for year in rows.index[rows["standing"] == "unverified"])


@once_per_dataset
def largest_turn(data: Dataset) -> Turn | None:
    """Return the division whose share rose and fell again most, as prices of products make it."""
    turns = sorted(_turns(data), key=lambda turn: turn[0])
    return turns[-1][1] if turns and turns[-1][0] > 0 else None


def _turns(data: Dataset) -> Iterator[tuple[float, Turn]]:
    """Yield for each three known years in a row the largest turn, with its size as a fraction."""
    years = known_years(data)
    shares = {year: _levels(data, year)["share"] for year in years}
    for before, up, down in zip(years, years[1:], years[2:], strict=False):
        rise, fall = shares[up] - shares[before], shares[up] - shares[down]
        sizes = rise.where(rise < fall, fall).dropna()
        yield float(sizes.max()), Turn(str(sizes.idxmax()), up, down)


def _levels(data: Dataset, year: int) -> pd.DataFrame:
    rows = data.ask("sectors__official_level", year=year).set_index("sector_code")
    return rows.assign(share=rows["value_added_cny"] / rows["value_added_cny"].sum())
