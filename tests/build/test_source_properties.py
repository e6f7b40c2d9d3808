"""What the README of the source tables says of them, each sentence held to the files.

The files do not come with the program: without them (RAW names their folder) no test is run. Two
sentences are not so, a third only rounded twice; their checks say what is.
"""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build.raw import LAYOUTS

RAW = Path(os.environ.get("RAW", Path(__file__).parents[3] / "shared" / "data"))
README = RAW / "README.md"
pytestmark = pytest.mark.skipif(not README.is_file(), reason=f"no source tables in {RAW}")

JIANGXI, JILIN, ANHUI, TIBET = "360000", "220000", "340000", "540000"
# Sentence of the README -> what it says, as a check of the files.
CHECKS: dict[str, Callable[[], bool]] = {}


@cache
def rows(name: str) -> pd.DataFrame:
    """Return a source file, its codes as text."""
    if name.endswith(".parquet"):
        return pd.read_parquet(RAW / name)
    codes = dict.fromkeys(("province_code", "region_code"), str)
    return pd.read_csv(RAW / name, dtype=codes, low_memory=False)


@cache
def readme() -> str:
    """Return the README on one line."""
    return re.sub(r"\s+", " ", README.read_text(encoding="utf-8")) if README.is_file() else ""


def says(sentence: str) -> Callable[[Callable[[], bool]], Callable[[], bool]]:
    """Hold a check to the sentence that it is of."""

    def keep(check: Callable[[], bool]) -> Callable[[], bool]:
        CHECKS[sentence] = check
        return check

    return keep


def counted() -> list[tuple[str, int]]:
    """Return the files whose rows the README counts: in tables, and in brackets behind a name."""
    text = README.read_text(encoding="utf-8") if README.is_file() else ""
    found: list[tuple[str, int]] = []
    folder = ""
    for line in text.splitlines():
        if match := re.match(r"### (\w+)/", line):
            folder = match[1]
        if match := re.match(r"\| ([^|]+) \| ([\d, ]+) \|", line):
            numbers = [one.replace(",", "") for one in match[2].split(", ")]
            found += zip(match[1].split(", "), map(int, numbers), strict=True)
        found += [
            (name, int(number.replace(",", "")))
            for name, number in re.findall(r"`(\S+?\.(?:csv|csv\.gz))` \(([\d,]+)[;):]", line)
        ]
        found = [(f"{folder}/{name}" if "/" not in name else name, count) for name, count in found]
    return found


@pytest.mark.parametrize(("name", "count"), counted())
def test_a_file_has_as_many_rows_as_the_readme_counts(name, count):
    assert len(rows(name)) == count


def test_the_readme_counts_the_rows_of_most_files():
    assert len(counted()) > 30


@says("30 provinces: Tibet is not in it.")
def _():
    files = [name for name in LAYOUTS if name.startswith("ceads/")]
    codes = [set(rows(name)["province_code"]) for name in files if "province_code" in rows(name)]
    return len(codes) >= 5 and all(len(one) == 30 and TIBET not in one for one in codes)


@says("final energy by 48 rows (41 industrial), 20 energy types")
def _():
    listed = rows("reference/sector_map_ceads_gbt4754.csv")
    fuels = rows("ceads/energy_province_sector_fuel_2011_2022.csv.gz")["fuel"]
    # 40 rows are industrial, not 41.
    return len(listed) == 48 and listed["is_industry"].sum() == 40 and fuels.nunique() == 20


@says("transformation and loss rows; non-zero cells")
def _():
    energy = rows("ceads/energy_province_sector_fuel_2011_2022.csv.gz")
    sectors = set(energy["sector"])
    named = {"LOSS", "TRANS_THERMAL_POWER", "TRANS_COAL_WASHING"} <= sectors
    # 136 cells of 175,317 are zero all the same.
    return named and (energy["value"] == 0).sum() == 136


