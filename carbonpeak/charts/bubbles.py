"""Members of a whole as circles: two changes as place, the part of the whole as area."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

import plotly.graph_objects as go

from carbonpeak.charts import clicks
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.style import (
    FALL_FILL,
    FONT_SIZE,
    GREY,
    INK,
    PAPER,
    RISE_FILL,
    figure,
)

HEIGHT = 460
# Diameters in pixels: of a member that is all of the whole, and the least that can be clicked.
WHOLE, LEAST = 90, 9
# How far the axes reach beyond the outermost member, a part of their length.
ROOM = 0.14
# Where words may stand beside a circle, the first that is free; and what a letter takes in pixels.
SIDES = (
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
)
WITHIN = "middle center"
LETTER, LINE = 6.2, 14
# Words do not lie on circles from this diameter on, in pixels.
LARGE = 24
# The plot in pixels as it is at most widths: for outlines and for words that would overlap.
PLOT_WIDTH, PLOT_HEIGHT = 480, 390


@dataclass(frozen=True)
class Bubble:
    """One member: code, changes across and up (fractions), part of the whole, words.

    ``label`` stands beside it, nothing for those that only speak when pointed at; a doubtful one is
    hollow.
    """

    code: str
    across: float
    up: float
    part: float
    label: str
    hover: str
    is_doubtful: bool


def draw(bubbles: Sequence[Bubble], across: str, up: str) -> go.Figure:
    """Return the members, the largest first so that small ones lie on top; a click gives a code."""
    drawn = sorted(bubbles, key=lambda one: one.part, reverse=True)
    chart = figure(HEIGHT, showlegend=False)
    ranges = [_range([one.across for one in drawn]), _range([one.up for one in drawn])]
    sides = _sides(drawn, ranges)
    places = [side or SIDES[0] for side in sides]
    inks = [PAPER if side == WITHIN else INK for side in sides]
    fills = [RISE_FILL if one.up > 0 else FALL_FILL for one in drawn]
    chart.add_scatter(
        x=[one.across for one in drawn],
        y=[one.up for one in drawn],
        mode="markers+text",
        text=[_words(one, side) for one, side in zip(drawn, sides, strict=True)],
        textposition=places,
        textfont={"size": FONT_SIZE - 2, "color": inks},
        cliponaxis=False,
        marker={
            "size": [_diameter(one) for one in drawn],
            "color": [
                PAPER if one.is_doubtful else fill for one, fill in zip(drawn, fills, strict=True)
            ],
            "line": {"color": fills, "width": 1.5},
            "opacity": 0.85,
        },
        customdata=[one.code for one in drawn],
        hovertext=[one.hover for one in drawn],
        hoverinfo="text",
    )
    clicks.remember(chart, {one.code: _box(one, ranges) for one in drawn}, "circle")
    shown = {"tickformat": ".0%", "zeroline": True, "zerolinecolor": GREY, "showgrid": False}
    chart.update_xaxes(title={"text": across}, range=ranges[0], **shown)
    chart.update_yaxes(title={"text": up}, range=ranges[1], **shown)
    return chart


def _sides(drawn: Sequence[Bubble], ranges: Sequence[Sequence[float]]) -> list[str]:
    """Return where the words of each member stand; nothing where they would lie on others.

    They lie on small circles only where no side is free of them.
    """
    taken = [_circle(one, ranges) for one in drawn if _diameter(one) > LARGE]
    small = [_circle(one, ranges) for one in drawn if _diameter(one) <= LARGE]
    sides = []
    for one in drawn:
        free = [side for side in SIDES if one.label and _is_free(one, side, ranges, taken)]
        best = [side for side in free if _is_free(one, side, ranges, small)]
        sides.append(WITHIN if _has_room(one) else next(iter([*best, *free]), ""))
        if sides[-1]:
            taken.append(_words_box(one, sides[-1], ranges))
    return sides


def _words(one: Bubble, side: str) -> str:
    """Return what is written of a member at a side of it, nothing where there is none."""
    return "<br>".join(_lines_within(one.label)) if side == WITHIN else one.label if side else ""


def _lines_within(label: str) -> tuple[str, ...]:
    """Return words as they stand within a circle: at one blank in two lines, about even ones."""
    words = label.split(" ")
    broken = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(broken, key=lambda lines: max(map(_width, lines)), default=(label,))


def _has_room(one: Bubble) -> bool:
    """Return whether the words of a member stand within its circle."""
    lines = _lines_within(one.label)
    across = hypot(max(map(_width, lines)), LINE * (len(lines) - 1))
    return bool(one.label) and not one.is_doubtful and across < _diameter(one) - LETTER


def _width(label: str) -> float:
    """Return what words take, in pixels."""
    return LETTER * sum(1 if letter.isascii() else 2 for letter in label)


def _is_free(
    one: Bubble, side: str, ranges: Sequence[Sequence[float]], taken: Sequence[Box]
) -> bool:
    own = _words_box(one, side, ranges)
    is_inside = own.x0 >= 0 and own.x1 <= PLOT_WIDTH
    return is_inside and not any(_overlap(own, other) for other in taken)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _words_box(one: Bubble, side: str, ranges: Sequence[Sequence[float]]) -> Box:
    """Return the room of the words of a member on one side of it, in pixels of the plot."""
    x, y = _middle(one, ranges)
    wide = _width(one.label)
    half = _diameter(one) / 2
    down, across = side.split()
    # Plotly moves words at a corner as far across and down as at a side.
    right = {"right": half + wide, "left": -half}.get(across, wide / 2)
    top = {"top": half + LINE, "bottom": -half}.get(down, LINE / 2)
    return Box(x + right - wide, x + right, y + top - LINE, y + top)


def _circle(one: Bubble, ranges: Sequence[Sequence[float]]) -> Box:
    (x, y), half = _middle(one, ranges), _diameter(one) / 2
    return Box(x - half, x + half, y - half, y + half)


def _middle(one: Bubble, ranges: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Return where a member stands, in pixels of the plot."""
    (left, right), (low, high) = ranges
    across = (one.across - left) / (right - left) * PLOT_WIDTH
    return across, (one.up - low) / (high - low) * PLOT_HEIGHT


def _diameter(one: Bubble) -> float:
    return max(float(LEAST), WHOLE * sqrt(one.part))


def _range(values: Sequence[float]) -> list[float]:
    """Return an axis with zero in it and room beyond the outermost values."""
    low, high = min([0.0, *values]), max([0.0, *values])
    room = ROOM * ((high - low) or 0.1)
    return [low - room, high + room]


def _box(one: Bubble, ranges: Sequence[Sequence[float]]) -> Box:
    """Return the square around a circle, in the units of the axes."""
    half = _diameter(one) / 2 + 2
    wide = half * (ranges[0][1] - ranges[0][0]) / PLOT_WIDTH
    high = half * (ranges[1][1] - ranges[1][0]) / PLOT_HEIGHT
    return Box(one.across - wide, one.across + wide, one.up - high, one.up + high)
