"""Reference answers in pandas for the queries of registers: regions, targets, faults and others."""

import pandas as pd

from benchmarks.frames import Frames, of, since

Codes = list[str] | None


def faults__all(frames: Frames) -> pd.DataFrame:
    """Return every known fault."""
    return frames["faults"]


def growth__yearly(frames: Frames, sector_code: str | None, first_year: int | None) -> pd.DataFrame:
    """Return the known growth of one or all divisions from a year on."""
    return since(of(frames["value_added_growth"], "sector_code", sector_code), first_year)


def official__series(
    frames: Frames, dataset: str, indicators: Codes, first_year: int | None
) -> pd.DataFrame:
    """Return statistics of one data set, of some or all indicators, from a year on."""
    series = frames["official_statistics"]
    wanted = since(series[series["dataset"] == dataset], first_year)
    return wanted if indicators is None else wanted[wanted["indicator"].isin(indicators)]


def regional_progress__reported(frames: Frames, measure: str) -> pd.DataFrame:
    """Return the cumulative progress that regions reported for one measure."""
    register = of(frames["regional_targets"], "measure", measure)
    return register[register["kind"] == "progress_cumulative"]


def regional_targets__preferred(frames: Frames) -> pd.DataFrame:
    """Return the target of each region and measure that is used."""
    register = frames["regional_targets"]
    return register[register["is_preferred"] & (register["kind"] == "target")]


def regions__all(frames: Frames) -> pd.DataFrame:
    """Return every region."""
    return frames["regions"]


def sectors__all(frames: Frames) -> pd.DataFrame:
    """Return every industrial division with the name and order of its plan industry."""
    sectors, plan = frames["sectors"], frames["plan_industries"].set_index("plan_industry_code")
    industrial = sectors[sectors["is_industry"]]
    code = industrial["plan_industry_code"]
    return industrial.assign(
        plan_industry_zh=code.map(plan["name_zh"]),
        plan_industry_en=code.map(plan["name_en"]),
        plan_order=code.map(plan["plan_order"]),
    )


def sectors__official_level(frames: Frames, year: int) -> pd.DataFrame:
    """Return official energy and value added of the divisions that have both in one year."""
    energy, output = (
        frames[name][frames[name]["year"] == year].set_index("sector_code")
        for name in ("energy_division", "value_added_division")
    )
    energy, output = energy.align(output, join="inner", axis=0)
    return pd.DataFrame(
        {
            "energy_tce": energy["energy_tce"],
            "value_added_cny": output["value_added_nominal_cny"],
            "energy_source_id": energy["source_id"],
            "value_added_source_id": output["source_id"],
        }
    ).reset_index()


def sources__all(frames: Frames) -> pd.DataFrame:
    """Return every source."""
    return frames["sources"]


def targets__results(frames: Frames, indicator: str, base_year: int) -> pd.DataFrame:
    """Return the results reported for one indicator against a base year."""
    register = frames["targets"]
    is_result = register["direction"].fillna("").str.startswith("result")
    asked = (register["indicator"] == indicator) & (register["base_year"] == base_year)
    return register[is_result & asked.fillna(False)]


REFERENCES = (
    faults__all,
    growth__yearly,
    official__series,
    regional_progress__reported,
    regional_targets__preferred,
    regions__all,
    sectors__all,
    sectors__official_level,
    sources__all,
    targets__results,
)
