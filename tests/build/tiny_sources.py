"""A whole folder of tiny source files, with every known fault in it, for the builders.

Anhui has all kinds of rows in 2020. Its chemical family (C26, C29a, C29b) burns 8 units of raw coal
and uses 2 as feedstock, so three quarters count; power and heat burns 1 + 10 + 2. Implied factors
are 0.02 Mt per unit of raw coal and 0.03 per unit of coke.
"""

import gzip
from pathlib import Path

import pandas as pd

from carbonpeak.build import (
    co2,
    co2_reconstruction,
    energy,
    monthly,
    official_statistics,
    series_breaks,
)
from carbonpeak.build.energy_division import MERGED
from carbonpeak.build.layouts import LAYOUTS
from tests.build import tiny_footprint, tiny_green, tiny_market, tiny_months
from tests.build.test_official_statistics import one_statistic
from tests.build.test_policy import FILES as POLICY
from tests.build.test_policy import GRID
from tests.build.test_targets import PROGRESS, REGISTER

CELLS = "indicator,province_code,province,sector,year,value,unit,source,licence,note\n"
STATISTICS = "indicator,sector,year,value,unit,status,source,note\n"
RECALLED = "recalled from the NBS annual statistical communique"
GROWTH = "industrial_value_added_all_real_growth,all industry"
DIVISION = "value_added_growth_above_scale"
YEARLY = "% change vs previous year"

