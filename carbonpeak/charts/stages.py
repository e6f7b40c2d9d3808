"""Bars that lie, one for each stage: emissions to the right, removals to the left, never netted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import hover
from carbonpeak.charts.style import FITTING, GREY, PALETTE, figure, filled

ROW_HEIGHT = 44
# Room for labels at the ends of the bars, as a part of the longest.
ROOM = 0.35
LEAST_LABELLED = 0.04


@dataclass(frozen=True)
class Side:
    """One series: its name, kg of each stage with the sign of its side, and the labels."""

    name: str
    values: Sequence[float]
    labels: Sequence[str]


def draw(names: Sequence[str], sides: Sequence[Side], grouped: bool = False) -> go.Figure:
    """Return the bars, the first stage on top; ``grouped`` ones stand below each other."""
    height = 60 + ROW_HEIGHT * len(names) * (len(sides) if grouped else 1)
    chart = figure(height, barmode="group" if grouped else "relative", bargap=0.3)
    for place, side in enumerate(sides):
        chart.add_bar(
            x=list(side.values),
            y=list(range(len(names))),
            orientation="h",
            name=side.name,
            marker=filled(PALETTE[place], "/" if place else ""),
            text=list(side.labels),
            textposition="outside",
            cliponaxis=False,
            hovertext=[hover.card(*pair) for pair in zip(names, side.labels, strict=True)],
            hoverinfo="text",
        )
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=list(names),
        autorange="reversed",
        showgrid=False,
    )
    chart.update_layout(showlegend=len(sides) > 1, margin_t=34 if len(sides) > 1 else 8)
    chart.update_xaxes(visible=False, range=_room(sides))
    chart.add_vline(x=0, line={"color": GREY, "width": 1})
    return chart


def one_bar(shares: Mapping[str, float], labels: Sequence[str]) -> go.Figure:
    """Return one bar of all parts side by side, in the order of the palette."""
    chart = figure(150, barmode="stack")
    for place, ((name, share), label) in enumerate(zip(shares.items(), labels, strict=True)):
        chart.add_bar(
            x=[share],
            y=[0],
            orientation="h",
            name=name,
            marker=filled(PALETTE[place % len(PALETTE)], ("", "/", ".", "x", "\\", "|")[place % 6]),
            # A sliver has no room for its words; the legend and the table have them.
            text=[label if share >= LEAST_LABELLED else ""],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            hovertext=[hover.card(name, label)],
            hoverinfo="text",
        )
    chart.update_yaxes(visible=False)
    chart.update_xaxes(visible=False, range=[0, sum(shares.values()) or 1.0])
    chart.update_layout(margin_t=50, legend_traceorder="normal", uniformtext=FITTING)
    return chart


def _room(sides: Sequence[Side]) -> list[float]:
    values = [0.0, *(value for side in sides for value in side.values)]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    return [low - (ROOM * span if low < 0 else 0.0), high + ROOM * span]
