"""Every query once more in pandas, written from the sentence and the columns of its header.

Each function takes the frames and the parameters of its query; it may return more columns, and rows
in any order. They are a check of the SQL, so they are not made by translating it.
"""

from collections.abc import Callable

import pandas as pd

from benchmarks import (
    reference_doubts,
    reference_drivers,
    reference_footprint,
    reference_goals,
    reference_market,
    reference_outlook,
    reference_peak,
    reference_places,
    reference_registers,
)
from benchmarks.frames import Frames, of, since, total


def fuels__of_industry(frames: Frames, region_code: str | None) -> pd.DataFrame:
    """Return industry by year and group of fuels, in the nation or one province."""
    wanted = of(frames["industry_fuels"], "region_code", region_code)
    return total(wanted, ["year", "fuel_group"], ["energy_tce", "co2_t"])


def fuels__of_sector(frames: Frames, sector_code: str) -> pd.DataFrame:
    """Return one division by year and group of fuels."""
    return of(frames["sector_fuels"], "sector_code", sector_code)


def inventories__compared(frames: Frames) -> pd.DataFrame:
    """Return the three inventories side by side; a published sum needs all 30 provinces."""
    cells = frames["co2"]
    by_year = cells.groupby("year")
    published = frames["co2_published_total"].groupby("year")["co2_t"]
    provinces = cells["region_code"].nunique()
    rebuilt = (cells["standing"] == "reconstructed").groupby(cells["year"]).any()
    return pd.DataFrame(
        {
            "provinces_co2_t": by_year["co2_t"].sum(),
            "published_co2_t": published.sum().where(published.count() == provinces),
            "nation_co2_t": frames["co2_nation"].groupby("year")["co2_t"].sum(),
            "standing": rebuilt.map({True: "reconstructed", False: "published"}),
        }
    ).reset_index()


def nation__yearly(frames: Frames) -> pd.DataFrame:
    """Return all industry by year over the covered provinces, value added of all regions."""
    regions = frames["regions"]
    covered = regions.loc[regions["in_inventory"], "region_code"]
    totals = frames["industry_totals"]
    totals = totals[totals["region_code"].isin(covered)]
    faulty = totals.groupby("region_code")["co2_withheld_cells"].transform("sum") > 0
    plain = totals["co2_without_withheld_t"]
    sums = totals.assign(
        co2_t=plain, co2_without_faulty_cement_t=plain.mask(faulty, totals["co2_energy_t"])
    )
    columns = ["energy_tce", "energy_with_transformation_tce", "co2_t", "co2_energy_t"]
    columns += ["co2_without_faulty_cement_t", "co2_withheld_cells"]
    found = total(sums, ["year"], columns).set_index("year")
    found["co2_standing"] = _weakest(totals, "co2_standing", "reconstructed", "published")
    output = frames["value_added"]
    found["value_added_real_cny"] = output.groupby("year")["value_added_real_cny"].sum()
    found["value_added_standing"] = _weakest(output, "standing", "unverified", "derived")
    return found.reset_index()


def regions__of_sector(frames: Frames, sector_code: str, first_year: int | None) -> pd.DataFrame:
    """Return one division in every province; nothing where the split or a cell is unusable."""
    cells = since(of(frames["industry_cells"], "sector_code", sector_code), first_year)
    withheld, usable = cells["co2_withheld_cells"] > 0, cells["is_split_usable"]
    return cells.assign(
        energy_tce=cells["energy_tce"].where(usable),
        co2_t=cells["co2_t"].where(usable & ~withheld),
        co2_energy_t=cells["co2_energy_t"].where(usable),
        co2_withheld=withheld,
    )


def regions__yearly(
    frames: Frames, region_code: str | None, first_year: int | None
) -> pd.DataFrame:
    """Return industry of every province by year with value added and breaks of the series."""
    place_year = ["region_code", "year"]
    output = frames["value_added"].rename(columns={"standing": "value_added_standing"})
    columns = [*place_year, "value_added_real_cny", "value_added_standing"]
    found = frames["industry_totals"].merge(output[columns], on=place_year, how="outer")
    found = since(of(found, "region_code", region_code), first_year)
    breaks = pd.MultiIndex.from_frame(frames["series_breaks"][place_year])
    return found.assign(
        co2_withheld=found["co2_withheld_cells"].fillna(0) > 0,
        is_break=pd.MultiIndex.from_frame(found[place_year]).isin(breaks),
    )


