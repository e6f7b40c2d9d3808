"""A matrix of states: one cell per row and column, told apart by fill and symbol."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import clicks
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import FONT_SIZE, INK, NO_TIER_FILL, PAPER, PATTERN, edge, figure

# Cells narrower than these columns leave set symbol and year below each other.
NARROW_FROM = 16
TEXT_SIZE, CLICK_SIZE = 12, 24
# Words of the key that fit a phone beside the names of rows.
KEY_SIZE = 11.5
ROW_HEIGHT = {False: 26, True: 34}
HEAD_HEIGHT = {False: 120, True: 190}
# What a line of the legend takes, in pixels, beyond the first ones.
LEGEND_LINE = 14
# What a year in a column and the names of the rows need, in pixels: narrower they overlap.
# By whether columns are narrow.
COLUMN_WIDTH, NAMES_WIDTH = {False: 62, True: 28}, {False: 80, True: 180}


# Between the names of rows and the cells, in pixels.
NAMES_GAP = 7


@dataclass(frozen=True)
class Cell:
    """One cell: its code for a click, state, the lines written in it, its hover."""

    code: str
    state: str
    lines: tuple[str, ...]
    hover: str


# Column, row and what stands there.
Place = tuple[int, int, Cell]


def draw(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    legend: Sequence[tuple[str, str]],
    fills: Mapping[str, str],
    inks: Mapping[str, str],
) -> go.Figure:
    """Return the matrix, first row on top; ``legend`` lists (state, words) in the order to show.

    ``fills`` and ``inks`` give the colours of cell and text by state.
    """
    is_narrow = len(columns) >= NARROW_FROM
    height = HEAD_HEIGHT[is_narrow] + ROW_HEIGHT[is_narrow] * len(rows)
    height += LEGEND_LINE * len(legend) if len(rows) > 1 else 0
    chart = figure(height, showlegend=True)
    # One row alone has room for two lines, and on a small screen none for one.
    joint = "<br>" if is_narrow or len(rows) == 1 else " "
    flat = [(x, y, cell) for y, row in enumerate(cells) for x, cell in enumerate(row)]
    for state, _ in legend:
        own = [place for place in flat if place[2].state == state]
        _fill(chart, own, fills.get(state, NO_TIER_FILL))
    boxes = {cell.code: Box(x - 0.5, x + 0.5, y - 0.5, y + 0.5) for x, y, cell in flat}
    clicks.write(
        chart,
        list(boxes.values()),
        [joint.join(cell.lines) for _, _, cell in flat],
        [inks.get(cell.state, INK) for _, _, cell in flat],
        TEXT_SIZE,
    )
    clicks.take(chart, boxes, [cell.hover for _, _, cell in flat], CLICK_SIZE)
    _explain(chart, legend, fills)
    _name(chart, rows, columns, is_narrow)
    if is_narrow:
        _name_rows_again(chart, rows, len(columns))
    _lay_out(chart, len(columns), is_narrow)
    if len(rows) > 1:
        # A column: beside each other, the last words are out of sight where the cells scroll.
        chart.update_layout(legend={"orientation": "v", "font": {"size": KEY_SIZE}})
    return chart


def _lay_out(chart: go.Figure, columns: int, is_narrow: bool) -> None:
    """Put the legend below the cells, where no name of a column stands, and set the least width."""
    # Paper has no room to scroll; a file is drawn this wide and made smaller.
    least_width = NAMES_WIDTH[is_narrow] + COLUMN_WIDTH[is_narrow] * columns
    chart.update_layout(
        legend={"y": 0, "yanchor": "bottom"}, meta={**chart.layout.meta, "least_width": least_width}
    )


def _name(chart: go.Figure, rows: Sequence[str], columns: Sequence[str], is_narrow: bool) -> None:
    """Write the names of the columns above and those of the rows to the left."""
    plain = {"tickmode": "array", "ticks": "", "showgrid": False, "zeroline": False}
    chart.update_xaxes(
        tickvals=list(range(len(columns))),
        ticktext=list(columns),
        side="top",
        showline=False,
        range=[-0.5, len(columns) - 0.5],
        tickangle=-90 if is_narrow else 0,
        tickfont={"size": TEXT_SIZE},
        **plain,
    )
    chart.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=list(rows),
        range=[len(rows) - 0.5, -0.5],
        # Their light edge, by which they are read above cells, does not reach into the first ones.
        ticklabelstandoff=NAMES_GAP,
        **plain,
    )


def _fill(chart: go.Figure, places: Sequence[Place], fill: str) -> None:
    """Draw the cells of one state as one shape, a hair of paper between them."""
    sides = (-0.5, 0.5, 0.5, -0.5, -0.5)
    chart.add_scatter(
        x=[at for x, _, _ in places for at in (*(x + side for side in sides), None)],
        y=[at for _, y, _ in places for at in (*(y + side for side in reversed(sides)), None)],
        mode="lines",
        line={"width": 1, "color": PAPER},
        fill="toself",
        fillcolor=fill,
        fillpattern=_hatching(fill),
        showlegend=False,
        hoverinfo="skip",
    )


def _hatching(fill: str) -> dict[str, object] | None:
    """Return the pattern of cells of which nothing is known, none for others."""
    if fill != NO_TIER_FILL:
        return None
    return {"shape": PATTERN[fill], "fgcolor": PAPER, "bgcolor": fill, "size": 8, "solidity": 0.2}


def _name_rows_again(chart: go.Figure, rows: Sequence[str], columns: int) -> None:
    """Repeat the names at the right end: a reader who scrolled there has left the first ones."""
    common = {"x": columns - 0.4, "xanchor": "left", "showarrow": False, "align": "left"}
    names = [{**common, "y": place, "text": name} for place, name in enumerate(rows)]
    # All at once: to add one, Plotly reads those before it again.
    chart.update_layout(annotations=names, margin={"r": 8 * FONT_SIZE})


def _explain(chart: go.Figure, legend: Sequence[tuple[str, str]], fills: Mapping[str, str]) -> None:
    for state, words in legend:
        chart.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker=_swatch(fills.get(state, NO_TIER_FILL)),
            hoverinfo="skip",
        )


def _swatch(fill: str) -> dict[str, object]:
    """Return the mark of a state in the legend."""
    line = {"color": edge(fill), "width": 1}
    return {"symbol": "square", "size": 12, "color": fill, "line": line}
