"""Fans and ranges: bands of what may be, around lines of what was and what a scenario assumes."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.charts.style import FAN_FILL


@dataclass(frozen=True)
class Ribbon:
    """A band between two values by year, with the words that say what lies in it."""

    name: str
    years: Sequence[int]
    low: Sequence[float]
    high: Sequence[float]


def draw(
    drawn: Sequence[Line],
    ribbons: Sequence[Ribbon],
    path: Line | None = None,
    height: int = 370,
    break_text: str = "",
    from_zero: bool = False,
) -> go.Figure:
    """Return lines over bands; the widest band comes first and lies lowest.

    With ``from_zero`` the axis of values starts there, as it should for an amount.
    """
    reach = [value for ribbon in ribbons for value in (*ribbon.low, *ribbon.high)]
    reach += [0.0] if from_zero else []
    chart = lines.draw(drawn, path, height=height, break_text=break_text, reach=reach)
    above = len(chart.data)
    for ribbon, fill in zip(ribbons, FAN_FILL, strict=False):
        chart.add_scatter(
            x=[*ribbon.years, *reversed(ribbon.years)],
            y=[*ribbon.high, *reversed(ribbon.low)],
            name=ribbon.name,
            mode="lines",
            fill="toself",
            fillcolor=fill,
            line={"width": 0},
            hoverinfo="skip",
        )
    if from_zero:
        chart.update_yaxes(rangemode="tozero")
    chart.data = (*chart.data[above:], *chart.data[:above])
    return chart