def sectors__value_added(frames: Frames, base_year: int) -> pd.DataFrame:
    """Return the base level and what growth known without a gap makes of it."""
    levels, growth = frames["value_added_division"], frames["value_added_growth"]
    base = levels[levels["year"] == base_year].set_index("sector_code")["value_added_nominal_cny"]
    rows = [(code, base_year, level, None, "derived") for code, level in base.items()]
    known = growth.set_index(["sector_code", "year"])
    for code, level in base.items():
        year, standing = base_year + 1, "derived"
        while (code, year) in known.index:
            row = known.loc[(code, year)]
            level *= 1 + row["growth_pct"] / 100
            standing = "unverified" if row["standing"] == "unverified" else standing
            rows.append((code, year, level, row["growth_pct"], standing))
            year += 1
    columns = ["sector_code", "year", "value_added_real_cny", "growth_pct", "standing"]
    return pd.DataFrame(rows, columns=columns)


def sectors__yearly(
    frames: Frames, region_code: str | None, first_year: int | None
) -> pd.DataFrame:
    """Return every division by year in one province or over those with a usable split."""
    cells = frames["industry_cells"]
    cells = since(of(cells[cells["is_split_usable"]], "region_code", region_code), first_year)
    by = ["sector_code", "year"]
    columns = ["energy_tce", "co2_t", "co2_energy_t", "co2_withheld_cells"]
    found = total(cells, by, columns).set_index(by)
    found["co2_withheld"] = found["co2_withheld_cells"] > 0
    if region_code is not None:
        found["co2_t"] = found["co2_t"].mask(found["co2_withheld"])
    cells = cells.dropna(subset="co2_standing")
    rebuilt = (cells["co2_standing"] == "reconstructed").groupby([cells[one] for one in by]).any()
    found["co2_standing"] = rebuilt.map({True: "reconstructed", False: "published"})
    return found.reset_index()


def validation__totals(frames: Frames, year: int) -> pd.DataFrame:
    """Return our provincial totals with the withheld cells put back, beside the published ones."""
    leaves, apparent = frames["co2"], frames["co2_apparent"]
    leaves = leaves[leaves["year"] == year]
    cement = apparent[
        (apparent["component"] == "cement_process_co2") & (apparent["year"] == year)
    ].set_index("region_code")["co2_t"]
    withheld = leaves.loc[leaves["co2_t"].isna(), "region_code"]
    ours = leaves.groupby("region_code")["co2_t"].sum()
    ours = ours.add(cement[cement.index.isin(withheld)], fill_value=0)
    totals = frames["co2_published_total"]
    published = totals[totals["year"] == year].set_index("region_code")["co2_t"]
    found = pd.DataFrame({"ours_co2_t": ours, "published_co2_t": published}).dropna()
    found["difference_pct"] = (found["ours_co2_t"] / found["published_co2_t"] - 1) * 100
    return found.rename_axis("region_code").reset_index()


def _weakest(frame: pd.DataFrame, column: str, weak: str, strong: str) -> pd.Series:
    """Return by year the weak standing where any row has it."""
    is_weak = (frame[column] == weak).groupby(frame["year"]).any()
    return is_weak.map({True: weak, False: strong})


REFERENCES: dict[str, Callable[..., pd.DataFrame]] = {
    reference.__name__: reference
    for reference in (
        fuels__of_industry,
        fuels__of_sector,
        inventories__compared,
        nation__yearly,
        regions__of_sector,
        regions__yearly,
        sectors__value_added,
        sectors__yearly,
        validation__totals,
        *reference_doubts.REFERENCES,
        *reference_drivers.REFERENCES,
        *reference_footprint.REFERENCES,
        *reference_goals.REFERENCES,
        *reference_market.REFERENCES,
        *reference_outlook.REFERENCES,
        *reference_peak.REFERENCES,
        *reference_places.REFERENCES,
        *reference_registers.REFERENCES,
    )
}
