"""Reference answers in pandas for the queries that show where a province's figures are doubtful."""

import pandas as pd

from benchmarks.frames import Frames, since


def regions__growth(frames: Frames, base_year: int, year: int) -> pd.DataFrame:
    """Return the real growth of value added and of GDP of every province between two years."""
    output = frames["value_added"].pivot(
        index="region_code", columns="year", values="value_added_real_cny"
    )
    indices = since(frames["gdp"], base_year + 1)
    indices = indices[indices["year"] <= year].groupby("region_code")
    yearly = indices["gdp_index_previous_year_100"]
    product = yearly.agg(lambda index: (index / 100).prod(min_count=1)) - 1
    return pd.DataFrame(
        {
            "value_added_growth": output[year] / output[base_year] - 1,
            "gdp_growth": product.reindex(output.index),
        }
    ).reset_index()


def regions__jumps(frames: Frames, base_year: int, year: int) -> pd.DataFrame:
    """Return the division and year of the largest move of each province's industrial energy."""
    cells = since(frames["industry_cells"], base_year)
    cells = cells[cells["year"] <= year].assign(year=lambda rows: rows["year"].astype(int))
    wide = cells.pivot(index=["region_code", "year"], columns="sector_code", values="energy_tce")
    # A division without a row in a year that the province reports used nothing.
    wide = wide.dropna(how="all").fillna(0)
    before = wide.sum(axis=1).groupby(level="region_code").shift()
    shares = wide.groupby(level="region_code").diff().div(before, axis=0).stack().dropna()
    largest = shares.loc[shares.abs().groupby(level="region_code").idxmax()].rename("jump_share")
    found = largest.reset_index().rename(columns={"year": "jump_year"})
    energy = wide.stack()
    for column, end in (("base_tce", base_year), ("last_tce", year)):
        keys = zip(found["region_code"], found["sector_code"], strict=True)
        found[column] = [energy[region, end, sector] for region, sector in keys]
    return found


REFERENCES = (regions__growth, regions__jumps)
