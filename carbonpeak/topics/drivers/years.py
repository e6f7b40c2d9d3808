"""What drove a change year by year, as stacked bars."""

from typing import Any

import pandas as pd

from carbonpeak.charts.seams import Seam
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import standing
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import quantity_standing
from carbonpeak.figures.table import YEAR, Head, Table, number
from carbonpeak.topics.drivers import analysis, charts, labels, notes
from carbonpeak.topics.drivers.analysis_answer import decide
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.drivers.stacks import Effects
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.widths import fitting


def yearly(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return the drivers of every year against the year before, stacked; None without an answer."""
    question = decide(data, chosen.question, chosen.form).question
    if question is None:
        return None
    rows = analysis.yearly(data, question, chosen.form)
    effects = Effects(rows, question, tell, rows["end_t"].abs().max())
    years = [int(year) for year in effects.rows["year"]]
    names = labels.driver_names(question, tell)
    title = _title(data, question, effects.is_ratio, tell)
    return Figure(
        name="driver_years",
        title=title,
        subtitle=_subtitle(data, effects),
        alt=title,
        chart=lambda: charts.upright(
            effects.stack([str(year) for year in years]), names, _changed(question, years, tell)
        ),
        table=_table(effects, years),
        standings=labels.standings(data, question),
        source_ids=labels.sources(question),
        notes=(
            *_notes(data, question, chosen.form, tell),
            *standing.notes(_kinds(question, years), tell),
        ),
    )


def _kinds(question: Question, years: list[int]) -> dict[int, standing.Kinds]:
    """Return the standings of the quantities of both years that each change lies between."""
    measure = question.measure
    return {
        year: tuple(dict.fromkeys(quantity_standing(measure, end) for end in (year - 1, year)))
        for year in years
    }


def _changed(question: Question, years: list[int], tell: Speaker) -> tuple[Seam, ...]:
    return standing.seams(_kinds(question, years), tell)


def _table(effects: Effects, years: list[int]) -> Table:
    """Return the effects by year, with the standing of the quantities where it changes."""
    tell = effects.tell
    by_year = effects.table(
        Head("year", tell("column.year")), [number(year, YEAR) for year in years]
    )
    more = standing.column(_kinds(effects.question, years), years, tell)
    return Table((*by_year.columns, *Table.of_columns(more).columns))


def _subtitle(data: Dataset, effects: Effects) -> str:
    tell = effects.tell
    unit = tell("drivers.unit.yearly_ratio") if effects.is_ratio else effects.form.unit
    return labels.subtitle("drivers.yearly.sub", data, effects.question, tell, unit=unit)


def _notes(data: Dataset, question: Question, form: str, tell: Speaker) -> tuple[str, ...]:
    axis = (tell("drivers.note.ratio_axis"),) if form == "multiplicative" else ()
    return (
        *axis,
        *notes.chaining(data, question, form, tell),
        notes.deflator(data, question, tell),
        *notes.doubt_of_region(data, question, tell),
        *notes.revisions(data, question, tell),
    )


def _title(data: Dataset, question: Question, is_ratio: bool, tell: Speaker) -> str:
    """Return the year that moved most, as the figure draws it, and its main driver."""
    rows = analysis.yearly(data, question)
    changes = rows["change_t"] / rows["start_t"] if is_ratio else rows["change_t"]
    place = int(changes.abs().to_numpy().argmax())
    row = rows.iloc[place]
    direction = 1 if row["change_t"] > 0 else -1
    driver = max(question.drivers, key=lambda name: direction * row[name])
    given = {
        "place": labels.place(data, question, tell),
        "what": tell(f"drivers.short.{question.measure}"),
        "most": int(row["year"]),
        "moved": _moved(row, "change_t", question, is_ratio, tell),
        "driver": labels.driver_names(question, tell)[driver].lower(),
        "driver_moved": _driver_moved(data, question, place, driver, is_ratio, tell),
    }
    keys = [f"drivers.yearly.title{end}" for end in ("", "_short", "_year")]
    return fitting([tell(key, **given) for key in keys], tell)


def _driver_moved(
    data: Dataset, question: Question, place: int, driver: str, is_ratio: bool, tell: Speaker
) -> str:
    """Return what a driver did in the year at a place: an amount, or the ratio of the table."""
    if not is_ratio:
        return _moved(analysis.yearly(data, question).iloc[place], driver, question, False, tell)
    ratios = analysis.yearly(data, question, "multiplicative")
    return f"×{labels.ratio(float(ratios[driver].iloc[place]), tell).text}"


def _moved(
    row: "pd.Series[Any]", column: str, question: Question, is_ratio: bool, tell: Speaker
) -> str:
    """Return a column of a row in a word of direction: percent of the year before, or an amount."""
    if is_ratio:
        return labels.change(float(row[column] / row["start_t"]), tell)
    return labels.amount_moved(float(row[column]), question, tell, float(row["end_t"]))
