"""Several lines in one chart, labelled at their ends; what they are compared with is grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import end_labels, lines, seams
from carbonpeak.charts.end_labels import End
from carbonpeak.charts.lines import Line
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import GREY, REFERENCE, figure

HEIGHT = 440
# What is left of the height for the plot where the legend takes several rows, in pixels.
PLOT = 270
# Room beside the first year, in years.
EDGE = 0.4
# Room above and below the values, as a part of their span.
ROOM = 0.06


@dataclass(frozen=True)
class Labelled:
    """A line, the words at its end, its colour, and whether others are compared with it.

    ``revised`` are the breaks of the line that a change of the data makes; at others nothing is
    known.
    """

    line: Line
    label: str
    colour: str = REFERENCE
    is_reference: bool = False
    revised: frozenset[int] = frozenset()


def draw(
    drawn: Sequence[Labelled],
    standings: Mapping[str, str],
    changed: Sequence[Seam] = (),
    from_zero: bool = False,
    base: float | None = None,
) -> go.Figure:
    """Return the chart; every line has a point at least.

    ``standings`` are the words of dashes and marks, ``changed`` the years from which another
    standing holds for all, ``from_zero`` whether the scale begins at nothing,
    ``base`` the value against which lines are read: a rule is drawn there.
    """
    chart = figure(HEIGHT)
    if base is not None:
        chart.add_hline(y=base, line={"color": GREY, "width": 1}, layer="below")
    for one in drawn:
        (_refer if one.is_reference else _draw)(chart, one)
    years = [year for one in drawn for year in one.line.years]
    values = [value for one in drawn for value in one.line.values]
    chart.update_yaxes(range=scale(values, from_zero))
    lines.fit_years(chart, [one.line for one in drawn])
    first, last = min(years), max(years)
    lead = end_labels.LEAD * (last - first) or EDGE
    chart.update_xaxes(range=[first - EDGE, last + lead])
    ends = [End(one.line.years[-1], one.line.values[-1], one.label, one.colour) for one in drawn]
    end_labels.write(chart, ends, last, lead, PLOT)
    seams.explain(chart, standings)
    seams.mark(chart, changed)
    return chart


def scale(values: Sequence[float], from_zero: bool) -> list[float]:
    """Return the ends of an axis that holds all values with some room."""
    low, high = min(values), max(values)
    if from_zero:
        low = min(0.0, low)
    room = ROOM * ((high - low) or abs(high) or 1.0)
    return [low if from_zero and low == 0 else low - room, high + room]


def _draw(chart: go.Figure, one: Labelled) -> None:
    lines.add(chart, one.line, one.colour, in_legend=False)
    for year in sorted(one.revised & set(one.line.years[1:])):
        place = list(one.line.years).index(year)
        chart.add_scatter(
            x=[year - 0.5],
            y=[(one.line.values[place - 1] + one.line.values[place]) / 2],
            mode="text",
            text=["//"],
            textfont={"color": one.colour, "size": 15},
            unselected={"textfont": {"color": one.colour}},
            showlegend=False,
            hoverinfo="skip",
        )


def _refer(chart: go.Figure, one: Labelled) -> None:
    chart.add_scatter(
        x=one.line.years,
        y=one.line.values,
        mode="lines",
        line={"color": one.colour, "width": 2},
        text=one.line.texts,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
