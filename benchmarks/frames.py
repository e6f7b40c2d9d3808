"""Every table as a DataFrame, read with pandas and not with the warehouse, and the sums it keeps.

The sums are written from the sentences at the head of ``queries/summaries``, by province, division,
year and group of fuels, so that they check those selects as well.
"""

from pathlib import Path

import pandas as pd

from benchmarks import driver_frames, footprint_frames, goal_frames, peak_frames
from carbonpeak.data import catalogue
from carbonpeak.data.catalogue import Table

Frames = dict[str, pd.DataFrame]
DTYPES = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}
PLACE_YEAR = ["region_code", "year"]
CELL = ["region_code", "sector_code", "year"]
POWER_AND_HEAT = ("thermal_power", "heating")
SHANDONG = "shandong_sector_split"


def load(data: Path = catalogue.DATA) -> Frames:
    """Return every table of a data folder by name, and the kept sums."""
    frames = {table.name: _read(table, data) for table in catalogue.load(data).tables}
    energy, co2 = _of_industry(frames, "energy"), _of_industry(frames, "co2")
    frames["industry_cells"] = _cells(energy, co2)
    frames["industry_totals"] = _totals(energy, co2, frames["energy_transformation"])
    group = ["region_code", "year", "fuel_group"]
    frames["industry_fuels"] = _both(energy, co2, group)
    usable = [frame[frame["is_split_usable"]] for frame in (energy, co2)]
    frames["sector_fuels"] = _both(*usable, ["sector_code", "year", "fuel_group"])
    frames["whole_economy"] = _whole_economy(frames["co2"])
    frames["industry_moves"] = _moves(frames["industry_cells"])
    frames["driver_cells"] = _driver_cells(frames, energy, co2)
    frames["peak_series"] = _peak_series(frames)
    frames["factor_library"] = footprint_frames.library(frames)
    frames["industry_series"] = goal_frames.industry_series(frames)
    frames["target_values"] = goal_frames.target_values(frames)
    frames["target_readings"] = goal_frames.target_readings(frames)
    return frames


def total(frame: pd.DataFrame, by: list[str], columns: list[str]) -> pd.DataFrame:
    """Return sums by group; the sum over nothing but gaps is a gap."""
    return frame.groupby(by, as_index=False)[columns].sum(min_count=1)


def of(frame: pd.DataFrame, column: str, code: str | None) -> pd.DataFrame:
    """Return the rows of one code, all rows where none is asked for."""
    return frame if code is None else frame[frame[column] == code]


def since(frame: pd.DataFrame, first_year: int | None) -> pd.DataFrame:
    """Return the rows from a year on, all rows where none is asked for."""
    return frame if first_year is None else frame[frame["year"] >= first_year]


