"""What drove a change between two years, as a waterfall."""

from typing import Any

import pandas as pd

from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.waterfall import Step
from carbonpeak.exhibits import driver_labels as words
from carbonpeak.exhibits import driver_notes as notes
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import drivers
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent


def waterfall(ask: Ask, question: Question, form: str, lang: Lang) -> Exhibit:
    """Return what led from the first year's amount to the last's, driver by driver."""
    row = drivers.table(ask, question, "whole").iloc[0]
    ratios = drivers.table(ask, question, "whole", "multiplicative").iloc[0]
    is_ratio = form == "multiplicative"
    steps = _ratio_steps(ratios, question, lang) if is_ratio else _steps(row, question, lang)
    title = _title(ask, question, row, ratios if is_ratio else None, lang)
    said = [*notes.left_out(ask, question, lang), *notes.assumptions(ask, question, lang)]
    if falls.cut_at(steps):
        said.insert(0, say("drivers.note.cut", lang))
    unit = say("drivers.unit.ratio", lang, first=question.first)
    return Exhibit(
        name="driver_waterfall",
        title=title,
        subtitle=say(
            "drivers.waterfall.sub",
            lang,
            what=words.what(question, lang),
            unit=unit if is_ratio else words.unit(question, lang),
            scope=words.scope(ask, question, lang),
            first=question.first,
            last=question.last,
        ),
        alt=title,
        chart=falls.draw(steps),
        table=_waterfall_table(row, ratios, question, lang),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=tuple(said),
    )


def _steps(row: "pd.Series[Any]", question: Question, lang: Lang) -> list[Step]:
    """Return start, drivers and end in the unit of the axis; labels also say % of the start."""
    scale = words.scale(question.measure, lang)
    write = words.amounts(row["end_t"], question.measure, lang)
    at, names = float(row["start_t"]), words.driver_names(question, lang)
    steps = [_level(question.first, at / scale, write(at, False), lang)]
    for driver in question.drivers:
        effect = float(row[driver])
        label = write(effect, True)
        if row["start_t"] > 0:
            label += f"<br>{percent(effect / row['start_t'], 1, sign=True)}"
        steps.append(Step(names[driver], at / scale, (at + effect) / scale, label))
        at += effect
    end = float(row["end_t"])
    return [*steps, _level(question.last, end / scale, write(end, False), lang)]


def _ratio_steps(ratios: "pd.Series[Any]", question: Question, lang: Lang) -> list[Step]:
    """Return 1, the ratios one after the other, and their product."""
    at, names = 1.0, words.driver_names(question, lang)
    steps = [_level(question.first, at, words.ratio(at, lang), lang)]
    for driver in question.drivers:
        after = at * float(ratios[driver])
        steps.append(Step(names[driver], at, after, f"×{words.ratio(ratios[driver], lang)}"))
        at = after
    whole = float(ratios["ratio"])
    return [*steps, _level(question.last, whole, words.ratio(whole, lang), lang)]


def _level(year: int, value: float, label: str, lang: Lang) -> Step:
    return Step(say("drivers.year", lang, year=year), 0.0, value, label, is_level=True)


def _title(
    ask: Ask,
    question: Question,
    row: "pd.Series[Any]",
    ratios: "pd.Series[Any] | None",
    lang: Lang,
) -> str:
    """Return the change and its two largest drivers, as points of the start or as ratios."""
    ordered = sorted(question.drivers, key=lambda one: -abs(row[one]))
    names = words.driver_names(question, lang)
    given: dict[str, object] = {"first": question.first, "last": question.last}
    given["place"] = words.place(ask, question, lang)
    given["what"] = say(f"drivers.short.{question.measure}", lang)
    for key, driver in zip(("one", "other"), ordered, strict=False):
        given[key] = names[driver].lower()
        given[f"{key}_points"] = _share(row, ratios, driver, lang)
    if ratios is not None:
        change = words.ratio(ratios["ratio"], lang)
        return say("drivers.multiplicative.title", lang, change=change, **given)
    return say(
        "drivers.additive.title", lang, change=words.of_start(row, "change_t", lang), **given
    )


def _share(row: "pd.Series[Any]", ratios: "pd.Series[Any] | None", driver: str, lang: Lang) -> str:
    if ratios is not None:
        return words.ratio(ratios[driver], lang)
    return words.of_start(row, driver, lang).removesuffix("%")


def _waterfall_table(
    row: "pd.Series[Any]", ratios: "pd.Series[Any]", question: Question, lang: Lang
) -> pd.DataFrame:
    """Return the steps as rows: amount, share of the start, ratio."""
    write = words.amounts(row["end_t"], question.measure, lang)
    names, none = words.driver_names(question, lang), ""
    years = [say("drivers.year", lang, year=one) for one in (question.first, question.last)]
    rows = [(years[0], write(row["start_t"], False), none, none)]
    for column, ratio in (*((one, one) for one in question.drivers), ("change_t", "ratio")):
        name = names["net" if column == "change_t" else column]
        shown = (write(row[column], True), words.of_start(row, column, lang))
        rows.append((name, *shown, words.ratio(ratios[ratio], lang)))
    rows.append((years[1], write(row["end_t"], False), none, none))
    heads = ("column.driver", "column.amount", "column.of_start", "column.ratio")
    unit = words.unit(question, lang)
    return pd.DataFrame(rows, columns=[say(head, lang, unit=unit) for head in heads])
