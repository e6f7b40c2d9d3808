"""The tile grid: one tile per province where it roughly lies, no boundary drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import plotly.graph_objects as go

from carbonpeak.charts import clicks
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import INK, NO_TIER_FILL, TIER_FILL, TIER_INK, edge, figure

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


@dataclass(frozen=True)
class _Line:
    """A line of the legend, and the row of its middle."""

    state: str
    words: str
    middle: float

    @property
    def box(self) -> Box:
        """Where its square lies."""
        half = LEGEND_SQUARE / 2
        right = LEGEND_LEFT + LEGEND_SQUARE
        return Box(LEGEND_LEFT, right, self.middle - half, self.middle + half)


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
    squares = [_square(tile.box, fills.get(tile.state, NO_TIER_FILL)) for tile in tiles]
    clicks.write(
        chart,
        list(boxes.values()),
        [tile.text for tile in tiles],
        [inks.get(tile.state, INK) for tile in tiles],
        TEXT_SIZE,
    )
    clicks.take(chart, boxes, [tile.hover for tile in tiles], CLICK_SIZE)
    lines, top = _legend(tiles, legend)
    squares += [
        _square(line.box, fills.get(line.state, NO_TIER_FILL), line.words) for line in lines
    ]
    # All at once: to add one, Plotly reads those before it again.
    chart.update_layout(
        shapes=list(chain.from_iterable(squares)), annotations=list(map(_said, lines))
    )
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


def _square(box: Box, fill: str, name: str | None = None) -> list[dict[str, Any]]:
    """Return the shapes of a square; that of what is not known is hatched."""
    line = {"line": {"color": edge(fill), "width": 1}, "layer": "below"}
    sides = {"x0": box.x0, "x1": box.x1, "y0": box.y0, "y1": box.y1}
    square = {"type": "rect", **sides, "fillcolor": fill, **line, "name": name}
    if fill != NO_TIER_FILL:
        return [square]
    return [square, {"type": "path", "path": _slanted(box), **line}]


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


def _legend(tiles: Sequence[Tile], legend: Sequence[tuple[str, str]]) -> tuple[list[_Line], float]:
    """Return the lines of the legend, in the grid where no tile lies, and the row it begins at.

    Plotly's own legend is moved over the tiles where a window has become wider or narrower.
    """
    states = {tile.state for tile in tiles}
    shown = [(state, words) for state, words in legend if state in states]
    top = _top([tile.box for tile in tiles], [words for _, words in shown])
    lines = [
        _Line(state, words, top + LEGEND_LINE * (place + 0.5))
        for place, (state, words) in enumerate(shown)
    ]
    return lines, top - 0.1


def _said(line: _Line) -> dict[str, Any]:
    """Return the words of a line of the legend as an annotation."""
    return {
        "x": line.box.x1,
        "y": line.middle,
        "text": line.words,
        "xanchor": "left",
        "xshift": 3,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": TEXT_SIZE},
    }


def _top(boxes: Sequence[Box], lines: Sequence[str]) -> float:
    """Return the lowest row at which lines can begin, each above every tile that it would reach."""
    begin = [
        box.y0 - LEGEND_LINE * (place + 1)
        for place, words in enumerate(lines)
        for box in boxes
        if box.x0 < legend_right(words)
    ]
    return min([ROWS[1] + 0.1, *begin])
