"""What drove a change between two years, as a waterfall."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.waterfall import Step
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import YEAR, Cell, Head, Table, missing, number, words
from carbonpeak.topics.drivers import analysis, labels, notes
from carbonpeak.topics.drivers.analysis_answer import decide
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.widths import fitting


@dataclass(frozen=True, eq=False)
class Change:
    """One change in both forms: amounts that add, ratios that multiply, and which is drawn."""

    question: Question
    amounts: "pd.Series[Any]"
    ratios: "pd.Series[Any]"
    is_ratio: bool


def waterfall(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return what led from the first year's amount to the last's, driver by driver.

    None where there is no answer.
    """
    question = decide(data, chosen.question, chosen.form).question
    if question is None:
        return None
    change = Change(
        question,
        analysis.table(data, question, "whole").iloc[0],
        analysis.table(data, question, "whole", "multiplicative").iloc[0],
        chosen.form == "multiplicative",
    )
    steps = _ratio_steps(change, tell) if change.is_ratio else _steps(change, tell)
    title = _title(data, change, tell)
    return Figure(
        name="driver_waterfall",
        title=title,
        subtitle=_subtitle(data, change, tell),
        alt=title,
        chart=lambda: falls.draw(steps, "" if change.is_ratio else _unit(change, tell)),
        table=_table(change, tell),
        standings=labels.standings(data, question),
        source_ids=labels.sources(question),
        notes=_notes(data, question, steps, tell),
    )


def _steps(change: Change, tell: Speaker) -> list[Step]:
    """Return start, drivers and end in the unit of the axis; labels also say % of the start."""
    question, row = change.question, change.amounts
    form = labels.amount_form(row["end_t"], question, tell)
    at, names = float(row["start_t"]), labels.driver_names(question, tell)
    steps = [_level(change, "start_t", tell)]
    for driver in question.drivers:
        effect = float(row[driver])
        label = form.text(effect)
        if row["start_t"] > 0:
            label += f"<br>{labels.of_start(row, driver, tell).text}"
        steps.append(Step(names[driver], at / form.per, (at + effect) / form.per, label, driver))
        at += effect
    return [*steps, _level(change, "end_t", tell)]


def _level(change: Change, column: str, tell: Speaker) -> Step:
    """Return the amount of the first or the last year as a bar from zero."""
    year = change.question.first if column == "start_t" else change.question.last
    amount = float(change.amounts[column])
    form = labels.amount_form(change.amounts["end_t"], change.question, tell, sign=False)
    return _year_step(year, amount / form.per, form.text(amount), tell)


def _ratio_steps(change: Change, tell: Speaker) -> list[Step]:
    """Return 1, the ratios one after the other, and their product."""
    question, ratios = change.question, change.ratios
    at, names = 1.0, labels.driver_names(question, tell)
    steps = [_year_step(question.first, at, labels.ratio(at, tell).text, tell)]
    for driver in question.drivers:
        after = at * float(ratios[driver])
        label = f"×{labels.ratio(ratios[driver], tell).text}"
        steps.append(Step(names[driver], at, after, label, driver))
        at = after
    whole = float(ratios["ratio"])
    return [*steps, _year_step(question.last, whole, labels.ratio(whole, tell).text, tell)]


def _year_step(year: int, value: float, label: str, tell: Speaker) -> Step:
    return Step(tell("drivers.year", year=year), 0.0, value, label)


def _unit(change: Change, tell: Speaker) -> str:
    """Return the unit of the amounts."""
    return labels.amount_form(change.amounts["end_t"], change.question, tell).unit


def _subtitle(data: Dataset, change: Change, tell: Speaker) -> str:
    question = change.question
    ratio = tell("drivers.unit.ratio", first=question.first)
    unit = ratio if change.is_ratio else _unit(change, tell)
    return labels.subtitle("drivers.waterfall.sub", data, question, tell, unit=unit)


