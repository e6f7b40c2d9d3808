"""Every input of the nowcast: values by year, standing and source."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.outlook import analysis_inputs
from carbonpeak.topics.outlook.analysis_inputs import YEARS
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker

# What tells one input from another.
INPUT = ["method", "sector_code", "kind", "item"]


def figure(data: Dataset, tell: Speaker) -> Figure:
    """Return the table of every input: values by year, standing and source."""
    rows = analysis_inputs.every(data)
    groups = rows.groupby(INPUT, sort=False)
    table = [_input(data, group, tell) for _, group in groups]
    title = tell("nowcast.inputs.title", inputs=len(table), values=len(rows))
    return Figure(
        name="nowcast_inputs",
        title=title,
        subtitle=tell("nowcast.inputs.sub"),
        alt=title,
        chart=None,
        table=Table.of_texts(pd.DataFrame(table)),
        standings=tuple(rows["standing"].unique()),
        source_ids=(*rows["source_id"].unique(), "nbs-energy-division"),
        notes=(tell("nowcast.inputs.note"),),
    )


def product(item: str, tell: Speaker) -> str:
    """Return the name of a product."""
    return tell(f"product.{item.replace(' ', '_')}")


def _input(data: Dataset, rows: pd.DataFrame, tell: Speaker) -> dict[str, str]:
    method, code, kind, item = (str(rows[one].iloc[0]) for one in INPUT)
    values = dict(zip(rows["year"], rows["value"], strict=True))
    used = tell(f"nowcast.method.{method}") if method else tell("nowcast.every")
    kinds = [tell(f"standing.{one}") for one in rows["standing"].unique()]
    return {
        tell("nowcast.column.input"): _input_name(data, code, kind, item, tell),
        tell("nowcast.column.used"): used,
        **{str(year): _value(values, year, kind, tell) for year in (BASE_YEAR, *YEARS)},
        tell("known.standing"): tell("list.separator").join(kinds),
        tell("nowcast.column.sources"): ", ".join(rows["source_id"].unique()),
    }


def _input_name(data: Dataset, code: str, kind: str, item: str, tell: Speaker) -> str:
    if kind == "output":
        words = {"sector": labels.sector(data, code, tell), "product": product(item, tell)}
        return tell("nowcast.input.output", **words)
    return tell(f"nowcast.input.{kind}{f'.{code}' if code else ''}")


def _value(values: dict[int, float], year: int, kind: str, tell: Speaker) -> str:
    if year in values:
        is_level = kind == "electricity_level"
        value = values[year]
        return number(value, 0) if is_level else percent(value / 100, 1, sign=True)
    is_unused = year == BASE_YEAR or kind.startswith("electricity")
    return tell("nowcast.unused" if is_unused else "known.none")
