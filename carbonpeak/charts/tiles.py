"""The tile grid: one tile per province where it roughly lies, no boundary drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import INK, NO_TIER_FILL, PAPER, TIER_FILL, TIER_INK, figure

HALF = 0.47
CLICK_SIZE = 36


@dataclass(frozen=True)
class Tile:
    """One province: place in the grid, state, the two lines of its tile, its hover."""

    code: str
    row: int
    column: int
    state: str
    name: str
    label: str
    hover: str


def draw(
    tiles: Sequence[Tile],
    legend: Sequence[tuple[str, str]],
    fills: Mapping[str, str] = TIER_FILL,
    inks: Mapping[str, str] = TIER_INK,
) -> go.Figure:
    """Return the grid; ``legend`` lists (state, words) in the order to show.

    ``fills`` and ``inks`` give the colours of tile and text by state.
    """
    chart = figure(470)
    words = dict(legend)
    seen: set[str] = set()
    for tile in sorted(tiles, key=lambda one: list(words).index(one.state)):
        fill = fills.get(tile.state, NO_TIER_FILL)
        _square(chart, tile, words[tile.state], fill, first=tile.state not in seen)
        seen.add(tile.state)
    chart.add_scatter(
        x=[tile.column for tile in tiles],
        y=[tile.row for tile in tiles],
        mode="markers+text",
        showlegend=False,
        marker={"symbol": "square", "size": CLICK_SIZE, "opacity": 0},
        text=[f"<b>{tile.name}</b><br>{tile.label}" for tile in tiles],
        textfont={"color": [inks.get(tile.state, INK) for tile in tiles], "size": 12},
        customdata=[tile.code for tile in tiles],
        hovertext=[tile.hover for tile in tiles],
        hoverinfo="text",
    )
    chart.update_xaxes(visible=False, range=[0.4, 8.6])
    chart.update_yaxes(visible=False, range=[9.55, 0.45])
    chart.update_layout(legend={"font": {"size": 12}})
    return chart


def _square(chart: go.Figure, tile: Tile, words: str, fill: str, first: bool) -> None:
    chart.add_shape(
        type="rect",
        x0=tile.column - HALF,
        x1=tile.column + HALF,
        y0=tile.row - HALF,
        y1=tile.row + HALF,
        fillcolor=fill,
        line={"color": PAPER, "width": 1},
        layer="below",
        name=words,
        showlegend=first,
        legendgroup=tile.state,
    )
