"""A curve over a quantity, its zero line, and one point on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import GREY, PALETTE, RISE_FILL, figure


@dataclass(frozen=True)
class Point:
    """One point of the curve with its words."""

    x: float
    y: float
    words: str


def draw(
    xs: Sequence[float],
    ys: Sequence[float],
    ends: tuple[str, str],
    digits: int,
    point: Point | None = None,
) -> go.Figure:
    """Return the curve; ``ends`` are the words of both axes, ``digits`` those of a hover."""
    chart = figure(330, showlegend=False)
    chart.add_hline(y=0, line={"color": GREY, "width": 1})
    shown = f"%{{x:,.{digits}f}}: %{{y:+,.{digits}f}}<extra></extra>"
    chart.add_scatter(
        x=list(xs),
        y=list(ys),
        mode="lines",
        line={"color": PALETTE[0], "width": 2.5},
        hovertemplate=shown,
    )
    if point is not None:
        _add(chart, point, shown)
    chart.update_xaxes(title={"text": ends[0], "font": {"size": 12, "color": GREY}})
    chart.update_yaxes(title={"text": ends[1], "font": {"size": 12, "color": GREY}})
    return chart


def _add(chart: go.Figure, point: Point, shown: str) -> None:
    chart.add_scatter(
        x=[point.x],
        y=[point.y],
        mode="markers+text",
        text=[point.words],
        textposition="top right",
        marker={"symbol": "diamond", "size": 12, "color": RISE_FILL},
        hovertemplate=shown,
    )


def add_many(chart: go.Figure, points: Sequence[Point], digits: int) -> None:
    """Add points with their words in what shows when they are pointed at."""
    chart.add_scatter(
        x=[one.x for one in points],
        y=[one.y for one in points],
        mode="markers",
        text=[one.words for one in points],
        marker={"symbol": "diamond", "size": 9, "color": RISE_FILL, "opacity": 0.7},
        hovertemplate=f"%{{text}}<br>%{{x:,.{digits}f}}: %{{y:+,.{digits}f}}<extra></extra>",
    )
