"""The cells of the page Drivers as the warehouse keeps them, made with pandas."""

import pandas as pd

CELL = ["region_code", "sector_code", "year"]
POWER_AND_HEAT = "44"
UNSPLIT = "all"
MADE = ("electricity", "heat")


def cells(
    energy: pd.DataFrame, co2: pd.DataFrame, flows: pd.DataFrame, groups: "pd.Series[str]"
) -> pd.DataFrame:
    """Return energy, fuels and CO2 by province, division and year.

    Args:
        energy: final energy of industry with fuel_group and is_split_usable.
        co2: CO2 of industry with the same.
        flows: the rows of the plants that make power and heat.
        groups: the group of every fuel.
    """
    usable = energy.groupby("region_code")["is_split_usable"].all()
    flows = flows.assign(fuel_group=flows["fuel_code"].map(groups), sector_code=POWER_AND_HEAT)
    emitted = co2[co2["year"] >= energy["year"].min()]
    final, made, out = (_unsplit(one, usable) for one in (energy, flows, emitted))
    inputs = made[~made["fuel_group"].isin(MADE)]
    fuels = _by_group(pd.concat([final, inputs]), "energy_tce")
    burnt = _by_group(out, "co2_t")
    no_co2 = fuels.reindex(columns=[*MADE, "other"])
    named = ("coal", "oil", "gas")
    found = {
        "energy_tce": _sums(final, "energy_tce"),
        "energy_with_transformation_tce": _sums(pd.concat([final, made]), "energy_tce"),
        **{f"{group}_tce": fuels[group] for group in named},
        "no_co2_tce": no_co2.sum(axis=1, min_count=1),
        **{f"{group}_co2_t": burnt[group] for group in (*named, "process")},
        "co2_withheld": out["co2_t"].isna().groupby([out[one] for one in CELL]).any(),
    }
    frame = pd.concat(found, axis=1).rename_axis(CELL).reset_index()
    return frame.assign(co2_withheld=frame["co2_withheld"].fillna(False).astype(bool))


def _unsplit(rows: pd.DataFrame, usable: "pd.Series[bool]") -> pd.DataFrame:
    """Return the rows with one division for a province whose split by sector is not usable."""
    split = rows["region_code"].map(usable)
    return rows.assign(sector_code=rows["sector_code"].where(split, UNSPLIT))


def _sums(rows: pd.DataFrame, column: str) -> "pd.Series[float]":
    return rows.groupby(CELL)[column].sum(min_count=1)


def _by_group(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    return rows.groupby([*CELL, "fuel_group"])[column].sum(min_count=1).unstack("fuel_group")
