"""The allocation curve: allowances left or lacking per unit of output against intensity."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import curves
from carbonpeak.charts.curves import Point
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number
from carbonpeak.indicators.allocation import BALANCE, VERIFIED
from carbonpeak.thresholds import RATE_CAP, RATE_SLOPE
from carbonpeak.topics.market.analysis_allocation import break_even, curve, position
from carbonpeak.topics.market.calculator import (
    INTENSITY_DIGITS,
    constants,
    intensity_unit,
    line_words,
    rule_sources,
    unit_notes,
)
from carbonpeak.topics.market.choices import MarketChoices, Unit
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def allocation_curve(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the curve with its caps and the unit as a point; relative without balance value."""
    unit = chosen.unit
    own, rows = position(data, unit), curve(data, unit)
    is_relative = "relative" in rows
    title = _title(own, unit, tell)
    return Figure(
        name="market_curve",
        title=title,
        subtitle=_subtitle(own, unit, is_relative, tell),
        alt=title,
        chart=lambda: _relative(rows, tell) if is_relative else _chart(rows, own, unit, tell),
        table=_relative_table(rows, tell) if is_relative else _table(rows, unit, tell),
        standings=("scenario",),
        source_ids=rule_sources(data, unit),
        notes=(tell("market.curve.note"), *unit_notes(own, unit, tell)),
    )


def _title(own: "pd.Series[Any]", unit: Unit, tell: Speaker) -> str:
    if own["method"] == BALANCE and unit.balance is None:
        at = percent(RATE_CAP / RATE_SLOPE, 0)
        return tell("market.curve.relative", most=percent(RATE_CAP, 0), apart=at)
    if own["method"] == VERIFIED:
        return tell("market.curve.verified", vintage=unit.vintage)
    even, intensity = break_even(own), float(own["intensity"])
    return tell(
        "market.curve.title",
        even=text_of(even, INTENSITY_DIGITS),
        intensity=text_of(intensity, INTENSITY_DIGITS),
        unit=intensity_unit(unit, tell),
    )


def _subtitle(own: "pd.Series[Any]", unit: Unit, is_relative: bool, tell: Speaker) -> str:
    key = "market.curve.sub_relative" if is_relative else "market.curve.sub"
    said = {"line": line_words(unit.line, tell), "unit": intensity_unit(unit, tell)}
    method = own["method"]
    cap = "" if method == VERIFIED else tell(f"market.curve.cap.{method}", **constants())
    return tell(key, vintage=unit.vintage, cap=cap, **said)


def _chart(rows: pd.DataFrame, own: "pd.Series[Any]", unit: Unit, tell: Speaker) -> go.Figure:
    at = Point(
        float(own["intensity"]),
        float(own["due_t"] / unit.output),
        tell("market.curve.unit"),
    )
    ends = tell("market.curve.x", unit=intensity_unit(unit, tell)), tell("market.curve.y")
    return curves.draw(
        list(rows["intensity"]), list(rows["due_per_output"]), ends, INTENSITY_DIGITS, at
    )


def _relative(rows: pd.DataFrame, tell: Speaker) -> go.Figure:
    ends = tell("market.curve.x_relative"), tell("market.curve.y_relative")
    return curves.draw(list(100 * rows["relative"]), list(100 * rows["rate"]), ends, 1)


def _table(rows: pd.DataFrame, unit: Unit, tell: Speaker) -> Table:
    form = Form(intensity_unit(unit, tell), digits=INTENSITY_DIGITS)
    signed = Form(form.unit, digits=INTENSITY_DIGITS, sign=True)
    columns: dict[Head, list[Cell]] = {
        Head("intensity", tell("market.step.intensity")): [
            number(float(value), form) for value in rows["intensity"]
        ],
        Head("surplus", tell("market.column.by_formula")): [
            number(float(value), signed) for value in rows["surplus_per_output"]
        ],
        Head("due", tell("market.column.with_caps")): [
            number(float(value), signed) for value in rows["due_per_output"]
        ],
    }
    return Table.of_columns(columns)


def _relative_table(rows: pd.DataFrame, tell: Speaker) -> Table:
    part = Form("%", times=100, digits=1)
    columns: dict[Head, list[Cell]] = {
        Head("relative", tell("market.curve.x_relative")): [
            number(float(value), part) for value in rows["relative"]
        ],
        Head("rate", tell("market.curve.y_relative")): [
            number(float(value), Form("%", times=100, digits=2, sign=True))
            for value in rows["rate"]
        ],
    }
    return Table.of_columns(columns)
