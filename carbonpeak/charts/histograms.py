"""Histograms below each other, each with a line at the bound it is held to."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import GREY, MEASURE_FILL, RISE_FILL, RULE, figure, filled

PANEL, WORDS = 160, 0.3


@dataclass(frozen=True)
class Histogram:
    """One histogram: its name, where each bar lies, how high it is, its words, and the bound.

    ``above`` says which bars lie above the bound: they wear another colour and a pattern.
    """

    name: str
    middles: Sequence[float]
    heights: Sequence[float]
    texts: Sequence[str]
    above: Sequence[bool]
    bound: float
    bound_words: str


def draw(every: Sequence[Histogram], width: float, unit: str) -> go.Figure:
    """Return the histograms on one axis of values; ``width`` is that of a bar."""
    chart = figure(PANEL * len(every) + 40, showlegend=False, bargap=0)
    for place, one in enumerate(every):
        _panel(chart, one, place, len(every), width)
    chart.update_xaxes(anchor=_axis(len(every) - 1), title=unit)
    return chart


def _axis(place: int) -> str:
    return f"y{place + 1}" if place else "y"


def _panel(chart: go.Figure, one: Histogram, place: int, total: int, width: float) -> None:
    """Draw one histogram, its name above it and its bound as a line."""
    bottom = 1 - (place + 1) / total
    top = bottom + (1 - WORDS) / total
    chart.add_bar(
        x=list(one.middles),
        y=list(one.heights),
        yaxis=_axis(place),
        width=width * 0.92,
        marker=filled([RISE_FILL if is_above else MEASURE_FILL for is_above in one.above]),
        hovertext=list(one.texts),
        hoverinfo="text",
    )
    key = "yaxis" + _axis(place)[1:]
    place_of_axis = {"domain": [bottom, top], "fixedrange": True, "zeroline": False}
    chart.update_layout({key: {**place_of_axis, "gridcolor": RULE, "tickformat": ",.0f"}})
    _bound(chart, one, bottom, top)


def _bound(chart: go.Figure, one: Histogram, bottom: float, top: float) -> None:
    """Draw the bound of a histogram as a line, and write the name and the bound above it."""
    chart.add_shape(
        type="line",
        x0=one.bound,
        x1=one.bound,
        xref="x",
        yref="paper",
        y0=bottom,
        y1=top,
        line={"color": GREY, "width": 2, "dash": "dash"},
    )
    chart.add_annotation(
        x=0,
        y=top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        text=f"{one.name}<br>{one.bound_words}",
        align="left",
        font={"size": 12},
        showarrow=False,
    )
