"""Labels at the ends of lines instead of a legend, moved apart so that none lies on another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import INK

SIZE = 12
# Height of one line of words and the room between two labels, by which one is told from the other,
# in pixels.
LINE, BETWEEN = 15, 8
# Letters after which a label goes on in another line: on a phone there is no room for more.
WIDEST = 15
# What stays in one line: a word with its blank, a Chinese character with the sign after it.
PIECE = re.compile(r"[\x21-\x7f\u2212]+\s*|[^\x21-\x7f\s][，。、）：]?\s*|\s+")
# From the last year to the edge of the plot, as a part of the years shown; from there to the words.
LEAD, GAP = 0.06, 4


@dataclass(frozen=True)
class End:
    """Where a line ends, in the units of both axes, and what stands beside it."""

    x: float
    y: float
    text: str
    colour: str


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return the middles of labels near where they are wanted, none of them on another.

    They keep their order and lie between ``low`` and ``high``; where all together have no room
    there, they are made smaller. All in one unit.
    """
    room, need = high - low, sum(sizes)
    shrunk = [size * min(1.0, room / need) for size in sizes] if need else list(sizes)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[_Block] = []
    for place in order:
        blocks.append(_Block([place], shrunk[place], wanted[place]))
        while len(blocks) > 1 and blocks[-2].top(low, high) > blocks[-1].bottom(low, high):
            last = blocks.pop()
            blocks[-1] = blocks[-1].joined(last)
    return _middles(blocks, shrunk, low, high)


@dataclass(frozen=True)
class _Block:
    """Labels that touch each other: their places from below, size together, and wanted middle."""

    places: list[int]
    size: float
    wanted: float

    def bottom(self, low: float, high: float) -> float:
        """Return where it begins between the bounds."""
        return min(max(self.wanted - self.size / 2, low), high - self.size)

    def top(self, low: float, high: float) -> float:
        """Return where it ends between the bounds."""
        return self.bottom(low, high) + self.size

    def joined(self, other: "_Block") -> "_Block":
        """Return both as one block whose middle moves every label as little as the others."""
        size = self.size + other.size
        one, two = len(self.places), len(other.places)
        # What each block wants for the bottom of the whole, weighed by its labels.
        bottom = (
            one * (self.wanted - self.size / 2) + two * (other.wanted - other.size / 2 - self.size)
        ) / (one + two)
        return _Block([*self.places, *other.places], size, bottom + size / 2)


def _middles(
    blocks: Sequence[_Block], sizes: Sequence[float], low: float, high: float
) -> list[float]:
    found = [0.0] * len(sizes)
    for block in blocks:
        at = block.bottom(low, high)
        for place in block.places:
            found[place] = at + sizes[place] / 2
            at += sizes[place]
    return found


def write(chart: go.Figure, ends: Sequence[End], last: float, lead: float, plot: float) -> None:
    """Write labels right of the plot, each joined to the end of its line by a thin one.

    Args:
        chart: with the range of its y axis set.
        ends: the ends of its lines.
        last: the right end of the x axis before the labels.
        lead: how far the axis goes on for the thin lines.
        plot: the least height of the plot, in pixels.
    """
    low, high = chart.layout.yaxis.range
    texts = [wrapped(end.text) for end in ends]
    unit = (high - low) / plot
    sizes = [(LINE * (text.count("<br>") + 1) + BETWEEN) * unit for text in texts]
    middles = spread([end.y for end in ends], sizes, low, high)
    for end, text, middle in zip(ends, texts, middles, strict=True):
        _join(chart, end, last + lead, middle)
        _word(chart, text, middle)
    chart.update_layout(margin_r=_width(texts) + GAP + 4)


def wrapped(text: str, widest: int = WIDEST) -> str:
    """Return a label in lines of few letters: broken at blanks, and after any Chinese character."""
    lines = [""]
    for piece in PIECE.findall(text):
        if lines[-1] and letters(lines[-1] + piece.rstrip()) > widest:
            lines.append("")
        lines[-1] += piece
    return "<br>".join(line.rstrip() for line in lines)


def letters(text: str) -> float:
    """Return how wide a text is in Latin letters; a Chinese character is nearly two."""
    return sum(1.0 if sign.isascii() else 1.8 for sign in text)


def _width(texts: Sequence[str]) -> float:
    """Return how wide the widest line of labels is at most, in pixels."""
    return max((letters(line) for text in texts for line in text.split("<br>")), default=0) * (
        0.58 * SIZE
    )


def _join(chart: go.Figure, end: End, edge: float, middle: float) -> None:
    chart.add_shape(
        type="line",
        x0=end.x,
        y0=end.y,
        x1=edge,
        y1=middle,
        line={"color": end.colour, "width": 1, "dash": "dot"},
        layer="below",
    )


def _word(chart: go.Figure, text: str, middle: float) -> None:
    chart.add_annotation(
        x=1,
        xref="paper",
        xanchor="left",
        xshift=GAP,
        y=middle,
        yanchor="middle",
        text=text,
        align="left",
        showarrow=False,
        font={"size": SIZE, "color": INK},
    )
