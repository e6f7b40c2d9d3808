"""A small dataset of our own, in round numbers: enough for every figure to be drawn.

Provinces lie on both sides of every threshold; ``miniature_places`` says which stands for what.
"""

import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from carbonpeak.build.sectors import PLAN, SHORT
from tests import miniature_inventories as inventories
from tests import tiny_data
from tests.miniature_places import (
    DIVISIONS,
    FUELS,
    INDUSTRY_OF,
    INTENSIVE,
    MARKET_OF,
    OUTSIDE,
    PLACES,
    SHARES,
    UNCOVERED,
)

INDUSTRIES = {
    "building_materials": "建材",
    "consumer_goods": "消费品",
    "electronics": "电子",
    "equipment": "装备制造",
    "nonferrous_metals": "有色金属",
    "petrochemicals": "石化化工",
    "steel": "钢铁",
}
SOURCES = {
    "ceads-apparent": ("表观清单", "Apparent inventory"),
    "ceads-co2": ("分省排放清单", "Provincial CO2 inventory"),
    "ceads-co2-nation": ("全国排放清单", "National CO2 inventory"),
    "ceads-energy": ("分省能源清单", "Provincial energy inventory"),
    "reporting-store": ("填报记录", "Records held here"),
    "made-example": ("示例数据（虚构）", "Made example"),
    "miit-green-lists": ("绿色制造名单", "Lists of green manufacturing"),
    "nbs-energy-division": ("能源年鉴", "Energy yearbook"),
    "nbs-gdp": ("地区生产总值", "Regional GDP"),
    "nbs-input-output": ("投入产出表", "Input-output tables"),
    "nbs-value-added": ("工业增加值", "Industrial value added"),
    "nbs-factors": ("折标系数", "Conversion factors"),
    "reconstruction": ("本项目重建", "Reconstruction of this project"),
    "notice": ("公报", "Communique"),
    "plan": ("规划", "Plan"),
    "press": ("新闻", "Press report"),
}
FAULTS = (
    "cement_implausible",
    "division_jump",
    "feedstock_jump",
    "green_parks_one_more",
    "green_removals_unknown",
    "targets_other_plan",
    "plants_incomplete",
    "provinces_exceed_nation",
    "shandong_sector_split",
    "benchmark_basis_break",
    "footprint_implausible",
    "event_unconfirmed",
    "market_daily_quotes",
    "market_price_basis",
    "market_scope_break",
    "pilot_average_unusable",
)
YEARLY, SPAN = "% change vs previous year", "% cumulative vs 2020"
PER_GDP = "CO2 per unit of GDP"
PER_ADDED = "energy_per_value_added"
UNIT_CHANGE = "unit_energy_use_change"
GROWN = "industrial_value_added_all_real_growth"
INTENSITY = "energy_per_value_added_above_scale_industry"
# Data set, indicator, item, first year, value of each year from there on (% on the year before).
CHANGES = (
    ("industrial_energy_intensity", INTENSITY, "total", 2021, (-5.0,)),
    ("gdp_intensity", "energy_per_gdp", "total", 2021, (-3.0, -0.5, -0.5, -4.0, -5.0)),
    ("gdp_intensity", "co2_per_gdp", "total", 2021, (-4.0, -1.0, 0.0, -3.5, -4.5)),
    ("industrial_value_added", GROWN, "all industry", 2013, (8, 7, 6, 6, 6, 6, 5, 2, 10, 3, 4, 6)),
    (
        "industrial_value_added",
        "value_added_growth_above_scale",
        "all above-scale",
        2021,
        (9.5, 3.5, 4.5, 6.0, 5.5),
    ),
    ("energy_mix", "energy_consumption_growth", "total", 2021, (5.5, 3.0, 5.5, 4.5, 3.5)),
    ("energy_mix", "electricity_consumption_growth", "secondary industry", 2025, (4.0,)),
    ("product_output", "output_growth", "crude steel", 2021, (-3.0, -2.0, 0.0, -1.5, -4.0)),
    ("product_output", "output_growth", "ethylene", 2021, (18.0, -1.0, 6.0, 1.0, 10.0)),
    ("product_output", "output_growth", "sulphuric acid", 2021, (5.0, -1.0, 3.0, 5.0, 2.0)),
    ("product_output", "output_growth", "cement", 2021, (-1.0, -10.0, -1.0, -9.0, -7.0)),
    ("product_output", "output_growth", "coke", 2021, (-2.0, 1.0, 3.0, -1.0)),
    ("product_output", "output_growth", "thermal power generation", 2021, (8, 1, 6, 1.5, -1)),
    ("product_output", "output_growth", "ten nonferrous metals", 2021, (5, 4, 7, 4, 4)),
    ("product_output", "output_growth", "raw coal", 2021, (5, 10, 3, 1.5, 1)),
    ("product_output", "output_growth", "paper and board", 2021, (7, -1, 6, 8)),
    ("product_output", "output_growth", "chemical fibres", 2021, (9, -1, 10, 9, 5)),
    ("unit_product_energy", UNIT_CHANGE, "crude steel (per tonne)", 2021, (-0.5, -0.5)),
    (
        "unit_product_energy",
        UNIT_CHANGE,
        "thermal power (standard coal per kWh)",
        2021,
        (-0.5, -0.2, 0.1),
    ),
)  # fmt: skip
# Levels, spans and a month: indicator, period, year, value, unit, standing.
POINTS = (
    ("industrial_energy_intensity", INTENSITY, "2021-2022", 2022, -7.0, SPAN, "official"),
    (
        "industrial_energy_intensity",
        INTENSITY,
        "2026-08",
        2026,
        -6.0,
        "% change, month year on year",
        "published",
    ),
    ("gdp_intensity", "co2_per_gdp", "2021", 2021, -3.5, YEARLY, "published"),
    ("gdp_intensity", "energy_per_gdp_cumulative", "2021-2023", 2023, -7.5, SPAN, "published"),
    ("gdp_intensity", "energy_per_gdp_cumulative", "2021-2024", 2024, -11.5, SPAN, "official"),
    ("gdp_intensity", "co2_per_gdp_cumulative", "2021-2024", 2024, -8.0, SPAN, "official"),
)
ELECTRICITY = {2020: 50000, 2021: 55000, 2022: 56000, 2023: 59500, 2024: 62500}
# Growth of value added by division in 2021 and 2022, %; so on as in 2022.
DIVISION_GROWTH = {
    "24": (8, 1),
    "26": (7, 6),
    "30": (8, -2),
    "31": (1, 1),
    "32": (4, 5),
    "39": (16, 8),
    "44": (11, 5),
}
RECALLED = ("24", "39")
# Region, measure, kind, year, change, qualifier, whether it is preferred, standing, source.
TARGETS = (
    ("320000", PER_ADDED, "target", 2025, -17, None, True, "published", "plan"),
    ("320000", PER_ADDED, "target", 2025, -16, "draft", False, "unverified", "press"),
    ("320000", "co2_per_value_added", "target", 2025, -20, None, True, "published", "plan"),
    ("320000", PER_ADDED, "progress_cumulative", 2024, -13, "about", True, "published", "press"),
    ("330000", PER_ADDED, "target", 2025, -16, "at least", True, "published", "plan"),
    ("140000", PER_ADDED, "target", 2025, -14.5, "draft", True, "unverified", "press"),
    ("310000", "energy_per_gdp", "target", 2025, -14, None, True, "published", "plan"),
)  # fmt: skip
# Official energy for each tce of the provinces' inventories; value added for each tce of it.
OFFICIAL_PER_TCE, CNY_PER_TCE = 1.2, {"31": 3000, "26": 4000, "30": 5000, "44": 6000, "39": 90000}


