"""Lines over years: a path, official points, estimates, breaks and years without a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from carbonpeak.charts import seams
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import DASH, GREY, MARK, PALETTE, RULE, figure

MARK_SIZE = 8


@dataclass(frozen=True)
class Line:
    """One series: name, years, values, standings; a break lies before each year of ``breaks``."""

    name: str
    years: Sequence[int]
    values: Sequence[float]
    standings: Sequence[str]
    texts: Sequence[str]
    breaks: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Band:
    """Years for which nothing is known, with the words that say so."""

    first: float
    last: float
    text: str


def draw(
    lines: Sequence[Line],
    path: Line | None = None,
    band: Band | None = None,
    height: int = 330,
    break_text: str = "",
    changed: Sequence[Seam] = (),
    standings: Mapping[str, str] | None = None,
) -> go.Figure:
    """Return a line chart; the path is a plain grey line without marks.

    ``changed`` are the years from which another standing holds, ``standings`` the words of all
    whose dashes and marks the legend explains.
    """
    chart = figure(height)
    if band:
        _shade(chart, band)
    if path:
        chart.add_scatter(
            x=path.years,
            y=path.values,
            name=path.name,
            mode="lines",
            line={"color": GREY, "width": 2},
            text=path.texts,
            hovertemplate="%{text}<extra></extra>",
        )
    for order, line in enumerate(lines):
        add(chart, line, PALETTE[order % len(PALETTE)])
        _mark_breaks(chart, line, break_text)
    seams.explain(chart, standings or {})
    seams.mark(chart, changed)
    fit_years(chart, [*lines, *([path] if path else [])])
    return chart


def add(chart: go.Figure, line: Line, colour: str, in_legend: bool = True) -> None:
    """Draw one line stretch by stretch; it stands in the legend once, or not at all."""
    for part, (start, stop) in enumerate(runs(line)):
        _add(chart, line, start, stop, colour, first=in_legend and part == 0)


def runs(line: Line) -> list[tuple[int, int]]:
    """Return (start, stop) of every stretch drawn in one style.

    Within it the standing is unchanged and no break lies. A stretch reaches back to the last point
    of the one before unless a break lies between, so the line stays whole where only its standing
    changes.
    """
    stretches: list[tuple[int, int]] = []
    start = 0
    for position in range(1, len(line.years) + 1):
        ended = position == len(line.years)
        broken = not ended and line.years[position] in line.breaks
        changed = not ended and line.standings[position] != line.standings[position - 1]
        if ended or broken or changed:
            stretches.append((start, position))
            start = position if broken else position - 1
    return [(a, b) for a, b in stretches if b > a]


def _add(chart: go.Figure, line: Line, start: int, stop: int, colour: str, first: bool) -> None:
    standing = line.standings[stop - 1]
    # The point a stretch reaches back to keeps the mark of its own standing.
    sizes = [MARK_SIZE if kind == standing else 0 for kind in line.standings[start:stop]]
    chart.add_scatter(
        x=line.years[start:stop],
        y=line.values[start:stop],
        name=line.name,
        legendgroup=line.name,
        showlegend=first,
        mode="lines+markers",
        line={"color": colour, "width": 2.5, "dash": DASH[standing]},
        marker={
            "symbol": MARK[standing],
            "size": sizes,
            "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        text=line.texts[start:stop],
        hovertemplate="%{text}<extra></extra>",
    )


def _mark_breaks(chart: go.Figure, line: Line, text: str) -> None:
    for year in sorted(line.breaks & set(line.years)):
        chart.add_vline(x=year - 0.5, line={"color": GREY, "width": 1, "dash": "dot"})
        chart.add_annotation(
            x=year - 0.5,
            y=0,
            yref="paper",
            yanchor="bottom",
            text=text,
            textangle=-90,
            showarrow=False,
            font={"size": 11, "color": GREY},
            xanchor="right",
        )


def _shade(chart: go.Figure, band: Band) -> None:
    chart.add_vrect(
        x0=band.first, x1=band.last, fillcolor=RULE, opacity=0.35, line_width=0, layer="below"
    )
    chart.add_annotation(
        x=(band.first + band.last) / 2,
        y=0.98,
        yref="paper",
        yanchor="top",
        text=band.text,
        showarrow=False,
        font={"size": 12, "color": GREY},
    )


def fit_years(chart: go.Figure, lines: Sequence[Line]) -> None:
    """Give every year room at both ends, and a tick for each, every second or every fifth year."""
    years = [year for line in lines for year in line.years]
    if not years:
        return
    first, last = min(years), max(years)
    span = last - first
    step = 1 if span <= 8 else 2 if span <= 16 else 5
    chart.update_xaxes(range=[first - 0.4, last + 0.4], dtick=step, tickformat="d")
