"""The one place for palette, fonts, marks and layout."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

# Places laid beside each other, in this order; apart in grey print and with the common deficiencies
# of colour vision. What follows has a meaning, and one colour each (docs/decisions/05).
PALETTE = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
SEQUENTIAL = ("#12436D", "#2073BC", "#6BACE6")
# What stands beside for comparison: the nation, a median, a target.
REFERENCE = "#6B7785"
INK, GREY, RULE, PAPER = "#1A1A1A", "#5C5C5C", "#D9D9D9", "#FFFFFF"
# On fills that are neither light nor dark, in the dark too.
BLACK = "#000000"
# Series of one place: what is measured, one accent, then what stands for comparison.
LINES = (PALETTE[0], PALETTE[1], "#66748C", "#202020")
MEASURE_FILL, ACCENT_FILL = LINES[0], LINES[1]

# Status: light to dark as things get worse, so grey print keeps the order; petrol and brick instead
# of green and red, which the commonest deficiency sees as one. Symbol and word say it too.
TIER_FILL = {
    "on_schedule": "#A8E2D1",
    "behind": "#DE9C24",
    "far_behind": "#9E2A22",
}
TIER_INK = {"on_schedule": BLACK, "behind": BLACK, "far_behind": PAPER}
# How a whole nation stands, which has no tier, wears the colour of the tier that says the same.
LIKE_TIER = {"ahead": "on_schedule", "late": "behind"}
# Not judged or not known; always hatched.
NO_TIER_FILL = "#C9CDD2"

# Where a goal stands: as tiers where it can be judged, pale where it cannot; words say it too.
GOAL_FILL = {
    "met": "#2A8F7A",
    "ahead": TIER_FILL["on_schedule"],
    "open": SEQUENTIAL[2],
    "late": TIER_FILL["behind"],
    "rose": "#C4602C",
    "missed": TIER_FILL["far_behind"],
    "indicative": "#B9CBE8",
    "no_data": NO_TIER_FILL,
    "no_number": "#E3EDF6",
    "result": "#A285D1",
}
GOAL_INK = {one: PAPER if one in ("met", "missed") else BLACK for one in GOAL_FILL}
GOAL_PATTERN = {"no_data": "/"}

# How complete something is, from all of it to nothing; the numbers in it say so too.
COMPLETE_FILL = {
    "whole": "#F1F8FE",
    "most": "#92C1EF",
    "some": TIER_FILL["behind"],
    "none": TIER_FILL["far_behind"],
}
COMPLETE_INK = {"most": BLACK, "some": BLACK, "none": PAPER}

# Light to dark from the peak that is over to the rise that goes on; symbol and word say it too.
PEAK_FILL = {
    "peaked": "#F1F8FE",
    "peaked_passively": "#C3DDF5",
    "falling": "#92C1EF",
    "no_trend": "#6CA6DF",
    "plateau": "#3F78B8",
    "just_past": "#265792",
    "rising": "#741148",
}
PEAK_INK = {
    "falling": BLACK,
    "no_trend": BLACK,
    "plateau": PAPER,
    "just_past": PAPER,
    "rising": PAPER,
}

# A fill whose channels are all lighter than this is not seen on paper without an edge.
NEAR_PAPER = 0xE8


def edge(fill: str) -> str:
    """Return the colour of the line around a fill: grey around one that is nearly paper."""
    if len(fill) != len(PAPER):
        return PAPER
    channels = (int(fill[place : place + 2], 16) for place in (1, 3, 5))
    return GREY if min(channels) >= NEAR_PAPER else PAPER


# What rose or lies above its path, what fell or lies below: plum and blue, as for peaks.
RISE_FILL, FALL_FILL = PEAK_FILL["rising"], SEQUENTIAL[1]

# Bands of a fan, the widest first: the darker where both lie, on grey paper too.
FAN_FILL = ("rgba(107, 172, 230, 0.40)", "rgba(32, 115, 188, 0.45)")

FUEL_FILL = {
    "coal": "#262626",
    "oil": "#8A5A80",
    "gas": "#C3A7DC",
    "electricity": "#4A90D9",
    "heat": "#EE8FA8",
    "other": "#3E7D5A",
    "process": "#9A9A9A",
}
# Patterns tell the groups apart on grey paper.
FUEL_PATTERN = {
    "oil": "/",
    "gas": ".",
    "electricity": "|",
    "heat": "\\",
    "other": "x",
    "process": "-",
}

# What drives a change: tints of indigo with a pattern each, the same in every chart of drivers.
DRIVER_FILL = {
    "activity": "#2A2A86",
    "structure": "#7DA0CC",
    "intensity": "#5666B5",
    "fuel_mix": "#B9CBE8",
    "carbon_factor": "#9A84CC",
    "process": "#DCE1EC",
}
DRIVER_PATTERN = {
    "structure": "x",
    "intensity": "/",
    "fuel_mix": ".",
    "carbon_factor": "\\",
    "process": "-",
}
# The amount before and after.
LEVEL_FILL = LINES[2]
# Fills that wear a pattern wherever they stand.
PATTERN = {RISE_FILL: "/", NO_TIER_FILL: "/"}
PATTERN_SIZE = 7
# Fills lighter than this (0-255) take dark marks.
LIGHT_FROM = 150

# Standing by line style and mark, not by colour alone.
DASH = {
    "official": "solid",
    "published": "solid",
    "reconstructed": "dash",
    "derived": "dash",
    "estimated": "dot",
    "scenario": "dashdot",
    "unverified": "dot",
}
MARK = {
    "official": "diamond",
    "published": "circle",
    "reconstructed": "circle-open",
    "derived": "circle-open",
    "estimated": "square-open",
    "scenario": "triangle-up-open",
    "unverified": "x-thin-open",
}

# Every list ends in an installed CJK face, so that no text is silently lost.
FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'
FONT_SIZE = 13

# After a click what is not chosen looks as before; what is chosen is outlined.
STAYS = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}, "textfont": {"color": INK}},
}
# What is not said of a chart: Plotly's own answer is another one once Streamlit is imported.
TEMPLATE = go.layout.Template(
    data={
        "bar": [
            {"marker": {"line": {"color": PAPER, "width": 0.5}, "pattern_solidity": 0.2}, **STAYS}
        ],
        "scatter": [STAYS],
    },
    layout={
        "autotypenumbers": "strict",
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": PAPER,
            "bordercolor": GREY,
            "namelength": -1,
        },
        # The title of an axis is no larger than its numbers.
        "xaxis": {"zeroline": False, "title": {"font": {"size": FONT_SIZE - 1}}},
        "yaxis": {"title": {"font": {"size": FONT_SIZE - 1}}},
        "annotationdefaults": {"arrowcolor": INK, "arrowhead": 0, "arrowwidth": 1},
    },
)

# At the edge of the whole chart: beside the plot it would be moved over marks where a window
# becomes narrower or wider.
LEGEND = {"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top"}

# Words inside bars are of one size; a part too small for them has none, and the table has all.
FITTING = {"mode": "hide", "minsize": 12}

LETTERS = {"family": FONT, "size": FONT_SIZE, "color": INK}
# The layout that every chart begins with.
COMMON: dict[str, Any] = {
    "template": TEMPLATE,
    "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
    "font": LETTERS,
    "paper_bgcolor": PAPER,
    "plot_bgcolor": PAPER,
    "hoverlabel": {"font": LETTERS},
    "dragmode": False,
    "legend": LEGEND,
    "xaxis": {
        "showgrid": False,
        "linecolor": GREY,
        "ticks": "outside",
        "tickcolor": GREY,
        "fixedrange": True,
        "automargin": True,
    },
    "yaxis": {
        "gridcolor": RULE,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "exponentformat": "none",
        "separatethousands": True,
    },
}

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def figure(height: int, **layout: Any) -> go.Figure:
    """Return an empty figure with the common layout."""
    # All at once: Plotly holds each property to its rules anew whenever a layout is changed.
    return go.Figure(layout={**COMMON, "height": height, **layout})


def filled(fills: str | Sequence[str], shapes: str | Sequence[str] | None = None) -> dict[str, Any]:
    """Return how bars are filled: their colours, and patterns whose marks show on them.

    Without ``shapes`` each colour wears the pattern that it wears everywhere.
    """
    if isinstance(fills, str):
        one = PATTERN.get(fills, "") if shapes is None else str(shapes)
        return {"color": fills, "pattern": _pattern(one, mark_on(fills))}
    own = [PATTERN.get(fill, "") for fill in fills] if shapes is None else list(shapes)
    return {"color": list(fills), "pattern": _pattern(own, [mark_on(fill) for fill in fills])}


def mark_on(fill: str) -> str:
    """Return the ink of marks that show on a fill: paper on dark ones, dark on light ones."""
    red, green, blue = (int(fill[place : place + 2], 16) for place in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > LIGHT_FROM else PAPER


def _pattern(shape: str | list[str], mark: str | list[str]) -> dict[str, Any]:
    return {
        "shape": shape,
        "fillmode": "overlay",
        "fgcolor": mark,
        "fgopacity": 0.6,
        "size": PATTERN_SIZE,
    }