def write(folder: Path, last_year: int = 2022) -> Path:
    """Write the dataset as a data folder with inventories up to a year; return the folder."""
    shutil.copytree(_written(last_year).name, folder, dirs_exist_ok=True)
    return folder


@cache
def _written(last_year: int) -> TemporaryDirectory[str]:
    """Write the dataset once, to be copied."""
    whole = TemporaryDirectory(prefix="miniature")
    frames = _registers() | _inventories(last_year) | _official(last_year)
    frames["facility_cells"] = _facilities(last_year)
    changes = {name: partial(_like, own) for name, own in frames.items()}
    tiny_data.write(Path(whole.name), **changes)
    return whole


def _facilities(year: int) -> pd.DataFrame:
    """Return sums of facility rows of two provinces: one division of one of them is withheld."""
    cells = [
        ("000000", "all", "all", 40e6, 30), ("000000", "all", "raw_coal", 40e6, 30),
        ("000000", "30", "all", 14e6, 12), ("000000", "31", "all", 26e6, 18),
        ("130000", "all", "all", 30e6, 20), ("130000", "all", "raw_coal", 30e6, 20),
        ("130000", "30", "all", 10e6, 8), ("130000", "31", "all", 20e6, 12),
        ("320000", "all", "all", 10e6, 10), ("320000", "all", "raw_coal", 10e6, 10),
        ("320000", "30", "all", None, None), ("320000", "31", "all", None, None),
    ]  # fmt: skip
    rows = [
        (
            measure,
            year,
            *cell[:3],
            cell[3] and cell[3] * times,
            cell[4],
            None if cell[3] else "suppressed",
        )
        for measure, times in (("energy_tce", 1.0), ("co2_t", 2.8))
        for cell in cells
    ]
    names = "measure year region_code sector_code fuel_code amount enterprise_count missing"
    return _rows(names, rows).assign(standing="unverified", source_id="press")


