"""What is known of the targets in pandas: the series they are linked to, and how these are read."""

import re

import numpy as np
import pandas as pd

Frames = dict[str, pd.DataFrame]
STANDINGS = ["official", "published", "reconstructed", "derived", "estimated"]
SERIES = ["series_table", "series_key"]
BOUNDS = ((">=", "at least"), (">", "more than"), ("about", "about"))


def industry_series(frames: Frames) -> pd.DataFrame:
    """Return the fall of CO2 per value added since each base year, and the share of electricity."""
    links = frames["target_series"].merge(frames["targets"], on="target_id", suffixes=("", "_own"))
    is_fall = (links["series_table"] == "industry") & (links["rule"] == "fall")
    by_year = frames["industry_totals"].groupby("year")
    level = by_year["co2_without_withheld_t"].sum(min_count=1)
    level = (level / frames["value_added"].groupby("year")["value_added_real_cny"].sum()).dropna()
    standing = by_year["co2_standing"].max()
    falls = [_fall(int(base), level, standing) for base in links.loc[is_fall, "base_year"].unique()]
    return pd.concat([*falls, _electricity(frames)], ignore_index=True)


def _fall(base: int, level: "pd.Series[float]", standing: "pd.Series[str]") -> pd.DataFrame:
    later = level[level.index > base]
    return pd.DataFrame(
        {
            "series_key": f"co2_per_value_added|{base}",
            "year": later.index,
            "value": 100 * (later.to_numpy() / level[base] - 1),
            "standing": standing.reindex(later.index).to_numpy(),
            "source_id": "reconstruction",
        }
    )


def _electricity(frames: Frames) -> pd.DataFrame:
    fuels = frames["industry_fuels"].dropna(subset=["energy_tce"])
    power = fuels[fuels["fuel_group"] == "electricity"].groupby("year")["energy_tce"].sum()
    share = 100 * power / fuels.groupby("year")["energy_tce"].sum()
    found = share.rename("value").reset_index()
    return found.assign(
        series_key="electricity_share", standing="derived", source_id="ceads-energy"
    )


def target_values(frames: Frames) -> pd.DataFrame:
    """Return the value of each linked series by year, the best standing of each year."""
    parts = [_official(frames), _ratios(frames), _regional(frames), _plants(frames), _said(frames)]
    every = pd.concat(
        [*parts, frames["industry_series"].assign(series_table="industry")], ignore_index=True
    )
    every = every.dropna(subset=["value"]).merge(frames["target_series"][SERIES].drop_duplicates())
    rank = every["standing"].map({one: place for place, one in enumerate(STANDINGS)}).fillna(99)
    best = every.assign(rank=rank).sort_values(["rank", "source_id"], kind="stable")
    columns = [*SERIES, "year", "value", "qualifier", "standing", "source_id"]
    return best.drop_duplicates([*SERIES, "year"])[columns]


def _official(frames: Frames) -> pd.DataFrame:
    rows = frames["official_statistics"]
    parts = [rows[name].fillna("") for name in ("dataset", "indicator", "item", "unit")]
    key = ["|".join(one for one in named if one) for named in zip(*parts, strict=True)]
    return rows.assign(series_table="official_statistics", series_key=key)


def _ratios(frames: Frames) -> pd.DataFrame:
    rows, found = frames["official_statistics"], []
    links = frames["target_series"]
    keys = links.loc[links["series_table"] == "official_statistics_ratio", "series_key"].unique()
    for key in keys:
        dataset, indicator, item, whole = key.split("|")[:4]
        own = rows[(rows["dataset"] == dataset) & (rows["indicator"] == indicator)]
        both = own[own["item"] == item].merge(
            own[own["item"] == whole][["unit", "year", "value"]], on=["unit", "year"]
        )
        ratio = 100 * both["value_x"] / both["value_y"]
        found.append(both.assign(value=ratio, series_key=key, standing="derived"))
    return pd.concat(found).assign(series_table="official_statistics_ratio")


def _regional(frames: Frames) -> pd.DataFrame:
    rows = frames["regional_targets"]
    rows = rows[rows["is_preferred"]]
    key = rows["region_code"] + "|" + rows["measure"] + "|" + rows["kind"]
    return rows.assign(series_table="regional_targets", series_key=key, value=rows["change_pct"])


def _plants(frames: Frames) -> pd.DataFrame:
    rows, links = frames["plants"], frames["target_series"]
    key = links.loc[links["series_table"] == "plants", "series_key"].iloc[0]
    is_steel = (rows["dataset"] == "steel") & rows["unit_status"].str.startswith("operating")
    capacity = rows[is_steel].groupby("item")["capacity"].sum()
    return pd.DataFrame(
        {
            "series_table": ["plants"],
            "series_key": [key],
            "year": [int(key.split("|")[1])],
            "value": [100 * capacity["electric_furnace"] / capacity["crude_steel"]],
            "standing": ["derived"],
            "source_id": [rows[is_steel]["source_id"].iloc[0]],
        }
    )


def _said(frames: Frames) -> pd.DataFrame:
    """Return the first number of what a register says; January tells of the year before."""
    targets, green = frames["targets"], frames["green_manufacturing"]
    year = green["period"].str[:4].astype(int) - green["period"].str.endswith("-01").astype(int)
    said = pd.concat(
        [
            targets.assign(
                series_table="targets", series_key=targets["target_id"], year=targets["target_year"]
            ),
            green.assign(
                series_table="green_manufacturing", series_key=green["item_id"], year=year
            ),
        ],
        ignore_index=True,
    )
    return said.assign(
        value=[_first(text) for text in said["value_text"]],
        qualifier=[_bound(text) for text in said["value_text"]],
    )


def _first(text: str) -> float:
    found = re.search(r"[0-9.]+", str(text))
    try:
        return float(found[0]) if found else np.nan
    except ValueError:
        return np.nan


def _bound(text: str) -> str | None:
    return next((word for sign, word in BOUNDS if str(text).startswith(sign)), None)


def target_readings(frames: Frames) -> pd.DataFrame:
    """Return every known value of a target by year, no later than it is due."""
    targets = frames["targets"].set_index("target_id")
    rows = frames["target_series"].merge(frames["target_values"], on=SERIES)
    own = targets.loc[rows["target_id"]]
    rows = rows.assign(
        base=own["base_year"].fillna(0).to_numpy(),
        due=own["target_year"].to_numpy(),
        unit=own["unit"].to_numpy(),
    )
    due = rows["due"].fillna(rows["year"])
    fits = rows["year"] <= due
    fits &= (rows["rule"] == "level") | (rows["year"] > rows["base"])
    fits &= (rows["unit"] != "% vs previous year") | (rows["year"] == rows["due"])
    read = [_read(own) for _, own in rows[fits.fillna(False)].groupby("target_id")]
    return pd.concat(read, ignore_index=True)


def _read(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the values of one target; a chain needs every year since its base."""
    rows = rows.sort_values("year")
    rule = rows["rule"].iloc[0]
    if rule != "chained_fall":
        sign = -1 if rule == "fall" else 1
        return rows.assign(reached=sign * rows["value"])
    left = (1 + rows["value"] / 100).cumprod()
    doubtful = rows["standing"].eq("unverified").cummax()
    found = rows.assign(
        reached=100 * (1 - left), standing=doubtful.map({True: "unverified", False: "derived"})
    )
    is_whole = np.arange(1, len(rows) + 1) == (rows["year"] - rows["base"]).to_numpy()
    return found[is_whole]
