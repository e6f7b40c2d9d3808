"""Rows of effects as what a chart stacks and as a table in words."""

import math
from collections.abc import Collection

import pandas as pd

from carbonpeak.topics.drivers import labels as words
from carbonpeak.topics.drivers.charts import Stack
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker


def stack(rows: pd.DataFrame, labels: list[str], question: Question, tell: Speaker) -> Stack:
    """Return rows as what a chart stacks: amounts in their unit, ratios as logarithms."""
    is_ratio = "ratio" in rows
    total = "ratio" if is_ratio else "change_t"
    scale = words.scale(question.measure, tell)
    write = words.amounts(rows["end_t"].abs().max(), question.measure, tell)

    def size(value: float) -> float:
        if is_missing(value):
            return 0.0
        return math.log(value) if is_ratio else value / scale

    def text(value: float) -> str:
        return words.ratio(value, tell) if is_ratio else write(value, True)

    return Stack(
        labels=labels,
        parts={one: [size(value) for value in rows[one]] for one in question.drivers},
        texts={one: [text(value) for value in rows[one]] for one in question.drivers},
        nets=[size(value) for value in rows[total]],
        net_texts=[text(value) for value in rows[total]],
        is_ratio=is_ratio,
    )


def rows_table(
    rows: pd.DataFrame,
    head: str,
    labels: "pd.Series[str]",
    question: Question,
    tell: Speaker,
    withheld: Collection[str] = (),
) -> pd.DataFrame:
    """Return rows of effects in words: both ends, the change or ratio, one column per driver.

    ``withheld`` are the codes whose cement process CO2 is not shown.
    """
    is_ratio = "ratio" in rows
    write = words.amounts(rows["end_t"].abs().max(), question.measure, tell)
    names = words.driver_names(question, tell)
    total = {"ratio": tell("column.ratio")} if is_ratio else {"change_t": names["net"]}
    cells = {head: list(labels)}
    for column, name in (total | {one: names[one] for one in question.drivers}).items():
        cells[name] = [
            words.ratio(value, tell) if is_ratio else write(value, True) for value in rows[column]
        ]
    if withheld and question.has_process:
        shown = zip(rows["code"], cells[names["process"]], strict=True)
        none = tell("missing.withheld")
        cells[names["process"]] = [none if code in withheld else text for code, text in shown]
    return pd.DataFrame(cells)
