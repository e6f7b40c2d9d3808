"""A chart that is drawn when it is first asked for: rows, titles and archives do without it."""

from collections.abc import Callable
from threading import Lock
from typing import Any

import plotly.graph_objects as go

Draw = Callable[[], go.Figure]
KEPT_AS = "_drawing"


class Drawing:
    """What draws a chart: it does so once, for whoever asks first, and keeps what it drew."""

    def __init__(self, given: Draw | go.Figure) -> None:
        """Hold what draws a chart, or one that is drawn already."""
        is_drawn = isinstance(given, go.Figure)
        self._drawn: go.Figure | None = given if is_drawn else None
        self._draw: Draw | None = None if is_drawn else given
        self._lock = Lock()

    def __call__(self) -> go.Figure:
        """Return the chart, always the same one."""
        with self._lock:
            if self._draw is not None:
                # What it was drawn from is given back.
                self._drawn, self._draw = self._draw(), None
            return self._drawn


class Chart:
    """The field of a figure that is given what draws a chart, and gives the chart."""

    def __get__(self, figure: Any, owner: type) -> go.Figure | None:
        """Return the chart, drawn by now; None for a table."""
        if figure is None:
            # Asked of the class: the field has no default.
            raise AttributeError
        drawing = drawing_of(figure)
        return None if drawing is None else drawing()

    def __set__(self, figure: Any, given: Draw | go.Figure | None) -> None:
        """Keep what draws the chart; figures that are given one ``Drawing`` share what it draws."""
        is_kept = given is None or isinstance(given, Drawing)
        figure.__dict__[KEPT_AS] = given if is_kept else Drawing(given)


def drawing_of(figure: Any) -> Drawing | None:
    """Return what draws the chart of a figure, None for a table."""
    found: Drawing | None = figure.__dict__[KEPT_AS]
    return found
