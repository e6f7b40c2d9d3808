"""Policy tables: carbon market, product footprint, green manufacturing, factors and tasks."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from carbonpeak.build.notes import readable, with_provenance
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Table, Text

Builder = Callable[[Raw, SourceRegister], pd.DataFrame]

CITATION = "Policy documents of the Chinese government and reports on them, as cited row by row"
# The six tables end alike; a value that is no plain number stands in its text alone.
PROVENANCE = "standing source_id source_date"
FIGURE = f"value_text value unit note {PROVENANCE}"


def _declare(name: str, title: Text, columns: str, optional: str) -> Table:
    fields = Columns(columns, optional)
    return declare(
        name, title, fields, "item_id", format="csv", licence=NOTICE_TERMS, citation=CITATION
    )


CARBON_MARKET = _declare(
    "carbon_market",
    Text("全国碳排放权交易市场", "National carbon market"),
    f"item_id topic item period {FIGURE}",
    optional="period value unit note source_date",
)
PRODUCT_FOOTPRINT = _declare(
    "product_footprint",
    Text("产品碳足迹管理", "Product carbon footprint management"),
    f"item_id topic item period {FIGURE}",
    optional="period value note source_date",
)
GREEN_MANUFACTURING = _declare(
    "green_manufacturing",
    Text("绿色制造", "Green manufacturing"),
    f"item_id item kind period {FIGURE}",
    optional="value note source_date",
)
FACTORS = _declare(
    "factors",
    Text("折标准煤系数与排放因子", "Coal-equivalent coefficients and emission factors"),
    f"item_id factor_group item parameter {FIGURE}",
    optional="value note source_date",
)
TASKS_ACTIONS = _declare(
    "tasks_actions",
    Text("工业领域碳达峰重点任务与重大行动", "Tasks and actions of the industrial peaking plan"),
    f"item_id kind task_number title sub_measures {PROVENANCE}",
    optional="task_number sub_measures source_date",
)
GRID_FACTORS = declare(
    "grid_factors",
    Text("电力二氧化碳排放因子", "CO2 factors of grid electricity"),
    Columns(
        "indicator grid_area region_code year co2_kg_per_kwh note standing source_id",
        optional="region_code note",
    ),
    "indicator grid_area year",
    format="csv",
    licence="Chinese government notice (official data, cite MEE/NBS)",
    citation="Ministry of Ecology and Environment and NBS, notices on CO2 factors of electricity",
)

# The source's marks for "there is none".
BLANKS = ("-", "n.d.")

GREEN_FILE = "policy/green_manufacturing.csv"
# The press gave another number of factories for the list of 2021 than its files hold; theirs alone
# makes 2,121 of 2020 the 2,783 of 2021.
PRESS_COUNT, PRESS_FACTORIES = "G012", "673"
LISTED = {
    "value": "662",
    "note": "counted in the files of the list; press reports gave 673; 2,121 + 662 = 2,783",
    "source": "MIIT, files of the 2021 list of green manufacturing, counted",
    "source_url": "-",
}
GRID_FILE = "policy/grid_emission_factors.csv"
REGIONAL_GRIDS = {
    "华北": "north",
    "东北": "northeast",
    "华东": "east",
    "华中": "central",
    "西北": "northwest",
    "南方": "south",
    "西南": "southwest",
}
# Values typed from a notice that is not named by its number count as published only where a second
# copy agrees.
UNNAMED_NOTICE = "as typed in a public repository"
AGREES = "cross-checked against"


def _listed(file: str, names: dict[str, str], raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    return _named(raw.csv(f"policy/{file}.csv"), names, sources)


def _named(rows: pd.DataFrame, names: dict[str, str], sources: SourceRegister) -> pd.DataFrame:
    rows = rows.rename(columns={"id": "item_id", **names})
    return with_provenance(rows.where(~rows.isin(BLANKS), None), sources)


def build_grid_factors(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per indicator, grid area and year: nation, 30 provinces and regional grids."""
    rows = raw.csv(GRID_FILE)
    area = rows["province_code"]
    # A regional grid is no region of GB/T 2260: its code stays empty.
    is_region = area.str.fullmatch(r"\d{6}")
    return pd.DataFrame(
        {
            "indicator": rows["indicator"],
            "grid_area": area.where(is_region, area.map(REGIONAL_GRIDS)),
            "region_code": area.where(is_region, None),
            "year": rows["year"],
            "co2_kg_per_kwh": rows["value"],
            "note": [readable(note) for note in rows["note"]],
            "standing": grid_standing(rows),
            "source_id": [
                sources.add(readable(text) or "", licence)
                for text, licence in zip(rows["source"], rows["licence"], strict=True)
            ],
        }
    )


def grid_standing(rows: pd.DataFrame) -> list[str]:
    """Return published for values of a named notice or with a second copy, else unverified."""
    pairs = zip(rows["source"], rows["note"], strict=True)
    return [
        "unverified"
        if UNNAMED_NOTICE in source and not (note or "").startswith(AGREES)
        else "published"
        for source, note in pairs
    ]


def build_green(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per count, goal or measure; the factories of the list of 2021 as its files have them.

    BuildError where the register no longer has the number of the press.
    """
    rows = raw.csv(GREEN_FILE)
    is_press = rows["id"] == PRESS_COUNT
    if (rows["value"][is_press] != PRESS_FACTORIES).any():
        raise BuildError(
            f"{GREEN_FILE}: {PRESS_COUNT} is no longer {PRESS_FACTORIES}; drop the rule."
        )
    mended = {name: rows[name].mask(is_press, text) for name, text in LISTED.items()}
    return _named(rows.assign(**mended), {"as_of": "period", "metric": "item"}, sources)


BUILDERS: tuple[tuple[Table, Builder], ...] = (
    (CARBON_MARKET, partial(_listed, "ets", {})),
    (PRODUCT_FOOTPRINT, partial(_listed, "pcf", {})),
    (GREEN_MANUFACTURING, build_green),
    (FACTORS, partial(_listed, "factors", {"group": "factor_group"})),
    (TASKS_ACTIONS, partial(_listed, "tasks_actions", {"no": "task_number"})),
    (GRID_FACTORS, build_grid_factors),
)
