"""What drove a change year by year, as stacked bars."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis, charts, labels, notes
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.drivers.stacks import rows_table, stack
from carbonpeak.words.speaker import Speaker


def yearly(data: Dataset, question: Question, form: str, tell: Speaker) -> Figure:
    """Return the drivers of every year against the year before, stacked."""
    plain = analysis.yearly(data, question)
    is_ratio = form == "multiplicative"
    rows = analysis.as_ratios(plain, question) if is_ratio else plain
    names = labels.driver_names(question, tell)
    said = list(notes.chaining(data, question, plain, form, tell))
    if is_ratio:
        said.insert(0, tell("drivers.note.ratio_axis"))
    title = _yearly_title(plain, question, names, is_ratio, tell)
    unit = tell("drivers.unit.yearly_ratio")
    return Figure(
        name="driver_years",
        title=title,
        subtitle=tell(
            "drivers.yearly.sub",
            what=labels.what(question, tell),
            unit=unit if is_ratio else labels.unit(question, tell),
            scope=labels.scope(data, question, tell),
            first=question.first,
            last=question.last,
        ),
        alt=title,
        chart=charts.upright(
            stack(rows, [str(one) for one in rows["year"]], question, tell), names
        ),
        table=Table.of_texts(
            rows_table(rows, tell("column.year"), rows["year"].map(str), question, tell)
        ),
        standings=labels.standings(question),
        source_ids=labels.sources(question),
        notes=(*said, notes.deflator(question, tell), *notes.revisions(data, question, tell)),
    )


def _yearly_title(
    rows: pd.DataFrame, question: Question, names: dict[str, str], is_ratio: bool, tell: Speaker
) -> str:
    """Return the year that moved most, as the figure draws it, and its largest driver."""
    changes = rows["change_t"] / rows["start_t"] if is_ratio else rows["change_t"]
    row = rows.iloc[int(changes.abs().to_numpy().argmax())]
    driver = max((one for one in names if one != "net"), key=lambda one: abs(row[one]))
    shown = partial(labels.of_start, row, tell=tell) if is_ratio else _amount(row, question, tell)
    return tell(
        "drivers.yearly.title",
        most=int(row["year"]),
        most_change=shown("change_t"),
        driver=names[driver].lower(),
        driver_change=shown(driver),
    )


def _amount(row: "pd.Series[Any]", question: Question, tell: Speaker) -> Callable[[str], str]:
    """Return what writes one column of a row as an amount with its unit."""
    write, unit = labels.amounts(row["end_t"], question.measure, tell), labels.unit(question, tell)
    return lambda column: f"{write(float(row[column]), True)} {unit}"
