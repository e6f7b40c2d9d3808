"""Reference answers in pandas for the queries of plants, provinces, months and names."""

import re

import numpy as np
import pandas as pd

from benchmarks.frames import Frames

POWER, COUNTED = "power", ["region_code", "item", "unit", "source_id"]
PLANT_ITEMS = (
    "crude_steel",
    "electric_furnace",
    "clinker",
    "grinding",
    "hydro",
    "gas",
    "nuclear",
)
RUNNING = ("operating", "operating pre-retirement", "operational")
UNIT_KINDS = ["region_code", "unit_class", "technology", "intensity_t_per_mwh", "source_id"]
HOURS = 8760
# The letters of the kinds of industry in GB/T 4754.
LETTERS = {"mining": "B", "manufacturing": "C"}
OWN_NAMES = ("region_code", "iso_code", "name_zh", "name_full_zh", "name_en")
STATED = (
    ("vehicles", "P031", "mean", 1, r"mean ([0-9.]+)"),
    ("vehicles", "P031", "battery_electric", 2, r"BEV ([0-9.]+)"),
    ("vehicles", "P031", "diesel", 3, r"diesel ([0-9.]+)"),
    ("sedan", "P030", "making", 1, r"([0-9.]+) t making"),
    ("sedan", "P030", "use", 2, r"([0-9.]+) t use"),
    ("sedan", "P030", "whole", 3, r"([0-9.]+) t life cycle"),
    ("coal", "F233", "anthracite", 1, r"^([0-9.]+) /"),
    ("coal", "F233", "bituminous", 2, r"/ ([0-9.]+) /"),
    ("coal", "F233", "lignite", 3, r"/ ([0-9.]+)$"),
)


def coal_units__intensity(frames: Frames, capacity_mw: float) -> pd.DataFrame:
    """Return operating coal units by province, class, technology and intensity."""
    units = frames["coal_units"]
    own = units[units["unit_status"] == "operating"]
    plain = np.where(own["capacity_mw"] >= capacity_mw, "coal_above_300", "coal_to_300")
    is_other = (own["technology"] == "CFB") | (own["coal_type"] == "waste coal")
    hours = own["capacity_mw"] * own["load_factor_assumed"] * HOURS
    own = own.assign(
        unit_class=np.where(is_other, "coal_unconventional", plain),
        intensity_t_per_mwh=(own["co2_model_t"] / hours).round(6),
    )
    return (
        own.groupby(UNIT_KINDS, dropna=False)
        .agg(
            unit_count=("unit_id", "size"),
            capacity_mw=("capacity_mw", "sum"),
            load_factor_assumed=("load_factor_assumed", "max"),
        )
        .reset_index()
    )


def plants__by_province(frames: Frames) -> pd.DataFrame:
    """Return how many plants of each kind run in each province, and their capacity."""
    plants, units = frames["plants"], frames["coal_units"]
    runs = plants["unit_status"].isin(RUNNING) | (
        (plants["dataset"] == POWER) & (plants["unit_status"] == "not stated")
    )
    own = plants[plants["item"].isin(PLANT_ITEMS) & runs]
    once = own.groupby([*COUNTED, "plant_id"], dropna=False)["capacity"].sum(min_count=1)
    coal = units[units["unit_status"] == "operating"].assign(item="coal_units", unit="MW")
    coal = coal.rename(columns={"unit_id": "plant_id", "capacity_mw": "capacity"})
    every = pd.concat([once.reset_index(), coal[[*COUNTED, "plant_id", "capacity"]]])
    found = every.dropna(subset="region_code").groupby(COUNTED)["capacity"]
    return pd.DataFrame(
        {"plant_count": found.size(), "known_count": found.count(), "capacity": found.sum()}
    ).reset_index()


def power__yearly(frames: Frames) -> pd.DataFrame:
    """Return CO2 of power and heat and of all other industry by year."""
    cells = _without_faulty(frames["industry_cells"], ["region_code"])
    cells = cells.dropna(subset="co2_standing")
    market = frames["sectors"].set_index("sector_code")["carbon_market"]
    is_power = cells["sector_code"].map(market) == POWER
    parts = {"power": cells[is_power], "other": cells[~is_power]}
    found = pd.DataFrame(index=sorted(cells["year"].unique()))
    for name, part in parts.items():
        sums = part.groupby("year")[["co2_t", "co2_energy_t"]].sum()
        found[[f"{name}_co2_t", f"{name}_co2_energy_t"]] = sums.reindex(found.index, fill_value=0)
    found["co2_standing"] = cells.groupby("year")["co2_standing"].max()
    return found.rename_axis("year").reset_index()


def sectors__by_province(frames: Frames, first_year: int, last_year: int) -> pd.DataFrame:
    """Return every division in every province between two years."""
    cells = frames["industry_cells"]
    wanted = cells[cells["year"].between(first_year, last_year)]
    return _without_faulty(wanted, ["sector_code", "region_code"])


