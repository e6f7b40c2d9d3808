"""What drove a change year by year, as stacked bars."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from carbonpeak.charts import drivers as charts
from carbonpeak.exhibits import driver_labels as words
from carbonpeak.exhibits import driver_notes as notes
from carbonpeak.exhibits.driver_stacks import rows_table, stack
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import drivers
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say


def yearly(ask: Ask, question: Question, form: str, lang: Lang) -> Exhibit:
    """Return the drivers of every year against the year before, stacked."""
    plain = drivers.yearly(ask, question)
    is_ratio = form == "multiplicative"
    rows = drivers.as_ratios(plain, question) if is_ratio else plain
    names = words.driver_names(question, lang)
    said = list(notes.chaining(ask, question, plain, form, lang))
    if is_ratio:
        said.insert(0, say("drivers.note.ratio_axis", lang))
    title = _yearly_title(plain, question, names, is_ratio, lang)
    unit = say("drivers.unit.yearly_ratio", lang)
    return Exhibit(
        name="driver_years",
        title=title,
        subtitle=say(
            "drivers.yearly.sub",
            lang,
            what=words.what(question, lang),
            unit=unit if is_ratio else words.unit(question, lang),
            scope=words.scope(ask, question, lang),
            first=question.first,
            last=question.last,
        ),
        alt=title,
        chart=charts.upright(
            stack(rows, [str(one) for one in rows["year"]], question, lang), names
        ),
        table=rows_table(rows, say("column.year", lang), rows["year"].map(str), question, lang),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=(*said, notes.deflator(question, lang), *notes.revisions(ask, question, lang)),
    )


def _yearly_title(
    rows: pd.DataFrame, question: Question, names: dict[str, str], is_ratio: bool, lang: Lang
) -> str:
    """Return the year that moved most, as the figure draws it, and its largest driver."""
    changes = rows["change_t"] / rows["start_t"] if is_ratio else rows["change_t"]
    row = rows.iloc[int(changes.abs().to_numpy().argmax())]
    driver = max((one for one in names if one != "net"), key=lambda one: abs(row[one]))
    shown = partial(words.of_start, row, lang=lang) if is_ratio else _amount(row, question, lang)
    return say(
        "drivers.yearly.title",
        lang,
        most=int(row["year"]),
        most_change=shown("change_t"),
        driver=names[driver].lower(),
        driver_change=shown(driver),
    )


def _amount(row: "pd.Series[Any]", question: Question, lang: Lang) -> Callable[[str], str]:
    """Return what writes one column of a row as an amount with its unit."""
    write, unit = words.amounts(row["end_t"], question.measure, lang), words.unit(question, lang)
    return lambda column: f"{write(float(row[column]), True)} {unit}"
