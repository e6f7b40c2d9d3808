"""A chart of many places with one of them marked: its row or tile outlined, its name bold."""

import plotly.graph_objects as go

from carbonpeak.charts import parts
from carbonpeak.charts.clicks import PLACES
from carbonpeak.charts.style import INK, PAPER

MARK = "marked"
# A hair within the row, so that neighbours keep theirs.
HALF_ROW = 0.46


def mark(chart: go.Figure, code: str, name: str) -> go.Figure | None:
    """Return a chart with a place marked by its code and name, None where it shows none of both."""
    if parts.rows(chart):
        return _row(chart, name)
    return _tile(chart, code)


def _row(chart: go.Figure, name: str) -> go.Figure | None:
    """Return a chart of rows with that of a name outlined; marks of doubt may follow the name."""
    names = list(chart.layout.yaxis.ticktext)
    places = [at for at, one in enumerate(names) if one == name or one.startswith(f"{name} ")]
    if not places:
        return None
    marked, place = go.Figure(chart), places[0]
    names[place] = f"<b>{names[place]}</b>"
    middle = chart.layout.yaxis.tickvals[place]
    marked.update_yaxes(ticktext=names)
    sides = {"x0": 0, "x1": 1, "xref": "x domain"}
    _outline(marked, {**sides, "y0": middle - HALF_ROW, "y1": middle + HALF_ROW})
    return marked


def _tile(chart: go.Figure, code: str) -> go.Figure | None:
    place = (chart.layout.meta or {}).get(PLACES, {}).get(code)
    if place is None:
        return None
    marked = go.Figure(chart)
    box = dict(zip(("x0", "x1", "y0", "y1"), place, strict=True))
    # Light around dark, so that it is seen on every fill.
    _outline(marked, box, PAPER, 6)
    _outline(marked, box, INK, 3)
    return marked


def _outline(
    chart: go.Figure, box: dict[str, object], colour: str = INK, width: float = 1.5
) -> None:
    chart.add_shape(type="rect", **box, line={"color": colour, "width": width}, name=MARK)