PROVINCES = """province_code,iso_3166_2,name_en,name_zh,name_zh_full,region4_zh,in_ceads,name_ceads
220000,CN-JL,Jilin,吉林,吉林省,东北,1,Jilin
340000,CN-AH,Anhui,安徽,安徽省,中部,1,Anhui
360000,CN-JX,Jiangxi,江西,江西省,中部,1,Jiangxi
370000,CN-SD,Shandong,山东,山东省,东部,1,Shandong
540000,CN-XZ,Tibet,西藏,西藏自治区,西部,0,
"""
TILES = """province_code,row,col
220000,1,8
340000,5,6
360000,6,6
370000,4,6
540000,5,1
"""
COAL_EQUIVALENTS = """fuel,factor_10e4tce_per_ceads_unit,basis,source
Raw_Coal,0.5,made,x
Coke,1,made,x
Electricity,0.1,made,x
"""
FACTORS = """fuel,sector,mtco2_per_ceads_unit
Raw_Coal,AGR,0.02
Raw_Coal,C26,0.02
Raw_Coal,C29a,0.02
Raw_Coal,C29b,0.02
Raw_Coal,D44,0.02
Coke,C31,0.03
"""
# With Shandong steel misses by a tenth, without it by nothing.
BACKCAST = """sector,ceads_mt_2017_2019,reconstructed_mt_2017_2019,ratio,ratio_excl_shandong
AGR,1,1,1.0,1.0
B02x,0,0,,
C31,10,9,0.9,1.0002
"""
PUBLISHED_TOTALS = """year,province,co2_mt_published_total,province_code
2019,Anhui,50.14,340000
2019,Shandong,4.3,370000
"""
SECTORS = """\
sector_code,gbt4754_2017,ceads_rows,name_en,name_zh,section,plan_industry,six_energy_intensive,national_ets
06,06,B06,Coal mining,煤炭开采和洗选业,mining,,0,
11-12,11+12,B12,Mining support and other mining,其他采矿,mining,,0,
26,26,C26,Chemicals,化学原料和化学制品制造业,manufacturing,petrochemicals and chemicals,1,
29,29,C29a+C29b,Rubber and plastics,橡胶和塑料制品业,manufacturing,,0,
30,30,C30,Nonmetallic mineral products,非金属矿物制品业,manufacturing,building materials,1,cement
31,31,C31,Ferrous smelting,黑色金属冶炼和压延加工业,manufacturing,steel,1,steel
36-37,36+37,C36-37,Transport equipment,交通运输设备,manufacturing,equipment,0,
41+43,41+43,C41,Other manufacturing and repair,其他制造业及修理,manufacturing,,0,
44,44,D44,Electricity and heat,电力、热力生产和供应业,utilities,,1,power
"""
ENERGY = """province_code,province,sector,fuel,year,value,unit
340000,Anhui,AGR,Raw_Coal,2020,1,10^4 ton
340000,Anhui,C26,Raw_Coal,2020,6,10^4 ton
340000,Anhui,C29a,Raw_Coal,2020,1,10^4 ton
340000,Anhui,C29b,Raw_Coal,2020,1,10^4 ton
340000,Anhui,C31,Coke,2020,4,10^4 ton
340000,Anhui,C36-37,Electricity,2020,5,10^8 kWh
340000,Anhui,D44,Raw_Coal,2020,1,10^4 ton
340000,Anhui,TRANS_THERMAL_POWER,Raw_Coal,2020,10,10^4 ton
340000,Anhui,TRANS_HEATING,Raw_Coal,2020,2,10^4 ton
340000,Anhui,TRANS_COAL_WASHING,Raw_Coal,2020,-7,10^4 ton
340000,Anhui,NON_ENERGY_USE,Raw_Coal,2020,2,10^4 ton
340000,Anhui,LOSS,Electricity,2020,1,10^8 kWh
340000,Anhui,TFC,Raw_Coal,2020,10,10^4 ton
340000,Anhui,TFC,Coke,2020,4,10^4 ton
340000,Anhui,TFC,Electricity,2020,5,10^8 kWh
340000,Anhui,C31,Coke,2019,3,10^4 ton
340000,Anhui,TFC,Coke,2019,3,10^4 ton
370000,Shandong,C31,Coke,2020,8,10^4 ton
370000,Shandong,TFC,Coke,2020,8,10^4 ton
"""
# The eight jumps that are known, a change that is none, and one exactly on the bound.
INDUSTRY_TOTALS = {
    "130000": {2017: 100, 2018: 130},
    "150000": {2017: 100, 2018: 79},
    "230000": {2017: 100, 2018: 130, 2019: 100},
    "340000": {2017: 100, 2018: 119, 2019: 100},
    "420000": {2012: 100, 2013: 70},
    "500000": {2012: 100, 2013: 125, 2014: 155},
    "650000": {2011: 100, 2012: 121},
    "360000": {2011: 100, 2012: 120},
}
RECONSTRUCTED = {
    ("co2_energy_related_direct", "340000", "AGR", 2020): 0.02,
    ("co2_energy_related_direct", "340000", "C26", 2020): 0.09,
    ("co2_energy_related_direct", "340000", "C29a", 2020): 0.015,
    ("co2_energy_related_direct", "340000", "C29b", 2020): 0.015,
    ("co2_energy_related_direct", "340000", "C31", 2020): 0.12,
    ("co2_energy_related_direct", "340000", "D44", 2020): 0.26,
    ("co2_energy_related_direct", "370000", "C31", 2020): 0.24,
    ("co2_process_cement", "220000", "C30", 2021): 6,
    ("co2_process_cement", "340000", "C30", 2021): 48,
    ("co2_process_cement", "340000", "C30", 2022): 41,
    ("co2_process_cement", "360000", "C30", 2021): 40,
    ("co2_process_cement", "360000", "C30", 2022): 3,
    ("co2_process_cement", "370000", "C30", 2020): 5,
}
APPARENT = {
    ("apparent_co2_total", "340000", "total", 2022): 450,
    ("cement_process_co2", "340000", "process (cement)", 2021): 48,
    ("cement_process_co2", "340000", "process (cement)", 2022): 3.5,
}
PUBLISHED = {
    ("340000", "AGR", "Raw Coal"): 0.02,
    ("340000", "C29a", "Raw Coal"): 0.01,
    ("340000", "C29b", "Raw Coal"): 0.02,
    ("340000", "C30", "Process"): 50.0,
    ("340000", "C31", "Coke"): 0.09,
    ("370000", "C30", "Process"): 4.0,
    ("370000", "C31", "Coke"): 0.3,
}
# 0.5 + 0.25 + 0.25 + 2 + 1 = 4; rows without a sector and the total column repeat the parts.
NATION = {
    ("AGR", "Raw Coal"): 0.5,
    ("C29a", "Raw Coal"): 0.25,
    ("C29b", "Raw Coal"): 0.25,
    ("C30", "Process"): 2.0,
    ("C31", "Coke"): 1.0,
    ("C31", "Scope 1 Total"): 1.0,
    (None, "Coke"): 1.0,
    (None, "Scope 1 Total"): 4.0,
}
# Real growth +25 % in 2020 (recalled), +10 % in 2021, +20 % in 2022.
# Nominal sums 88, 100, 121, 165.
VALUE_ADDED = {
    ("340000", 2019): 48,
    ("370000", 2019): 40,
    ("340000", 2020): 60,
    ("370000", 2020): 40,
    ("340000", 2021): 66,
    ("370000", 2021): 55,
    ("340000", 2022): 90,
    ("370000", 2022): 75,
}
INDUSTRIAL_VALUE_ADDED = (
    STATISTICS
    + f"{GROWTH},2020,25,{YEARLY},memory,{RECALLED},\n"
    + f"{GROWTH},2021,10,{YEARLY},official,NBS report,\n"
    + f"{GROWTH},2021,9,{YEARLY},memory,{RECALLED},\n"
    + f"{GROWTH},2022,20,{YEARLY},official,Communique 2022,\n"
    + f"{DIVISION},coal mining (06),2021,5,{YEARLY},official,NBS report,\n"
    + f"{DIVISION},steel (31),2022,-3,{YEARLY},memory,{RECALLED},\n"
    + f"{DIVISION},automobiles (36),2021,8,{YEARLY},official,NBS report,\n"
    + f"{DIVISION},mining,2021,4,{YEARLY},official,NBS report,\n"
)
INPUT_OUTPUT = {
    ("io_value_added", "06 Coal mining"): 10,
    ("io_gross_output", "06 Coal mining"): 30,
    ("io_value_added", "36 Automobiles"): 4,
    ("io_gross_output", "36 Automobiles"): 9,
    ("io_value_added", "37 Rail, ship, aerospace"): 2,
    ("io_gross_output", "37 Rail, ship, aerospace"): 6,
    ("io_value_added", "industry total 06-46"): 16,
    ("io_value_added", "all sectors (GDP)"): 99,
}
GDP = {
    "gdp_nominal": 38_000,
    "gdp_nominal_old_vintage": 37_000,
    "gdp_real_index_prev_year_100": 103.9,
    "secondary_va_nominal": 15_000,
    "population_yearend": 6_105,
}
# Rows of the yearbook in 10^4 tce: the divisions add up to 100.
DIVISIONS = {"煤炭开采和洗选业": 40, "黑色金属冶炼和压延加工业": 54} | dict.fromkeys(MERGED, 1)
EMPTY_DIVISIONS = (
    "化学原料和化学制品制造业",
    "橡胶和塑料制品业",
    "非金属矿物制品业",
    "电力、热力生产和供应业",
)


