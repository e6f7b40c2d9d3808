"""One division a level down: its path, or its quantity alone, and its provinces."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import labels, largest, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    FIRST_YEAR,
    QUANTITY,
    QUANTITY_SOURCES,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.sectors.analysis import growth_of, sector_intensity
from carbonpeak.words.speaker import Speaker


def path(data: Dataset, view: View, sector_code: str, tell: Speaker) -> Figure:
    """Return a division's intensity against the path, its quantity where that is not known."""
    level = sector_intensity(data, view, sector_code)
    if level.empty:
        line, target = _quantity_line(data, view, sector_code, tell), None
        key, note, sources = "sectors.path.title_quantity", "sectors.scope_note", ()
    else:
        growth = growth_of(data, sector_code).loc[: view.year]
        line = _intensity_line(level, growth, view, tell)
        target = series.path(TARGETS[view.measure], tell)
        key, note = "sectors.path.title", "sectors.growth_note"
        sources = ("nbs-input-output", *growth["source_id"])
    name, quantity = labels.sector(data, sector_code, tell), tell(f"sectors.{view.measure}")
    title = tell(key, name=name, quantity=quantity, **series.outcome(line))
    scope = tell("sectors.scope")
    return Figure(
        name="sector_path",
        title=title,
        subtitle=tell("sectors.path.sub", measure=line.name, scope=scope),
        alt=title,
        chart=lines.draw([line], target),
        table=Table.of_texts(series.table([target, line], tell)),
        standings=series.standings([line]),
        source_ids=(*QUANTITY_SOURCES[view.measure], *sources),
        notes=(tell(note),),
    )


def provinces(data: Dataset, view: View, sector_code: str, tell: Speaker) -> Figure | None:
    """Return the provinces with most of a division's energy or CO2, None where none has any."""
    found, names = _by_province(data, view, sector_code), region_names(data, tell.lang)
    whole = labels.sector(data, sector_code, tell)
    return largest.figure(largest.PROVINCES, found, names, whole, view, tell)


def largest_provinces(data: Dataset, view: View, sector_code: str, tell: Speaker) -> dict[str, str]:
    """Return the five provinces with most of a division, code and name."""
    return largest.linked(_by_province(data, view, sector_code), region_names(data, tell.lang))


def _intensity_line(
    level: "pd.Series[float]", growth: pd.DataFrame, view: View, tell: Speaker
) -> Line:
    # One recalled growth rate makes every later year of the chain unverified.
    recalled = set(growth.index[growth["standing"] == "unverified"])
    standings = [
        "unverified"
        if any(once <= int(year) for once in recalled)
        else intensity_standing(view.measure, int(year))
        for year in level.index
    ]
    index = 100 * level / level[BASE_YEAR]
    return series.line(tell(f"measure.{view.measure}"), index, standings, tell)


def _quantity_line(data: Dataset, view: View, sector_code: str, tell: Speaker) -> Line:
    rows = data.ask("sectors__yearly", region_code=None, first_year=FIRST_YEAR)
    own = rows[rows["sector_code"] == sector_code].set_index("year")
    quantity = own[QUANTITY[view.measure]].dropna()
    standings = [quantity_standing(view.measure, int(year)) for year in quantity.index]
    index = 100 * quantity / quantity[BASE_YEAR]
    return series.line(tell(f"sectors.{view.measure}"), index, standings, tell)


def _by_province(data: Dataset, view: View, sector_code: str) -> "pd.Series[float]":
    rows = data.ask("regions__of_sector", sector_code=sector_code, first_year=view.year)
    return largest.amounts(rows, largest.PROVINCES, QUANTITY[view.measure], view.year)
