"""CO2 of 2020-2022 by fuel, from the energy inventory and the factors its own earlier years imply.

The source gives these years only by sector. Multiplying the physical energy of each sector and fuel
by the implied factor gives the same figures with their fuels, under two rules that the check below
holds to the source's rounding: power and heat (D44) also burns what it transforms, and feedstock of
the chemical family is no emission.
"""

import pandas as pd

from carbonpeak.build import energy, fuels
from carbonpeak.build.faults import ANHUI, JIANGXI, JILIN
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import CEADS_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "ceads/co2_province_sector_2020_2022_reconstructed.csv"
BACKCAST_TABLE = declare(
    "co2_backcast",
    Text("重建方法回测（2017—2019 合计）", "Reconstruction method tried on 2017-2019"),
    Columns(
        "inventory_row published_co2_t reconstructed_co2_t ratio_without_shandong source_id",
        optional="ratio_without_shandong",
    ),
    "inventory_row",
    format="csv",
    licence=CEADS_TERMS,
    citation="CEADs inventories 2017-2019 and their reconstruction from energy and implied factors",
)

FIRST_YEAR = 2020
POWER_AND_HEAT = "D44"
BURNT_IN_TRANSFORMATION = ("TRANS_THERMAL_POWER", "TRANS_HEATING")
# Feedstock (non-energy use) is taken off these rows in proportion to their use of the fuel.
CHEMICAL_FAMILY = ("C26", "C27", "C28", "C29a", "C29b")
CEMENT_SECTOR = "C30"
# The source rounds each cell to 1e-6 Mt, one tonne.
TOLERANCE_T = 1.5
APPARENT_FILE = "ceads/apparent_co2_province_1997_2022.csv"
# A fall to less than a fifth within a year is not a cement industry but a fault.
IMPLAUSIBLE_RATIO = 0.2
BACKCAST_FILE = "ceads/validation_backcast_sector_2017_2019.csv"
# With Shandong, rows of the backcast miss by 17 % at most; without it all but one are within 1 %.
CONFLICT_RATIO = 0.05

CELL = ["year", "region_code", "sector", "fuel_code"]


def reconstruct(raw: Raw) -> pd.DataFrame:
    """Return the CO2 of 2020-2022 by inventory row and fuel.

    Columns: year, region_code, sector (inventory row), fuel_code, co2_t, standing, source_id, flag.
    """
    given = raw.csv(FILE)
    given = given.assign(
        year=given["year"].astype(int),
        region_code=given["province_code"],
        co2_t=given["value"].astype(float) * 1e6,
    )
    burnt = energy_related(energy.cells(raw), factors(raw))
    check_against(burnt, given[given["indicator"] == "co2_energy_related_direct"])
    burnt = burnt.assign(standing="reconstructed", source_id="reconstruction", flag=None)
    return pd.concat([burnt, cement(given, apparent_cement(raw))], ignore_index=True)


def factors(raw: Raw) -> pd.DataFrame:
    """Return the implied factors: sector, fuel_code, factor_t_per_unit."""
    frame = raw.csv("ceads/implied_co2_factors.csv")
    return frame.assign(
        fuel_code=fuels.code_of(frame["fuel"]),
        factor_t_per_unit=frame["mtco2_per_ceads_unit"].astype(float) * 1e6,
    )[["sector", "fuel_code", "factor_t_per_unit"]]


def energy_related(cells: pd.DataFrame, factor: pd.DataFrame) -> pd.DataFrame:
    """Return energy-related CO2 by year, region_code, sector and fuel_code, from FIRST_YEAR on."""
    cells = cells[cells["year"] >= FIRST_YEAR]
    sector = cells["sector"].where(~cells["sector"].isin(BURNT_IN_TRANSFORMATION), POWER_AND_HEAT)
    summed = cells.assign(sector=sector).groupby(CELL)["quantity"].sum().reset_index()
    burnt = without_feedstock(summed).merge(factor, on=["sector", "fuel_code"])
    return burnt.assign(co2_t=burnt["quantity"] * burnt["factor_t_per_unit"])[[*CELL, "co2_t"]]