# The unit that the layouts ask of each indicator, and the names of the provinces.
UNITS = {
    name: kind.unit
    for layout in LAYOUTS.values()
    for values in layout.values
    if values.by == "indicator"
    for name, kind in values.kinds.items()
}
NAMES = {line.split(",")[0]: line.split(",")[2] for line in PROVINCES.splitlines()[1:]} | {
    "000000": "China"
}


def energy_by_division() -> str:
    """Return the yearbook's rows with their industry row."""
    rows = DIVISIONS | dict.fromkeys(EMPTY_DIVISIONS, 0)
    name = "energy_consumption_total_by_subsector"
    lines = [
        f"{name},{row},2019,{value},10^4 tce,secondary,yearbook,\n" for row, value in rows.items()
    ]
    return STATISTICS + "".join(lines) + "x,2.工业,2019,100,10^4 tce,secondary,yearbook,\n"


def long_file(cells: dict[tuple[str, str, str, int], float]) -> str:
    """Return a file of one figure per line: indicator, province, sector, year and value."""
    lines = [
        f'{indicator},{province},{NAMES.get(province, "x")},"{sector}",{year},{value},'
        f"{UNITS.get(indicator, 'unit')},source,licence,note\n"
        for (indicator, province, sector, year), value in cells.items()
    ]
    return CELLS + "".join(lines)


