"""What a tonne is worth and how much is traded: by month, by kind of trade, by year."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import columns, months
from carbonpeak.charts.months import Event, MonthLine
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, known, number, share_form, words
from carbonpeak.topics.market import analysis, labels
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.topics.market.registers import event_rows
from carbonpeak.words.numbers import is_missing, share
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

PARTS = {"listed": "listed_volume_t", "block": "block_volume_t", "auction": "auction_volume_t"}
AVERAGES = {"all": "average_cny_per_t", "listed": "listed_average_cny_per_t"}
STANDINGS = ("published", "derived")


def price(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the average price by month, its break, and events of the chosen kind as markers."""
    rows = analysis.months(data)
    broken = analysis.breaks(data, "price")
    events = event_rows(data, chosen.events)
    title = _price_title(data, tell)
    return Figure(
        name="market_price",
        title=title,
        subtitle=tell("market.price.sub", first=rows.index[0], last=rows.index[-1]),
        alt=title,
        chart=lambda: months.lines(
            [_line(rows, kind, tell) for kind in AVERAGES],
            _events(events, tell),
            _breaks(broken, tell),
        ),
        table=_price_table(rows, tell),
        standings=STANDINGS,
        source_ids=(*dict.fromkeys(rows["source_id"]), *dict.fromkeys(events["source_id"])),
        notes=(
            tell("market.price.note"),
            *(fault_words(data, str(flag), tell) for flag in broken["flag"]),
            fault_words(data, "market_daily_quotes", tell),
            *_listed_events(events, tell),
        ),
    )


