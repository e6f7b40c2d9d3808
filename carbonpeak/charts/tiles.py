"""The tile grid: one tile per province where it roughly lies, no boundary drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import clicks
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import INK, NO_TIER_FILL, PAPER, TIER_FILL, TIER_INK, figure

HALF = 0.47
CLICK_SIZE, TEXT_SIZE = 36, 12
# High enough for three lines in a tile.
HEIGHT = 540
COLUMNS, ROWS = (0.4, 8.6), (9.55, 0.45)
# The legend stands at the left, where no tile lies; sizes in tiles.
LEGEND_LINE, LEGEND_SQUARE, LEGEND_LEFT = 0.38, 0.24, 0.53
# Slanted lines of a hatched tile from one corner to its middle.
HATCHES = 4
# What a tile is wide where a page has least room, in pixels.
NARROWEST_TILE = 26


@dataclass(frozen=True)
class Tile:
    """One province: place in the grid, state, its name, value and mark, one a line, its hover."""

    code: str
    row: int
    column: int
    state: str
    name: str
    label: str
    hover: str
    value: str = ""

    @property
    def text(self) -> str:
        """What is written in it; a line that is empty is left out."""
        return "<br>".join(one for one in (f"<b>{self.name}</b>", self.value, self.label) if one)

    @property
    def box(self) -> Box:
        """Where it lies in the grid, rows downwards."""
        return Box(self.column - HALF, self.column + HALF, self.row - HALF, self.row + HALF)


def draw(
    tiles: Sequence[Tile],
    legend: Sequence[tuple[str, str]],
    fills: Mapping[str, str] = TIER_FILL,
    inks: Mapping[str, str] = TIER_INK,
) -> go.Figure:
    """Return the grid; ``legend`` lists (state, words) in the order to show.

    ``fills`` and ``inks`` give the colours of tile and text by state.
    """
    chart = figure(HEIGHT)
    boxes = {tile.code: tile.box for tile in tiles}
    for tile in tiles:
        _fill(chart, tile.box, fills.get(tile.state, NO_TIER_FILL))
    clicks.write(
        chart,
        list(boxes.values()),
        [tile.text for tile in tiles],
        [inks.get(tile.state, INK) for tile in tiles],
        TEXT_SIZE,
    )
    clicks.take(chart, boxes, [tile.hover for tile in tiles], CLICK_SIZE)
    top = _explain(chart, tiles, legend, fills)
    chart.update_xaxes(visible=False, range=COLUMNS)
    first = min(ROWS[1], top)
    chart.update_yaxes(visible=False, range=[ROWS[0], first])
    # Tiles keep their size where the legend needs rows of its own.
    chart.update_layout(height=HEIGHT * (ROWS[0] - first) / (ROWS[0] - ROWS[1]))
    return chart


def legend_right(words: str) -> float:
    """Return where a line of the legend ends at most, in tiles."""
    letters = sum(0.55 if one.isascii() else 1.0 for one in words)
    return LEGEND_LEFT + LEGEND_SQUARE + (letters + 1) * TEXT_SIZE / NARROWEST_TILE


def _fill(chart: go.Figure, box: Box, fill: str, name: str | None = None) -> None:
    """Draw a square; that of what is not known is hatched."""
    _square(chart, box, fill, name)
    if fill == NO_TIER_FILL:
        chart.add_shape(
            type="path",
            path=_slanted(box),
            line={"color": PAPER, "width": 1},
            layer="below",
        )


def _slanted(box: Box) -> str:
    """Return slanted lines through a box, from edge to edge, as the path of a shape."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    parts = []
    for place in range(1, 2 * HATCHES):
        along = place / HATCHES
        start = (box.x0 + wide * min(along, 1), box.y0 + high * max(along - 1, 0))
        end = (box.x0 + wide * max(along - 1, 0), box.y0 + high * min(along, 1))
        parts.append(f"M {start[0]:.3f},{start[1]:.3f} L {end[0]:.3f},{end[1]:.3f}")
    return " ".join(parts)


def _square(chart: go.Figure, box: Box, fill: str, name: str | None = None) -> None:
    chart.add_shape(
        type="rect",
        x0=box.x0,
        x1=box.x1,
        y0=box.y0,
        y1=box.y1,
        fillcolor=fill,
        line={"color": PAPER, "width": 1},
        layer="below",
        name=name,
    )


def _explain(
    chart: go.Figure,
    tiles: Sequence[Tile],
    legend: Sequence[tuple[str, str]],
    fills: Mapping[str, str],
) -> float:
    """Write the legend into the grid where no tile lies; return the row at which it begins.

    Plotly's own legend is moved over the tiles where a window has become wider or narrower.
    """
    states = {tile.state for tile in tiles}
    shown = [(state, words) for state, words in legend if state in states]
    top = _top([tile.box for tile in tiles], [words for _, words in shown])
    for place, (state, words) in enumerate(shown):
        middle = top + LEGEND_LINE * (place + 0.5)
        right = LEGEND_LEFT + LEGEND_SQUARE
        half = LEGEND_SQUARE / 2
        square = Box(LEGEND_LEFT, right, middle - half, middle + half)
        _fill(chart, square, fills.get(state, NO_TIER_FILL), words)
        chart.add_annotation(
            x=right,
            y=middle,
            text=words,
            xanchor="left",
            xshift=3,
            yanchor="middle",
            showarrow=False,
            font={"size": TEXT_SIZE},
        )
    return top - 0.1


def _top(boxes: Sequence[Box], lines: Sequence[str]) -> float:
    """Return the lowest row at which lines can begin, each above every tile that it would reach."""
    begin = [
        box.y0 - LEGEND_LINE * (place + 1)
        for place, words in enumerate(lines)
        for box in boxes
        if box.x0 < legend_right(words)
    ]
    return min([ROWS[1] + 0.1, *begin])