def _like(own: pd.DataFrame, declared: pd.DataFrame) -> pd.DataFrame:
    """Return our rows with the columns and types of the declared table."""
    rows = own.assign(**{name: None for name in declared.columns if name not in own})
    return rows[list(declared.columns)].astype(declared.dtypes).reset_index(drop=True)


def _inventories(last_year: int) -> dict[str, pd.DataFrame]:
    build: dict[str, Callable[[int], pd.DataFrame]] = {
        "energy": inventories.energy,
        "energy_transformation": inventories.transformation,
        "co2": inventories.co2,
        "co2_nation": inventories.co2_nation,
        "co2_published_total": inventories.co2_totals,
        "co2_apparent": inventories.co2_apparent,
        "value_added": inventories.value_added,
        "gdp": inventories.gdp,
    }
    return {name: one(last_year) for name, one in build.items()}


def _registers() -> dict[str, pd.DataFrame]:
    order = {code: place for place, code in enumerate(PLAN, start=1)}
    industries = [
        (code, code.replace("_", " "), zh, order[code]) for code, zh in INDUSTRIES.items()
    ]
    sources = [(code, zh, en, f"{en}, made by hand", "CC0") for code, (zh, en) in SOURCES.items()]
    faults = [
        (code, f"问题 {code}。", f"Fault {code}.", f"处理 {code}。", f"Treatment {code}.", 1)
        for code in FAULTS
    ]
    breaks = [
        (year, code, "revision_jump", "ceads-energy")
        for code, place in PLACES.items()
        for year in place.breaks
    ]
    fuels = [(code, code, code, *rest[:3], "made", "nbs-factors") for code, rest in FUELS.items()]
    fuels.append(("process", "process", "process", "process", None, None, None, "ceads-co2"))
    return {
        "regions": _regions(),
        "sectors": _sectors(),
        "plan_industries": _rows("plan_industry_code name_en name_zh plan_order", industries),
        "fuels": _rows(
            "fuel_code name_en name_zh fuel_group quantity_unit tce_per_unit basis source_id", fuels
        ),
        "sources": _rows("source_id name_zh name_en citation licence", sources),
        "faults": _rows("fault_id fault_zh fault_en treatment_zh treatment_en row_count", faults),
        "series_breaks": _rows("year region_code flag source_id", breaks),
    }


def _regions() -> pd.DataFrame:
    rows = [("000000", "CN", "China", "全国", None, True, None, None)]
    for code, one in (PLACES | {"540000": UNCOVERED}).items():
        covered = one is not UNCOVERED
        rows.append((code, f"CN-{one.iso}", one.en, one.zh, one.area, covered, *one.tile))
    names = "region_code iso_code name_en name_zh area_code in_inventory tile_row tile_column"
    frame = _rows(names, rows)
    return frame.assign(name_full_zh=frame["name_zh"])