def volume(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the volume by month, listed, block and auction trades apart."""
    rows = analysis.months(data)
    form = labels.volume_form(tell)
    latest = rows.iloc[-analysis.MONTHS_OF_A_YEAR :]
    block = float(latest["block_volume_t"].sum() / latest["volume_t"].sum())
    title = tell(
        "market.volume.title",
        first=latest.index[0],
        last=latest.index[-1],
        share=share(block),
        count=len(latest),
    )
    return Figure(
        name="market_volume",
        title=title,
        subtitle=tell(
            "market.volume.sub", unit=form.unit, first=rows.index[0], last=rows.index[-1]
        ),
        alt=title,
        chart=lambda: _stacked(rows, form, tell),
        table=_volume_table(rows, tell),
        standings=("published",),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.volume.note"), fault_words(data, "market_scope_break", tell)),
    )


def yearly(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return volume, turnover and average price by year; years of fewer months stand apart."""
    rows = analysis.years(data)
    year = analysis.last_whole_year(data)
    title = _year_title(rows, year, tell)
    form = labels.volume_form(tell)
    return Figure(
        name="market_years",
        title=title,
        subtitle=tell("market.years.sub", unit=form.unit),
        alt=title,
        chart=lambda: columns.draw(
            [_year_name(row, tell, "<br>") for _, row in rows.iterrows()],
            list(rows["volume_t"]),
            [form.text(value) for value in rows["volume_t"]],
            [not one for one in rows["is_whole"]],
        ),
        table=Table.of_rows(_year_row(row, tell) for _, row in rows.iterrows()),
        standings=STANDINGS,
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.price.note"), fault_words(data, "market_scope_break", tell)),
    )


def _price_title(data: Dataset, tell: Speaker) -> str:
    found = analysis.change_on_year(data)
    month, average = analysis.last_average(data)
    said = {"month": labels.month(month, tell), "price": text_of(average, 2)}
    if found is None:
        return tell("market.price.last", **said)
    return tell("market.price.title", moved=moved(found[2], tell), **said)


def _line(rows: pd.DataFrame, kind: str, tell: Speaker) -> MonthLine:
    name = tell(f"market.average.{kind}")
    values = [None if is_missing(value) else float(value) for value in rows[AVERAGES[kind]]]
    texts = [
        f"{name}<br>{month}: {tell('known.none') if value is None else text_of(value, 2)}"
        for month, value in zip(rows.index, values, strict=True)
    ]
    return MonthLine(name, list(rows.index), values, texts)


def _breaks(broken: pd.DataFrame, tell: Speaker) -> dict[str, str]:
    """Return the words of each day from which the price is of something else."""
    return {str(date): tell("market.break.price", date=date) for date in broken["date"]}


def _events(rows: pd.DataFrame, tell: Speaker) -> list[Event]:
    return [
        Event(str(row["date"]), str(place), str(row[f"event_{tell.lang}"]))
        for place, (_, row) in enumerate(rows.iterrows(), start=1)
    ]


def _listed_events(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    if rows.empty:
        return ()
    listed = [f"{one.sign} {one.date} {one.words}" for one in _events(rows, tell)]
    return (tell("market.price.events", events=tell.clauses(listed)),)


def _price_table(rows: pd.DataFrame, tell: Speaker) -> Table:
    form = labels.price_form(tell)
    columns_of: dict[Head, list[Cell]] = {
        Head("month", tell("market.column.month")): [words(str(month)) for month in rows.index]
    }
    for kind, column in AVERAGES.items():
        columns_of[Head(f"{kind}_average", tell(f"market.average.{kind}"))] = [
            known(value, form, "none", tell("known.none")) for value in rows[column]
        ]
    return Table.of_columns(columns_of)


def _stacked(rows: pd.DataFrame, form: Form, tell: Speaker) -> go.Figure:
    named = {
        tell(f"market.part.{code}"): [form.written(value) for value in rows[column]]
        for code, column in PARTS.items()
    }
    texts = [_month_words(str(month), row, tell) for month, row in rows.iterrows()]
    return months.stacked(list(rows.index), named, texts)


def _volume_table(rows: pd.DataFrame, tell: Speaker) -> Table:
    form = labels.volume_form(tell)
    columns_of: dict[Head, list[Cell]] = {
        Head("month", tell("market.column.month")): [words(str(month)) for month in rows.index],
        Head("volume", tell("market.column.volume")): [
            number(float(value), form) for value in rows["volume_t"]
        ],
    }
    for code, column in PARTS.items():
        columns_of[Head(code, tell(f"market.part.{code}"))] = [
            number(float(value), form) for value in rows[column]
        ]
    return Table.of_columns(columns_of)


def _month_words(month: str, row: "pd.Series[Any]", tell: Speaker) -> str:
    form = labels.volume_form(tell)
    parts = [
        f"{tell(f'market.part.{code}')}: {form.text(row[column])}" for code, column in PARTS.items()
    ]
    return "<br>".join([f"{month}: {form.text(row['volume_t'])} {form.unit}", *parts])


def _year_title(rows: pd.DataFrame, year: int | None, tell: Speaker) -> str:
    if year is None:
        return tell("market.years.plain")
    return tell(
        "market.years.title",
        year=year,
        volume=labels.volume(float(rows["volume_t"][year]), tell),
        price=text_of(float(rows["average_cny_per_t"][year]), 2),
    )


def _year_name(row: "pd.Series[Any]", tell: Speaker, gap: str = " ") -> str:
    """Return a year, with its months where they are not twelve."""
    year = str(row["first_month"])[:4]
    if row["is_whole"]:
        return year
    first, last = int(row["first_month"][5:]), int(row["last_month"][5:])
    return f"{year}{gap}{tell('market.years.part', first=first, last=last)}"


def _year_row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    volumes, year = labels.volume_form(tell), int(row["first_month"][:4])
    cells: dict[Head, Cell] = {
        Head("year", tell("column.year")): number(year, YEAR, text=_year_name(row, tell)),
        Head("volume", tell("market.column.volume")): number(row["volume_t"], volumes),
    }
    for code, column in PARTS.items():
        cells[Head(code, tell(f"market.part.{code}"))] = number(row[column], volumes)
    block = row["block_volume_t"] / row["volume_t"]
    return {
        **cells,
        Head("block_share", tell("market.column.block_share")): number(block, share_form(0)),
        Head("turnover", tell("market.column.turnover")): number(
            row["turnover_cny"], labels.turnover_form(tell)
        ),
        Head("average", tell("market.average.all")): number(
            row["average_cny_per_t"], labels.price_form(tell)
        ),
    }
