"""How each query is called: the parameters the pages use, and those where a rule of ours shows."""

from typing import Any

# Jiangxi 360000 and Jilin 220000 have a withheld cement cell, Shandong 370000 an unusable split,
# Tibet 540000 no inventory; a parameter not named is null.
CALLS: dict[str, tuple[dict[str, Any], ...]] = {
    "coal_units__intensity": ({"capacity_mw": 400},),
    "drivers__cells": (
        {"years": [2015, 2022]},
        {"region_code": "320000"},
        {"sector_code": "30", "years": [2020, 2022]},
        {"region_code": "370000"},
    ),
    "drivers__input_output_years": ({},),
    "factors__library": ({},),
    "faults__all": ({},),
    "footprint__register": ({},),
    "footprint__stated": ({},),
    "fuels__of_industry": ({}, {"region_code": "320000"}, {"region_code": "360000"}),
    "fuels__of_sector": ({"sector_code": "31"}, {"sector_code": "30"}),
    "green__counts": ({},),
    "green__facts": ({},),
    "green__lists": ({},),
    "green__sectors": ({},),
    "green__value_added": ({"year": 2022}, {"year": 2020}),
    "growth__yearly": ({}, {"sector_code": "31", "first_year": 2021}),
    "independent__sectors": ({},),
    "inventories__compared": ({},),
    **dict.fromkeys(
        (
            "market__benchmarks",
            "market__breaks",
            "market__coverage",
            "market__events",
            "market__months",
            "market__pilots",
            "market__rules",
            "market__years",
        ),
        ({},),
    ),
    "monthly__series": ({}, {"series_codes": ["market_price", "energy_intensity"]}),
    "names__known": ({},),
    "nation__yearly": ({},),
    "official__series": (
        {"dataset": "industrial_energy_intensity", "first_year": 2021},
        {"dataset": "gdp_intensity", "indicators": ["energy_per_gdp", "co2_per_gdp"]},
        {"dataset": "national_co2"},
    ),
    "peak__national_inventory": ({},),
    "peak__series": (
        {},
        {"sector_code": "all"},
        {"region_code": "360000"},
        {"region_code": "640000", "sector_code": "31"},
        {"region_code": "370000"},
    ),
    "plants__by_province": ({},),
    "power__yearly": ({},),
    "regional_progress__reported": (
        {"measure": "energy_per_value_added"},
        {"measure": "energy_per_gdp"},
    ),
    "regional_targets__preferred": ({},),
    "regions__all": ({},),
    "regions__denominators": ({"base_year": 2020}, {"base_year": 2013}),
    "regions__growth": ({"base_year": 2020, "year": 2022}, {"base_year": 2013, "year": 2021}),
    "regions__jumps": ({"base_year": 2020, "year": 2022}, {"base_year": 2011, "year": 2022}),
    "regions__of_sector": (
        {"sector_code": "31", "first_year": 2022},
        {"sector_code": "30"},
    ),
    "regions__yearly": (
        {"first_year": 2020},
        {},
        {"region_code": "320000"},
        {"region_code": "360000"},
        {"region_code": "540000"},
    ),
    "sectors__all": ({},),
    "sectors__by_province": (
        {"first_year": 2020, "last_year": 2022},
        {"first_year": 2010, "last_year": 2022},
    ),
    "sectors__official_level": ({"year": 2020}, {"year": 2012}),
    "sectors__value_added": ({"base_year": 2020}, {"base_year": 2012}, {"base_year": 2017}),
    "sectors__yearly": (
        {"first_year": 2020},
        {},
        {"region_code": "320000", "first_year": 2022},
        {"region_code": "220000"},
        {"region_code": "370000"},
    ),
    "sources__all": ({},),
    "spellings__all": ({},),
    "targets__ahead": ({"base_year": 2020}, {"base_year": 2025}),
    "targets__all": ({},),
    "targets__latest": ({},),
    "targets__results": ({"indicator": "CO2 per unit of GDP", "base_year": 2020},),
    "tasks__all": ({},),
    "tiers__official": ({"period": "2021H1"},),
    "value_added__with_split": ({},),
    "validation__totals": ({"year": 2022}, {"year": 2015}),
}


def words(params: dict[str, Any]) -> str:
    """Return parameters in one short text."""
    return ", ".join(f"{_value(value)}" for value in params.values())


def _value(value: Any) -> str:
    return "+".join(str(one) for one in value) if isinstance(value, list) else str(value)