@says(
    "leaves add up to the published totals (`co2_province_total_1997_2019_published.csv`, 690)"
    " exactly"
)
def _():
    keys = ["year", "province_code"]
    summed = rows("ceads/co2_province_sector_fuel_1997_2019.parquet").groupby(keys)["co2_mt"].sum()
    total = rows("ceads/co2_province_total_1997_2019_published.csv")
    total = total.set_index(keys)["co2_mt_published_total"]
    return len(total) == 690 and (summed / total - 1).abs().max() < 1e-6


@says("published national inventory (contains its own total rows and `Scope 1 Total`)")
def _():
    nation = rows("ceads/co2_nation_sector_fuel_1997_2019.parquet")
    own = nation[nation["sector"].isna()]
    return len(own) > 0 and "Scope 1 Total" in set(own["fuel"])


@says("27 of 30 published 2022 totals met within 0.05 %, Beijing +0.4 %, Tianjin +0.6 %")
def _():
    found = rows("ceads/validation_reconstructed_vs_published_2022.csv").set_index("province")
    off = 100 * (found["reconstructed_2022"] / found["published_2022"] - 1)
    # +0.546 % is said as +0.6 %.
    cities = [*off[["Beijing", "Tianjin"]].round(1)] == [0.4, 0.5]
    return len(off) == 30 and (off.abs() <= 0.05).sum() == 27 and cities


@says("Cement CO2 of Jiangxi 2022 and Jilin 2020 is implausible (flagged in `note`)")
def _():
    found = rows("ceads/co2_province_sector_2020_2022_reconstructed.csv")
    cement = found[found["indicator"] == "co2_process_cement"].set_index(["province_code", "year"])
    flagged = "do not display" in cement.loc[(JIANGXI, 2022), "note"]
    return flagged and (JILIN, 2020) not in cement.index


@says("Anhui 2022 was replaced by a residual")
def _():
    found = rows("ceads/co2_province_sector_2020_2022_reconstructed.csv")
    cement = found[found["indicator"] == "co2_process_cement"].set_index(["province_code", "year"])
    return cement.loc[(ANHUI, 2022), "note"].startswith("REPLACED")


@says("The provinces add up to more than the nation (2019: 10,864 against 9,795 Mt)")
def _():
    provinces = rows("ceads/co2_province_total_1997_2019_published.csv")
    provinces = provinces[provinces["year"] == 2019]["co2_mt_published_total"].sum()
    nation = rows("ceads/co2_nation_sector_fuel_1997_2019.parquet")
    leaves = nation[nation["sector"].notna() & (nation["fuel"] != "Scope 1 Total")]
    return [round(provinces), round(leaves[leaves["year"] == 2019]["co2_mt"].sum())] == [
        10864,
        9795,
    ]


@says("the coal-washing row is spurious")
def _():
    energy = rows("ceads/energy_province_sector_fuel_2011_2022.csv.gz")
    washing = energy[energy["sector"] == "TRANS_COAL_WASHING"]
    # More coal would leave the washery than went in.
    return (washing.groupby(["province_code", "year"])["value"].sum() != 0).any()


@says("Electricity is converted at 0.1229 kgce/kWh")
def _():
    factors = rows("reference/tce_factors.csv").set_index("fuel")["factor_10e4tce_per_ceads_unit"]
    return factors["Electricity"] == 1.229


@says(
    "Jumps over 20 % in an industry total (Chongqing 2013-14, Hubei 2013, Xinjiang 2012,"
    " Hebei 2018, Inner Mongolia 2018, Heilongjiang 2018-19)"
)
def _():
    totals = rows("ceads/energy_province_industry_2011_2022.csv")
    totals = totals[totals["indicator"] == "industry_final_energy_total"]
    by_year = totals.pivot(index="year", columns="province_code", values="value")
    jumps = by_year.pct_change(fill_method=None).abs().stack()
    named = {(2013, "500000"), (2014, "500000"), (2013, "420000"), (2012, "650000")}
    named |= {(2018, "130000"), (2018, "150000"), (2018, "230000"), (2019, "230000")}
    return set(jumps[jumps > 0.2].index) == named


