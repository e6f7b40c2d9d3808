"""Of which shape a figure is, for words on how to read it."""

from typing import Literal

from carbonpeak.figures.figure import Figure

Shape = Literal["table", "tiles", "matrix", "bubbles", "bars", "lines"]
NAMED: tuple[Shape, ...] = ("tiles", "matrix")


def of(figure: Figure) -> Shape:
    """Return the shape of a figure: by its name where tiles and cells are drawn, else by traces."""
    if figure.chart is None:
        return "table"
    for shape in NAMED:
        if shape in figure.name:
            return shape
    kinds = {trace.type for trace in figure.chart.data}
    if kinds & {"bar", "waterfall"}:
        return "bars"
    drawn = [trace for trace in figure.chart.data if trace.type == "scatter"]
    is_lines = any("lines" in (trace.mode or "") for trace in drawn)
    return "lines" if is_lines or not drawn else "bubbles"
