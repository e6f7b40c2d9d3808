"""CO2 by year, province, sector and fuel: published to 2019, reconstructed for 2020-2022."""

import pandas as pd

from carbonpeak.build import co2_reconstruction, fuels, sectors
from carbonpeak.build.faults import SHANDONG
from carbonpeak.build.raw import Raw
from carbonpeak.build.regions import NATION
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import CEADS_TERMS, NAMED, SourceRegister
from carbonpeak.data.catalogue import Text

PUBLISHED = "ceads/co2_province_sector_fuel_1997_2019.parquet"
NATIONAL = "ceads/co2_nation_sector_fuel_1997_2019.parquet"
TABLE = declare(
    "co2",
    Text(
        "分省分行业分品种二氧化碳排放（1997—2022）", "CO2 by province, sector and fuel, 1997-2022"
    ),
    Columns(
        "year region_code sector_code fuel_code co2_t standing source_id flag",
        optional="co2_t flag",
    ),
    "year region_code sector_code fuel_code",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-co2"][2] + "; 2020-2022 reconstructed by this project",
)
NATION_TABLE = declare(
    "co2_nation",
    Text(
        "全国分行业分品种二氧化碳排放清单（1997—2019）",
        "National CO2 inventory by sector and fuel, 1997-2019",
    ),
    Columns("year region_code sector_code fuel_code co2_t standing source_id"),
    "year sector_code fuel_code",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-co2-nation"][2],
)
TOTALS_TABLE = declare(
    "co2_published_total",
    Text(
        "已公布的分省排放总量（1997—2019、2022）",
        "Published provincial CO2 totals, 1997-2019 and 2022",
    ),
    Columns("year region_code co2_t standing source_id"),
    "year region_code",
    format="csv",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-co2"][2],
)
APPARENT_TABLE = declare(
    "co2_apparent",
    Text(
        "分省表观二氧化碳排放（1997—2022，供给侧方法）",
        "Apparent CO2 by province, 1997-2022 (supply-side method)",
    ),
    Columns("year region_code component co2_t standing source_id"),
    "year region_code component",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-apparent"][2],
)

T_PER_MT = 1e6
NATIONAL_TOTAL_COLUMN = "Scope 1 Total"
# The national file is given to about ten digits.
NATIONAL_TOLERANCE = 1e-9


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year, province, sector and fuel; a withheld cell is empty, ``flag`` says why."""
    co2_reconstruction.assert_shandong_conflict(raw)
    codes = sectors.code_of_inventory_row(raw)
    published = raw.parquet(PUBLISHED)
    published = _leaves(published, codes, PUBLISHED).assign(
        region_code=published["province_code"],
        standing="published",
        source_id="ceads-co2",
        flag=None,
    )
    rebuilt = co2_reconstruction.reconstruct(raw)
    rebuilt = rebuilt.assign(
        sector_code=sectors.to_sector(rebuilt["sector"], codes, co2_reconstruction.FILE)
    )
    columns = [field.name for field in TABLE.fields]
    rows = pd.concat([published[columns], rebuilt[columns]], ignore_index=True)
    split = (rows["region_code"] == SHANDONG) & (rows["fuel_code"] != fuels.PROCESS)
    rows.loc[split, "flag"] = "shandong_sector_split"
    return _merge_rows(rows)


def build_nation(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year, sector and fuel of the nation, its own totals checked and dropped."""
    frame = raw.parquet(NATIONAL)
    is_total = frame["sector"].isna() | (frame["fuel"] == NATIONAL_TOTAL_COLUMN)
    leaves = frame[~is_total]
    _check_national_totals(frame, leaves)
    rows = _leaves(leaves, sectors.code_of_inventory_row(raw), NATIONAL)
    rows = rows.assign(region_code=NATION, standing="published", source_id="ceads-co2-nation")
    return _merge_rows(rows.assign(flag=None))


def build_totals(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year and province: the totals as published, to check ours against."""
    older = raw.csv("ceads/co2_province_total_1997_2019_published.csv")
    older = older.assign(mt=older["co2_mt_published_total"])
    newer = raw.csv("ceads/co2_province_total_2022_published.csv").rename(columns={"value": "mt"})
    rows = pd.concat([older, newer], ignore_index=True)
    return rows.assign(
        year=rows["year"].astype(int),
        region_code=rows["province_code"],
        co2_t=rows["mt"].astype(float) * T_PER_MT,
        standing="published",
        source_id="ceads-co2",
    )


def build_apparent(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year, province and component, supply side: never spliced with the sectors."""
    rows = raw.csv(co2_reconstruction.APPARENT_FILE)
    return rows.assign(
        year=rows["year"].astype(int),
        region_code=rows["province_code"],
        component=rows["indicator"].str.removeprefix("apparent_co2_"),
        co2_t=rows["value"].astype(float) * T_PER_MT,
        standing="published",
        source_id="ceads-apparent",
    )


def _leaves(frame: pd.DataFrame, codes: dict[str, str], file: str) -> pd.DataFrame:
    return frame.assign(
        year=frame["year"].astype(int),
        sector_code=sectors.to_sector(frame["sector"], codes, file),
        fuel_code=fuels.code_of(frame["fuel"]),
        co2_t=frame["co2_mt"].astype(float) * T_PER_MT,
    )


def _merge_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Add up inventory rows of one sector (rubber and plastics); a withheld cell stays empty."""
    keys = ["year", "region_code", "sector_code", "fuel_code", "standing", "source_id", "flag"]
    return rows.groupby(keys, dropna=False)["co2_t"].sum(min_count=1).reset_index()


def _check_national_totals(frame: pd.DataFrame, leaves: pd.DataFrame) -> None:
    own = frame[frame["sector"].isna() & (frame["fuel"] == NATIONAL_TOTAL_COLUMN)]
    own_mt = own.set_index("year")["co2_mt"].astype(float)
    summed = leaves.groupby("year")["co2_mt"].sum().astype(float)
    meets = (summed / own_mt - 1).abs() <= NATIONAL_TOLERANCE
    if not meets.all():
        years = ", ".join(str(year) for year in meets.index[~meets])
        raise fault("national_sum", file=NATIONAL, years=years)