def _sectors() -> pd.DataFrame:
    rows = [
        (code, f"Division {code}", f"行业 {code}", "manufacturing", True, INDUSTRY_OF.get(code))
        for code in DIVISIONS
    ]
    rows += [(code, f"Part {code}", f"部门 {code}", "other", False, None) for code in OUTSIDE]
    frame = _rows("sector_code name_en name_zh section is_industry plan_industry_code", rows)
    short = frame["sector_code"].map(SHORT)
    return frame.assign(
        short_en=short.str[0].fillna(frame["name_en"]),
        short_zh=short.str[1].fillna(frame["name_zh"]),
        is_energy_intensive=frame["sector_code"].isin(INTENSIVE),
        carbon_market=frame["sector_code"].map(MARKET_OF),
    )


def _official(last_year: int) -> dict[str, pd.DataFrame]:
    targets = [
        ("T001", "Peaking plan", "energy", 2020, 2025, "decrease", 13.5, "plan"),
        ("T002", "Results, revised metric", PER_GDP, 2020, 2025, "result", 17.5, "press"),
        ("T003", "Results, old metric", PER_GDP, 2020, 2025, "result", 12.5, "press"),
        ("T004", "Next plan", PER_GDP, 2025, 2030, "decrease", 17.0, "plan"),
    ]  # fmt: skip
    details = [
        ("T001", "industry", "K017", 13.5),
        ("T002", "economy", None, 17.5),
        ("T003", "economy", None, 12.5),
        ("T004", "economy", "K002", 17.0),
    ]
    series = f"industrial_energy_intensity|{INTENSITY}|total|{SPAN}"
    linked = [("T001", "official_statistics", series, "fall", True)]
    names = "target_id policy indicator base_year target_year direction value source_id"
    regional = "region_code measure kind year change_pct qualifier is_preferred standing source_id"
    return {
        "official_statistics": _statistics(),
        "energy_division": _division_energy(),
        "value_added_division": _division_added(),
        "value_added_growth": _division_growth(last_year),
        "targets": _rows(names, targets).assign(
            scope="industry", value_text="made", unit="% vs baseline", standing="published"
        ),
        "target_details": _rows("target_id scope_group task_id bound", details).assign(
            pinyin="nenghao nh"
        ),
        "target_series": _rows("target_id series_table series_key rule is_comparable", linked),
        "regional_targets": _rows(regional, list(TARGETS)),
    }


def _statistics() -> pd.DataFrame:
    rows = [
        (dataset, indicator, item, str(first + step), first + step, value, YEARLY, "official")
        for dataset, indicator, item, first, values in CHANGES
        for step, value in enumerate(values)
    ]
    rows += [
        ("energy_mix", "electricity_consumption", "secondary industry", str(year), year, value)
        + ("10^8 kWh", "official")
        for year, value in ELECTRICITY.items()
    ]
    rows += [(*one[:2], "total", *one[2:]) for one in POINTS]
    frame = _rows("dataset indicator item period year value unit standing", rows)
    is_press = frame["standing"] == "published"
    return frame.assign(source_id=is_press.map({True: "press", False: "notice"}))


def _division_energy() -> pd.DataFrame:
    rows = [
        (year, code, _official_tce(code, year)) for year in range(2012, 2021) for code in SHARES
    ]
    return _rows("year sector_code energy_tce", rows).assign(
        standing="published", source_id="nbs-energy-division"
    )


def _official_tce(code: str, year: int) -> float:
    return round(OFFICIAL_PER_TCE * sum(inventories.tce(one, code, year) for one in PLACES), -4)


def _division_added() -> pd.DataFrame:
    rows = []
    for year in (2012, 2017, 2018, 2020):
        for code in SHARES:
            # Intensities fall by 3 % of those of 2020 a year.
            added = _official_tce(code, year) * CNY_PER_TCE.get(code, 10000)
            added /= 1 + 0.03 * (2020 - year)
            rows.append((year, code, added, 4 * added))
    names = "year sector_code value_added_nominal_cny gross_output_nominal_cny"
    return _rows(names, rows).assign(standing="derived", source_id="nbs-input-output")


def _division_growth(last_year: int) -> pd.DataFrame:
    rows = [
        (year, code, rates[min(year - 2021, 1)], "unverified" if code in RECALLED else "official")
        for code, rates in DIVISION_GROWTH.items()
        for year in range(2021, last_year + 1)
    ]
    return _rows("year sector_code growth_pct standing", rows).assign(source_id="notice")


def _rows(names: str, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names.split())
