"""Structure between divisions, where value added by division is known: input-output years."""

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.official import RANK
from carbonpeak.indicators.decomposition import effects

# Years for which both official energy and input-output value added by division are known.
YEARS = (2012, 2017, 2018, 2020)
DRIVERS = ("activity", "structure", "intensity")
GROWTH = "industrial_value_added_all_real_growth"


def by_division(data: Dataset, first: int, last: int) -> pd.DataFrame:
    """Return one row per division: official energy of both years and the effects on it, in tce.

    Columns: ``start_t``, ``end_t``, ``change_t``, ``activity`` (real value added of all industry),
    ``structure`` (the division's share of it, at current prices) and ``intensity``;
    ``share_start`` and ``share_end`` are those shares, fractions. The effects add up to the change.

    Args:
        data: the tables.
        first: one of YEARS.
        last: a later one of them.
    """
    start, end = (_levels(data, year) for year in (first, last))
    codes = start.index.intersection(end.index)
    start, end = start.loc[codes], end.loc[codes]
    grown = float(np.prod(1 + growth(data, first, last)["value"].to_numpy() / 100))
    energy = [one["energy_tce"].to_numpy() for one in (start, end)]
    shares = [one["share"].to_numpy() for one in (start, end)]
    chains = [
        [np.array(added), added * share, used]
        for added, share, used in zip((1.0, grown), shares, energy, strict=True)
    ]
    amounts = {"start_t": energy[0], "end_t": energy[1], "change_t": energy[1] - energy[0]}
    ends = {"share_start": shares[0], "share_end": shares[1]}
    return pd.DataFrame(amounts | effects(DRIVERS, *chains) | ends, index=codes)


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


def _levels(data: Dataset, year: int) -> pd.DataFrame:
    rows = data.ask("sectors__official_level", year=year).set_index("sector_code")
    return rows.assign(share=rows["value_added_cny"] / rows["value_added_cny"].sum())
