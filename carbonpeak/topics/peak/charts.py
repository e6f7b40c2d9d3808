"""One series with its maximum and test window, and counts of states over years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.charts.style import (
    ACCENT_FILL,
    FITTING,
    GREY,
    INK,
    NO_TIER_FILL,
    PATTERN,
    RULE,
    figure,
    filled,
)

# A series whose later values keep above this share of its maximum leaves room below the line.
ROOM_BELOW = 0.5
# A window of so many years has room for its words; those of a shorter one reach out to the left.
WIDE_WINDOW = 8
# The height of a lying bar and of what is around all of them, in pixels; a smaller part than this
# has no room for its share.
SHARE_HEIGHT, SHARE_ROOM, LEGEND_ROW, LEAST_LABELLED = 78, 16, 21, 0.045


@dataclass(frozen=True)
class Window:
    """The years after the maximum that the test looks at, with the words that say so."""

    first: float
    last: float
    text: str


def series(
    line: Line, peak_year: int | None, peak_text: str, window: Window | None, break_text: str = ""
) -> go.Figure:
    """Return the line with standing by style, its maximum marked and named, the window shaded."""
    chart = lines.draw([line], height=380, break_text=break_text)
    chart.update_yaxes(rangemode="tozero", tickformat=",~r")
    chart.update_layout(showlegend=False, margin={"t": 34})
    chart.update_xaxes(range=[line.years[0] - 0.7, line.years[-1] + 0.9])
    if peak_year is not None:
        _mark_maximum(chart, line, peak_year, peak_text)
    if window is not None:
        _shade(chart, window, _height_of_words(line, peak_year))
    return chart


def counts(
    years: Sequence[int],
    groups: Mapping[str, Sequence[int]],
    words: Mapping[str, str],
    fills: Mapping[str, str],
    inks: Mapping[str, str],
) -> go.Figure:
    """Return bars of how many stand in each state, one per year, in the order of the groups."""
    chart = figure(430, barmode="stack", bargap=0.15)
    for state, numbers in groups.items():
        chart.add_bar(
            x=list(years),
            y=list(numbers),
            name=words[state],
            text=[str(count) if count else "" for count in numbers],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": inks.get(state, INK), "size": 12},
            marker=filled(fills.get(state, NO_TIER_FILL), _shape(state, fills))
            | {"line": {"color": GREY, "width": 0.5}},
            hovertemplate=f"%{{x}} {words[state]}: %{{y}}<extra></extra>",
        )
    chart.update_xaxes(tickformat="d", dtick=1)
    chart.update_yaxes(visible=False)
    chart.update_layout(uniformtext=FITTING)
    return chart


@dataclass(frozen=True)
class Segment:
    """One part of a lying bar: group, state, a fraction, words on it and when pointed at."""

    group: str
    state: str
    share: float
    label: str
    hover: str


def shares(
    segments: Sequence[Segment],
    legend: Sequence[tuple[str, str]],
    fills: Mapping[str, str],
    inks: Mapping[str, str],
) -> go.Figure:
    """Return a lying bar of parts of one whole for each group, the first on top."""
    groups = list(dict.fromkeys(one.group for one in segments))
    height = SHARE_ROOM + SHARE_HEIGHT * len(groups) + LEGEND_ROW * len(legend)
    chart = figure(height, barmode="stack", bargap=0.3)
    for state, name in legend:
        own = [one for one in segments if one.state == state]
        chart.add_bar(
            x=[one.share for one in own],
            y=[groups.index(one.group) for one in own],
            name=name,
            orientation="h",
            text=[one.label if one.share >= LEAST_LABELLED else "" for one in own],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": inks.get(state, INK), "size": 12},
            marker=filled(fills.get(state, NO_TIER_FILL), _shape(state, fills))
            | {"line": {"color": GREY, "width": 0.5}},
            hovertext=[one.hover for one in own],
            hoverinfo="text",
        )
    places = list(range(len(groups)))
    chart.update_xaxes(visible=False, range=[0, 1])
    chart.update_yaxes(
        tickmode="array", tickvals=places, ticktext=groups, autorange="reversed", showgrid=False
    )
    chart.update_layout(
        legend={"traceorder": "normal"},
        margin={"t": LEGEND_ROW * len(legend)},
        uniformtext=FITTING,
    )
    return chart


def _shape(state: str, fills: Mapping[str, str]) -> str:
    """Return the pattern of a state: numbers stand on the bars, so only the unknown has one."""
    return "" if state in fills else PATTERN[NO_TIER_FILL]


def _mark_maximum(chart: go.Figure, line: Line, peak_year: int, text: str) -> None:
    """Mark the highest value; its words lean inwards so that none is cut off at an edge."""
    first, last = line.years[0], line.years[-1]
    middle = (first + last) / 2
    highest = line.values[list(line.years).index(peak_year)]
    chart.add_scatter(
        x=[peak_year],
        y=[highest],
        mode="markers",
        marker={"symbol": "diamond", "size": 14, "color": ACCENT_FILL, "line": {"width": 1}},
        hoverinfo="skip",
    )
    chart.add_annotation(
        x=peak_year,
        y=highest,
        text=text,
        showarrow=False,
        yshift=18,
        xanchor="right" if peak_year > middle else "left",
        font={"size": 12, "color": INK},
    )


def _height_of_words(line: Line, peak_year: int | None) -> float:
    """Return where the words of the window keep off the line, a share of the height.

    At the top where the values after the maximum stay low; else at the bottom, above the words of a
    break if there is one.
    """
    later = [
        value
        for year, value in zip(line.years, line.values, strict=True)
        if peak_year is not None and year > peak_year
    ]
    if later and max(later) < ROOM_BELOW * max(line.values):
        return 0.97
    return 0.36 if line.breaks else 0.03


def _shade(chart: go.Figure, window: Window, height: float) -> None:
    chart.add_vrect(
        x0=window.first, x1=window.last, fillcolor=RULE, opacity=0.35, line_width=0, layer="below"
    )
    is_wide = window.last - window.first >= WIDE_WINDOW
    side = "left" if is_wide else "right"
    chart.add_annotation(
        x=window.first if is_wide else window.last,
        y=height,
        yref="paper",
        xanchor=side,
        yanchor="top" if height > 0.5 else "bottom",
        align=side,
        text=window.text,
        showarrow=False,
        font={"size": 12, "color": GREY},
    )