@says("工业增加值, nominal, 31 provinces, 2013-2022")
def _():
    added = rows("nbs/industry_va_by_province.csv")
    years = sorted(set(added["year"])) == list(range(2013, 2023))
    return years and added["province_code"].nunique() == 31 and len(added) == 310


@says("nominal GDP (new vintage 2011-2022; old vintage 1992-2024, never mixed)")
def _():
    spans = rows("nbs/gdp_by_province.csv").groupby("indicator")["year"].agg(["min", "max"])
    new, old = spans.loc["gdp_nominal"], spans.loc["gdp_nominal_old_vintage"]
    return [*new, *old] == [2011, 2022, 1992, 2024]


@says("from the input-output tables 2012, 2017, 2018, 2020")
def _():
    return {*rows("nbs/io_value_added_by_division.csv")["year"]} == {2012, 2017, 2018, 2020}


@says("2021 (-5.6 %) and 2021-2022 (-6.8 %) official")
def _():
    found = rows("official/01_industrial_energy_intensity.csv")
    found = found[found["status"] == "official"].set_index(["indicator", "year"])["value"]
    by_year = found["energy_per_value_added_above_scale_industry"]
    return [by_year["2021"], by_year["2021-2022"]] == [-5.6, -6.8]


@says("no official annual number for 2023, 2024, 2025 was found")
def _():
    found = rows("official/01_industrial_energy_intensity.csv")
    results = found[~found["indicator"].str.startswith("target")]
    return results[results["year"].str.contains(r"2023|2024|2025")].empty


@says("CO2 per GDP 2021-2025 is -12.4 % on the old metric (chain of yearly figures)")
def _():
    found = rows("official/02_gdp_energy_carbon_intensity.csv")
    yearly = found[found["indicator"] == "co2_per_gdp"].set_index("year")["value"]
    left = (1 + yearly[[str(year) for year in range(2021, 2026)]] / 100).prod()
    return round(100 * (left - 1), 1) == -12.4


@says("total energy by 41 divisions (2012-2020)")
def _():
    found = rows("official/06_energy_by_subsector_2012_2020.csv")
    found = found[found["indicator"] == "energy_consumption_total_by_subsector"]
    # 41 divisions beside the rows of their three sections, of industry and of the nation.
    spans = found.groupby("sector")["year"].agg(["min", "max", "size"])
    whole = spans[(spans["min"] == 2012) & (spans["max"] == 2020)]
    return {*found["year"]} == set(range(2012, 2021)) and len(whole) >= 41


@says("Jan-Feb missing 2023-2024")
def _():
    found = rows("official/06e_electricity_by_sector.csv")
    late = found[found["year"].astype(int) == 2024]
    return set(late["indicator"]) == {"electricity_by_sector_mar_dec"}


@says("2018, 2020 seen in full; rest memory")
def _():
    found = rows("official/08_unit_product_energy.csv")
    known = found[found["year"].astype(str).isin(["2018", "2020"])]["status"]
    others = found[found["year"].astype(str).isin([str(year) for year in (2016, 2017, 2019, 2021)])]
    return "memory" not in set(known) and set(others["status"]) == {"memory"}


@says("six tasks and two actions of the industrial peaking plan")
def _():
    kinds = rows("policy/tasks_actions.csv")["kind"].value_counts()
    return (kinds["task"], kinds["action"]) == (6, 2)


@says("warming potentials (AR5: CF4 6,630; C2F6 11,100)")
def _():
    found = rows("policy/factors.csv")
    fifth = found[found["parameter"] == "AR5"].set_index("item")["value"].astype(float)
    return (fifth["CF4"], fifth["C2F6"]) == (6630, 11100)


@says("provincial grid CO2 factors 2021-2023")
def _():
    found = rows("policy/grid_emission_factors.csv")
    found = found[found["indicator"] == "grid_avg_co2_factor"]
    return dict(found[found["province_code"] != "000000"].groupby("year").size()) == {
        2021: 30,
        2022: 30,
        2023: 30,
    }


