"""A waterfall that lies: a level, what raised or lowered it step by step, the level it came to."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import hover
from carbonpeak.charts.style import (
    DRIVER_FILL,
    DRIVER_PATTERN,
    GREY,
    LEVEL_FILL,
    PAPER,
    figure,
    filled,
)

ROW_HEIGHT = 46
HALF = 0.34
# Below this share of the highest level the steps would be slivers, so the axis starts higher.
CUT_BELOW = 0.35
# Room below the lowest step where the axis is cut, and right of the bars for their labels.
FLOOR, ROOM = 0.3, 0.42
# Between a bar and its label; programs leave out a common blank at the start of a line.
GAP = "\u00a0"


@dataclass(frozen=True)
class Step:
    """One bar: its name, where it starts and ends on the axis, its label, and what drives it.

    A level has no driver.
    """

    name: str
    start: float
    end: float
    label: str
    driver: str = ""

    @property
    def is_level(self) -> bool:
        """Whether the bar is an amount, no change."""
        return not self.driver


def draw(steps: Sequence[Step], unit: str = "") -> go.Figure:
    """Return the waterfall, first step on top; each driver wears its colour, labels say the way.

    ``unit`` is that of the first line of the labels.
    """
    floor = cut_at(steps)
    chart = figure(24 + ROW_HEIGHT * len(steps), showlegend=False, bargap=1 - 2 * HALF)
    starts = [floor if step.is_level else min(step.start, step.end) for step in steps]
    ends = [max(step.start, step.end) for step in steps]
    chart.add_bar(
        base=starts,
        x=[end - start for start, end in zip(starts, ends, strict=True)],
        y=list(range(len(steps))),
        orientation="h",
        marker=filled([_fill(step) for step in steps], [_shape(step) for step in steps]),
        hovertext=[_said(step, unit) for step in steps],
        hoverinfo="text",
    )
    _label(chart, steps, ends)
    _connect(chart, steps)
    if floor:
        _mark_cut(chart, steps, floor, max(ends))
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(steps))),
        ticktext=[step.name for step in steps],
        range=[len(steps) - 0.5, -0.5],
        showgrid=False,
    )
    low, high = min([floor, *starts]), max(ends)
    chart.update_xaxes(visible=False, range=[low, high + ROOM * (high - low)])
    return chart


def cut_at(steps: Sequence[Step]) -> float:
    """Return where the axis starts: 0, or higher where the steps are small against the levels."""
    points = [
        point for step in steps for point in (step.start, step.end) if point or not step.is_level
    ]
    low, high = min(points), max(points)
    if low <= 0 or high - low >= CUT_BELOW * high:
        return 0.0
    return max(0.0, low - FLOOR * ((high - low) or high))


def _said(step: Step, unit: str) -> str:
    """Return the words of a bar: its name, its amount with the unit, its share of the start."""
    amount, *shares = step.label.split("<br>")
    return hover.card(step.name, f"{amount} {unit}".strip(), *shares)


def _fill(step: Step) -> str:
    return DRIVER_FILL[step.driver] if step.driver else LEVEL_FILL


def _shape(step: Step) -> str:
    return DRIVER_PATTERN.get(step.driver, "")


def _label(chart: go.Figure, steps: Sequence[Step], ends: Sequence[float]) -> None:
    chart.add_scatter(
        x=list(ends),
        y=list(range(len(steps))),
        mode="text",
        text=[GAP + step.label.replace("<br>", f"<br>{GAP}") for step in steps],
        textposition="middle right",
        textfont={"size": 12},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _connect(chart: go.Figure, steps: Sequence[Step]) -> None:
    """Draw a thin line from the end of each bar to the next."""
    for row, step in enumerate(steps[:-1]):
        chart.add_shape(
            type="line",
            x0=step.end,
            x1=step.end,
            y0=row + HALF,
            y1=row + 1 - HALF,
            line={"color": GREY, "width": 1},
        )


def _mark_cut(chart: go.Figure, steps: Sequence[Step], floor: float, high: float) -> None:
    """Draw two slanted strokes through the levels, where the axis leaves out what lies before."""
    unit = high - floor
    for row in (row for row, step in enumerate(steps) if step.is_level):
        for place in (0.03, 0.05):
            chart.add_shape(
                type="line",
                x0=floor + place * unit,
                x1=floor + (place + 0.02) * unit,
                y0=row + HALF + 0.06,
                y1=row - HALF - 0.06,
                line={"color": PAPER, "width": 3},
            )
