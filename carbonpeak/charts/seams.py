"""Seams: where within a chart over years one standing of the numbers ends and another begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import DASH, GREY, MARK

WORDS_SIZE = 11
# How far one line of words lies above another, in pixels.
LINE = 15
# What legend and ticks leave of the height of a chart at least.
LEAST_PLOT = 0.6


@dataclass(frozen=True)
class Seam:
    """The first year of another standing, and the words that say so."""

    year: int
    words: str


def mark(
    chart: go.Figure, seams: Sequence[Seam], places: Mapping[int, float] | None = None
) -> None:
    """Draw a rule before each year, its words above the plot, where no bar or line lies.

    ``places`` are those of the years on an axis of names.
    """
    top = _make_room(chart, len(seams)) if seams else 1.0
    for order, seam in enumerate(seams):
        place = (places or {}).get(seam.year, seam.year) - 0.5
        chart.add_vline(x=place, line={"color": GREY, "width": 1, "dash": "dash"})
        chart.add_annotation(
            x=place,
            y=top,
            yref="paper",
            yanchor="bottom",
            yshift=LINE * order,
            text=seam.words,
            showarrow=False,
            font={"size": WORDS_SIZE, "color": GREY},
        )


def explain(chart: go.Figure, words: Mapping[str, str]) -> None:
    """Add to the legend what the dashes and marks of each standing mean."""
    for standing, name in words.items():
        chart.add_scatter(
            x=[None],
            y=[None],
            name=name,
            mode="lines+markers",
            line={"color": GREY, "width": 2, "dash": DASH[standing]},
            marker={
                "symbol": MARK[standing],
                "size": 8,
                "color": GREY,
                "line": {"width": 2, "color": GREY},
            },
            hoverinfo="skip",
        )


def _make_room(chart: go.Figure, lines: int) -> float:
    """Let the axis end below the words of seams; return where, as a part of the plot."""
    top = 1 - lines * LINE / (LEAST_PLOT * float(chart.layout.height))
    chart.update_yaxes(domain=[0, top])
    return top
