"""Every input of the nowcast: values by year, standing and source."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.outlook import analysis_inputs
from carbonpeak.topics.outlook.analysis_inputs import YEARS
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

# What tells one input from another.
INPUT = ["method", "sector_code", "kind", "item"]
LEVEL_KIND = "electricity_level"
# One column of a year holds growth in % and levels in 10^8 kWh: numbers stand as the tables of the
# inputs have them, and a column that only files show says the unit of each row.
GROWTH, LEVEL = Form(digits=1), Form(digits=0)


def figure(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return the table of every input: values by year, standing and source."""
    rows = analysis_inputs.every(data)
    table = Table.of_rows(_input(data, own, tell) for _, own in rows.groupby(INPUT, sort=False))
    title = tell("nowcast.inputs.title", inputs=len(table), values=len(rows))
    return Figure(
        name="nowcast_inputs",
        title=title,
        subtitle=tell("nowcast.inputs.sub"),
        alt=title,
        chart=None,
        table=table,
        standings=tuple(rows["standing"].unique()),
        source_ids=(*rows["source_id"].unique(), "nbs-energy-division"),
        notes=(tell("nowcast.inputs.note"),),
    )


def product(item: str, tell: Speaker) -> str:
    """Return the name of a product."""
    return tell(f"product.{item.replace(' ', '_')}")


def _input(data: Dataset, rows: pd.DataFrame, tell: Speaker) -> dict[Head, Cell]:
    """Return one input: what it is, which method uses it, its values, and where they come from."""
    method, code, kind, item = (str(rows[column].iloc[0]) for column in INPUT)
    used = tell(f"nowcast.method.{method}") if method else tell("nowcast.every")
    unit = tell("nowcast.unit.level" if kind == LEVEL_KIND else "nowcast.unit.growth")
    standings = [str(standing) for standing in rows["standing"].unique()]
    return {
        Head("input", tell("nowcast.column.input")): words(
            _input_name(data, code, kind, item, tell)
        ),
        Head("used_by", tell("nowcast.column.used")): words(used),
        Head("unit", tell("nowcast.column.unit"), in_files=True): words(unit),
        **_values(rows.set_index("year"), kind, tell),
        Head("standing", tell("known.standing")): words(
            tell.listed(tell(f"standing.{standing}") for standing in standings),
            value=", ".join(standings),
        ),
        Head("sources", tell("nowcast.column.sources")): words(
            source_names(data, tuple(rows["source_id"]), tell),
            value=", ".join(rows["source_id"].unique()),
        ),
    }


def _input_name(data: Dataset, code: str, kind: str, item: str, tell: Speaker) -> str:
    if kind == "output":
        names = {"sector": labels.sector(data, code, tell), "product": product(item, tell)}
        return tell("nowcast.input.output", **names)
    return tell(f"nowcast.input.{kind}{f'.{code}' if code else ''}")


def _values(by_year: pd.DataFrame, kind: str, tell: Speaker) -> dict[Head, Cell]:
    """Return a cell for the base year and each year of the plan."""
    return {
        Head(f"value_{year}", str(year)): _known(by_year.loc[year], kind)
        if year in by_year.index
        else _not_known(year, kind, tell)
        for year in (BASE_YEAR, *YEARS)
    }


def _known(row: "pd.Series[Any]", kind: str) -> Cell:
    """Return a value as the inputs have it, marked where it is recalled."""
    value = float(row["value"])
    marks = ["unverified"] if row["standing"] == "unverified" else []
    if kind == LEVEL_KIND:
        return number(value, LEVEL, marks=marks)
    return number(value, GROWTH, text=percent(value / 100, 1, sign=True), marks=marks)


def _not_known(year: int, kind: str, tell: Speaker) -> Cell:
    """Return why there is no value: no method uses the year, or none was found."""
    form = LEVEL if kind == LEVEL_KIND else GROWTH
    if year == BASE_YEAR or kind.startswith("electricity"):
        return missing("unused", tell("nowcast.unused"), form)
    return missing("none", tell("known.none"), form)
