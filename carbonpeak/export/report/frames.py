"""How a chart stands on the paper of a report: whole, in two columns, or in parts that go on.

No letter is made smaller than can be read: a tall chart is drawn anew in parts, not shrunk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

import plotly.graph_objects as go

from carbonpeak.charts import parts
from carbonpeak.charts.style import FONT_SIZE
from carbonpeak.export.picture.drawing_page import units_wide
from carbonpeak.export.picture.size import COLUMN_MM, WIDTHS_MM, Paper
from carbonpeak.export.printable import PrintableFigure

# How small letters may be printed, in points.
LEAST_PT = 6.5
FULL, HALF = WIDTHS_MM[0], COLUMN_MM
# A chart of rows higher than the first stands in two columns; none is higher than the second: of
# a page, what caption, lines and a heading leave. In mm.
TALL, HIGHEST = 115.0, 176.0
# A chart a little higher than this many units shares its page with another if it is drawn lower;
# at half the width there is room for the second, beside cards and answers for the third.
LOW, HALF_LOW, COMPACT_LOW = 300, 300, 250
# Half of a list of thirty in a column: two such lists share a page.
COLUMN_LOW = 360
ABOUT = 1.35
# A matrix is cut into no more parts than this along each side.
MOST = 4


@dataclass(frozen=True, eq=False)
class Frame:
    """A chart in its parts, ``across`` side by side, each drawn ``width_mm`` wide."""

    parts: tuple[PrintableFigure, ...]
    across: int
    width_mm: int


def frame(printable: PrintableFigure, width_mm: int = FULL) -> Frame:
    """Return how a chart stands in the width of the text, or alone in a narrower one."""
    chart = printable.figure.chart
    if chart is None or width_mm < FULL:
        return Frame((printable,), 1, width_mm)
    if not parts.rows(chart):
        return Frame((_lower(printable, LOW, ABOUT * LOW),), 1, FULL)
    if not parts.columns(chart):
        return _listed(printable, chart)
    return Frame(tuple(_with(printable, one) for one in _cut(chart)), 1, FULL)


def half(printable: PrintableFigure, compact: bool = False) -> Frame:
    """Return how a chart stands at half the width of the text, drawn as low as its room is."""
    low = COMPACT_LOW if compact else HALF_LOW
    return Frame((_lower(printable, low),), 1, HALF)


def height(chart: go.Figure, width_mm: int) -> float:
    """Return how high a chart is on paper of a width, in mm."""
    paper = Paper(width_mm)
    return paper.mm(chart.layout.height * paper.units / units_wide(chart, paper))


def letters(chart: go.Figure, width_mm: int) -> float:
    """Return the size of the smallest letters of a chart on paper of a width, in points."""
    paper = Paper(width_mm)
    return paper.points(units_wide(chart, paper)) * _smallest(chart) / FONT_SIZE


def _smallest(chart: go.Figure) -> float:
    """Return the size of the smallest letters of a chart as designed, in units."""
    texts = [one.textfont.size for one in chart.data if getattr(one, "textfont", None)]
    notes = [one.font.size for one in chart.layout.annotations]
    return min(size or FONT_SIZE for size in (FONT_SIZE, *texts, *notes))


def _lower(printable: PrintableFigure, units: float, most: float = float("inf")) -> PrintableFigure:
    """Return a figure whose chart is drawn no higher than so many units, its letters as large.

    One higher than ``most`` stays: it is so high for a reason.
    """
    chart = printable.figure.chart
    if chart is None or not units < chart.layout.height <= most:
        return printable
    return _with(printable, go.Figure(chart).update_layout(height=units))


def _listed(printable: PrintableFigure, chart: go.Figure) -> Frame:
    """Return bars one below the other, the second half beside the first where they are many."""
    if height(chart, FULL) <= TALL:
        return Frame((printable,), 1, FULL)
    halves = tuple(parts.by_rows(chart, 2))
    tallest = max(one.layout.height for one in halves)
    scale = COLUMN_LOW / tallest if COLUMN_LOW < tallest <= ABOUT * COLUMN_LOW else 1.0
    for one in halves:
        # Both by the same, so that their rows are of one height.
        one.update_layout(height=scale * one.layout.height)
    return Frame(tuple(_with(printable, one) for one in halves), 2, HALF)


def _cut(chart: go.Figure) -> tuple[go.Figure, ...]:
    """Return a matrix in the fewest parts whose letters are read and that fit on a page."""
    tries = sorted(((a, b) for a in range(1, MOST + 1) for b in range(1, MOST + 1)), key=_order)
    found = (_fitting(chart, across, down) for across, down in tries)
    return next(filter(None, found), None) or tuple(_parts(chart, MOST, MOST))


def _fitting(chart: go.Figure, across: int, down: int) -> tuple[go.Figure, ...]:
    """Return a matrix in parts, none as soon as one of them does not fit: each is dear to draw."""
    found = []
    for one in _parts(chart, across, down):
        if not _fits(one):
            return ()
        found.append(one)
    return tuple(found)


def _parts(chart: go.Figure, across: int, down: int) -> Iterator[go.Figure]:
    bands = parts.by_columns(chart, across) if across > 1 else (chart,)
    return chain.from_iterable(parts.by_rows(one, down) for one in bands)


def _order(counts: tuple[int, int]) -> tuple[int, int]:
    across, down = counts
    return across * down, across


def _fits(chart: go.Figure) -> bool:
    return letters(chart, FULL) >= LEAST_PT and height(chart, FULL) <= HIGHEST


def _with(printable: PrintableFigure, chart: go.Figure) -> PrintableFigure:
    """Return a printable figure that shows another chart under the same words."""
    return replace(printable, figure=replace(printable.figure, chart=chart))
