"""Bars: ranked ones that lie, and yearly ones stacked by group."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from carbonpeak.charts import clicks, seams
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import FUEL_FILL, FUEL_PATTERN, GREY, MEASURE_FILL, figure, filled

BAR_HEIGHT = 24
GAP = 0.25
BAR_HALF = (1 - GAP) / 2


def ranked(
    names: Sequence[str],
    values: Sequence[float],
    labels: Sequence[str],
    codes: Sequence[str],
    fills: Sequence[str] | None = None,
) -> go.Figure:
    """Return horizontal bars, the first on top, each with its label; a click gives its code."""
    chart = figure(40 + BAR_HEIGHT * max(len(names), 1), bargap=GAP, showlegend=False)
    chart.add_bar(
        x=list(values),
        y=list(range(len(names))),
        orientation="h",
        text=list(labels),
        textposition="outside",
        cliponaxis=False,
        marker=filled(fills or MEASURE_FILL),
        customdata=list(codes),
        hovertext=[f"{name}: {label}" for name, label in zip(names, labels, strict=True)],
        hoverinfo="text",
    )
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=list(names),
        autorange="reversed",
        showgrid=False,
    )
    boxes = [
        Box(min(0.0, value), max(0.0, value), place - BAR_HALF, place + BAR_HALF)
        for place, value in enumerate(values)
    ]
    clicks.remember(chart, dict(zip(codes, boxes, strict=True)))
    chart.update_xaxes(visible=False, range=_room(values))
    if any(value < 0 for value in values):
        chart.add_vline(x=0, line={"color": GREY, "width": 1})
    return chart


def stacked(
    years: Sequence[int],
    groups: Mapping[str, Sequence[float]],
    names: Mapping[str, str],
    unit: str,
    changed: Sequence[Seam] = (),
) -> go.Figure:
    """Return yearly bars stacked by group of fuels, in the order of the palette.

    ``changed`` are the years from which another standing holds.
    """
    chart = figure(340, barmode="stack", bargap=0.2)
    for group in (key for key in FUEL_FILL if key in groups):
        chart.add_bar(
            x=list(years),
            y=list(groups[group]),
            name=names[group],
            marker=filled(FUEL_FILL[group], FUEL_PATTERN.get(group, "")),
            hovertemplate=f"%{{x}} {names[group]}: %{{y:,.0f}} {unit}<extra></extra>",
        )
    seams.mark(chart, changed)
    chart.update_xaxes(tickformat="d", dtick=2 if len(years) <= 12 else 5)
    chart.update_yaxes(tickformat=",.0f")
    return chart


def _room(values: Sequence[float]) -> list[float]:
    """Return an axis range that leaves room for the labels outside the bars."""
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    return [
        low - (0.62 * span if low < 0 else 0),
        high + (0.45 * span if high > 0 else 0.02 * span),
    ]
