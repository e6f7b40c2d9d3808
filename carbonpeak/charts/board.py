"""A board: for each row, how many of its items are in which state, side by side in one bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import clicks
from carbonpeak.charts.bars import BAR_HALF, GAP
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import FITTING, GOAL_FILL, GOAL_INK, GOAL_PATTERN, figure, filled

# The legend stands above the bars, in several lines on a small screen.
LEGEND_ROOM = 90
# A name stands on two lines.
ROW_HEIGHT = 36
# A number has room in a bar of this share of the longest.
LEAST_LABELLED = 0.03
# The legend of a phone leaves low rows: their numbers may be so small.
SMALLEST = 9


@dataclass(frozen=True)
class Row:
    """One bar: its code for a click, its name, how many are in each state, what it says."""

    code: str
    name: str
    counts: Mapping[str, int]
    hover: str


def draw(rows: Sequence[Row], legend: Sequence[tuple[str, str]]) -> go.Figure:
    """Return the bars, the first on top; ``legend`` lists (state, words) in the order to show."""
    chart = figure(40 + LEGEND_ROOM + ROW_HEIGHT * max(len(rows), 1), barmode="stack", bargap=GAP)
    longest = max((sum(row.counts.values()) for row in rows), default=1) or 1
    for state, words in legend:
        if any(row.counts.get(state) for row in rows):
            _add(chart, rows, state, words, longest)
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(rows))),
        ticktext=[row.name for row in rows],
        autorange="reversed",
        showgrid=False,
    )
    chart.update_xaxes(visible=False)
    chart.update_layout(
        legend={"traceorder": "normal"}, uniformtext=FITTING | {"minsize": SMALLEST}
    )
    clicks.remember(chart, {row.code: _box(row, place) for place, row in enumerate(rows)})
    return chart


def _add(chart: go.Figure, rows: Sequence[Row], state: str, words: str, longest: int) -> None:
    counts = [row.counts.get(state, 0) for row in rows]
    chart.add_bar(
        x=counts,
        y=list(range(len(rows))),
        orientation="h",
        name=words,
        text=[str(one) if one / longest >= LEAST_LABELLED else "" for one in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": GOAL_INK[state], "size": FITTING["minsize"]},
        marker=filled(GOAL_FILL[state], GOAL_PATTERN.get(state, "")),
        customdata=[row.code for row in rows],
        hovertext=[row.hover for row in rows],
        hoverinfo="text",
    )


def _box(row: Row, place: int) -> Box:
    return Box(0, sum(row.counts.values()), place - BAR_HALF, place + BAR_HALF)
