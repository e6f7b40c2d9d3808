"""A matrix of states: one cell per row and column, told apart by fill and symbol."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import FONT_SIZE, INK, NO_TIER_FILL, figure

# Cells narrower than these columns leave set symbol and year below each other.
NARROW_FROM = 16
TEXT_SIZE = 12
ROW_HEIGHT = {False: 26, True: 34}
HEAD_HEIGHT = {False: 120, True: 190}


@dataclass(frozen=True)
class Cell:
    """One cell: its code for a click, state, the lines written in it, its hover."""

    code: str
    state: str
    lines: tuple[str, ...]
    hover: str


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
    chart = figure(height, showlegend=True)
    # One row alone has room for two lines, and on a small screen none for one.
    joint = "<br>" if is_narrow or len(rows) == 1 else " "
    for state, _ in legend:
        fill, ink = fills.get(state, NO_TIER_FILL), inks.get(state, INK)
        _fill(chart, cells, state, fill, ink, joint)
    _take_clicks(chart, cells)
    _explain(chart, legend, fills)
    _name(chart, rows, columns, is_narrow)
    # Below the cells, where no name of a column stands.
    chart.update_layout(legend={"y": 0, "yanchor": "top"})
    if is_narrow:
        _name_rows_again(chart, rows, len(columns))
    return chart


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
        **plain,
    )
    chart.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=list(rows),
        range=[len(rows) - 0.5, -0.5],
        **plain,
    )


def _fill(
    chart: go.Figure,
    cells: Sequence[Sequence[Cell]],
    state: str,
    fill: str,
    ink: str,
    joint: str,
) -> None:
    """Draw the cells of one state with what is written in them; the others stay open."""
    chart.add_heatmap(
        z=[[1 if cell.state == state else None for cell in row] for row in cells],
        text=[
            [joint.join(cell.lines) if cell.state == state else "" for cell in row] for row in cells
        ],
        texttemplate="%{text}",
        textfont={"size": TEXT_SIZE, "color": ink},
        colorscale=[(0, fill), (1, fill)],
        showscale=False,
        xgap=1,
        ygap=1,
        hoverinfo="skip",
    )


def _name_rows_again(chart: go.Figure, rows: Sequence[str], columns: int) -> None:
    """Repeat the names at the right end: a reader who scrolled there has left the first ones."""
    for place, name in enumerate(rows):
        chart.add_annotation(
            x=columns - 0.4, y=place, text=name, xanchor="left", showarrow=False, align="left"
        )
    chart.update_layout(margin={"r": 8 * FONT_SIZE})


def _take_clicks(chart: go.Figure, cells: Sequence[Sequence[Cell]]) -> None:
    """Lay marks nobody sees over the cells: a heatmap itself does not tell what was clicked."""
    flat = [(x, y, cell) for y, row in enumerate(cells) for x, cell in enumerate(row)]
    chart.add_scatter(
        x=[x for x, _, _ in flat],
        y=[y for _, y, _ in flat],
        mode="markers",
        showlegend=False,
        marker={"symbol": "square", "size": 24, "opacity": 0},
        customdata=[cell.code for _, _, cell in flat],
        hovertext=[cell.hover for _, _, cell in flat],
        hoverinfo="text",
    )


def _explain(chart: go.Figure, legend: Sequence[tuple[str, str]], fills: Mapping[str, str]) -> None:
    for state, words in legend:
        chart.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={"symbol": "square", "size": 12, "color": fills.get(state, NO_TIER_FILL)},
            hoverinfo="skip",
        )