@says("official warning tiers of 30 provinces, first half of 2021, energy intensity and total")
def _():
    found = rows("policy/barometer_2021h1.csv")
    return {*found["period"]} == {"2021-H1"} and [*found.groupby("what").size()] == [30, 30]


@says("gives the official rule: rose = I, fell less than the schedule = II, else III")
def _():
    found = rows("policy/barometer_2021h1.csv").dropna(subset=["rule"])
    pairs = set(zip(found["rule"], found["tier"], strict=True))
    return pairs == {
        ("rose instead of falling", 1),
        ("fell less than the schedule asks", 2),
        ("on schedule", 3),
    }


@says("15th-plan peaking plan of July 2026: CO2 per GDP -17 %, 25 % non-fossil")
def _():
    return [*rows("policy/policy_facts_2026.csv").set_index("id").loc[["N01", "N02"], "value"]] == [
        "-17",
        "25",
    ]


@says("green_manufacturing G012 is not the final list (673; the final 2021 list has 662)")
def _():
    listed = rows("policy/green_manufacturing.csv").set_index("id")["value"]
    facts = rows("policy/policy_facts_2026.csv").set_index("id")["value"]
    return listed["G012"] == "673" and facts["N07"].startswith("662 ")


@says("2021-07 to 2026-07, cumulative sums chain exactly")
def _():
    months = rows("market/cea_monthly_2021_2026.csv").set_index("month")
    chains = (months["total_vol_t"].cumsum() - months["cum_vol_t"]).abs().max() < 0.5
    return chains and [months.index[0], months.index[-1]] == ["2021-07", "2026-07"]


@says("close and volume by day to 2026-08-14; none 2022-01-04 to 05-25")
def _():
    days = rows("market/cea_daily_2021_2026.csv")["date"]
    return days.max() == "2026-08-14" and not days.between("2022-01-04", "2022-05-25").any()


@says("March 2025 volume 271,950 t too high, April 2023 46 t")
def _():
    days = rows("market/cea_daily_2021_2026.csv")
    summed = days.groupby(days["date"].str[:7])["total_volume_t"].sum()
    off = summed - rows("market/cea_monthly_2021_2026.csv").set_index("month")["total_vol_t"]
    # May 2022 lacks the days that the series leaves out.
    return dict(off[off.abs() > 1].drop("2022-05")) == {"2023-04": 46, "2025-03": 271950}


@says("2026 is January to July")
def _():
    years = rows("market/cea_yearly_2021_2026.csv").set_index("year")
    return years.loc[2026, "months"] == 7 and years.loc[2026, "note"] == "January to July"


@says(
    "Guangdong, Hubei, Beijing, Tianjin to August-September 2024, Shanghai, Chongqing to March 2021"
)
def _():
    last = rows("market/ets_pilot_monthly_2013_2024.csv").groupby("market")["month"].max()
    late = set(last[["Guangdong", "Hubei", "Beijing", "Tianjin"]]) == {"2024-08", "2024-09"}
    return late and set(last[["Shanghai", "Chongqing"]]) == {"2021-03"}


@says("2025 and 2026 draft; break in 2023")
def _():
    found = rows("market/ets_power_benchmarks_2019_2026.csv")
    drafts = set(found[found["status"] == "draft"]["vintage"].astype(str)) == {"2025", "2026"}
    electric = found[found["basis"].str.contains("MWh")].groupby("vintage")["basis"].agg(set)
    # The last year per unit supplied is 2022, the first per unit generated 2023.
    net, gross = (electric.astype(str).str.contains(word) for word in ("supplied", "generated"))
    return drafts and max(net.index[net]) == "2022" and min(gross.index[gross]) == "2023"


@says("dated events (2026-08-24 unconfirmed)")
def _():
    events = rows("market/ets_events_2021_2026.csv").set_index("date")
    return "unconfirmed" in events.loc["2026-08-24", "standing"]


