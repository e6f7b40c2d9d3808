"""What the market means for industry: CO2 it touches, and what a shortage would cost."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.labels import amount_form
from carbonpeak.figures.labels import scope_note as provinces_note
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Head, Table, number, share_form, words
from carbonpeak.topics.market import analysis, labels
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT


def exposure(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return by province what a short rate would cost at the price, with the CO2 behind it."""
    rows = analysis.exposure(data)
    costs = rows["covered_t"] * chosen.short * chosen.price
    names = _names(data, rows, tell)
    form = labels.turnover_form(tell)
    title = _title(rows, costs, names, chosen, tell)
    return Figure(
        name="market_exposure",
        title=title,
        subtitle=tell(
            "market.exposure.sub",
            year=data.last_year,
            rate=_rate(chosen),
            price=text_of(chosen.price, 2),
            unit=form.unit,
        ),
        alt=title,
        chart=lambda: bars.ranked(
            list(names), list(costs), [form.text(one) for one in costs], list(rows.index)
        ),
        table=Table.of_rows(
            _row(name, row, cost, tell)
            for name, (_, row), cost in zip(names, rows.iterrows(), costs, strict=True)
        ),
        standings=("scenario", "reconstructed"),
        source_ids=("reconstruction", "ceads-co2"),
        notes=_notes(data, rows, tell),
    )


def _names(data: Dataset, rows: pd.DataFrame, tell: Speaker) -> list[str]:
    """Return the provinces, marked where the cement of one is left out."""
    names = region_names(data, tell.lang)
    return [
        f"{names[str(code)]} {DOUBT}" if is_partial else names[str(code)]
        for code, is_partial in rows["is_partial"].items()
    ]


def _rate(chosen: MarketChoices) -> str:
    return f"{100 * chosen.short:g}%"


def _title(
    rows: pd.DataFrame,
    costs: "pd.Series[float]",
    names: list[str],
    chosen: MarketChoices,
    tell: Speaker,
) -> str:
    return tell(
        "market.exposure.title",
        rate=_rate(chosen),
        name=names[0],
        money=labels.money(float(costs.iloc[0]), tell),
        count=len(rows),
    )


def _row(name: str, row: "pd.Series[Any]", cost: float, tell: Speaker) -> dict[Head, Cell]:
    co2 = amount_form("co2", tell)
    marks = ("doubtful",) if row["is_partial"] else ()
    cells: dict[Head, Cell] = {
        Head("region", tell("column.region")): words(
            name, value=name.removesuffix(f" {DOUBT}"), marks=marks
        )
    }
    for sector in analysis.SECTORS:
        key = sector.replace(" ", "_")
        cells[Head(f"{key}_co2", tell(f"market.sector.{key}"))] = number(float(row[sector]), co2)
    return {
        **cells,
        Head("covered_co2", tell("market.column.covered")): number(float(row["covered_t"]), co2),
        Head("share", tell("market.column.share")): number(float(row["share"]), share_form(0)),
        Head("cost", tell("market.column.cost")): number(cost, labels.turnover_form(tell)),
    }


def _notes(data: Dataset, rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    whole = float(rows["covered_t"].sum() / rows["industry_t"].sum())
    return (
        tell("market.exposure.note", share=percent(whole, 1), count=len(rows)),
        provinces_note(data, tell),
        *((tell("market.exposure.partial", mark=DOUBT),) if rows["is_partial"].any() else ()),
        fault_words(data, "market_scope_break", tell),
    )
