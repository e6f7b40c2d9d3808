"""Energy or CO2 by group of fuels over the years, for a province or a division."""

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.charts.style import FUEL_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import FIRST_YEAR, QUANTITY, QUANTITY_SOURCES, fault_words
from carbonpeak.figures.table import Table
from carbonpeak.words.numbers import TCE_PER_1E4_TCE, co2, co2_scale, energy, is_missing, percent
from carbonpeak.words.speaker import Speaker

STANDINGS: dict[str, tuple[str, ...]] = {
    "energy": ("published",),
    "co2": ("published", "reconstructed"),
}


def of_region(
    data: Dataset, tell: Speaker, measure: str, region_code: str, name: str
) -> Figure | None:
    """Return a province's industry by group of fuels, None where no inventory covers it."""
    wide = _by_group(data.ask("fuels__of_industry", region_code=region_code), measure)
    rows = data.ask("regions__yearly", region_code=region_code, first_year=FIRST_YEAR)
    return _figure(
        "region_fuels", wide, tell, measure, name, name, _withheld(data, rows, measure, tell)
    )


def of_sector(
    data: Dataset, tell: Speaker, measure: str, sector_code: str, name: str
) -> Figure | None:
    """Return a division by group of fuels over the provinces with a usable split, or None."""
    wide = _by_group(data.ask("fuels__of_sector", sector_code=sector_code), measure)
    rows = data.ask("sectors__yearly", region_code=None, first_year=FIRST_YEAR)
    own = rows[rows["sector_code"] == sector_code]
    notes = (tell("sectors.scope_note"), *_withheld(data, own, measure, tell))
    return _figure("sector_fuels", wide, tell, measure, name, tell("sectors.scope"), notes)


def _withheld(data: Dataset, rows: pd.DataFrame, measure: str, tell: Speaker) -> tuple[str, ...]:
    """Return what must be said where a cement cell is withheld: the bars of that year lack it."""
    if measure != "co2" or not rows["co2_withheld"].any():
        return ()
    return (fault_words(data, "cement_implausible", tell),)


def _by_group(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return one row per year and one column per group of fuels."""
    column = QUANTITY[measure]
    rows = rows[(rows["year"] >= FIRST_YEAR) & rows[column].notna()]
    return rows.pivot(index="year", columns="fuel_group", values=column)


def _figure(
    key: str,
    wide: pd.DataFrame,
    tell: Speaker,
    measure: str,
    name: str,
    scope: str,
    notes: tuple[str, ...] = (),
) -> Figure | None:
    if wide.empty:
        return None
    title = _title(wide, name, tell)
    dash = "—" if tell.lang == "zh" else "-"
    words = {
        "quantity": tell(f"sectors.{measure}"),
        "unit": tell(f"unit.{measure}"),
        "scope": scope,
        "period": f"{wide.index[0]}{dash}{wide.index[-1]}",
    }
    return Figure(
        name=key,
        title=title,
        subtitle=tell("sectors.fuels.sub", **words),
        alt=title,
        chart=_chart(wide, tell, measure),
        table=Table.of_texts(_table(wide, tell, measure)),
        standings=STANDINGS[measure],
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


def _chart(wide: pd.DataFrame, tell: Speaker, measure: str) -> go.Figure:
    scale = TCE_PER_1E4_TCE if measure == "energy" else co2_scale(tell.lang)
    scaled = wide.fillna(0) / scale
    groups = {str(group): list(scaled[group]) for group in scaled.columns}
    years = [int(year) for year in wide.index]
    return bars.stacked(years, groups, _names(tell), tell(f"unit.{measure}"))


def _table(wide: pd.DataFrame, tell: Speaker, measure: str) -> pd.DataFrame:
    years = {tell("column.year"): [str(year) for year in wide.index]}
    cells = {
        name: [_shown(value, tell, measure) for value in wide[group]]
        for group, name in _names(tell).items()
        if group in wide
    }
    return pd.DataFrame(years | cells)


def _shown(value: float, tell: Speaker, measure: str) -> str:
    if is_missing(value):
        return tell("missing.no_data")
    return energy(value, 1) if measure == "energy" else co2(value, tell.lang, 1)


def _names(tell: Speaker) -> dict[str, str]:
    return {group: tell(f"fuel.{group}") for group in FUEL_FILL}