def worded(frames: Frames, rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return rows with their texts in Chinese and English, by the names both go under."""
    words = frames["register_words"]
    for name, column in names.items():
        own = words[words["register_field"] == column].set_index("text_en")["text_zh"]
        chinese = rows[column].map(own).fillna(rows[column])
        rows = rows.assign(**{f"{name}_zh": chinese, f"{name}_en": rows[column]})
    return rows


def _read(table: Table, data: Path) -> pd.DataFrame:
    file = data / table.path
    if table.format == "csv":
        # "NA" is a word in some of the tables; only an empty cell is a gap.
        frame = pd.read_csv(file, dtype="str", keep_default_na=False, na_values=[""])
    else:
        frame = pd.read_parquet(file)
    for field in table.fields:
        values = frame[field.name]
        if field.type == "boolean" and values.dtype != "bool":
            values = values.str.lower().map({"true": True, "false": False})
        elif field.type in ("integer", "number"):
            values = pd.to_numeric(values)
        frame[field.name] = values.astype(DTYPES[field.type])
    return frame


def _whole_economy(co2: pd.DataFrame) -> pd.DataFrame:
    """Return CO2 of all sectors by year with the weaker standing of its cells."""
    by_year = co2.groupby("year")
    sums = by_year["co2_t"].sum().reset_index()
    rebuilt = by_year["standing"].agg(lambda kinds: (kinds == "reconstructed").any())
    words = rebuilt.map({True: "reconstructed", False: "published"})
    return sums.assign(standing=words.to_numpy())


def _moves(cells: pd.DataFrame) -> pd.DataFrame:
    """Return each division's move since the year before, as a share of its province's industry."""
    first = cells.loc[cells["energy_tce"].notna(), "year"].min()
    rows = cells[cells["year"] >= first][[*CELL, "energy_tce"]].fillna({"energy_tce": 0.0})
    rows = rows.sort_values(CELL, ignore_index=True)
    whole = rows.groupby(PLACE_YEAR)["energy_tce"].transform("sum")
    division = ["region_code", "sector_code"]
    before = whole.groupby([rows[one] for one in division]).shift()
    moved = rows.groupby(division)["energy_tce"].diff()
    return rows.assign(move_share=moved / before.where(before != 0))


def _driver_cells(frames: Frames, energy: pd.DataFrame, co2: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of the page Drivers, with what the plants of power and heat take in."""
    flows = frames["energy_transformation"]
    flows = flows[flows["flow_code"].isin(POWER_AND_HEAT)]
    groups = frames["fuels"].set_index("fuel_code")["fuel_group"]
    return driver_frames.cells(energy, co2, flows, groups)


def _peak_series(frames: Frames) -> pd.DataFrame:
    """Return the series of the page Peak, completed over every industrial division."""
    sectors = frames["sectors"]
    divisions = sectors.loc[sectors["is_industry"], "sector_code"]
    return peak_frames.series(frames["industry_cells"], frames["industry_totals"], divisions)


def _of_industry(frames: Frames, name: str) -> pd.DataFrame:
    """Return the cells of industry with fuel group and whether the province's split is usable."""
    sectors, fuels = frames["sectors"], frames["fuels"]
    cells = frames[name]
    industrial = cells["sector_code"].isin(sectors.loc[sectors["is_industry"], "sector_code"])
    flags = frames["co2"]
    not_usable = flags.loc[flags["flag"] == SHANDONG, "region_code"].unique()
    group = cells["fuel_code"].map(fuels.set_index("fuel_code")["fuel_group"])
    usable = ~cells["region_code"].isin(not_usable)
    return cells.assign(fuel_group=group, is_split_usable=usable)[industrial]


def _both(energy: pd.DataFrame, co2: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    left, right = total(energy, by, ["energy_tce"]), total(co2, by, ["co2_t"])
    return left.merge(right, on=by, how="outer")


def _cells(energy: pd.DataFrame, co2: pd.DataFrame) -> pd.DataFrame:
    """Return final energy and CO2 of industry by province, division and year."""
    found = _both(energy, co2, CELL).merge(_emission_facts(co2, CELL), on=CELL, how="left")
    usable = pd.concat([energy, co2]).groupby("region_code")["is_split_usable"].all()
    return found.assign(
        co2_withheld_cells=found["co2_withheld_cells"].fillna(0).astype(int),
        is_split_usable=found["region_code"].map(usable),
    )


def _totals(energy: pd.DataFrame, co2: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Return energy, CO2 and the net input of power and heat by province and year."""
    power = total(flows[flows["flow_code"].isin(POWER_AND_HEAT)], PLACE_YEAR, ["energy_tce"])
    found = (
        _both(energy, co2, PLACE_YEAR)
        .merge(_emission_facts(co2, PLACE_YEAR), on=PLACE_YEAR, how="left")
        .merge(power.rename(columns={"energy_tce": "power_tce"}), on=PLACE_YEAR, how="left")
    )
    return found.assign(
        energy_with_transformation_tce=found["energy_tce"] + found["power_tce"],
        co2_without_withheld_t=found["co2_t"],
        co2_t=found["co2_t"].where(found["co2_withheld_cells"] == 0),
    )


def _emission_facts(co2: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return what burning emits, how many cells are withheld, and the weakest standing."""
    burnt = co2["co2_t"].where(co2["fuel_code"] != "process")
    facts = co2.assign(co2_energy_t=burnt, gap=co2["co2_t"].isna())
    facts["rebuilt"] = facts["standing"] == "reconstructed"
    grouped = facts.groupby(by)
    found = grouped["co2_energy_t"].sum(min_count=1).to_frame()
    found["co2_withheld_cells"] = grouped["gap"].sum()
    rebuilt = grouped["rebuilt"].any()
    found["co2_standing"] = rebuilt.map({True: "reconstructed", False: "published"})
    return found.reset_index()
