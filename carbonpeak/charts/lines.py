"""Lines over years: a path, official points, estimates, breaks and years without a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from carbonpeak.charts import end_labels, hover, seams
from carbonpeak.charts.end_labels import End
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import DASH, GREY, LINES, MARK, PALETTE, RULE, figure

MARK_SIZE = 8
# On a phone no more years than from one to so many later stand beside each other.
MOST_YEARS = 6
# Up to so many lines are named at their ends.
MOST_LABELS = 6
# Room above and below the values, as a part of their span.
ROOM = 0.06
# What margins and ticks take of the height, in pixels, and what a legend leaves of the rest.
MARGINS, LEAST_PLOT = 40, 0.75


@dataclass(frozen=True)
class Line:
    """One series: name, years, values, standings; a break lies before each year of ``breaks``."""

    name: str
    years: Sequence[int]
    values: Sequence[float]
    standings: Sequence[str]
    texts: Sequence[str]
    breaks: frozenset[int] = field(default_factory=frozenset)
    # What the last point says, beside the name at the end of the line.
    end: str = ""


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
    reach: Sequence[float] = (),
) -> go.Figure:
    """Return a line chart; the path is a plain grey line without marks.

    A few lines are named at their ends, more in a legend. ``changed`` are the years from which
    another standing holds, ``standings`` the words of all whose dashes and marks the legend
    explains, ``reach`` values besides those of the lines that the scale has to hold.
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
            hovertemplate=hover.TEMPLATE,
        )
    colours = LINES if len(lines) <= len(LINES) else PALETTE
    for order, line in enumerate(lines):
        add(chart, line, colours[order % len(colours)])
        _mark_breaks(chart, line, break_text)
    seams.explain(chart, standings or {})
    seams.mark(chart, changed)
    every = [*([path] if path else []), *lines]
    fit_years(chart, every)
    if 1 < len(every) <= MOST_LABELS:
        _name_ends(chart, every, [*([GREY] if path else []), *colours], reach)
    return chart


def add(chart: go.Figure, line: Line, colour: str, in_legend: bool = True) -> None:
    """Draw one line stretch by stretch; it stands in the legend once, or not at all."""
    for part, (start, stop) in enumerate(runs(line)):
        _add(chart, line, start, stop, colour, first=in_legend and part == 0)


def _name_ends(
    chart: go.Figure, lines: Sequence[Line], colours: Sequence[str], reach: Sequence[float]
) -> None:
    """Write names and last values at the ends of lines, which go out of the legend."""
    names = {line.name for line in lines}
    chart.for_each_trace(lambda one: one.update(showlegend=False), lambda one: one.name in names)
    chart.update_yaxes(range=_scale([*reach, *(value for line in lines for value in line.values)]))
    ends = [
        End(line.years[-1], line.values[-1], f"{line.name} {line.end}".strip(), colour)
        for line, colour in zip(lines, colours, strict=False)
    ]
    has_legend = bool(reach) or any(one.showlegend is not False for one in chart.data)
    bottom, top = chart.layout.yaxis.domain or (0.0, 1.0)
    part = (LEAST_PLOT if has_legend else 1.0) * (top - bottom)
    plot = part * (chart.layout.height - MARGINS)
    last = max(line.years[-1] for line in lines)
    lead = max(0.4, end_labels.LEAD * (last - min(line.years[0] for line in lines)))
    chart.update_xaxes(range=[chart.layout.xaxis.range[0], last + lead])
    end_labels.write(chart, ends, last, lead, plot)


def _scale(values: Sequence[float]) -> list[float]:
    """Return the ends of an axis that holds all values with some room."""
    low, high = min(values), max(values)
    room = ROOM * ((high - low) or abs(high) or 1.0)
    # An amount that begins at nothing stands on the edge.
    return [low if low == 0 else low - room, high + room]


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
        hovertemplate=hover.TEMPLATE,
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
    step = 1 if span <= MOST_YEARS else 2 if span <= 16 else 5
    chart.update_xaxes(range=[first - 0.4, last + 0.4], dtick=step, tickformat="d")
