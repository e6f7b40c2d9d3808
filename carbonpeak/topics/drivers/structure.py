"""Structure between the divisions of the nation, in the years whose value added is known."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover
from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.style import DRIVER_FILL
from carbonpeak.charts.waterfall import Step
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.figures import labels, pointed
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import LEVEL_SOURCES
from carbonpeak.figures.table import (
    YEAR,
    Cell,
    Form,
    Head,
    Table,
    missing,
    number,
    share_form,
    words,
)
from carbonpeak.topics.drivers import analysis_structure
from carbonpeak.topics.drivers import labels as own_labels
from carbonpeak.topics.drivers.choices import DriversChoices, Span
from carbonpeak.topics.drivers.labels import OF_START
from carbonpeak.words.numbers import energy, energy_scale, percent
from carbonpeak.words.speaker import Speaker

SHOWN = 12
NAMES = {
    "activity": "driver.activity",
    "structure": "driver.division_structure",
    "intensity": "driver.intensity",
}
SHARE = share_form()


def waterfall(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return what moved official energy: activity, structure between divisions, intensity.

    None where the tables have no two input-output years.
    """
    if chosen.span is None:
        return None
    total = analysis_structure.by_division(data, *chosen.span).sum()
    steps = _steps(total, chosen.span, tell)
    title = _title(total, chosen.span, tell)
    cut = (tell("drivers.note.cut"),) if falls.cut_at(steps) else ()
    return Figure(
        name="structure_waterfall",
        title=title,
        subtitle=_subtitle("structure.sub", data, chosen.span, tell),
        alt=title,
        chart=lambda: falls.draw(steps),
        table=_waterfall_table(total, chosen.span, tell),
        standings=_standings(data, chosen.span),
        source_ids=_sources(data, chosen.span),
        notes=(*cut, _note(data, tell)),
    )


