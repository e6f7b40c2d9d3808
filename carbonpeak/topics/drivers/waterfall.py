"""What drove a change between two years, as a waterfall."""

from typing import Any

import pandas as pd

from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.waterfall import Step
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis, labels, notes
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def waterfall(data: Dataset, question: Question, form: str, tell: Speaker) -> Figure:
    """Return what led from the first year's amount to the last's, driver by driver."""
    row = analysis.table(data, question, "whole").iloc[0]
    ratios = analysis.table(data, question, "whole", "multiplicative").iloc[0]
    is_ratio = form == "multiplicative"
    steps = _ratio_steps(ratios, question, tell) if is_ratio else _steps(row, question, tell)
    title = _title(data, question, row, ratios if is_ratio else None, tell)
    said = [*notes.left_out(data, question, tell), *notes.assumptions(data, question, tell)]
    if falls.cut_at(steps):
        said.insert(0, tell("drivers.note.cut"))
    unit = tell("drivers.unit.ratio", first=question.first)
    return Figure(
        name="driver_waterfall",
        title=title,
        subtitle=tell(
            "drivers.waterfall.sub",
            what=labels.what(question, tell),
            unit=unit if is_ratio else labels.unit(question, tell),
            scope=labels.scope(data, question, tell),
            first=question.first,
            last=question.last,
        ),
        alt=title,
        chart=falls.draw(steps),
        table=Table.of_texts(_waterfall_table(row, ratios, question, tell)),
        standings=labels.standings(question),
        source_ids=labels.sources(question),
        notes=tuple(said),
    )


def _steps(row: "pd.Series[Any]", question: Question, tell: Speaker) -> list[Step]:
    """Return start, drivers and end in the unit of the axis; labels also say % of the start."""
    scale = labels.scale(question.measure, tell)
    write = labels.amounts(row["end_t"], question.measure, tell)
    at, names = float(row["start_t"]), labels.driver_names(question, tell)
    steps = [_level(question.first, at / scale, write(at, False), tell)]
    for driver in question.drivers:
        effect = float(row[driver])
        label = write(effect, True)
        if row["start_t"] > 0:
            label += f"<br>{percent(effect / row['start_t'], 1, sign=True)}"
        steps.append(Step(names[driver], at / scale, (at + effect) / scale, label))
        at += effect
    end = float(row["end_t"])
    return [*steps, _level(question.last, end / scale, write(end, False), tell)]


def _ratio_steps(ratios: "pd.Series[Any]", question: Question, tell: Speaker) -> list[Step]:
    """Return 1, the ratios one after the other, and their product."""
    at, names = 1.0, labels.driver_names(question, tell)
    steps = [_level(question.first, at, labels.ratio(at, tell), tell)]
    for driver in question.drivers:
        after = at * float(ratios[driver])
        steps.append(Step(names[driver], at, after, f"×{labels.ratio(ratios[driver], tell)}"))
        at = after
    whole = float(ratios["ratio"])
    return [*steps, _level(question.last, whole, labels.ratio(whole, tell), tell)]


def _level(year: int, value: float, label: str, tell: Speaker) -> Step:
    return Step(tell("drivers.year", year=year), 0.0, value, label, is_level=True)


def _title(
    data: Dataset,
    question: Question,
    row: "pd.Series[Any]",
    ratios: "pd.Series[Any] | None",
    tell: Speaker,
) -> str:
    """Return the change and its two largest drivers, as points of the start or as ratios."""
    ordered = sorted(question.drivers, key=lambda one: -abs(row[one]))
    names = labels.driver_names(question, tell)
    given: dict[str, object] = {"first": question.first, "last": question.last}
    given["place"] = labels.place(data, question, tell)
    given["what"] = tell(f"drivers.short.{question.measure}")
    for key, driver in zip(("one", "other"), ordered, strict=False):
        given[key] = names[driver].lower()
        given[f"{key}_points"] = _share(row, ratios, driver, tell)
    if ratios is not None:
        change = labels.ratio(ratios["ratio"], tell)
        return tell("drivers.multiplicative.title", change=change, **given)
    return tell("drivers.additive.title", change=labels.of_start(row, "change_t", tell), **given)


def _share(
    row: "pd.Series[Any]", ratios: "pd.Series[Any] | None", driver: str, tell: Speaker
) -> str:
    if ratios is not None:
        return labels.ratio(ratios[driver], tell)
    return labels.of_start(row, driver, tell).removesuffix("%")


def _waterfall_table(
    row: "pd.Series[Any]", ratios: "pd.Series[Any]", question: Question, tell: Speaker
) -> pd.DataFrame:
    """Return the steps as rows: amount, share of the start, ratio."""
    write = labels.amounts(row["end_t"], question.measure, tell)
    names, none = labels.driver_names(question, tell), ""
    years = [tell("drivers.year", year=one) for one in (question.first, question.last)]
    rows = [(years[0], write(row["start_t"], False), none, none)]
    for column, ratio in (*((one, one) for one in question.drivers), ("change_t", "ratio")):
        name = names["net" if column == "change_t" else column]
        shown = (write(row[column], True), labels.of_start(row, column, tell))
        rows.append((name, *shown, labels.ratio(ratios[ratio], tell)))
    rows.append((years[1], write(row["end_t"], False), none, none))
    heads = ("column.driver", "column.amount", "column.of_start", "column.ratio")
    unit = labels.unit(question, tell)
    return pd.DataFrame(rows, columns=[tell(head, unit=unit) for head in heads])
