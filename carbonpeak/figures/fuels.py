"""Energy or CO2 by group of fuels over the years, for a province or a division."""

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.charts.style import FUEL_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import View
from carbonpeak.figures import bought, doubts, labels, standing
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    QUANTITY,
    QUANTITY_SOURCES,
    fault_words,
    first_year,
    quantity_standing,
)
from carbonpeak.figures.table import YEAR, Head, Table, number
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker


def of_region(data: Dataset, measure: str, region_code: str, tell: Speaker) -> Figure | None:
    """Return a province's industry by group of fuels, None where no inventory covers it."""
    view = View(measure, year=data.last_year)
    first, name = first_year(data), doubts.name(data, view, region_code, tell)
    wide = _by_group(data.ask("fuels__of_industry", region_code=region_code), measure, first)
    if wide.empty:
        return None
    rows = data.ask("regions__yearly", region_code=region_code, first_year=first)
    said = doubts.reasons(data, view, region_code, tell)
    notes = (*_withheld(data, rows, measure, tell), *said)
    lacking = _lacks(rows, measure, wide.index[-1])
    return _figure("region_fuels", wide, (measure, lacking), (name, name), notes, tell)


def of_sector(data: Dataset, measure: str, sector_code: str, tell: Speaker) -> Figure | None:
    """Return a division by group of fuels over the provinces with a usable split, or None."""
    first, name = first_year(data), labels.sector(data, sector_code, tell)
    wide = _by_group(data.ask("fuels__of_sector", sector_code=sector_code), measure, first)
    if wide.empty:
        return None
    rows = data.ask("sectors__yearly", region_code=None, first_year=first)
    own = rows[rows["sector_code"] == sector_code]
    moved = bought.of_sector(data, sector_code, data.last_year, tell) if measure == "co2" else ()
    notes = (labels.scope_note(data, tell), *_withheld(data, own, measure, tell), *moved)
    lacking, scope = _lacks(own, measure, wide.index[-1]), labels.scope(data, tell)
    return _figure("sector_fuels", wide, (measure, lacking), (name, scope), notes, tell)


def _lacks(rows: pd.DataFrame, measure: str, year: int) -> bool:
    """Return whether a year's sum lacks a withheld cement cell: it has no shares then."""
    return measure == "co2" and bool(rows[rows["year"] == year]["co2_withheld"].any())


def _withheld(data: Dataset, rows: pd.DataFrame, measure: str, tell: Speaker) -> tuple[str, ...]:
    """Return what must be said where a cement cell is withheld: the bars of that year lack it."""
    if measure != "co2" or not rows["co2_withheld"].any():
        return ()
    return (fault_words(data, "cement_implausible", tell),)


def _by_group(rows: pd.DataFrame, measure: str, first: int) -> pd.DataFrame:
    """Return one row per year from the first on, and one column per group of fuels."""
    column = QUANTITY[measure]
    rows = rows[(rows["year"] >= first) & rows[column].notna()]
    return rows.pivot(index="year", columns="fuel_group", values=column)


def _figure(
    key: str,
    wide: pd.DataFrame,
    measure_and_lacking: tuple[str, bool],
    name_and_scope: tuple[str, str],
    notes: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    name, scope = name_and_scope
    measure, lacking = measure_and_lacking
    title = _title(wide, measure, name, lacking, tell)
    words = {
        "quantity": tell(f"sectors.{measure}"),
        "unit": tell(f"unit.{measure}"),
        "scope": scope,
        "period": tell.years(wide.index[0], wide.index[-1]),
    }
    return Figure(
        name=key,
        title=title,
        subtitle=tell("sectors.fuels.sub", **words),
        alt=title,
        chart=lambda: _chart(wide, measure, tell),
        table=_table(wide, measure, tell),
        standings=MEASURES[measure].quantity_standings,
        source_ids=QUANTITY_SOURCES[measure],
        notes=(*notes, *standing.notes(_kinds(wide, measure), tell)),
    )


def _title(wide: pd.DataFrame, measure: str, name: str, lacking: bool, tell: Speaker) -> str:
    """Return which group is largest in the last year; no share of a sum that lacks a cell."""
    last = wide.iloc[-1].sort_values(ascending=False)
    return tell(
        f"sectors.fuels.title{'.partial' if lacking else ''}",
        name=name,
        fuel=tell(f"fuel.{last.index[0]}"),
        quantity=tell(f"sectors.short.{measure}"),
        share=share(float(last.iloc[0] / wide.iloc[-1].sum())),
        year=wide.index[-1],
    )


def _chart(wide: pd.DataFrame, measure: str, tell: Speaker) -> go.Figure:
    scaled = wide.fillna(0) / labels.amount_form(measure, tell).per
    groups = {str(group): list(scaled[group]) for group in scaled.columns}
    years = [int(year) for year in wide.index]
    changed = standing.seams(_kinds(wide, measure), tell)
    return bars.stacked(years, groups, _names(tell), tell(f"unit.{measure}"), changed)


def _kinds(wide: pd.DataFrame, measure: str) -> dict[int, standing.Kinds]:
    """Return the standing of each year's amounts."""
    return {int(year): (quantity_standing(measure, int(year)),) for year in wide.index}


def _table(wide: pd.DataFrame, measure: str, tell: Speaker) -> Table:
    """Return the amounts (tce or t) by year and group, and the standing of each year.

    A group may have none in a year.
    """
    form = labels.amount_form(measure, tell, digits=1)
    years = [int(year) for year in wide.index]
    columns = {Head("year", tell("column.year")): [number(year, YEAR) for year in years]}
    for group, name in _names(tell).items():
        if group in wide:
            columns[Head(group, name)] = [
                labels.known_cell(value, form, "no_data", tell) for value in wide[group]
            ]
    by_year = standing.column(_kinds(wide, measure), years, tell)
    return Table.of_columns({**columns, **by_year})


def _names(tell: Speaker) -> dict[str, str]:
    return {group: tell(f"fuel.{group}") for group in FUEL_FILL}