def divisions(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return which divisions made the structure effect, the largest either way as bars.

    None where the tables have no two input-output years.
    """
    if chosen.span is None:
        return None
    rows = analysis_structure.by_division(data, *chosen.span)
    names = sectors.names(data, tell.lang)
    title = tell(
        "structure.divisions.title",
        up=names[str(rows["structure"].idxmax())],
        down=names[str(rows["structure"].idxmin())],
    )
    return Figure(
        name="structure_divisions",
        title=title,
        subtitle=_subtitle("structure.divisions.sub", data, chosen.span, tell),
        alt=title,
        chart=lambda: _bars(names, rows["structure"], tell),
        table=_divisions_table(data, rows, chosen.span, tell),
        standings=_standings(data, chosen.span),
        source_ids=_sources(data, chosen.span),
        notes=(_note(data, tell),),
    )


def _bars(names_of: Mapping[str, str], effects: "pd.Series[float]", tell: Speaker) -> go.Figure:
    """Return the effects that are largest either way as bars, the highest first."""
    largest = effects.loc[effects.abs().sort_values(ascending=False).index[:SHOWN]]
    shown = largest.sort_values(ascending=False)
    codes, values = [str(code) for code in shown.index], list(shown)
    names = [names_of[code] for code in codes]
    texts = [energy(value, tell.lang, sign=True) for value in values]
    ranks, unit = pointed.ranks(effects, tell), tell("unit.energy")
    return bars.ranked(
        names,
        values,
        texts,
        codes,
        [DRIVER_FILL["structure"]] * len(values),
        [
            hover.card(name, f"{text} {unit}", ranks[code])
            for name, text, code in zip(names, texts, codes, strict=True)
        ],
    )


def _title(total: "pd.Series[float]", span: Span, tell: Speaker) -> str:
    points = {
        driver: own_labels.points(float(total[driver] / total["start_t"]), tell)
        for driver in ("structure", "intensity")
    }
    return tell("structure.title", first=span[0], last=span[1], **points)


def _steps(total: "pd.Series[float]", span: Span, tell: Speaker) -> list[Step]:
    at = float(total["start_t"])
    steps = [_level(span[0], at, tell)]
    for driver, key in NAMES.items():
        effect = float(total[driver])
        share = percent(effect / total["start_t"], 1, sign=True)
        label = f"{energy(effect, tell.lang, sign=True)}<br>{share}"
        scale = energy_scale(tell.lang)
        ends = (at / scale, (at + effect) / scale)
        steps.append(Step(tell(key), *ends, label, driver))
        at += effect
    return [*steps, _level(span[1], float(total["end_t"]), tell)]


def _level(year: int, tce: float, tell: Speaker) -> Step:
    name = tell("drivers.year", year=year)
    label = energy(tce, tell.lang)
    return Step(name, 0.0, tce / energy_scale(tell.lang), label)


def _waterfall_table(total: "pd.Series[float]", span: Span, tell: Speaker) -> Table:
    """Return the steps as rows; files say the share of the first year and the year apart."""
    heads = (
        Head("driver", tell("column.driver")),
        Head("amount", tell("column.amount", unit=tell("unit.energy")), tell("unit.energy")),
        Head("of_start", tell("column.of_start"), in_files=True),
        Head("year", tell("column.year"), in_files=True),
    )
    return Table.of_rows(
        dict(zip(heads, row, strict=True)) for row in _step_rows(total, span, tell)
    )


def _step_rows(total: "pd.Series[float]", span: Span, tell: Speaker) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of the first year, each driver and the last year."""
    yield _year_row(span[0], total["start_t"], tell)
    for driver, key in NAMES.items():
        effect, form = float(total[driver]), _amount_form(tell, sign=True)
        share = number(effect / total["start_t"], OF_START)
        text = f"{form.text(effect)} · {share.text}"
        yield words(tell(key)), number(effect, form, text), share, missing("none", "", YEAR)
    yield _year_row(span[1], total["end_t"], tell)


def _year_row(year: int, tce: float, tell: Speaker) -> tuple[Cell, ...]:
    amount = number(float(tce), _amount_form(tell))
    none = missing("none", "", OF_START)
    return words(tell("drivers.year", year=year)), amount, none, number(year, YEAR)


def _divisions_table(data: Dataset, rows: pd.DataFrame, span: Span, tell: Speaker) -> Table:
    """Return every division with its effects and shares, and the sum of all."""
    names = [labels.sector(data, str(code), tell) for code in rows.index]
    form = _amount_form(tell, sign=True)
    shown = {
        Head("change", tell("driver.net")): ("change_t", form),
        **{Head(name, tell(key)): (name, form) for name, key in NAMES.items()},
        Head("share_first", tell("structure.share", year=span[0])): ("share_start", SHARE),
        Head("share_last", tell("structure.share", year=span[1])): ("share_end", SHARE),
    }
    first = [words(name) for name in (*names, tell("drivers.members.total"))]
    return Table.of_columns(
        {Head("sector", tell("column.sector")): first}
        | {head: _with_sum(rows[column], form) for head, (column, form) in shown.items()}
    )


def _with_sum(values: "pd.Series[float]", form: Form) -> list[Cell]:
    return [number(float(value), form) for value in (*values, values.sum())]


def _amount_form(tell: Speaker, sign: bool = False) -> Form:
    return replace(labels.amount_form("energy", tell), sign=sign)


def _subtitle(key: str, data: Dataset, span: Span, tell: Speaker) -> str:
    return tell(
        key,
        unit=tell("unit.energy"),
        first=span[0],
        last=span[1],
        count=len(analysis_structure.by_division(data, *span)),
        shown=SHOWN,
    )


def _note(data: Dataset, tell: Speaker) -> str:
    """Return what value added of input-output years does to the effects."""
    recalled, years = analysis_structure.recalled_years(data), analysis_structure.known_years(data)
    span = {"first": recalled[0], "last": recalled[-1]} if recalled else {}
    return tell(
        "structure.note",
        years=tell.listed(map(str, years)),
        example=_example(data, tell),
        recalled=tell("structure.note.recalled", **span) if recalled else "",
    )


def _example(data: Dataset, tell: Speaker) -> str:
    """Return the division whose share rose and fell again most, nothing where none did."""
    turn = analysis_structure.largest_turn(data)
    if turn is None:
        return ""
    name = labels.sector(data, turn.sector_code, tell)
    given = {"name": name[:1].lower() + name[1:], "up": turn.up, "down": turn.down}
    return tell("structure.note.example", **given)


def _standings(data: Dataset, span: Span) -> tuple[str, ...]:
    is_recalled = (analysis_structure.growth(data, *span)["standing"] == "unverified").any()
    return ("derived", "unverified") if is_recalled else ("derived",)


def _sources(data: Dataset, span: Span) -> tuple[str, ...]:
    grown = analysis_structure.growth(data, *span)["source_id"]
    return (*LEVEL_SOURCES, *dict.fromkeys(str(source) for source in grown))