def _notes(data: Dataset, question: Question, steps: list[Step], tell: Speaker) -> tuple[str, ...]:
    cut = (tell("drivers.note.cut"),) if falls.cut_at(steps) else ()
    return (
        *cut,
        *notes.left_out(data, question, tell),
        *notes.assumptions(data, question, tell),
    )


def _title(data: Dataset, change: Change, tell: Speaker) -> str:
    """Return the change with its main driver: as words of direction, or as ratios."""
    question, row = change.question, change.amounts
    places: dict[str, object] = {
        "first": question.first,
        "last": question.last,
        "place": labels.place(data, question, tell),
        "what": tell(f"drivers.short.{question.measure}"),
    }
    kind = "multiplicative" if change.is_ratio else "additive"
    said = _ratio_words(change, tell) if change.is_ratio else _amount_words(change, tell)
    keys = (f"drivers.{kind}.title", f"drivers.{kind}.title_short")
    main = _main_driver(question, row)
    name = labels.driver_names(question, tell)[main].lower() if main else ""
    shown = keys if main and said["points"] else keys[1:]
    return fitting([tell(key, driver=name, **places, **said) for key in shown], tell)


def _amount_words(change: Change, tell: Speaker) -> dict[str, object]:
    """Return how the amount moved, and what its main driver did in points of the first year."""
    row, start = change.amounts, change.amounts["start_t"]
    if start <= 0:
        return {"change": tell("drivers.from_zero"), "points": ""}
    main = _main_driver(change.question, row)
    effect = float(row[main]) / start if main else 0.0
    share = float(row["change_t"]) / start
    return {"change": labels.change(share, tell), "points": labels.points(effect, tell)}


def _ratio_words(change: Change, tell: Speaker) -> dict[str, object]:
    main = _main_driver(change.question, change.amounts)
    factor = labels.ratio(change.ratios[main], tell).text if main else ""
    return {"change": labels.ratio(change.ratios["ratio"], tell).text, "points": factor}


def _main_driver(question: Question, row: "pd.Series[Any]") -> str:
    """Return the driver that did most in the direction of the change, nothing without a change."""
    if row["change_t"] == 0:
        return ""
    direction = 1 if row["change_t"] > 0 else -1
    return max(question.drivers, key=lambda name: direction * row[name])


def _table(change: Change, tell: Speaker) -> Table:
    """Return the steps as rows: amount, share of the start, ratio; files also say the year."""
    unit = labels.amount_form(change.amounts["end_t"], change.question, tell).unit
    heads = (
        Head("driver", tell("column.driver")),
        Head("amount", tell("column.amount", unit=unit), unit),
        Head("of_start", tell("column.of_start")),
        Head("ratio", tell("column.ratio")),
        Head("year", tell("column.year"), in_files=True),
    )
    return Table.of_rows(dict(zip(heads, row, strict=True)) for row in _rows(change, tell))


def _rows(change: Change, tell: Speaker) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of the first year, each driver, all of them together and the last year."""
    question, amounts = change.question, change.amounts
    form = labels.amount_form(amounts["end_t"], question, tell)
    names = labels.driver_names(question, tell)
    yield _year_row(change, "start_t", tell)
    for column in (*question.drivers, "change_t"):
        is_net = column == "change_t"
        yield (
            words(names["net" if is_net else column]),
            number(float(amounts[column]), form),
            labels.of_start(amounts, column, tell),
            labels.ratio(change.ratios["ratio" if is_net else column], tell),
            missing("none", "", YEAR),
        )
    yield _year_row(change, "end_t", tell)


def _year_row(change: Change, column: str, tell: Speaker) -> tuple[Cell, ...]:
    year = change.question.first if column == "start_t" else change.question.last
    form = labels.amount_form(change.amounts["end_t"], change.question, tell, sign=False)
    return (
        words(tell("drivers.year", year=year)),
        number(float(change.amounts[column]), form),
        missing("none", "", labels.OF_START),
        missing("none", "", labels.RATIO),
        number(year, YEAR),
    )
