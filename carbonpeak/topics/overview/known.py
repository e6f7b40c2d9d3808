"""What is known after the last official year, and how sure the estimate is."""

from dataclasses import dataclass, replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts, nation
from carbonpeak.domain.official import (
    OFFICIAL_INTENSITY,
    last_official_year,
    latest_month,
    revised_co2_per_gdp,
    yearly_changes,
)
from carbonpeak.domain.view import View, region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import (
    Cell,
    Head,
    Table,
    missing,
    number,
    percent_form,
    words,
)
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.topics.overview.choices import OverviewChoices
from carbonpeak.words.numbers import co2_national
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The first year of energy per GDP without feedstock and non-fossil energy.
NEW_BASIS = 2023


@dataclass(frozen=True)
class Statistic:
    """A yearly official statistic: the key of its label, where it stands, when its basis changed.

    The values from ``new_basis`` on cannot be compared with those before.
    """

    label: str
    dataset: str
    indicator: str
    item: str = "total"
    new_basis: int | None = None


KNOWN = (
    Statistic("known.industry", "industrial_energy_intensity", OFFICIAL_INTENSITY),
    Statistic("known.energy_gdp", "gdp_intensity", "energy_per_gdp", new_basis=NEW_BASIS),
    Statistic("known.co2_gdp", "gdp_intensity", "co2_per_gdp"),
    Statistic(
        "known.growth",
        "industrial_value_added",
        "value_added_growth_above_scale",
        item="all above-scale",
    ),
)
# The change of which measure and basis fills each place of the sentence on how sure it is.
FALLS = {
    "total": ("co2", "total"),
    "energy": ("co2", "energy_related"),
    "final": ("energy", "final"),
    "transformation": ("energy", "with_transformation"),
}


def known_after(data: Dataset, chosen: OverviewChoices, tell: Speaker) -> Figure:
    """Return the official yearly changes up to the target year, with the break of a series."""
    found = [(one, yearly_changes(data, one.dataset, one.indicator, one.item)) for one in KNOWN]
    every = pd.concat([rows for _, rows in found])
    unknown, *notes = after_last_year(data, tell)
    return Figure(
        name="known_after",
        title=tell("overview.known.title", first=last_official_year(data) + 1),
        subtitle=tell("overview.known.sub"),
        alt=unknown,
        chart=None,
        table=Table.of_rows(_row(one, rows, tell) for one, rows in found),
        standings=tuple(every["standing"].unique()),
        source_ids=tuple(every["source_id"]),
        notes=tuple(notes),
    )


def after_last_year(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return what is and is not known after the last official year, with numbers in sentences."""
    yearly = yearly_changes(data, "gdp_intensity", "co2_per_gdp", "total")
    falls = {
        "chained": rules.chain(float(value) / 100 for value in yearly["value"]),
        "revised": revised_co2_per_gdp(data),
    }
    unknown = tell.years(last_official_year(data) + 1, TARGET_YEAR)
    return (
        tell("overview.known.no", years=unknown, target=TARGET_YEAR),
        tell("overview.known.gdp", year=NEW_BASIS),
        tell("overview.known.co2", **_moved(falls, tell)),
        _month(data, tell),
    )


def sureness(data: Dataset, tell: Speaker) -> tuple[str, str]:
    """Return how sure the estimate is: what other bases give, and nation against provinces."""
    last = data.last_year
    falls = {key: _fall(data, measure, basis) for key, (measure, basis) in FALLS.items()}
    falls["without"] = nation.co2_change_without_faulty_cement(data, last)
    falls["jumpless"] = nation.energy_change_without_largest_jump(data, last)
    compared = data.ask("inventories__compared").dropna(subset=["nation_co2_t"]).iloc[-1]
    return (
        tell(
            "overview.sure.text",
            years=tell.years(BASE_YEAR, last),
            names=labels.region_list(data, nation.faulty_cement(data), tell),
            cell=_largest_cell(data, tell),
            **_moved(falls, tell),
        ),
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
        change=moved(float(month["value"]) / 100, tell),
        standing=tell(f"standing.{month['standing']}"),
        source=source_names(data, (month["source_id"],), tell),
    )


def _largest_cell(data: Dataset, tell: Speaker) -> str:
    """Return the name of the province and division whose energy jumped most."""
    cell = doubts.largest_cell(data, View(year=data.last_year))
    place = region_names(data, tell.lang)[str(cell.name)]
    return tell.sentences((place, labels.sector(data, str(cell["sector_code"]), tell)))


def _row(statistic: Statistic, rows: pd.DataFrame, tell: Speaker) -> dict[Head, Cell]:
    """Return the yearly changes of a statistic, and its standings."""
    cells = {Head("measure", tell("known.measure")): words(tell(statistic.label))}
    for year in range(BASE_YEAR + 1, TARGET_YEAR + 1):
        cells[Head(f"change_{year}", str(year))] = _change(statistic, rows, year, tell)
    kinds = list(rows["standing"].unique())
    said = tell.listed(tell(f"standing.{kind}") for kind in kinds)
    cells[Head("standing", tell("known.standing"))] = words(said, value=", ".join(kinds))
    return cells


def _change(statistic: Statistic, rows: pd.DataFrame, year: int, tell: Speaker) -> Cell:
    """Return the change in a year, a fraction, marked where it stands on a new basis."""
    # The heading of the rows says that all are percent.
    form = replace(percent_form(sign=True), suffix="")
    if year not in rows.index:
        return missing("none", tell("known.none"), form)
    value = float(rows["value"][year]) / 100
    broken = statistic.new_basis
    text = tell("known.broken", value=form.text(value)) if year == broken else ""
    marks = ["new_basis"] if broken is not None and year >= broken else []
    return number(value, form, text, marks)


def _fall(data: Dataset, measure: str, basis: str) -> float:
    index = nation.yearly(data, measure, basis)["index"]
    return float(index[data.last_year]) / 100 - 1


def _moved(fractions: dict[str, float], tell: Speaker) -> dict[str, str]:
    return {key: moved(value, tell) for key, value in fractions.items()}
