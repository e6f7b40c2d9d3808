"""What a click does to a chart: nothing fades, and what is chosen is outlined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from carbonpeak.charts.style import INK, PAPER

# Where the places of codes lie in what a chart carries along.
PLACES, OUTLINE = "places", "outline"
INVISIBLE = {"marker": {"opacity": 0}}


@dataclass(frozen=True)
class Box:
    """A rectangle in the units of both axes."""

    x0: float
    x1: float
    y0: float
    y1: float


def remember(chart: go.Figure, boxes: Mapping[str, Box], outline: str = "rect") -> None:
    """Keep where each code lies, so that the chosen one can be outlined by a "rect" or "circle"."""
    places = {code: [box.x0, box.x1, box.y0, box.y1] for code, box in boxes.items()}
    meta = {**(chart.layout.meta or {}), PLACES: places, OUTLINE: outline}
    chart.update_layout(meta=meta)


def take(chart: go.Figure, boxes: Mapping[str, Box], hovers: Sequence[str], size: int) -> None:
    """Lay marks nobody sees over boxes, in their order: a shape does not say where it was clicked.

    ``size`` is that of a mark in pixels.
    """
    chart.add_scatter(
        x=[(box.x0 + box.x1) / 2 for box in boxes.values()],
        y=[(box.y0 + box.y1) / 2 for box in boxes.values()],
        mode="markers",
        showlegend=False,
        marker={"symbol": "square", "size": size, "opacity": 0},
        selected=INVISIBLE,
        unselected=INVISIBLE,
        customdata=list(boxes),
        hovertext=list(hovers),
        hoverinfo="text",
    )
    remember(chart, boxes)


def write(
    chart: go.Figure,
    boxes: Sequence[Box],
    texts: Sequence[str],
    inks: Sequence[str],
    size: int,
) -> None:
    """Write into boxes, in one trace per ink: a trace has one ink for what is not chosen."""
    for ink in dict.fromkeys(inks):
        own = [place for place, other in enumerate(inks) if other == ink]
        chart.add_scatter(
            x=[(boxes[place].x0 + boxes[place].x1) / 2 for place in own],
            y=[(boxes[place].y0 + boxes[place].y1) / 2 for place in own],
            text=[texts[place] for place in own],
            mode="text",
            textfont={"size": size, "color": ink},
            selected={"textfont": {"color": ink}},
            unselected={"textfont": {"color": ink}},
            showlegend=False,
            hoverinfo="skip",
        )


def outlined(content: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return what a chart holds with the box of a code outlined, as it is where there is none.

    Where nothing is chosen the code is empty, though a mark may be of that code.
    """
    layout = content["layout"]
    place = (layout.get("meta") or {}).get(PLACES, {}).get(code) if code else None
    if place is None:
        return dict(content)
    box = dict(zip(("x0", "x1", "y0", "y1"), place, strict=True))
    # Light around dark, so that it is seen on every fill.
    rings = [
        {
            "type": layout["meta"][OUTLINE],
            **box,
            "line": {"color": colour, "width": width},
            "name": "chosen",
        }
        for colour, width in ((PAPER, 6), (INK, 3))
    ]
    return {**content, "layout": {**layout, "shapes": [*layout.get("shapes", ()), *rings]}}
