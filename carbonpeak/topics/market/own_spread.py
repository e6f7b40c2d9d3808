"""Advanced and lagging power units by own rows: generation by real intensity and the benchmark."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import histograms
from carbonpeak.charts.histograms import Histogram
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number, words
from carbonpeak.topics.market import analysis_own, own_units, units
from carbonpeak.topics.market.analysis_allocation import POWER
from carbonpeak.topics.market.analysis_units import share_above
from carbonpeak.topics.market.benchmarks import class_words
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker

GENERATED = "output"
MWH_PER_1E8_KWH, MWH_PER_TWH = 1e5, 1e6


def spread(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure | None:
    """Return generation by intensity, a histogram for each class; None where no power unit is."""
    if chosen.own_line != POWER:
        return None
    rows = _beside(analysis_own.held(data, POWER, chosen.own_year))
    cells = units.bins(rows, GENERATED)
    said = {"year": chosen.own_year, "share": share(share_above(rows, amount=GENERATED), 1)}
    corrected = share(share_above(rows, "is_above_corrected", GENERATED), 1)
    title = tell("market.own.spread.title", corrected=corrected, **said)
    return Figure(
        name="market_own_spread",
        title=title,
        subtitle=_subtitle(rows, chosen, tell),
        alt=title,
        chart=lambda: _chart(rows, cells, chosen.own_year, tell),
        table=Table.of_rows(_row(row, tell) for _, row in cells.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=own_units.source_ids(data, rows, chosen),
        notes=(
            tell("market.own.spread.note"),
            *(
                (tell("market.units.draft", year=chosen.own_year),)
                if rows["is_draft"].any()
                else ()
            ),
            tell("market.own.never"),
        ),
    )


def _beside(held: pd.DataFrame) -> pd.DataFrame:
    """Return own power units with whether they lie above their benchmark, and it corrected."""
    benchmark = held["electricity"]
    return held.assign(
        intensity_t_per_mwh=held["intensity"],
        benchmark=benchmark,
        unit_count=1,
        is_above=held["intensity"] > benchmark,
        is_above_corrected=held["intensity"] > benchmark * held["correction"],
    )


def _subtitle(rows: pd.DataFrame, chosen: MarketChoices, tell: Speaker) -> str:
    amount = _form(tell)
    total = f"{amount.text(float(rows[GENERATED].sum()))} {amount.unit}"
    return tell(
        "market.own.spread.sub",
        group=own_units.group_words(chosen, tell),
        count=text_of(len(rows)),
        total=total,
        unit=amount.unit,
    )


def _form(tell: Speaker) -> Form:
    """Return how a generation in MWh is written."""
    per = MWH_PER_1E8_KWH if tell.is_chinese else MWH_PER_TWH
    return Form(tell("market.own.unit.generated"), per=per, digits=2)


def _chart(rows: pd.DataFrame, cells: pd.DataFrame, year: int, tell: Speaker) -> go.Figure:
    drawn = []
    for code, part in cells.groupby("unit_class"):
        own, bound = rows[rows["unit_class"] == code], float(part["benchmark"].iloc[0])
        above = share(share_above(own, amount=GENERATED), 1)
        said = {"year": year, "value": text_of(bound, 4), "share": above}
        drawn.append(
            Histogram(
                name=class_words(str(code), tell),
                middles=[float(one) + units.BIN / 2 for one in part["low"]],
                heights=[float(one) / _form(tell).per for one in part[GENERATED]],
                texts=[_bin_words(row, tell) for _, row in part.iterrows()],
                above=[bool(one) for one in part["is_above"]],
                bound=bound,
                bound_words=tell("market.units.bound", **said),
            )
        )
    return histograms.draw(drawn, units.BIN, tell("market.unit.electricity"))


def _bin_words(row: "pd.Series[Any]", tell: Speaker) -> str:
    side = tell("market.units.above" if row["is_above"] else "market.units.below")
    amount = _form(tell)
    size = f"{amount.text(float(row[GENERATED]))} {amount.unit}"
    return f"{units.span(float(row['low']))}: {size} · {side}"


def _row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    side, low = ("above" if row["is_above"] else "below"), float(row["low"])
    form = _form(tell)
    span = words(units.span(low), text_of(low, units.BIN_DIGITS))
    return {
        Head("class", tell("market.column.class")): units.class_cell(row, tell),
        Head("from", tell("market.units.column.span")): span,
        Head("side", tell("market.units.column.side")): words(tell(f"market.units.{side}"), side),
        Head("units", tell("market.units.column.units")): number(int(row["unit_count"]), Form()),
        Head("generated", tell("market.own.column.generated", unit=form.unit)): number(
            float(row[GENERATED]), form
        ),
    }