def without_feedstock(burnt: pd.DataFrame) -> pd.DataFrame:
    """Take the non-energy use of a fuel off the chemical family, in proportion, never below 0."""
    keys = ["year", "region_code", "fuel_code"]
    feedstock = burnt[burnt["sector"] == "NON_ENERGY_USE"].set_index(keys)["quantity"]
    family = burnt["sector"].isin(CHEMICAL_FAMILY)
    used = burnt[family].groupby(keys)["quantity"].sum()
    kept = (1 - feedstock.reindex(used.index).fillna(0) / used).clip(lower=0).rename("kept")
    joined = burnt.join(kept, on=keys)
    share = joined["kept"].where(family, 1).fillna(1)
    return burnt.assign(quantity=burnt["quantity"] * share)


def check_against(burnt: pd.DataFrame, given: pd.DataFrame) -> None:
    """BuildError unless our sums by sector meet the source's own figures within its rounding."""
    keys = ["year", "region_code", "sector"]
    ours = burnt.groupby(keys)["co2_t"].sum()
    gap = given.set_index(keys)["co2_t"].sub(ours, fill_value=0).abs()
    if gap.max() > TOLERANCE_T:
        worst = gap.nlargest(1).reset_index().iloc[0]
        raise fault("reconstruction", file=FILE, **worst)


def apparent_cement(raw: Raw) -> "pd.Series[float]":
    """Return the apparent inventory's own cement process CO2 in Mt, by region_code and year."""
    rows = raw.csv(APPARENT_FILE)
    rows = rows[rows["indicator"] == "cement_process_co2"]
    return (
        rows.assign(year=rows["year"].astype(int))
        .set_index(["province_code", "year"])["value"]
        .astype(float)
    )


def cement(given: pd.DataFrame, apparent: "pd.Series[float]") -> pd.DataFrame:
    """Return cement process CO2, with the implausible cells withheld and the residual marked."""
    rows = given[given["indicator"] == "co2_process_cement"]
    by_cell = rows.set_index(["region_code", "year"])["co2_t"]
    _assert_faults(by_cell, apparent)
    index = pd.MultiIndex.from_tuples([*by_cell.index, (JILIN, 2020)], names=by_cell.index.names)
    withheld = [(JIANGXI, 2022), (JILIN, 2020)]
    frame = by_cell.reindex(index).mask(index.isin(withheld)).reset_index()
    cell = list(zip(frame["region_code"], frame["year"], strict=True))
    residual = [one == (ANHUI, 2022) for one in cell]
    frame = frame.assign(
        sector=CEMENT_SECTOR,
        fuel_code=fuels.PROCESS,
        standing="published",
        source_id="ceads-apparent",
        flag=None,
    )
    frame.loc[[one in withheld for one in cell], "flag"] = "cement_implausible"
    frame.loc[residual, ["standing", "source_id", "flag"]] = [
        "reconstructed",
        "reconstruction",
        "cement_residual",
    ]
    return frame


def _assert_faults(by_cell: "pd.Series[float]", apparent: "pd.Series[float]") -> None:
    if not _collapses_in_2022(by_cell, JIANGXI) or (JILIN, 2020) in by_cell.index:
        raise fault("cement_mended", file=FILE)
    if not _collapses_in_2022(apparent, ANHUI):
        raise fault("anhui_mended", file=APPARENT_FILE)
    if _collapses_in_2022(by_cell, ANHUI):
        raise fault("anhui_residual", file=FILE)


def _collapses_in_2022(cement: "pd.Series[float]", region_code: str) -> bool:
    before, after = cement.get((region_code, 2021)), cement.get((region_code, 2022))
    return before is not None and after is not None and after < IMPLAUSIBLE_RATIO * before


def assert_shandong_conflict(raw: Raw) -> None:
    """BuildError unless Shandong's sectors still conflict: the backcast fits only without them."""
    rows = raw.csv(BACKCAST_FILE)
    rows = rows[rows["ratio"].notna() & rows["ratio_excl_shandong"].notna()]
    shift = (rows["ratio"].astype(float) - rows["ratio_excl_shandong"].astype(float)).abs()
    if not (shift > CONFLICT_RATIO).any():
        raise fault("shandong_mended", file=BACKCAST_FILE)


def build_backcast(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per inventory row: the method tried on 2017-2019, against what was published."""
    rows = raw.csv(BACKCAST_FILE)
    rows = rows[~rows["sector"].isin(energy.EMPTY_ROWS)]
    return rows.assign(
        inventory_row=rows["sector"],
        published_co2_t=rows["ceads_mt_2017_2019"].astype(float) * 1e6,
        reconstructed_co2_t=rows["reconstructed_mt_2017_2019"].astype(float) * 1e6,
        ratio_without_shandong=rows["ratio_excl_shandong"],
        source_id="reconstruction",
    )
