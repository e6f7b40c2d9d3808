"""The pilot markets: average price by month, a small panel each, to their own last month."""

from typing import Any

import pandas as pd

from carbonpeak.charts import months
from carbonpeak.charts.months import MonthLine
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Head, Table, known, number, words
from carbonpeak.topics.market import labels
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

ROOM = 1.1


def pilots(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the pilots as small multiples on one scale."""
    rows = data.ask("market__pilots")
    latest = _latest(rows)
    title = tell(
        "market.pilots.title",
        count=len(latest),
        low=text_of(latest.min(), 0),
        high=text_of(latest.max(), 0),
    )
    names = region_names(data, tell.lang)
    return Figure(
        name="market_pilots",
        title=title,
        subtitle=tell("market.pilots.sub"),
        alt=title,
        chart=lambda: months.multiples(
            [_panel(names[str(code)], own, tell) for code, own in rows.groupby("region_code")],
            ROOM * float(rows["average_cny_per_t"].max()),
        ),
        table=_table(rows, names, tell),
        standings=("published", "derived"),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.pilots.note"), fault_words(data, "pilot_average_unusable", tell)),
    )


def _latest(rows: pd.DataFrame) -> "pd.Series[float]":
    """Return the last average that each pilot has."""
    return (
        rows.dropna(subset=["average_cny_per_t"]).groupby("region_code")["average_cny_per_t"].last()
    )


def _panel(name: str, own: pd.DataFrame, tell: Speaker) -> MonthLine:
    """Return the line of a pilot over all months from its first to its last, gaps kept."""
    whole = pd.period_range(own["month"].iloc[0], own["month"].iloc[-1], freq="M").astype(str)
    values = own.set_index("month")["average_cny_per_t"].reindex(whole)
    shown = [None if pd.isna(value) else float(value) for value in values]
    texts = [
        f"{name}<br>{month}: {tell('known.none') if value is None else text_of(value, 2)}"
        for month, value in zip(whole, shown, strict=True)
    ]
    label = tell("market.pilots.panel", name=name, last=own["month"].iloc[-1])
    return MonthLine(label, list(whole), shown, texts)


def _table(rows: pd.DataFrame, names: dict[str, str], tell: Speaker) -> Table:
    return Table.of_rows(_row(row, names, tell) for _, row in rows.iterrows())


def _row(row: "pd.Series[Any]", names: dict[str, str], tell: Speaker) -> dict[Head, Cell]:
    code = str(row["region_code"])
    return {
        Head("region", tell("column.region")): words(names[code]),
        Head("month", tell("market.column.month")): words(str(row["month"])),
        Head("average", tell("market.average.all")): known(
            row["average_cny_per_t"], labels.price_form(tell), "withheld", tell("missing.withheld")
        ),
        Head("volume", tell("market.column.volume")): number(
            float(row["volume_t"]), labels.tonnes_form(tell)
        ),
    }
