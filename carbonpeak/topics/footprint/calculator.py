"""The figures of a reader's study: by stage, step by step, by share, row by row, beside another."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import stages as bars
from carbonpeak.charts import waterfall
from carbonpeak.charts.waterfall import Step
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.study import Result, Row, Study
from carbonpeak.domain.study_checks import incomparable, warnings
from carbonpeak.figures.drawing import Draw
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import READER
from carbonpeak.figures.table import Cell, Form, Head, Table, words
from carbonpeak.figures.table import number as number_cell
from carbonpeak.indicators.data_quality import RATINGS
from carbonpeak.indicators.footprint import EMISSION
from carbonpeak.thresholds import RATING_YEARS
from carbonpeak.topics.footprint.calculator_choices import StudyChoices, found_for
from carbonpeak.words.numbers import number, percent, share
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import (
    factor_unit_words,
    headline,
    kilograms,
    sentence,
    told,
    unit_of,
    unit_words,
)

KG_DIGITS = 3
# Drivers of the waterfall, whose colours and patterns the steps wear.
UP, DOWN = "activity", "carbon_factor"


def by_stage(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return emissions and removals of each stage, side by side and never netted."""
    found = found_for(chosen.study, tell)
    if found is None:
        return None
    title, table = study_title(found, tell), _stage_table(found, tell)
    return _figure(
        found, "footprint_stages", title, lambda: _stages_chart(found, tell), table, tell
    )


