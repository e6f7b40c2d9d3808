"""Value added by division: levels from the input-output tables, real growth where it is known."""

import re

import pandas as pd

from carbonpeak.build import sectors
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault, standing
from carbonpeak.build.sources import NAMED, NBS_TERMS, NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

LEVELS_FILE = "nbs/io_value_added_by_division.csv"
GROWTH_FILE = "official/04_industrial_value_added.csv"
TABLE = declare(
    "value_added_division",
    Text("分行业增加值（投入产出表年份）", "Value added by division, input-output years"),
    Columns("year sector_code value_added_nominal_cny gross_output_nominal_cny standing source_id"),
    "year sector_code",
    format="csv",
    licence=NBS_TERMS,
    citation=NAMED["nbs-input-output"][2],
)
GROWTH_TABLE = declare(
    "value_added_growth",
    Text(
        "分行业增加值增速（规模以上）", "Growth of value added by division, above designated size"
    ),
    Columns("year sector_code growth_pct standing source_id"),
    "year sector_code",
    format="csv",
    licence=NOTICE_TERMS,
    citation="NBS statistical communiques and monthly releases, as cited row by row",
)

CNY_PER_1E8 = 1e8


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per input-output year and division; parts are merged, totals left out."""
    rows = raw.csv(LEVELS_FILE)
    rows = rows[rows["sector"].str.match(r"\d\d")]
    division = rows["sector"].str.split(" ").str[0]
    rows = rows.assign(
        year=rows["year"].astype(int),
        sector_code=sectors.to_sector(division, code_of_division(raw), LEVELS_FILE),
        cny=rows["value"].astype(float) * CNY_PER_1E8,
    )
    wide = rows.pivot_table(
        index=["year", "sector_code"], columns="indicator", values="cny", aggfunc="sum"
    )
    return wide.reset_index().assign(
        value_added_nominal_cny=lambda frame: frame["io_value_added"],
        gross_output_nominal_cny=lambda frame: frame["io_gross_output"],
        standing="derived",
        source_id="nbs-input-output",
    )


def build_growth(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per year and division of known growth; parts of merged divisions are left out."""
    rows = raw.csv(GROWTH_FILE)
    rows = rows[rows["indicator"] == "value_added_growth_above_scale"]
    division = rows["sector"].str.extract(r"\((\d\d)\)$")[0]
    rows = rows.assign(division=division)[division.notna()]
    code = sectors.to_sector(rows["division"], code_of_division(raw), GROWTH_FILE)
    _assert_parts_missing(rows["division"], raw)
    rows = rows[rows["division"] == code]
    return rows.assign(
        year=rows["year"].astype(int),
        sector_code=rows["division"],
        growth_pct=rows["value"].astype(float),
        standing=rows["status"].map(standing),
        source_id=[sources.add(citation) for citation in rows["source"]],
    )


def code_of_division(raw: Raw) -> dict[str, str]:
    """Return the sector code of every division, whole or part of a merger (36 is in 36-37)."""
    codes = raw.csv("reference/sectors.csv")["sector_code"]
    return {part: code for code in codes for part in [*_parts(code), code]}


def _parts(code: str) -> list[str]:
    return re.split(r"[-+]", code)


def _assert_parts_missing(divisions: "pd.Series[str]", raw: Raw) -> None:
    """BuildError where all parts of a merger have growth rates (``growth_part_of_division``)."""
    known = set(divisions)
    for code in raw.csv("reference/sectors.csv")["sector_code"]:
        parts = set(_parts(code))
        if len(parts) > 1 and parts <= known:
            raise fault("growth_parts", file=GROWTH_FILE, sector=code)
