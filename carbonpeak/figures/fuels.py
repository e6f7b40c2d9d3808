"""Energy or CO2 by group of fuels over the years, for a province or a division."""

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.charts.style import FUEL_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import region_names
from carbonpeak.figures import bought, labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import QUANTITY, QUANTITY_SOURCES, fault_words, first_year
from carbonpeak.figures.table import YEAR, Head, Table, number
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def of_region(data: Dataset, measure: str, region_code: str, tell: Speaker) -> Figure | None:
    """Return a province's industry by group of fuels, None where no inventory covers it."""
    first, name = first_year(data), region_names(data, tell.lang)[region_code]
    wide = _by_group(data.ask("fuels__of_industry", region_code=region_code), measure, first)
    if wide.empty:
        return None
    rows = data.ask("regions__yearly", region_code=region_code, first_year=first)
    notes = _withheld(data, rows, measure, tell)
    return _figure("region_fuels", wide, measure, (name, name), notes, tell)


def of_sector(data: Dataset, measure: str, sector_code: str, tell: Speaker) -> Figure | None:
    """Return a division by group of fuels over the provinces with a usable split, or None."""
    first, name = first_year(data), labels.sector(data, sector_code, tell)
    wide = _by_group(data.ask("fuels__of_sector", sector_code=sector_code), measure, first)
    if wide.empty:
        return None
    rows = data.ask("sectors__yearly", region_code=None, first_year=first)
    own = rows[rows["sector_code"] == sector_code]
    notes = (labels.scope_note(data, tell), *_withheld(data, own, measure, tell))
    return _figure("sector_fuels", wide, measure, (name, labels.scope(data, tell)), notes, tell)


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
    measure: str,
    name_and_scope: tuple[str, str],
    notes: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    name, scope = name_and_scope
    title = _title(wide, name, tell)
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
        chart=_chart(wide, measure, tell),
        table=_table(wide, measure, tell),
        standings=MEASURES[measure].quantity_standings,
        source_ids=QUANTITY_SOURCES[measure],
        notes=notes,
    )


def _title(wide: pd.DataFrame, name: str, tell: Speaker) -> str:
    """Return which group is largest in the last year."""
    last = wide.iloc[-1].sort_values(ascending=False)
    return tell(
        "sectors.fuels.title",
        name=name,
        fuel=tell(f"fuel.{last.index[0]}"),
        share=percent(last.iloc[0] / wide.iloc[-1].sum(), 0),
        year=wide.index[-1],
    )


def _chart(wide: pd.DataFrame, measure: str, tell: Speaker) -> go.Figure:
    scaled = wide.fillna(0) / labels.amount_form(measure, tell).per
    groups = {str(group): list(scaled[group]) for group in scaled.columns}
    years = [int(year) for year in wide.index]
    return bars.stacked(years, groups, _names(tell), tell(f"unit.{measure}"))


def _table(wide: pd.DataFrame, measure: str, tell: Speaker) -> Table:
    """Return the amounts (tce or t) by year and group; a group may have none in a year."""
    form = labels.amount_form(measure, tell, digits=1)
    columns = {Head("year", tell("column.year")): [number(int(year), YEAR) for year in wide.index]}
    for group, name in _names(tell).items():
        if group in wide:
            columns[Head(group, name)] = [
                labels.known_cell(value, form, "no_data", tell) for value in wide[group]
            ]
    return Table.of_columns(columns)


def _names(tell: Speaker) -> dict[str, str]:
    return {group: tell(f"fuel.{group}") for group in FUEL_FILL}