def ceads() -> dict[str, str]:
    """Return the CSV sources on energy and CO2 by their paths."""
    industry = {
        ("industry_final_energy_total", province, "industry", year): value
        for province, years in INDUSTRY_TOTALS.items()
        for year, value in years.items()
    }
    whole = ("co2_total", "340000", "total (scope 1, energy + cement)", 2022)
    return {
        series_breaks.FILE: long_file(
            industry | {("industry_electricity", "340000", "industry", 2020): 1}
        ),
        co2_reconstruction.FILE: long_file(RECONSTRUCTED),
        co2_reconstruction.APPARENT_FILE: long_file(APPARENT),
        co2_reconstruction.BACKCAST_FILE: BACKCAST,
        "ceads/implied_co2_factors.csv": FACTORS,
        "ceads/co2_province_total_1997_2019_published.csv": PUBLISHED_TOTALS,
        "ceads/co2_province_total_2022_published.csv": long_file({whole: 441}),
    }


def nbs() -> dict[str, str]:
    """Return the CSV sources on value added and GDP by their paths."""
    return {
        "nbs/industry_va_by_province.csv": long_file(
            {
                ("industry_va_nominal", province, "industry", year): value
                for (province, year), value in VALUE_ADDED.items()
            }
        ),
        "nbs/gdp_by_province.csv": long_file(
            {(name, "340000", "total", 2020): value for name, value in GDP.items()}
        ),
        "nbs/io_value_added_by_division.csv": long_file(
            {
                (name, "000000", division, 2020): value
                for (name, division), value in INPUT_OUTPUT.items()
            }
        ),
    }


def texts() -> dict[str, str]:
    """Return the text of every CSV source by its path."""
    return (
        {f"official/{name}.csv": one_statistic(name) for name in official_statistics.DATASETS}
        | {f"policy/{name}.csv": text for name, text in POLICY.items()}
        | ceads()
        | nbs()
        | tiny_months.texts()
        | tiny_market.TEXTS
        | tiny_green.TEXTS
        | tiny_footprint.TEXTS
        | {
            monthly.OFFICIAL: STATISTICS
            + f'{tiny_months.MONTH},"{tiny_months.MONTH_UNIT}",official,NBS,\n',
            "policy/green_manufacturing.csv": POLICY["green_manufacturing"] + tiny_green.OFFICIAL,
            "reference/provinces.csv": PROVINCES,
            "reference/tile_grid.csv": TILES,
            "reference/sectors.csv": SECTORS,
            "reference/tce_factors.csv": COAL_EQUIVALENTS,
            "official/04_industrial_value_added.csv": INDUSTRIAL_VALUE_ADDED,
            "official/06_energy_by_subsector_2012_2020.csv": energy_by_division(),
            "policy/targets.csv": REGISTER,
            "policy/targets_progress_14fyp.csv": PROGRESS,
            "policy/grid_emission_factors.csv": GRID,
        }
    )


def write(folder: Path) -> Path:
    """Write every source file and return the folder."""
    names = "ceads footprint green market monthly nbs official plants policy reference"
    for name in names.split():
        (folder / name).mkdir(parents=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    packed = {energy.FILE: ENERGY, tiny_green.ENTITIES: tiny_green.entities()}
    for name, text in (packed | tiny_months.packed()).items():
        (folder / name).write_bytes(gzip.compress(text.encode()))
    published(PUBLISHED).to_parquet(folder / co2.PUBLISHED)
    nation(NATION).to_parquet(folder / co2.NATIONAL)
    return folder


def published(cells: dict[tuple[str, str, str], float], year: int = 2019) -> pd.DataFrame:
    """Return rows of the published provincial inventories."""
    rows = [(year, *keys, value) for keys, value in cells.items()]
    columns = ["year", "province_code", "sector", "fuel", "co2_mt"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(province=frame["province_code"].map(NAMES))


def nation(cells: dict[tuple[str | None, str], float], year: int = 2019) -> pd.DataFrame:
    """Return rows of the national inventory."""
    rows = [(year, *keys, value) for keys, value in cells.items()]
    return pd.DataFrame(rows, columns=["year", "sector", "fuel", "co2_mt"])


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change the text of one source file; the old text must be there."""
    file = folder / name
    packed = name.endswith(".gz")
    text = gzip.decompress(file.read_bytes()).decode() if packed else file.read_text("utf-8")
    assert old in text, f"{name} does not say {old!r}"
    changed = text.replace(old, new)
    file.write_bytes(gzip.compress(changed.encode()) if packed else changed.encode())
