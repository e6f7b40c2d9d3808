"""What is known after 2022, and how sure the estimate is."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts, nation
from carbonpeak.domain.official import (
    OFFICIAL_INTENSITY,
    latest_month,
    revised_co2_per_gdp,
    yearly_changes,
)
from carbonpeak.domain.view import View, region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import LAST_YEAR, source_names
from carbonpeak.figures.table import Table
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.words.numbers import co2_national, number, percent
from carbonpeak.words.speaker import Speaker

# Label, dataset, indicator, item, and the year before which the series breaks.
KNOWN = (
    ("known.industry", "industrial_energy_intensity", OFFICIAL_INTENSITY, "total", None),
    ("known.energy_gdp", "gdp_intensity", "energy_per_gdp", "total", 2023),
    ("known.co2_gdp", "gdp_intensity", "co2_per_gdp", "total", None),
    (
        "known.growth",
        "industrial_value_added",
        "value_added_growth_above_scale",
        "all above-scale",
        None,
    ),
)
# The words of each fall, its measure and basis.
FALLS = {
    "total": ("co2", "total"),
    "energy": ("co2", "energy_related"),
    "final": ("energy", "final"),
    "transformation": ("energy", "with_transformation"),
}


def known_after(data: Dataset, tell: Speaker) -> Figure:
    """Return the official yearly changes 2021-2025 as a table, with the break of a series."""
    rows, parts = [], []
    for label, dataset, indicator, item, broken in KNOWN:
        found = yearly_changes(data, dataset, indicator, item)
        rows.append({tell("known.measure"): tell(label)} | _cells(found, broken, tell))
        parts.append(found)
    every = pd.concat(parts)
    missing, *notes = after_2022(data, tell)
    return Figure(
        name="known_after",
        title=tell("overview.known.title"),
        subtitle=tell("overview.known.sub"),
        alt=missing,
        chart=None,
        table=Table.of_texts(pd.DataFrame(rows)),
        standings=tuple(every["standing"].unique()),
        source_ids=tuple(every["source_id"]),
        notes=tuple(notes),
    )


def after_2022(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return what is and is not known after 2022, in sentences with numbers from the tables."""
    yearly = yearly_changes(data, "gdp_intensity", "co2_per_gdp", "total")
    falls = {
        "chained": rules.chain(float(value) / 100 for value in yearly["value"]),
        "revised": revised_co2_per_gdp(data),
    }
    return (
        tell("overview.known.no"),
        tell("overview.known.gdp"),
        tell("overview.known.co2", **_signed(falls)),
        _month(data, tell),
    )


def sureness(data: Dataset, tell: Speaker) -> tuple[str, str]:
    """Return how sure the estimate is: what other bases give, and nation against provinces."""
    falls = {key: _fall(data, *basis) for key, basis in FALLS.items()}
    falls["without"] = nation.co2_change_without_faulty_cement(data, LAST_YEAR)
    falls["jumpless"] = nation.energy_change_without_largest_jump(data, LAST_YEAR)
    compared = data.ask("inventories__compared").dropna(subset=["nation_co2_t"]).iloc[-1]
    return (
        tell("overview.sure.text", cell=_largest_cell(data, tell), **_signed(falls)),
        tell(
            "overview.sure.gap",
            year=compared["year"],
            provinces=co2_national(compared["provinces_co2_t"], tell.lang),
            nation=co2_national(compared["nation_co2_t"], tell.lang),
        ),
    )


def _month(data: Dataset, tell: Speaker) -> str:
    """Return the last single month reported, with its standing and source."""
    month = latest_month(data)
    year, number_of_month = (int(part) for part in str(month["period"]).split("-"))
    return tell(
        "overview.known.month",
        year=year,
        month=number_of_month,
        change=percent(month["value"] / 100, 1, sign=True),
        standing=tell(f"standing.{month['standing']}"),
        source=source_names(data, (month["source_id"],), tell),
    )


def _largest_cell(data: Dataset, tell: Speaker) -> str:
    """Return the name of the province and division whose energy jumped most."""
    cell = doubts.largest_cell(data, View(year=LAST_YEAR))
    names = (
        region_names(data, tell.lang)[str(cell.name)],
        labels.sector(data, str(cell["sector_code"]), tell),
    )
    return ("" if tell.lang == "zh" else " ").join(names)


def _cells(found: pd.DataFrame, broken: int | None, tell: Speaker) -> dict[str, str]:
    years = range(BASE_YEAR + 1, TARGET_YEAR + 1)
    cells = {str(year): _cell(found, year, broken, tell) for year in years}
    kinds = [tell(f"standing.{one}") for one in found["standing"].unique()]
    return cells | {tell("known.standing"): tell("list.separator").join(kinds)}


def _cell(found: pd.DataFrame, year: int, broken: int | None, tell: Speaker) -> str:
    if year not in found.index:
        return tell("known.none")
    value = number(float(found["value"][year]), 1, sign=True)
    return tell("known.broken", value=value) if year == broken else value


def _fall(data: Dataset, measure: str, basis: str) -> float:
    index = nation.yearly(data, measure, basis)["index"]
    return float(index[LAST_YEAR]) / 100 - 1


def _signed(fractions: dict[str, float]) -> dict[str, str]:
    return {key: percent(value, 1, sign=True) for key, value in fractions.items()}
