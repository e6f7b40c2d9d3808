"""A tall or wide chart in parts that each fit on paper: some of its rows, some of its columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.charts.matrix import COLUMN_WIDTH, ROW_HEIGHT

# How the names of narrow columns are turned.
UPRIGHT = -90
# What is kept for each point of a trace.
POINTWISE = ("x", "y", "text", "customdata", "hovertext")


def rows(chart: go.Figure) -> int:
    """Return how many rows a chart can be cut into, 0 where its rows are no list."""
    return len(chart.layout.yaxis.tickvals or ()) if _is_listed(chart.layout.yaxis) else 0


def columns(chart: go.Figure) -> int:
    """Return how many columns a matrix can be cut into, 0 for any other chart."""
    return len(chart.layout.xaxis.tickvals or ()) if _is_listed(chart.layout.xaxis) else 0


def by_rows(chart: go.Figure, count: int) -> Iterator[go.Figure]:
    """Yield so many charts with about as many rows each, all on the scale of the whole."""
    return (_rows(chart, first, end) for first, end in cuts(rows(chart), count))


def by_columns(chart: go.Figure, count: int) -> Iterator[go.Figure]:
    """Yield so many matrices with about as many columns each."""
    return (_columns(chart, first, end) for first, end in cuts(columns(chart), count))


def cuts(whole: int, count: int) -> list[tuple[int, int]]:
    """Return (first, end) of so many parts of a list, none longer than another by more than one."""
    edges = [round(whole * place / count) for place in range(count + 1)]
    return list(pairwise(edges))


def _rows(chart: go.Figure, first: int, end: int) -> go.Figure:
    part, axis = go.Figure(chart), chart.layout.yaxis
    is_grid = bool(columns(chart))
    height = ROW_HEIGHT[_is_narrow(chart)] if is_grid else bars.row_height(axis.ticktext)
    low, high = axis.tickvals[first], axis.tickvals[end - 1]
    _keep(part, "y", low, high)
    shown = [one for one in part.layout.annotations if _is_within(one.y, low, high)]
    part.layout.annotations = shown
    part.layout.shapes = [one for one in part.layout.shapes if _is_drawn(one, low, high)]
    span = {"range": [high + 0.5, low - 0.5], "autorange": None}
    part.update_yaxes(**span, **_ticks(axis, first, end))
    part.update_layout(height=chart.layout.height - height * (rows(chart) - (end - first)))
    return part


def _columns(chart: go.Figure, first: int, end: int) -> go.Figure:
    part, axis, lost = go.Figure(chart), chart.layout.xaxis, columns(chart) - (end - first)
    low, high = axis.tickvals[first], axis.tickvals[end - 1]
    _keep(part, "x", low, high)
    part.update_xaxes(range=[low - 0.5, high + 0.5], **_ticks(axis, first, end))
    # The names of the rows stand once more at the right end.
    for one in part.layout.annotations:
        one.x = one.x - (axis.tickvals[-1] - high)
    width = chart.layout.meta["least_width"] - COLUMN_WIDTH[_is_narrow(chart)] * lost
    part.update_layout(meta={**chart.layout.meta, "least_width": width})
    return part


def _is_narrow(chart: go.Figure) -> bool:
    """Return whether the columns of a matrix, whole or a part, are narrow: their names stand."""
    return bool(chart.layout.xaxis.tickangle == UPRIGHT)


def _keep(part: go.Figure, along: str, low: int, high: int) -> None:
    """Leave out the points of other rows or columns: some are drawn beyond the axes."""
    for trace in part.data:
        places = list(getattr(trace, along) or ())
        if places and all(isinstance(one, int | float) for one in places):
            _take(trace, [n for n, one in enumerate(places) if low <= one <= high], len(places))


def _take(trace: Any, kept: Sequence[int], count: int) -> None:
    """Keep some points of a trace with whatever is given point by point."""
    for name in POINTWISE:
        _shorten(trace, name, kept, count)
    _shorten(trace.marker, "color", kept, count)


def _shorten(of: Any, name: str, kept: Sequence[int], count: int) -> None:
    values = getattr(of, name, None)
    if isinstance(values, tuple | list) and len(values) == count:
        setattr(of, name, [values[place] for place in kept])


def _is_drawn(shape: Any, low: int, high: int) -> bool:
    """Return whether a shape stands in some rows; one over the whole height stands in all."""
    is_of_rows = "domain" not in str(shape.yref) and str(shape.yref) != "paper"
    return not is_of_rows or low - 1 < shape.y0 <= shape.y1 < high + 1


def _is_within(place: object, low: int, high: int) -> bool:
    return not isinstance(place, int | float) or low <= place <= high


def _ticks(axis: Any, first: int, end: int) -> dict[str, list[Any]]:
    return {"tickvals": list(axis.tickvals[first:end]), "ticktext": list(axis.ticktext[first:end])}


def _is_listed(axis: Any) -> bool:
    """Return whether an axis names its places one by one."""
    places = list(axis.tickvals or ()) if axis.tickmode == "array" else []
    return bool(places) and places == list(range(places[0], places[0] + len(places)))
