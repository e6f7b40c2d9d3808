"""Small multiples: one little line chart per province where it roughly lies, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from carbonpeak.charts import clicks, compared
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import GREY, INK, NO_TIER_FILL, PAPER, REFERENCE, RULE, figure
from carbonpeak.charts.tiles import COLUMNS, ROWS

HEIGHT = 620
HALF_WIDTH, HALF_HEIGHT = 0.47, 0.46
# What the name takes of a panel's height from above; room at both sides of the lines.
NAME, SIDE = 0.32, 0.05
NAME_SIZE, CLICK_SIZE = 11, 40


# Years and the values of each.
Points = tuple[Sequence[int], Sequence[float]]


@dataclass(frozen=True)
class Panel:
    """One province: its place, name, values by year, hover; ``colour`` where it was chosen.

    ``missing`` says why there are no values.
    """

    code: str
    row: int
    column: int
    name: str
    years: Sequence[int]
    values: Sequence[float]
    hover: str
    colour: str = ""
    missing: str = ""

    @property
    def box(self) -> Box:
        """Where it lies in the grid, rows downwards."""
        return Box(
            self.column - HALF_WIDTH,
            self.column + HALF_WIDTH,
            self.row - HALF_HEIGHT,
            self.row + HALF_HEIGHT,
        )


@dataclass(frozen=True)
class Scale:
    """The one scale of all panels: first and last year, lowest and highest value."""

    first: int
    last: int
    low: float
    high: float

    def across(self, box: Box, year: float) -> float:
        """Return where a year lies in a panel."""
        part = (year - self.first) / max(self.last - self.first, 1)
        return box.x0 + SIDE + part * (box.x1 - box.x0 - 2 * SIDE)

    def down(self, box: Box, value: float) -> float:
        """Return where a value lies in a panel, below its name."""
        part = (self.high - value) / (self.high - self.low)
        top = box.y0 + NAME
        return top + part * (box.y1 - SIDE - top)


def draw(
    panels: Sequence[Panel],
    reference: Points | None,
    scale: Scale,
    explained: Sequence[str],
) -> go.Figure:
    """Return the panels, each with the reference in grey; ``explained`` are lines of words."""
    chart = figure(HEIGHT)
    chart.update_layout(shapes=[_frame(panel) for panel in panels])
    shown = [panel for panel in panels if panel.values]
    if reference:
        _lines(chart, [(panel.box, reference) for panel in shown], scale, REFERENCE, 1)
    for colour in dict.fromkeys(panel.colour for panel in shown):
        own = [(one.box, (one.years, one.values)) for one in shown if one.colour == colour]
        _lines(chart, own, scale, colour or INK, 2.5 if colour else 1.5)
    _name(chart, panels)
    boxes = {panel.code: panel.box for panel in panels}
    clicks.take(chart, boxes, [panel.hover for panel in panels], CLICK_SIZE)
    _explain(chart, explained)
    chart.update_xaxes(visible=False, range=COLUMNS)
    chart.update_yaxes(visible=False, range=ROWS)
    return chart


def scale(panels: Sequence[Panel], reference: Points | None, from_zero: bool) -> Scale:
    """Return the one scale that holds all panels and the reference; at least one has a value."""
    years = [year for panel in panels for year in panel.years]
    values = [value for panel in panels for value in panel.values]
    if reference:
        years, values = [*years, *reference[0]], [*values, *reference[1]]
    return Scale(min(years), max(years), *compared.scale(values, from_zero))


def _frame(panel: Panel) -> dict[str, Any]:
    # Grey is for places of which nothing is known, here as on tiles.
    fill, edge = (PAPER, RULE) if panel.values else (NO_TIER_FILL, NO_TIER_FILL)
    box = panel.box
    return {
        "type": "rect",
        "x0": box.x0,
        "x1": box.x1,
        "y0": box.y0,
        "y1": box.y1,
        "fillcolor": fill,
        "line": {"color": panel.colour or edge, "width": 2 if panel.colour else 1},
        "layer": "below",
    }


def _lines(
    chart: go.Figure, drawn: Sequence[tuple[Box, Points]], scale: Scale, colour: str, width: float
) -> None:
    """Draw values into their panels as one trace; a year without a value leaves a gap."""
    across: list[float | None] = []
    down: list[float | None] = []
    for box, (years, values) in drawn:
        known = dict(zip(years, values, strict=True))
        # None ends the line of a panel.
        for year in (*range(min(known), max(known) + 1), None):
            across.append(None if year is None else scale.across(box, year))
            down.append(scale.down(box, known[year]) if year in known else None)
    is_line = any(len(years) > 1 for _, (years, _) in drawn)
    chart.add_scatter(
        x=across,
        y=down,
        mode="lines" if is_line else "markers",
        line={"color": colour, "width": width},
        marker={"color": colour, "size": 4},
        showlegend=False,
        hoverinfo="skip",
    )


def _name(chart: go.Figure, panels: Sequence[Panel]) -> None:
    tops = [Box(panel.box.x0, panel.box.x1, panel.box.y0, panel.box.y0 + NAME) for panel in panels]
    names = [f"<b>{panel.name}</b>" if panel.colour else panel.name for panel in panels]
    inks = [INK if panel.values else GREY for panel in panels]
    clicks.write(chart, tops, names, inks, NAME_SIZE)
    empty = [panel for panel in panels if not panel.values]
    words = [panel.missing for panel in empty]
    clicks.write(chart, [one.box for one in empty], words, [GREY] * len(empty), NAME_SIZE)


def _explain(chart: go.Figure, lines: Sequence[str]) -> None:
    """Write words where no panel lies, left above."""
    chart.add_annotation(
        x=COLUMNS[0],
        y=ROWS[1],
        text="<br>".join(lines),
        align="left",
        xanchor="left",
        yanchor="top",
        showarrow=False,
        font={"size": NAME_SIZE, "color": GREY},
    )
