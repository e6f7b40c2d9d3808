"""Lines over months or years: one series, or many as small ones; gaps stay gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import DASH, GREY, MARK, PALETTE, figure

# Pixels of a small line with the two lines of words above it, which take this part of it.
PANEL, WORDS = 88, 0.5
LINE = 330
MANY_YEARS = 7


@dataclass(frozen=True)
class Months:
    """One series: its name, first days of its months, values (None in a gap), words of each point.

    ``standings`` are those of the points; ``end`` the words of the newest one.
    """

    name: str
    days: Sequence[str]
    values: Sequence[float | None]
    standings: Sequence[str]
    texts: Sequence[str]
    end: str


def line(one: Months, has_zero: bool) -> go.Figure:
    """Return one series as a line with marks; ``has_zero`` where it is a change."""
    chart = figure(LINE, showlegend=False)
    chart.add_scatter(
        x=list(one.days),
        y=list(one.values),
        mode="lines+markers",
        line={"color": PALETTE[0], "width": 2, "dash": DASH[one.standings[-1]]},
        marker={
            "symbol": [MARK[kind] for kind in one.standings],
            "size": 6,
            "color": PALETTE[0],
            "line": {"width": 1.5, "color": PALETTE[0]},
        },
        text=list(one.texts),
        hovertemplate="%{text}<extra></extra>",
    )
    if has_zero:
        chart.add_hline(y=0, line={"color": GREY, "width": 1})
    _years(chart, [one])
    return chart


def small(every: Sequence[Months]) -> go.Figure:
    """Return the series as small lines below each other, each on a scale of its own."""
    chart = figure(PANEL * max(len(every), 1) + 40, showlegend=False)
    height = 1 / max(len(every), 1)
    for place, one in enumerate(every):
        _panel(chart, one, place + 1, 1 - (place + 1) * height, height)
    below = "y" if len(every) < 2 else f"y{len(every)}"
    _years(chart, every)
    chart.update_xaxes(anchor=below)
    return chart


def _years(chart: go.Figure, every: Sequence[Months]) -> None:
    """Write every year below the lines, or every second one where there are many."""
    years = {int(day[:4]) for one in every for day in one.days}
    step = 12 if max(years) - min(years) <= MANY_YEARS else 24
    chart.update_xaxes(type="date", tickformat="%Y", dtick=f"M{step}")


def _panel(chart: go.Figure, one: Months, number: int, bottom: float, height: float) -> None:
    """Draw one small line with its name and its newest value above it."""
    axis = "y" if number == 1 else f"y{number}"
    chart.add_scatter(
        x=list(one.days),
        y=list(one.values),
        yaxis=axis,
        mode="lines+markers",
        line={"color": PALETTE[0], "width": 1.5, "dash": DASH[one.standings[-1]]},
        # A point alone has no line: it shows as a mark; of the others only the newest does.
        marker={"size": [*[0] * (len(one.days) - 1), 7], "color": PALETTE[3], "opacity": 1},
        text=list(one.texts),
        hovertemplate="%{text}<extra></extra>",
    )
    top = bottom + height * (1 - WORDS)
    place = {"domain": [bottom, top], "visible": False, "fixedrange": True}
    chart.update_layout({f"yaxis{'' if number == 1 else number}": place})
    chart.add_annotation(
        x=0,
        y=top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        align="left",
        text=f"{one.name}<br><b>{one.end}</b>",
        font={"size": 12},
        showarrow=False,
    )