def steps(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return how the stages add up to all emissions, and what removals are beside them."""
    found = found_for(chosen.study, tell)
    if found is None:
        return None
    whole, count = found.totals, int((found.stages["emissions_kg"] > 0).sum())
    key = "study.title.net" if whole.removals_kg else "study.title.sum"
    said = {"net": kilograms(whole.net_kg), "emitted": kilograms(whole.emissions_kg)}
    title = tell(key, count=count, **said)
    table = _stage_table(found, tell)
    return _figure(found, "footprint_steps", title, lambda: _steps_chart(found, tell), table, tell)


def shares(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return what part of all emissions each stage is; None where nothing is emitted."""
    found = found_for(chosen.study, tell)
    if found is None or not found.totals.emissions_kg:
        return None
    parts = found.stages["emissions_kg"] / found.totals.emissions_kg
    named = {_stage(str(code), tell): float(part) for code, part in parts.items() if part > 0}
    chart = partial(bars.one_bar, named, [share(part, 1) for part in named.values()])
    largest = str(parts.idxmax())
    title = tell(
        "study.title.share", stage=_stage(largest, tell), share=share(float(parts.max()), 1)
    )
    return _figure(found, "footprint_shares", title, chart, _stage_table(found, tell), tell)


def rows(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return every row with its footprint, its ratings and what must be known of it."""
    found = found_for(chosen.study, tell)
    if found is None:
        return None
    said: dict[int, list[str]] = {}
    for flaw in warnings(found):
        said.setdefault(flaw.row, []).append(sentence(replace(flaw, row=0), tell))
    listed = found.rows.to_dict("records")
    table = Table.of_rows(
        _row(found, row, given, said, tell)
        for row, given in zip(listed, found.study.rows, strict=True)
    )
    title = tell("study.title.rows", count=len(found.rows), warned=len(said.keys() - {0}))
    return _figure(found, "footprint_rows", title, None, table, tell)


def statement_rows(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return the rows as a statement lists them: largest first, with the source of each factor."""
    found = found_for(chosen.study, tell)
    if found is None:
        return None
    pairs = zip(found.rows.to_dict("records"), found.study.rows, strict=True)
    largest = sorted(pairs, key=lambda pair: -float(pair[0]["co2e_kg"]))
    table = Table.of_rows(_stated(row, given, tell) for row, given in largest)
    title = tell("study.title.data", count=len(found.rows))
    return _figure(found, "footprint_statement", title, None, table, tell)


def compared(data: Dataset, chosen: StudyChoices, tell: Speaker) -> Figure | None:
    """Return two studies stage by stage; None where they have not one unit and boundary."""
    one, other = found_for(chosen.study, tell), found_for(chosen.other, tell)
    if one is None or other is None or incomparable(one.study, other.study):
        return None
    pair = (one, other)
    names = [_stage(str(code), tell) for code in one.stages.index]
    titles = _titles(pair)
    sides = [_side(found, name) for found, name in zip(pair, titles, strict=True)]
    gap = other.totals.emissions_kg - one.totals.emissions_kg
    said = {"one": titles[0], "other": titles[1], "gap": kilograms(abs(gap))}
    key = "same" if not round(gap, KG_DIGITS) else "more" if gap > 0 else "less"
    chart = partial(bars.draw, names, sides, grouped=True)
    table = Table.of_rows(_pair_row(str(code), pair, titles, tell) for code in one.stages.index)
    return _figure(
        one, "footprint_compared", tell(f"study.title.{key}", **said), chart, table, tell
    )


def study_title(found: Result, tell: Speaker) -> str:
    """Return what a study comes to in one line: emissions, and removals where there are any."""
    whole = found.totals
    said = {"emitted": kilograms(whole.emissions_kg), "removed": kilograms(whole.removals_kg)}
    key = "study.title.both" if whole.removals_kg else "study.title.emitted"
    return tell(key, unit=unit_of(found.study, tell), **said)


def _figure(
    found: Result, name: str, title: str, chart: Draw | None, table: Table, tell: Speaker
) -> Figure:
    return Figure(
        name=name,
        title=title,
        subtitle=_subtitle(found.study, tell),
        alt=headline(found, tell),
        chart=chart,
        table=table,
        standings=("scenario",) if found.study.is_example else ("estimated",),
        source_ids=(READER,),
        notes=_notes(found, tell),
    )


def _subtitle(study: Study, tell: Speaker) -> str:
    key = "study.subtitle.example" if study.is_example else "study.subtitle"
    return tell(
        key,
        product=study.product.strip(),
        boundary=tell(f"study.boundary.{study.boundary}"),
        period=tell.years(int(study.first_year or 0), int(study.last_year or 0)),
        unit=_kg(tell),
    )


@lru_cache(maxsize=64)
def _notes(found: Result, tell: Speaker) -> tuple[str, ...]:
    """Return whose rows these are, how good they are and by which rule, and every warning.

    They are those of every figure of a study, put into words once.
    """
    ratings = {name: number(value, 1) for name, value in found.ratings.items()}
    years = dict(zip("abcd", RATING_YEARS, strict=True))
    sources = dict.fromkeys(row.factor.source for row in found.study.rows if row.factor.source)
    return (
        tell("study.note.reader"),
        *([tell("study.note.apart")] if found.totals.removals_kg else []),
        *([tell("study.note.quality", **ratings)] if ratings else []),
        tell("study.note.rule", **years),
        *([tell("study.note.factors", sources=tell.clauses(sources))] if sources else []),
        *told(warnings(found), tell),
    )


def _stage(code: str, tell: Speaker) -> str:
    return tell(f"study.stage.{code}")


def _kg(tell: Speaker) -> str:
    return tell("study.unit")


def _form(tell: Speaker) -> Form:
    return Form(_kg(tell), digits=KG_DIGITS)


def _stages_chart(found: Result, tell: Speaker) -> go.Figure:
    names = [_stage(str(code), tell) for code in found.stages.index]
    sides = [_side(found, tell("study.emissions"))]
    if found.totals.removals_kg:
        removed = found.stages["removals_kg"]
        labels = [kilograms(kg) if kg else "" for kg in removed]
        sides.append(bars.Side(tell("study.removals"), [-kg for kg in removed], labels))
    return bars.draw(names, sides)


def _side(found: Result, name: str) -> bars.Side:
    emitted = found.stages["emissions_kg"]
    return bars.Side(name, list(emitted), [kilograms(kg) for kg in emitted])


def _titles(pair: tuple[Result, Result]) -> tuple[str, str]:
    """Return what the two studies are called; of one name they are counted."""
    first, second = (found.study.product.strip() for found in pair)
    return (first, second) if first != second else (f"{first} (1)", f"{second} (2)")


def _steps_chart(found: Result, tell: Speaker) -> go.Figure:
    return waterfall.draw(list(_steps(found, tell)), _kg(tell))


def _steps(found: Result, tell: Speaker) -> Iterator[Step]:
    """Yield a step for each stage that emits, all emissions, then removals and what is left."""
    reached = 0.0
    whole = found.totals
    for code, kg in found.stages["emissions_kg"].items():
        if kg > 0:
            label = f"{kilograms(kg)}<br>{share(kg / whole.emissions_kg, 1)}"
            yield Step(_stage(str(code), tell), reached, reached + kg, label, UP)
            reached += kg
    yield Step(tell("study.emissions"), 0.0, whole.emissions_kg, kilograms(whole.emissions_kg))
    if whole.removals_kg:
        label = kilograms(-whole.removals_kg)
        yield Step(tell("study.removals"), whole.emissions_kg, whole.net_kg, label, DOWN)
        yield Step(tell("study.net"), 0.0, whole.net_kg, kilograms(whole.net_kg))


def _stage_table(found: Result, tell: Speaker) -> Table:
    return Table.of_rows(
        _stage_row(str(code), row, found, tell) for code, row in found.stages.iterrows()
    )


def _stage_row(
    code: str, row: "pd.Series[float]", found: Result, tell: Speaker
) -> dict[Head, Cell]:
    part = row["emissions_kg"] / found.totals.emissions_kg if found.totals.emissions_kg else 0.0
    form = _form(tell)
    return {
        Head("stage", tell("study.column.stage")): words(_stage(code, tell), code),
        Head("emissions", tell("study.emissions"), _kg(tell)): number_cell(
            row["emissions_kg"], form
        ),
        Head("removals", tell("study.removals"), _kg(tell)): number_cell(row["removals_kg"], form),
        Head("share", tell("study.share")): number_cell(
            part, Form("%", times=100, digits=1, suffix="%"), percent(part)
        ),
    }


def _pair_row(
    code: str, pair: tuple[Result, Result], titles: tuple[str, str], tell: Speaker
) -> dict[Head, Cell]:
    """Return a stage of both studies, emissions and removals of each apart."""
    cells = {Head("stage", tell("study.column.stage")): words(_stage(code, tell), code)}
    for place, found in enumerate(pair, start=1):
        for side in ("emissions", "removals"):
            label = tell("study.of", name=titles[place - 1], side=tell(f"study.{side}"))
            kg = float(found.stages[f"{side}_kg"][code])
            cells[Head(f"{side}_{place}", label, _kg(tell))] = number_cell(kg, _form(tell))
    return cells


def _row(
    found: Result,
    row: Mapping[Hashable, Any],
    given: Row,
    said: dict[int, list[str]],
    tell: Speaker,
) -> dict[Head, Cell]:
    """Return a row with its footprint, its share of emissions, its ratings and its warnings."""
    number_ = int(row["number"])
    is_emission = row["kind"] == EMISSION
    part = (
        row["co2e_kg"] / found.totals.emissions_kg
        if is_emission and found.totals.emissions_kg
        else 0
    )
    activity = Form(unit_words(given.unit, tell), digits=_digits(row["activity"]))
    factor = Form(factor_unit_words(given.factor.unit, tell), digits=_digits(row["factor"]))
    return {
        Head("number", tell("study.number")): number_cell(number_, Form()),
        Head("stage", tell("study.column.stage")): words(_stage(row["stage"], tell), row["stage"]),
        Head("name", tell("study.column.name")): words(given.name),
        Head("kind", tell("study.column.kind")): words(
            tell(f"study.kind.{row['kind']}"), row["kind"]
        ),
        Head("activity", tell("study.column.activity")): _with_unit(row["activity"], activity),
        Head("factor", tell("study.column.factor")): _with_unit(row["factor"], factor),
        Head("co2e", tell("study.co2e"), _kg(tell)): number_cell(row["co2e_kg"], _form(tell)),
        Head("share", tell("study.share")): number_cell(
            part, Form("%", times=100, digits=1), share(part, 1) if is_emission else "—"
        ),
        Head("ratings", tell("study.ratings")): words(" / ".join(str(row[one]) for one in RATINGS)),
        **{
            Head(name, tell(f"study.rating.{name}"), in_files=True): number_cell(
                int(row[name]), Form()
            )
            for name in RATINGS
        },
        Head("known", tell("study.known")): words(tell.sentences(said.get(number_, []))),
    }


def _stated(row: Mapping[Hashable, Any], given: Row, tell: Speaker) -> dict[Head, Cell]:
    """Return a row of the statement: what, how much, under which factor of which source."""
    activity = Form(unit_words(given.unit, tell), digits=_digits(row["activity"]))
    factor = Form(factor_unit_words(given.factor.unit, tell), digits=_digits(row["factor"]))
    year = "" if given.factor.year is None else str(given.factor.year)
    named = given.factor.source or tell("study.standing.own")
    source = tell.listed(one for one in (named, year) if one)
    return {
        Head("name", tell("study.column.name")): words(given.name),
        Head("activity", tell("study.column.activity")): _with_unit(row["activity"], activity),
        Head("factor", tell("study.column.factor")): _with_unit(row["factor"], factor),
        Head("kind", tell("study.column.kind")): words(
            tell(f"study.kind.{row['kind']}"), row["kind"]
        ),
        Head("co2e", tell("study.co2e"), _kg(tell)): number_cell(row["co2e_kg"], _form(tell)),
        Head("source", tell("study.column.factor_source")): words(source),
    }


def _with_unit(value: float, form: Form) -> Cell:
    return number_cell(float(value), form, f"{form.text(float(value))} {form.unit}")


def _digits(value: float) -> int:
    """Return the decimals that a reader gave, at most six."""
    return min(6, len(f"{float(value):.6f}".rstrip("0").partition(".")[2]))
