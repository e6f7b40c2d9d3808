"""The newest value of every series with its date and age, and the cards above them."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly, months
from carbonpeak.figures import months as labels
from carbonpeak.figures.figure import Card, Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.speaker import Speaker

# The official month comes first; the others are what moves it.
CARDS = (monthly.INTENSITY, "value_added_growth", "fossil_power")


def table(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure:
    """Return the newest value of every series, with its change on the year and its age."""
    rows, newest = monthly.newest(data), monthly.newest_month(data)
    age = months.between(newest, chosen.as_of)
    title = tell(f"latest.values.title.{_ago(age)}", month=labels.period(newest, tell), age=age)
    return Figure(
        name="latest_values",
        title=title,
        subtitle=tell("latest.values.sub", as_of=labels.period(chosen.as_of, tell)),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _row(str(code), row, chosen.as_of, tell) for code, row in rows.iterrows()
        ),
        standings=_kinds(rows),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("latest.values.note"), tell("latest.never")),
    )


def cards(data: Dataset, chosen: LatestChoices, tell: Speaker) -> tuple[Card, ...]:
    """Return the official single month and a few series beside it, each clearly a month."""
    rows = monthly.newest(data)
    return tuple(
        _card(data, code, rows.loc[[code]].iloc[0], chosen, tell)
        for code in CARDS
        if code in rows.index
    )


def _ago(age: int) -> str:
    return "now" if age == 0 else "one" if age == 1 else "more"


def _kinds(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the standings of values and of changes, each once."""
    changed = rows["change_standing"].where(rows["change"].notna()).dropna()
    return tuple(dict.fromkeys([*rows["standing"], *changed]))


def _row(code: str, row: "pd.Series[Any]", as_of: str, tell: Speaker) -> dict[Head, Cell]:
    age = Form(unit=tell("latest.months"))
    standing = str(row["standing"])
    return {
        Head("series", tell("latest.column.series")): words(labels.name(code, tell), value=code),
        Head("period", tell("latest.column.period")): labels.period_cell(row, tell),
        Head("value", tell("latest.column.value")): labels.value_cell(row, tell),
        Head("change", tell("latest.column.change")): _change(code, row, tell),
        Head("age", tell("latest.column.age")): number(
            months.between(str(row["month"]), as_of), age
        ),
        Head("standing", tell("known.standing")): words(tell(f"standing.{standing}"), standing),
        Head("change_standing", tell("latest.column.change_standing")): _change_standing(row, tell),
    }


def _change(code: str, row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the change on the year, nothing where the value itself is one."""
    if code in monthly.CHANGES:
        return missing("none", tell("latest.is_change"))
    return labels.change_cell(row, tell)


def _change_standing(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the standing of the change, which is often reckoned from two published values."""
    if pd.isna(row["change"]):
        return missing("none", tell("known.none"))
    standing = str(row["change_standing"])
    return words(tell(f"standing.{standing}"), standing)


def _card(
    data: Dataset, code: str, row: "pd.Series[Any]", chosen: LatestChoices, tell: Speaker
) -> Card:
    """Return a card: the change on the year large, or the level where none is known."""
    cell = labels.change_cell(row, tell)
    shown = labels.value_cell(row, tell) if cell.missing else cell
    level = () if code in monthly.CHANGES else (tell("latest.card.level", value=_value(row, tell)),)
    age = months.between(str(row["month"]), chosen.as_of)
    small = tell(
        "latest.card.small",
        age=age,
        standing=tell(f"standing.{row['change_standing']}"),
        source=source_names(data, (str(row["source_id"]),), tell),
    )
    return Card(
        name=labels.name(code, tell),
        value=shown.text,
        since=tell("latest.card.since", month=labels.period(str(row["period"]), tell)),
        tiers=(),
        lines=(*level, tell(f"latest.card.{code}")),
        small=small,
    )


def _value(row: "pd.Series[Any]", tell: Speaker) -> str:
    return labels.value_cell(row, tell).text
