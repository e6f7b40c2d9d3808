"""One division a level down: its path, or its quantity alone, and its provinces."""

import pandas as pd

from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import labels, largest, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    QUANTITY,
    QUANTITY_SOURCES,
    first_year,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.sectors.analysis import growth_of, sector_intensity
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.words.speaker import Speaker


def path(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return a division's intensity against the path, its quantity where that is not known.

    None where no division is chosen.
    """
    if not chosen.sector:
        return None
    level = sector_intensity(data, chosen.view, chosen.sector)
    if level.empty:
        return _quantity_path(data, chosen, tell)
    return _intensity_path(data, chosen, level, tell)


def provinces(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return the provinces with most of a division's energy or CO2.

    None where no division is chosen or no province has any.
    """
    if not chosen.sector:
        return None
    found = _by_province(data, chosen.view, chosen.sector)
    names, whole = region_names(data, tell.lang), labels.sector(data, chosen.sector, tell)
    note = labels.scope_note(data, tell)
    return largest.figure(largest.PROVINCES, found, names, whole, chosen.view, tell, (note,))


def largest_provinces(data: Dataset, view: View, sector_code: str, tell: Speaker) -> dict[str, str]:
    """Return the five provinces with most of a division, code and name."""
    return largest.linked(_by_province(data, view, sector_code), region_names(data, tell.lang))


def _intensity_path(
    data: Dataset, chosen: SectorsChoices, level: "pd.Series[float]", tell: Speaker
) -> Figure:
    """Return a division's intensity against the path to the national target."""
    view = chosen.view
    growth = growth_of(data, chosen.sector).loc[: view.year]
    line = _intensity_line(level, growth, view, tell)
    return _figure(
        data,
        chosen,
        {"path": series.path(TARGETS[view.measure], tell), "intensity": line},
        "sectors.path.title",
        tell("sectors.growth_note", scope=labels.sum_of(data, tell)),
        ("nbs-input-output", *growth["source_id"]),
        tell,
    )


def _quantity_path(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure:
    """Return a division's energy or CO2 alone, where its intensity cannot be calculated."""
    line = _quantity_line(data, chosen.view, chosen.sector, tell)
    note = labels.scope_note(data, tell)
    key = "sectors.path.title_quantity"
    return _figure(data, chosen, {"quantity": line}, key, note, (), tell)


def _figure(
    data: Dataset,
    chosen: SectorsChoices,
    drawn: dict[str, Line],
    key: str,
    note: str,
    more_sources: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    """Return lines as the path of a division; ``key`` is that of the words of the title."""
    measure = chosen.view.measure
    line, name = list(drawn.values())[-1], labels.sector(data, chosen.sector, tell)
    quantity = tell(f"sectors.{measure}")
    title = tell(key, name=name, quantity=quantity, **series.outcome(line))
    scope = labels.scope(data, tell)
    return Figure(
        name="sector_path",
        title=title,
        subtitle=tell("sectors.path.sub", measure=line.name, scope=scope),
        alt=title,
        chart=series.drawn([line], drawn.get("path"), tell),
        table=series.table(drawn, tell),
        standings=series.standings([line]),
        source_ids=(*QUANTITY_SOURCES[measure], *more_sources),
        notes=(note, *series.notes([line], tell)),
    )


def _intensity_line(
    level: "pd.Series[float]", growth: pd.DataFrame, view: View, tell: Speaker
) -> Line:
    """Return the index of a division's intensity, each year with its standing."""
    # One recalled growth rate makes every later year of the chain unverified.
    recalled = growth.index[growth["standing"] == "unverified"]
    first_recalled = min(recalled, default=view.year + 1)
    standings = [
        "unverified" if year >= first_recalled else intensity_standing(view.measure, int(year))
        for year in level.index
    ]
    index = 100 * level / level[BASE_YEAR]
    return series.line(tell(f"measure.{view.measure}"), index, standings, tell)


def _quantity_line(data: Dataset, view: View, sector_code: str, tell: Speaker) -> Line:
    """Return the index of a division's energy or CO2, each year with its standing."""
    rows = data.ask("sectors__yearly", region_code=None, first_year=first_year(data))
    own = rows[rows["sector_code"] == sector_code].set_index("year")
    quantity = own[QUANTITY[view.measure]].dropna()
    standings = [quantity_standing(view.measure, int(year)) for year in quantity.index]
    index = 100 * quantity / quantity[BASE_YEAR]
    return series.line(tell(f"sectors.{view.measure}"), index, standings, tell)


def _by_province(data: Dataset, view: View, sector_code: str) -> "pd.Series[float]":
    rows = data.ask("regions__of_sector", sector_code=sector_code, first_year=view.year)
    return largest.amounts(rows, largest.PROVINCES, QUANTITY[view.measure], view.year)
