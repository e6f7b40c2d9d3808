"""The library of factors in pandas, from the sentences at the head of its select."""

import pandas as pd

Frames = dict[str, pd.DataFrame]
COLUMNS = [
    "factor_id", "kind", "name_zh", "name_en", "detail_zh", "detail_en", "value", "unit", "gas",
    "unit_dimension", "unit_scale", "year", "region_code", "region", "boundary", "standing", "flag",
    "source_id",
]  # fmt: skip
UNTRADED = ("不含市场化交易的非化石能源电量", "without traded non-fossil power")
FOSSIL = ("化石能源电力", "fossil power")


def library(frames: Frames) -> pd.DataFrame:
    """Return every factor of every table in one shape."""
    parts = [
        _fuels(frames),
        _grid(frames),
        _listed(frames["grid_annex"], "grid", boundary="direct").assign(
            region=frames["grid_annex"]["grid_area"]
        ),
        _listed(
            frames["electricity_footprint"], "electricity", region="000000", region_code="000000"
        ),
        _products(frames["product_factors"], "product", ""),
        _products(frames["vehicle_footprints"], "vehicle", "V-"),
        _listed(frames["us_factors"], "us", boundary="cradle_to_gate").assign(
            region=frames["us_factors"]["economy"]
        ),
    ]
    every = pd.concat([part.reindex(columns=COLUMNS) for part in parts], ignore_index=True)
    is_all = every["unit"].str.contains("CO2e/", regex=False)
    return every.assign(gas=is_all.map({True: "CO2e", False: "CO2"}))


def _listed(rows: pd.DataFrame, kind: str, **said: str) -> pd.DataFrame:
    return rows.assign(factor_id=rows["item_id"], kind=kind, **said)


def _products(rows: pd.DataFrame, kind: str, before: str) -> pd.DataFrame:
    text = rows["value_text"]
    found = _listed(rows, kind, region="CN").assign(detail_zh=text, detail_en=text)
    return found.assign(factor_id=before + rows["item_id"])


def _fuels(frames: Frames) -> pd.DataFrame:
    """Return the fuels, processes and warming potentials; benchmarks are no factors."""
    rows = frames["factors"]
    group, parameter = rows["factor_group"], rows["parameter"]
    is_other = (
        group.str.contains("grid CO2 factor (", regex=False)
        | group.str.startswith("electricity carbon-footprint")
        | parameter.str.contains("benchmark")
        | ((group == "grid CO2 factor") & (parameter != "older"))
    )
    rows = rows[rows["value"].notna() & ~is_other].merge(frames["factor_units"], on="unit")
    group, parameter = rows["factor_group"], rows["parameter"]
    zh = {name: _chinese(frames, rows, name) for name in ("item", "factor_group", "parameter")}
    return rows.assign(
        factor_id=rows["item_id"],
        kind=[_kind(*pair) for pair in zip(group, parameter, strict=True)],
        name_zh=zh["item"],
        name_en=rows["item"],
        detail_zh=zh["factor_group"] + "，" + zh["parameter"],
        detail_en=group + ", " + parameter,
        value=rows["value"] * rows["kg_per_listed_unit"],
        unit=rows["written_unit"],
        region="CN",
        boundary=(group == "GWP100").map({True: "none", False: "direct"}),
    )


def _kind(group: str, parameter: str) -> str:
    known = {"GWP100": "gwp", "grid CO2 factor": "grid", "process": "process"}
    return known.get(group, "process" if parameter == "process factor" else "fuel")


def _chinese(frames: Frames, rows: pd.DataFrame, name: str) -> "pd.Series[str]":
    words = frames["register_words"]
    own = words[words["register_field"] == name].set_index("text_en")["text_zh"]
    return rows[name].map(own).fillna(rows[name])


def _grid(frames: Frames) -> pd.DataFrame:
    """Return the yearly averages of the years that the annex does not hold."""
    rows, annex = frames["grid_factors"], frames["grid_annex"]
    rows = rows[~rows["year"].isin(annex["year"])]
    areas = annex[annex["region_code"].isna()].drop_duplicates("grid_area").set_index("grid_area")
    regions = frames["regions"].set_index("region_code")
    indicator, names = rows["indicator"], {}
    for lang, cut in (("zh", "电力"), ("en", ", electricity")):
        of_area = areas[f"name_{lang}"].str.split(cut, n=1, regex=False).str[0]
        place = rows["region_code"].map(regions[f"name_{lang}"])
        place = place.fillna(rows["grid_area"].map(of_area)).fillna(rows["grid_area"])
        names[f"name_{lang}"] = place + cut
    details = [_counted(one) for one in indicator]
    return rows.assign(
        factor_id="G" + rows["year"].astype(str) + "-" + rows["grid_area"] + "-" + indicator,
        kind="grid",
        **names,
        detail_zh=[zh for zh, _ in details],
        detail_en=[en for _, en in details],
        value=rows["co2_kg_per_kwh"],
        unit="kg CO2/kWh",
        unit_dimension="energy",
        unit_scale=3.6,
        region=rows["grid_area"],
        boundary="direct",
    )


def _counted(indicator: str) -> tuple[str | None, str | None]:
    """Return which power an average counts, in both languages, nothing where it counts all."""
    if indicator.endswith("nonfossil"):
        return UNTRADED
    return FOSSIL if indicator.startswith("grid_fossil") else (None, None)
