"""Official total energy by industrial division, from the energy yearbook."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault, standing
from carbonpeak.build.sources import NAMED, NBS_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "official/06_energy_by_subsector_2012_2020.csv"
SECTORS_FILE = "reference/sectors.csv"
TABLE = declare(
    "energy_division",
    Text(
        "分行业能源消费总量（《中国能源统计年鉴》）", "Total energy by division (energy yearbook)"
    ),
    Columns("year sector_code energy_tce standing source_id"),
    "year sector_code",
    licence=NBS_TERMS,
    citation=NAMED["nbs-energy-division"][2],
)

DIVISION_ROWS = "energy_consumption_total_by_subsector"
INDUSTRY_ROW = "2.工业"
SOURCE_UNIT = "10^4 tce"
TCE_PER_SOURCE_UNIT = 10_000

# Six of the 41 divisions: the inventories merge them, so our sectors do. The other 35 keep their
# names.
MERGED = {
    "开采专业及辅助性活动": "11-12",
    "其他采矿业": "11-12",
    "汽车制造业": "36-37",
    "铁路、船舶、航空航天和其他运输设备制造业": "36-37",
    "其他制造业": "41+43",
    "金属制品、机械和设备修理业": "41+43",
}

# 41 divisions and the industry row are printed as whole 10^4 tce, so their difference has a
# standard deviation of sqrt(42 / 12) = 1.9 of these units, and 8 is more than four of them. The
# largest seen is 4 (2017).
ROUNDING = 8


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year and division, merged as our sectors are; the sum is checked first."""
    rows = _numbers(raw.csv(FILE))
    divisions = rows[rows["indicator"] == DIVISION_ROWS]
    codes = _codes(raw)
    _refuse_other_names(divisions, codes)
    _refuse_wrong_sums(divisions, rows[rows["sector"] == INDUSTRY_ROW])
    coded = divisions.assign(
        sector_code=divisions["sector"].map(codes),
        energy_tce=divisions["value"] * TCE_PER_SOURCE_UNIT,
        standing=divisions["status"].map(standing),
    )
    merged = coded.groupby(["year", "sector_code", "standing"])["energy_tce"].sum().reset_index()
    return merged.assign(source_id="nbs-energy-division")


def _numbers(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(year=rows["year"].astype(int), value=rows["value"].astype(float))


def _codes(raw: Raw) -> dict[str, str]:
    sectors = raw.csv(SECTORS_FILE)
    whole = sectors[~sectors["sector_code"].isin(MERGED.values())]
    return dict(zip(whole["name_zh"], whole["sector_code"], strict=True)) | MERGED


def _refuse_other_names(divisions: pd.DataFrame, codes: dict[str, str]) -> None:
    """Require each division once a year: a small one that is missing could hide in the rounding."""
    for year, rows in divisions.groupby("year"):
        wrong = sorted(set(rows["sector"]) ^ set(codes)) or sorted(
            rows.loc[rows["sector"].duplicated(), "sector"]
        )
        if wrong:
            raise fault("divisions", file=FILE, year=year, found=", ".join(wrong))


def _refuse_wrong_sums(divisions: pd.DataFrame, industry: pd.DataFrame) -> None:
    total = industry.set_index("year")["value"]
    for year, added in divisions.groupby("year")["value"].sum().items():
        published = total.get(year)
        if published is None or abs(added - published) > ROUNDING:
            raise fault(
                "division_sum",
                file=FILE,
                year=year,
                sum=f"{added:.0f}",
                row=INDUSTRY_ROW,
                said=published,
                unit=SOURCE_UNIT,
                rounding=ROUNDING,
            )