def _without_faulty(cells: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Leave process CO2 out of all years where any cell of a group is withheld."""
    own = cells[cells["is_split_usable"]]
    is_faulty = (own["co2_withheld_cells"] > 0).groupby([own[one] for one in by]).transform("max")
    co2 = own["co2_t"].mask(is_faulty, own["co2_energy_t"])
    return own.assign(co2_t=co2, is_cement_left_out=is_faulty)


def regions__denominators(frames: Frames, base_year: int) -> pd.DataFrame:
    """Return value added of every province by three assumptions about its prices."""
    output = frames["value_added"].set_index(["region_code", "year"]).sort_index()
    output = output[output.index.get_level_values("year") >= base_year]
    product = frames["gdp"].set_index(["region_code", "year"]).sort_index()
    rows = [_denominators(output, product, code, base_year) for code in output.index.levels[0]]
    return pd.concat(rows).reset_index()


def _denominators(
    output: pd.DataFrame, product: pd.DataFrame, code: str, base_year: int
) -> pd.DataFrame:
    own = output.loc[[code]].copy()
    base = own["value_added_real_cny"].get((code, base_year), np.nan)
    real = 1.0
    for year in own.index.get_level_values("year"):
        known = product.index.isin([(code, year)]).any()
        growth = product.at[(code, year), "gdp_index_previous_year_100"] if known else np.nan
        real *= growth / 100 if year > base_year else 1.0
        nominal = (
            product.at[(code, year), "gdp_nominal_cny"]
            / product.at[(code, base_year), "gdp_nominal_cny"]
            if known
            else np.nan
        )
        own.loc[(code, year), "with_gdp_growth_cny"] = base * real
        nominal_cny = own.at[(code, year), "value_added_nominal_cny"]
        own.loc[(code, year), "with_gdp_prices_cny"] = nominal_cny * real / nominal
    return own


def monthly__series(frames: Frames, series_codes: list[str] | None) -> pd.DataFrame:
    """Return monthly series with the official month of intensity and the market price."""
    official, market = frames["official_statistics"], frames["market_months"]
    month = official[
        (official["dataset"] == "industrial_energy_intensity")
        & (official["indicator"] == "energy_per_value_added_above_scale_industry")
        & (official["item"] == "total")
        & (official["unit"] == "% change, month year on year")
    ]
    month = month.assign(series_code="energy_intensity", month=month["period"], unit="%")
    traded = market[market["volume_t"] > 0]
    price = traded.assign(
        series_code="market_price",
        period=traded["month"],
        value=traded["turnover_cny"] / traded["volume_t"],
        unit="CNY/t",
    )
    single = [one.assign(month_count=1) for one in (month, price)]
    columns = frames["monthly_statistics"].columns
    every = pd.concat(
        [frames["monthly_statistics"], *(one.reindex(columns=columns) for one in single)]
    )
    return every if series_codes is None else every[every["series_code"].isin(series_codes)]


def names__known(frames: Frames) -> pd.DataFrame:
    """Return every name by which a region or a division may be asked for."""
    regions, sectors = frames["regions"], frames["sectors"]
    own = [
        ("region", one["region_code"], one[name]) for one in _rows(regions) for name in OWN_NAMES
    ]
    for one in _rows(regions):
        own.append(("region", one["region_code"], one["region_code"][:2]))
        if isinstance(one["iso_code"], str):
            own.append(("region", one["region_code"], one["iso_code"].partition("-")[2]))
    industry = sectors[sectors["is_industry"]]
    for one in _rows(industry):
        letter = LETTERS.get(one["section"], "D") + one["sector_code"]
        names = [letter, *(one[key] for key in ("sector_code", "name_zh", "name_en"))]
        names += [one["short_zh"], one["short_en"]]
        own += [("sector", one["sector_code"], name) for name in names]
    plans = sectors.dropna(subset="plan_industry_code")
    alone = plans[~plans.duplicated("plan_industry_code", keep=False)]
    for one in _rows(alone.merge(frames["plan_industries"], on="plan_industry_code")):
        for key in ("plan_industry_code", "name_zh_y", "name_en_y"):
            own.append(("sector", one["sector_code"], one[key]))
    found = pd.DataFrame(own, columns=["kind", "code", "name"]).dropna().drop_duplicates()
    return found[found["name"] != ""]


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")


def independent__sectors(frames: Frames) -> pd.DataFrame:
    """Return the independent estimate of CO2 by sector."""
    rows = frames["independent_sectors"]
    return rows.assign(is_doubtful=rows["flag"].notna())


def spellings__all(frames: Frames) -> pd.DataFrame:
    """Return every spelling and the one that stands for it."""
    return frames["spellings"]


def tiers__official(frames: Frames, period: str) -> pd.DataFrame:
    """Return the official warning tiers of a period."""
    rows = frames["official_tiers"]
    return rows[rows["period"] == period]


def footprint__stated(frames: Frames) -> pd.DataFrame:
    """Return numbers that entries state in words."""
    factors = frames["factors"].assign(period=frames["factors"]["source_date"])
    every = pd.concat([frames["product_footprint"], factors]).set_index("item_id")
    rows = []
    for topic, item, part, place, pattern in STATED:
        entry = every.loc[item]
        said = re.search(pattern, entry["value_text"])
        value = float(said.group(1)) if said else None
        facts = (entry["period"], entry["standing"], entry["source_id"])
        rows.append((topic, item, part, place, value, *facts))
    columns = ["topic", "item_id", "part", "place", "value", "period", "standing", "source_id"]
    return pd.DataFrame(rows, columns=columns)


REFERENCES = (
    coal_units__intensity,
    footprint__stated,
    independent__sectors,
    monthly__series,
    names__known,
    plants__by_province,
    power__yearly,
    regions__denominators,
    sectors__by_province,
    spellings__all,
    tiers__official,
)
