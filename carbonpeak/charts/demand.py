"""What is asked of each: lying bars, with a mark at the most each has done so far."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.bars import BAR_HEIGHT
from carbonpeak.charts.style import ACCENT_FILL, GREY, INK, MEASURE_FILL, PAPER, figure, filled


@dataclass(frozen=True)
class Asked:
    """One bar: name, what is asked, the most so far (NaN: not known), whether that is exceeded."""

    name: str
    value: float
    best: float
    is_record: bool
    label: str
    hover: str


def draw(bars: Sequence[Asked], within: str, beyond: str, best: str) -> go.Figure:
    """Return the bars, the first on top.

    ``within`` and ``beyond`` name the bars at and above the most so far, ``best`` its mark.
    """
    chart = figure(80 + BAR_HEIGHT * max(len(bars), 1), bargap=0.25)
    places = {one.name: place for place, one in enumerate(bars)}
    for words, fill, shape, is_record in (
        (within, MEASURE_FILL, "", False),
        (beyond, ACCENT_FILL, "/", True),
    ):
        _bars(
            chart, [one for one in bars if one.is_record == is_record], places, words, fill, shape
        )
    _marks(chart, [one for one in bars if not math.isnan(one.best)], places, best)
    edge = max([0.0, *(max(one.value, _or_zero(one.best)) for one in bars)]) or 1.0
    _labels(chart, bars, 1.05 * edge)
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(bars))),
        ticktext=[one.name for one in bars],
        range=[len(bars) - 0.4, -0.6],
        showgrid=False,
    )
    lowest = min([0.0, *(_or_zero(one.best) for one in bars)])
    chart.update_xaxes(visible=False, range=[lowest - 0.03 * edge, 1.45 * edge])
    chart.add_vline(x=0, line={"color": GREY, "width": 1})
    return chart


def _bars(
    chart: go.Figure,
    shown: Sequence[Asked],
    places: dict[str, int],
    words: str,
    fill: str,
    shape: str,
) -> None:
    if not shown:
        return
    chart.add_bar(
        x=[one.value for one in shown],
        y=[places[one.name] for one in shown],
        orientation="h",
        name=words,
        marker=filled(fill, shape),
        hovertext=[one.hover for one in shown],
        hoverinfo="text",
    )


def _marks(chart: go.Figure, shown: Sequence[Asked], places: dict[str, int], words: str) -> None:
    chart.add_scatter(
        x=[one.best for one in shown],
        y=[places[one.name] for one in shown],
        mode="markers",
        name=words,
        marker={
            "symbol": "diamond",
            "size": 9,
            "color": PAPER,
            "line": {"width": 2, "color": INK},
        },
        hovertext=[one.hover for one in shown],
        hoverinfo="text",
    )


def _labels(chart: go.Figure, bars: Sequence[Asked], edge: float) -> None:
    chart.add_scatter(
        x=[edge] * len(bars),
        y=list(range(len(bars))),
        mode="text",
        text=[one.label for one in bars],
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _or_zero(value: float) -> float:
    return 0.0 if math.isnan(value) else value