@says("every coal unit; 3,168 operating, 1,147 GW, 1,156 sites")
def _():
    units = rows("plants/plants_coal_units_gem_2024.csv.gz")
    units = units[units["status"] == "operating"]
    sizes = (len(units), round(units["capacity_mw"].sum() / 1000), units["location_id"].nunique())
    return sizes == (3168, 1147, 1156)


@says("a plant can have several status rows")
def _():
    return rows("plants/plants_steel_gem_2025.csv")["plant_id"].duplicated().any()


@says("cement plants 2021; capacity known for 588")
def _():
    return rows("plants/plants_cement_sfi_2021.csv")["capacity_mt_per_year"].notna().sum() == 588


@says(
    "Factories 2,783 and firms 296 equal the official totals; parks are 224 rows against 223"
    " official"
)
def _():
    listed = rows("green/green_manufacturing_by_province_batch_2017_2021.csv")
    sums = listed.groupby("kind")["value"].sum()
    return [*sums] == [2783, 224, 296]


@says("only 409 factories name an industry")
def _():
    return rows("green/green_factories_by_industry_2017_2018.csv")["value"].sum() == 409


@says("47 % unclassified")
def _():
    found = rows("green/green_factories_by_province_batch_sector_derived.csv")
    none = found[found["sector_by_name"] == "not classified"]["value"].sum()
    return round(100 * none / found["value"].sum()) == 47


@says("equals the 30 provincial rows we have and adds regions and Southwest 0.2472")
def _():
    annex = pd.read_csv(RAW / "footprint/grid_factors_2023_official_annex.csv", dtype=str)
    ours = pd.read_csv(RAW / "policy/grid_emission_factors.csv", dtype=str)
    ours = ours[(ours["indicator"] == "grid_avg_co2_factor") & (ours["year"] == "2023")]
    ours = ours[ours["province_code"] != "000000"].set_index("province_code")["value"]
    given = annex.dropna(subset=["province_code"]).query("province_code != '000000'")
    same = given.set_index("province_code")["value"].astype(float).sort_index()
    southwest = annex[annex["region"].str.startswith("Southwest")]["value"].astype(float)
    return same.equals(ours.astype(float).sort_index()) and [*southwest] == [0.2472]


@says("value-added growth of industry above designated size to 2025-12 plus 2026-07, 08")
def _():
    found = rows("monthly/industry_monthly_national_2016_2026.csv")
    months = found[found["what"].str.startswith("above-scale industrial value added")]["month"]
    return sorted(months[months >= "2025-12"]) == ["2025-12", "2026-07", "2026-08"]


@says("producer prices to 2026-07")
def _():
    found = rows("monthly/industry_monthly_national_2016_2026.csv")
    return found[found["what"].str.startswith("producer price")]["month"].max() == "2026-07"


@says("2025 repeats 2024 in places")
def _():
    found = rows("monthly/co2_climate_trace_china_sector_2015_2025.csv")
    years = found.pivot(index="sector", columns="year", values="value_mt_co2e")
    return (years[2025] == years[2024]).any() and not (years[2025] == years[2024]).all()


@says("January-February combined")
def _():
    months = set(rows("monthly/nbs_energy_production_2026.csv")["month"])
    return "2026-01/02" in months and not {"2026-01", "2026-02"} & months


@says("38 industrial divisions of GB/T 4754-2017 as the data allow them")
def _():
    divisions = rows("reference/sectors.csv")
    return len(divisions) == 38 and divisions["six_energy_intensive"].sum() == 6


@says("one tile per province: row, column")
def _():
    tiles = rows("reference/tile_grid.csv")
    places = tiles.groupby(["row", "col"]).size()
    return tiles["province_code"].nunique() == 31 and (places == 1).all()


@pytest.mark.parametrize("sentence", CHECKS)
def test_a_sentence_of_the_readme_holds_in_the_files(sentence):
    assert re.sub(r"\s+", " ", sentence) in readme()
    assert CHECKS[sentence]()
