"""What every source file must be like; the reader holds it to this before a builder sees a row."""

from functools import cache

from carbonpeak.build import registers
from carbonpeak.build.layouts_footprint import LAYOUTS as FOOTPRINT
from carbonpeak.build.layouts_green import LAYOUTS as GREEN
from carbonpeak.build.layouts_market import LAYOUTS as MARKET
from carbonpeak.build.schema import STANDING_OF
from carbonpeak.data.reading.layout import Bounds, Jump, Kind, Layout, Values
from carbonpeak.thresholds import CELL_FLOOR_1E4TCE, CELL_SLIP, SLIP

KNOWN_JUMPS = "known_jumps.csv"
CNY, TCE, KWH, MT = "10^8 CNY current", "10^4 tce", "10^8 kWh", "Mt CO2"
NOT_NEGATIVE = Bounds(low=0)
# Money and people are printed to a tenth; no province has less.
POSITIVE = Bounds(low=0.1)
# A rate as official statistics print it: nothing falls by more than all, and of the products some
# that are new have grown by half again.
RATE_PCT = Bounds(low=-100, high=200)
SHARE_PCT = Bounds(low=0, high=100)

STATUSES = frozenset(STANDING_OF)
EVIDENCE = {"evidence": STATUSES, "confidence": frozenset({"high", "medium", "low"})}
LONG = ("indicator", "province_code", "province", "sector", "year", "value", "unit")
LONG_KEY = ("indicator", "province_code", "sector", "year")


def _long(**kinds: Kind) -> Layout:
    """Return the layout of a file of one figure per row, for the figures that are used."""
    return Layout(LONG, LONG_KEY, years=("year",), values=(Values(kinds),))


def _yearly(unit: str, series: str, bounds: Bounds = POSITIVE) -> Kind:
    return Kind(unit, bounds, Jump(("indicator", series), SLIP))


def _statistics(*units: str, more: tuple[Values, ...] = ()) -> Layout:
    """Return the layout of an official file, in which these units may occur."""
    kinds = {unit: Kind(bounds=_bounds(unit)) for unit in units}
    return Layout(
        ("indicator", "sector", "year", "value", "unit", "status", "source", "note"),
        ("indicator", "sector", "year", "unit", "source"),
        filled=("status",),
        may_be_empty=("sector",),
        allowed={"unit": frozenset(units), "status": STATUSES},
        values=(Values(kinds, by="unit"), *more),
    )


def _bounds(unit: str) -> Bounds:
    return RATE_PCT if unit.startswith("%") else Bounds()


def _policy(*columns: str) -> Layout:
    """Return the layout of a register: its values are texts, each row has an id of its own."""
    return Layout(
        ("id", *columns, "source", "evidence", "confidence", "source_url", "source_quality"),
        ("id",),
        filled=("source", "evidence"),
        allowed=EVIDENCE,
    )


# Inventory rows of transformation, losses and stocks: what comes out of them has a minus sign.
SIGNED_FLOWS = frozenset(
    {
        "TRANS_NET",
        "TRANS_THERMAL_POWER",
        "TRANS_HEATING",
        "TRANS_COAL_WASHING",
        "TRANS_COKING",
        "TRANS_REFINERIES",
        "TRANS_GAS_WORKS",
        "TRANS_COKE_INPUT",
        "TRANS_BRIQUETTES",
        "NON_ENERGY_USE",
        "LOSS",
    }
)
# Unit of a fuel in the inventory, and how much of it makes about 10^4 tce.
FUEL_UNITS = {
    "10^4 ton": (
        1.0,
        "Raw_Coal Cleaned_Coal Other_Washed_Coal Briquettes Coke Other_Coking_Products Crude_Oil "
        "Gasoline Kerosene Diesel_Oil Fuel_Oil LPG Refinery_Gas Other_Petroleum_Products",
    ),
    "10^8 cu.m": (0.1, "Coke_Oven_Gas Other_Gas Natural_Gas"),
    "10^10 kJ": (30.0, "Heat"),
    "10^8 kWh": (0.8, "Electricity"),
    "10^4 tce": (1.0, "Other_Energy"),
}


def _fuels() -> dict[str, Kind]:
    series = ("province_code", "sector", "fuel")
    return {
        fuel: Kind(unit, NOT_NEGATIVE, Jump(series, CELL_SLIP, CELL_FLOOR_1E4TCE * per_1e4tce))
        for unit, (per_1e4tce, fuels) in FUEL_UNITS.items()
        for fuel in fuels.split()
    }


