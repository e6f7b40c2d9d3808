"""Industrial value added by province: nominal, and real at 2020 prices by a national deflator."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import NAMED, NBS_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "nbs/industry_va_by_province.csv"
GROWTH_FILE = "official/04_industrial_value_added.csv"
TABLE = declare(
    "value_added",
    Text("分省工业增加值（2013—2022）", "Industrial value added by province, 2013-2022"),
    Columns(
        "year region_code value_added_nominal_cny deflator_2020_1 value_added_real_cny "
        "standing source_id"
    ),
    "year region_code",
    format="csv",
    licence=NBS_TERMS,
    citation=NAMED["nbs-value-added"][2] + "; real values derived by this project",
)

BASE_YEAR = 2020
CNY_PER_1E8 = 1e8


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year and province; unverified where the deflator needs a recalled growth rate."""
    rows = raw.csv(FILE)
    rows = rows.assign(
        year=rows["year"].astype(int),
        region_code=rows["province_code"],
        value_added_nominal_cny=rows["value"].astype(float) * CNY_PER_1E8,
        source_id="nbs-value-added",
    )
    growth = real_growth(raw)
    index = deflator(rows.groupby("year")["value_added_nominal_cny"].sum(), growth["growth_pct"])
    per_row = rows["year"].map(index)
    verified = rows["year"].map(
        lambda year: year >= BASE_YEAR and growth["verified"].loc[BASE_YEAR + 1 : year].all()
    )
    return rows.assign(
        deflator_2020_1=per_row,
        value_added_real_cny=rows["value_added_nominal_cny"] / per_row,
        standing=verified.map({True: "derived", False: "unverified"}),
    )


def real_growth(raw: Raw) -> pd.DataFrame:
    """Return the official real growth of all industry by year: growth_pct, verified."""
    rows = raw.csv(GROWTH_FILE)
    rows = rows[
        (rows["indicator"] == "industrial_value_added_all_real_growth")
        & (rows["sector"] == "all industry")
    ]
    rows = rows.assign(verified=rows["status"] != "memory", year=rows["year"].astype(int))
    best = (
        rows.sort_values("verified", kind="stable")
        .drop_duplicates("year", keep="last")
        .set_index("year")
        .sort_index()
    )
    return best.assign(growth_pct=best["value"].astype(float))[["growth_pct", "verified"]]


def deflator(nominal: "pd.Series[float]", growth_pct: "pd.Series[float]") -> "pd.Series[float]":
    """Return the deflator (2020 = 1) under which the nominal sums grow as ``growth_pct`` chains.

    Nominal sums and deflator are thus of one vintage: dividing by it, the provinces' real sum grows
    as the official figure. BuildError where a growth rate is missing.
    """
    first, last = nominal.index.min(), nominal.index.max()
    years = range(first + 1, last + 1)
    missing = sorted(set(years) - set(growth_pct.index))
    if missing:
        raise fault("no_growth", file=GROWTH_FILE, years=missing)
    chained = (1 + growth_pct.reindex(years) / 100).cumprod()
    real = pd.concat([pd.Series({first: 1.0}), chained])
    relative: pd.Series[float] = nominal / nominal[BASE_YEAR]
    return relative.div((real / real[BASE_YEAR]).reindex(nominal.index))