RATE = "% change vs previous year"
GROWTH = Values(
    {
        "industrial_value_added_all_real_growth": Kind(RATE, Bounds(-50, 50)),
        "value_added_growth_above_scale": Kind(RATE, Bounds(-100, 100)),
        "share_of_above_scale_value_added": Kind("%", SHARE_PCT),
    }
)
SHARES = Values(
    dict.fromkeys(
        ("share_of_energy_consumption", "share_of_energy_consumption_yearbook"),
        Kind("%", SHARE_PCT),
    )
)
DIVISIONS = Values({"energy_consumption_total_by_subsector": _yearly(TCE, "sector", NOT_NEGATIVE)})

LAYOUTS: dict[str, Layout] = {
    "reference/provinces.csv": Layout(
        (
            "province_code",
            "iso_3166_2",
            "name_en",
            "name_zh",
            "name_zh_full",
            "region4_zh",
            "in_ceads",
        ),
        ("province_code",),
        filled=("iso_3166_2", "name_en", "name_zh", "name_zh_full"),
        allowed={
            "region4_zh": frozenset({"东部", "中部", "西部", "东北"}),
            "in_ceads": frozenset({"0", "1"}),
        },
    ),
    "reference/tile_grid.csv": Layout(
        ("province_code", "row", "col"),
        ("province_code",),
        numbers={"row": Bounds(1), "col": Bounds(1)},
    ),
    "reference/sectors.csv": Layout(
        (
            "sector_code",
            "ceads_rows",
            "name_en",
            "name_zh",
            "section",
            "plan_industry",
            "six_energy_intensive",
            "national_ets",
        ),
        ("sector_code",),
        filled=("ceads_rows", "name_en", "name_zh", "section"),
        allowed={"six_energy_intensive": frozenset({"0", "1"})},
    ),
    "reference/tce_factors.csv": Layout(
        ("fuel", "factor_10e4tce_per_ceads_unit", "basis"),
        ("fuel",),
        # A coal equivalent above that of natural gas (13.3 per 10^8 m3) is a slip.
        numbers={"factor_10e4tce_per_ceads_unit": Bounds(0, 20)},
    ),
    "ceads/energy_province_sector_fuel_2011_2022.csv.gz": Layout(
        ("province_code", "province", "sector", "fuel", "year", "value", "unit"),
        ("province_code", "sector", "fuel", "year"),
        years=("year",),
        values=(Values(_fuels(), by="fuel", signed=("sector", SIGNED_FLOWS)),),
        # The source itself has -1: households, not industry, and kept as published.
        known_cells=frozenset({("330000", "RUR", "Other_Coking_Products", "2015")}),
    ),
    "ceads/energy_province_industry_2011_2022.csv": _long(
        industry_final_energy_total=_yearly(TCE, "province_code")
    ),
    "ceads/co2_province_sector_2020_2022_reconstructed.csv": _long(
        co2_energy_related_direct=Kind(MT, NOT_NEGATIVE), co2_process_cement=Kind(MT, NOT_NEGATIVE)
    ),
    "ceads/apparent_co2_province_1997_2022.csv": _long(
        apparent_co2_crude_oil=Kind(MT, NOT_NEGATIVE),
        apparent_co2_natural_gas=Kind(MT, NOT_NEGATIVE),
        apparent_co2_raw_coal=_yearly(MT, "province_code", NOT_NEGATIVE),
        apparent_co2_total=_yearly(MT, "province_code", NOT_NEGATIVE),
        cement_process_co2=Kind(MT, NOT_NEGATIVE),
    ),
    "ceads/implied_co2_factors.csv": Layout(
        ("fuel", "sector", "mtco2_per_ceads_unit"),
        ("fuel", "sector"),
        numbers={"mtco2_per_ceads_unit": NOT_NEGATIVE},
    ),
    "ceads/validation_backcast_sector_2017_2019.csv": Layout(
        (
            "sector",
            "ceads_mt_2017_2019",
            "reconstructed_mt_2017_2019",
            "ratio",
            "ratio_excl_shandong",
        ),
        ("sector",),
        numbers={
            "ceads_mt_2017_2019": NOT_NEGATIVE,
            "reconstructed_mt_2017_2019": NOT_NEGATIVE,
            "ratio": Bounds(0, may_be_empty=True),
            "ratio_excl_shandong": Bounds(0, may_be_empty=True),
        },
    ),
    "ceads/co2_province_total_1997_2019_published.csv": Layout(
        ("year", "province", "co2_mt_published_total", "province_code"),
        ("province_code", "year"),
        years=("year",),
        numbers={"co2_mt_published_total": NOT_NEGATIVE},
    ),
    "ceads/co2_province_total_2022_published.csv": _long(
        co2_total_sectoral_method=Kind(MT, NOT_NEGATIVE)
    ),
    "ceads/co2_province_sector_fuel_1997_2019.parquet": Layout(
        ("year", "province_code", "province", "sector", "fuel", "co2_mt"),
        ("year", "province_code", "sector", "fuel"),
        years=("year",),
        numbers={"co2_mt": NOT_NEGATIVE},
    ),
    "ceads/co2_nation_sector_fuel_1997_2019.parquet": Layout(
        ("year", "sector", "fuel", "co2_mt"),
        ("year", "sector", "fuel"),
        # The nation's own total has no sector.
        may_be_empty=("sector",),
        years=("year",),
        numbers={"co2_mt": NOT_NEGATIVE},
    ),
    "nbs/gdp_by_province.csv": _long(
        gdp_nominal=_yearly(CNY, "province_code"),
        gdp_real_index_prev_year_100=Kind("index previous year=100", Bounds(50, 200)),
        secondary_va_nominal=_yearly(CNY, "province_code"),
        population_yearend=_yearly("10^4 persons", "province_code"),
    ),
    "nbs/industry_va_by_province.csv": _long(industry_va_nominal=_yearly(CNY, "province_code")),
    "nbs/io_value_added_by_division.csv": _long(
        io_gross_output=_yearly(CNY, "sector"), io_value_added=_yearly(CNY, "sector")
    ),
    "official/01_industrial_energy_intensity.csv": _statistics(
        RATE,
        "% change, H1 year on year",
        "% change, Q1 year on year",
        "% change, month year on year",
        *(f"% cumulative vs {year}" for year in (2005, 2010, 2012, 2015, 2020)),
        *(f"% vs {year}" for year in (2010, 2015, 2020)),
        "tce/10^4 yuan",
    ),
    "official/02_gdp_energy_carbon_intensity.csv": _statistics(
        RATE,
        *(f"% cumulative vs {year}" for year in (2005, 2012, 2020)),
        *(f"% vs {year}" for year in (2020, 2025)),
        "tce/10^4 yuan, 2018 prices",
    ),
    "official/03_energy_consumption_mix.csv": _statistics(
        "%", RATE, KWH, "10^8 tce", "index, 2020=100", more=(SHARES,)
    ),
    "official/04_industrial_value_added.csv": _statistics(
        "%",
        "% a year",
        RATE,
        "10^8 yuan, current prices",
        "10^8 yuan, producers' prices",
        more=(GROWTH,),
    ),
    "official/05_product_output.csv": _statistics(
        "%",
        "10^4 kW",
        "10^4 m3",
        "10^4 t",
        "10^4 t, November only",
        "10^4 units",
        "10^4 weight cases",
        KWH,
        "gce/kWh",
        "sets",
    ),
    "official/06_energy_by_subsector_2012_2020.csv": _statistics(TCE, more=(DIVISIONS,)),
    "official/06e_electricity_by_sector.csv": _statistics(KWH),
    "official/07_co2_national.csv": _statistics(RATE, MT, "Mt CO2e", "TWh", "t/person"),
    "official/07b_co2_crea_by_sector.csv": _statistics(MT),
    "official/08_unit_product_energy.csv": _statistics(
        RATE, "% cumulative vs 2012, at least", "kgce/t", "kgce/weight case"
    ),
    "policy/targets.csv": _policy("policy", "sector", "indicator", "value", "unit", "direction"),
    "policy/targets_progress_14fyp.csv": Layout(
        (*LONG, "source", "note"),
        (*LONG_KEY, "source"),
        years=("year",),
        allowed={"unit": frozenset({"%"})},
        numbers={"value": RATE_PCT},
    ),
    "policy/ets.csv": _policy("topic", "item", "period", "value", "unit", "note"),
    "policy/pcf.csv": _policy("topic", "item", "period", "value", "unit", "note"),
    "policy/green_manufacturing.csv": _policy("as_of", "metric", "value", "unit", "kind", "note"),
    "policy/factors.csv": _policy("group", "item", "parameter", "value", "unit", "note"),
    "policy/tasks_actions.csv": _policy("kind", "no", "title", "sub_measures"),
    "policy/grid_emission_factors.csv": Layout(
        (*LONG, "source", "licence", "note"),
        LONG_KEY,
        years=("year",),
        allowed={"unit": frozenset({"kg CO2/kWh"})},
        # Lignite without any heat used emits about 1.2 kg a kWh.
        numbers={"value": Bounds(0, 1.5)},
    ),
    "policy/barometer_2021h1.csv": Layout(
        ("period", "what", "region_code", "tier", "standing"),
        ("period", "what", "region_code"),
        allowed={
            "period": frozenset({"2021-H1"}),
            "what": frozenset({"energy_intensity_fall", "total_energy_control"}),
            "tier": frozenset({"1", "2", "3"}),
            "standing": frozenset({"official, seen in press copies"}),
        },
    ),
    "monthly/industry_monthly_national_2016_2026.csv": Layout(
        ("month", "what", "value", "unit", "source", "note", "standing"),
        ("month", "what"),
        filled=("source",),
        allowed={
            "what": frozenset(
                {
                    "above-scale industrial value added, real, year on year",
                    "producer price index, year on year",
                    "energy per value added, above-scale industry, year on year",
                }
            ),
            "unit": frozenset({"%"}),
            "standing": STATUSES,
        },
        numbers={"value": Bounds(-50, 100)},
    ),
    "monthly/power_generation_monthly_ember_2020_2026.csv": Layout(
        (
            "month",
            "demand_twh",
            "coal_twh",
            "fossil_twh",
            "clean_twh",
            "carbon_intensity_gco2_per_kwh",
        ),
        ("month",),
        numbers={
            **dict.fromkeys(("demand_twh", "coal_twh", "fossil_twh", "clean_twh"), POSITIVE),
            # Lignite alone would emit about 1,200 g a kWh.
            "carbon_intensity_gco2_per_kwh": Bounds(1, 1500),
        },
    ),
    "monthly/nbs_energy_production_2026.csv": Layout(
        ("month", "what", "value", "unit", "yoy_pct", "source", "standing"),
        ("month", "what"),
        filled=("source",),
        allowed={"standing": STATUSES},
        numbers={"yoy_pct": RATE_PCT},
        values=(
            Values(
                {
                    "raw coal output": Kind("Mt", POSITIVE),
                    "natural gas output": Kind("bn m3", POSITIVE),
                    "crude oil output": Kind("Mt", POSITIVE),
                },
                by="what",
            ),
        ),
    ),
    "monthly/co2_climate_trace_china_sector_2015_2025.csv": Layout(
        ("year", "sector", "value_mt_co2e", "standing", "note"),
        ("year", "sector"),
        years=("year",),
        allowed={"standing": STATUSES},
        numbers={"value_mt_co2e": NOT_NEGATIVE},
    ),
    "plants/plants_coal_units_gem_2024.csv.gz": Layout(
        (
            "unit_id",
            "location_id",
            "capacity_mw",
            "status",
            "start_year",
            "technology",
            "coal_type",
            "captive",
            "capacity_factor_assumed",
            "annual_co2_mt_estimate",
            "province_code",
        ),
        ("unit_id",),
        filled=("location_id", "status", "technology", "coal_type", "province_code"),
        numbers={
            # No unit has more than 1,500 MW, but a cancelled project may stand for all its units.
            "capacity_mw": Bounds(1, 6000),
            "capacity_factor_assumed": Bounds(0.01, 1),
            "annual_co2_mt_estimate": NOT_NEGATIVE,
        },
    ),
    "plants/plants_steel_gem_2025.csv": Layout(
        ("plant_id", "status", "province_code", "crude_steel_kt", "eaf_kt", "standing"),
        ("plant_id", "status"),
        filled=("province_code",),
        allowed={"standing": STATUSES},
        numbers=dict.fromkeys(("crude_steel_kt", "eaf_kt"), Bounds(0, may_be_empty=True)),
    ),
    "plants/plants_cement_sfi_2021.csv": Layout(
        ("plant_id", "status", "plant_type", "province_code", "capacity_mt_per_year", "standing"),
        ("plant_id",),
        filled=("status", "province_code"),
        allowed={"standing": STATUSES, "plant_type": frozenset({"Integrated", "Grinding"})},
        numbers={"capacity_mt_per_year": Bounds(0, may_be_empty=True)},
    ),
    "plants/plants_power_wri_china.csv.gz": Layout(
        ("plant_id", "fuel", "status", "province_code", "capacity_mw", "standing"),
        # A site may stand here several times, once for each of its stations.
        filled=("plant_id", "fuel"),
        allowed={"standing": STATUSES},
        numbers={"capacity_mw": Bounds(0, may_be_empty=True)},
    ),
    "plants/plants_by_province.csv": Layout(
        ("sector", "subset", "province_code", "units"),
        ("sector", "subset", "province_code"),
        numbers={"units": NOT_NEGATIVE},
    ),
    **MARKET,
    **GREEN,
    **FOOTPRINT,
}


@cache
def known_jumps(file: str) -> frozenset[tuple[str, ...]]:
    """Return the jumps of a file that were looked at: series, year, figures before and after."""
    listed = registers.read(KNOWN_JUMPS)
    rows = listed[listed["file"] == file].to_dict("records")
    return frozenset(
        (*row["series"].split("|"), row["year"], row["before"], row["after"]) for row in rows
    )
