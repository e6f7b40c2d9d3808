"""Bars: ranked ones that lie, and yearly ones stacked by group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import clicks, end_labels, hover, seams
from carbonpeak.charts.clicks import Box
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import (
    FONT_SIZE,
    FUEL_FILL,
    FUEL_PATTERN,
    GREY,
    INK,
    MEASURE_FILL,
    figure,
    filled,
)

BAR_HEIGHT = 24
# A name longer than this, in Latin letters, goes on in another line of so many pixels.
LONGEST_NAME, NAME_LINE = 36, 15
# How wide a Latin letter is at most, as a part of its size.
LETTER = 0.56
# What a phone has for names and bars, in pixels; the part of the bars' room that labels may take
# there, and the least that they take anywhere: left of bars that fell, right of others.
PHONE, MOST_LABEL = 343, 0.55
LEAST_LEFT, LEAST_RIGHT = 0.62, 0.45
# Words above the bars, and the room they take, in pixels.
RULE_SIZE, RULE_ROOM = 11, 22
GAP = 0.25
# From zero to the numbers of bars that fell, and room for numbers right of bars, as parts of the
# span of values.
BESIDE, BEYOND = 0.02, 0.5
BAR_HALF = (1 - GAP) / 2


def ranked(
    names: Sequence[str],
    values: Sequence[float],
    labels: Sequence[str],
    codes: Sequence[str],
    fills: Sequence[str] | None = None,
    hovers: Sequence[str] | None = None,
) -> go.Figure:
    """Return horizontal bars, the first on top, each with its label; a click gives its code.

    ``hovers`` is what each says when it is pointed at, without it its name and label.
    """
    lines = [name if "<br>" in name else end_labels.wrapped(name, LONGEST_NAME) for name in names]
    chart = figure(40 + row_height(lines) * max(len(names), 1), bargap=GAP, showlegend=False)
    chart.add_bar(
        x=list(values),
        y=list(range(len(names))),
        orientation="h",
        text=list(labels),
        textposition="outside",
        cliponaxis=False,
        marker=filled(fills or MEASURE_FILL),
        customdata=list(codes),
        hovertext=list(hovers or map(hover.card, names, labels)),
        hoverinfo="text",
    )
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=lines,
        autorange="reversed",
        showgrid=False,
    )
    clicks.remember(chart, dict(zip(codes, _boxes(values), strict=True)))
    chart.update_xaxes(visible=False, range=_room(values, labels, lines))
    if any(value < 0 for value in values):
        chart.add_vline(x=0, line={"color": GREY, "width": 1})
    return chart


def row_height(names: Iterable[str]) -> int:
    """Return how many pixels each bar has, by the name of most lines."""
    return BAR_HEIGHT + NAME_LINE * max((name.count("<br>") for name in names), default=0)


def _boxes(values: Sequence[float]) -> list[Box]:
    """Return where the bars lie."""
    return [
        Box(min(0.0, value), max(0.0, value), place - BAR_HALF, place + BAR_HALF)
        for place, value in enumerate(values)
    ]


@dataclass(frozen=True)
class Rule:
    """A value that bars are read against, with its words."""

    value: float
    words: str


def with_rules(chart: go.Figure, rules: Sequence[Rule]) -> go.Figure:
    """Return ranked bars with rules over all of them, each with its words above.

    Rules are falls: the numbers of bars that fell stand beyond zero, where no rule crosses them.
    """
    ordered = sorted(rules, key=lambda rule: rule.value)
    for place, rule in enumerate(ordered):
        is_first = place == 0 and len(ordered) > 1
        chart.add_vline(
            x=rule.value,
            line={"color": INK, "width": 1.5, "dash": "dot"},
            annotation={
                "text": rule.words,
                "xanchor": "right" if is_first else "left",
                "yanchor": "bottom",
                "y": 1,
                "yref": "y domain",
                "showarrow": False,
                "font": {"size": RULE_SIZE},
            },
        )
    if ordered:
        _number_beyond_zero(chart)
        chart.update_layout(margin_t=RULE_ROOM, height=chart.layout.height + RULE_ROOM)
    return chart


def _number_beyond_zero(chart: go.Figure) -> None:
    """Write the numbers of bars that fell right of zero; the bars take the room left of it."""
    bar = chart.data[0]
    low, high = min([0.0, *bar.x]), max([0.0, *bar.x])
    span = (high - low) or 1.0
    fell = [place for place, value in enumerate(bar.x) if value < 0]
    chart.add_scatter(
        x=[BESIDE * span] * len(fell),
        y=fell,
        text=[bar.text[place] for place in fell],
        mode="text",
        textposition="middle right",
        cliponaxis=False,
        # A number answers as its bar does.
        customdata=[bar.customdata[place] for place in fell],
        hovertext=[bar.hovertext[place] for place in fell],
        hoverinfo="text",
    )
    bar.text = ["" if value < 0 else text for value, text in zip(bar.x, bar.text, strict=True)]
    chart.update_xaxes(range=[low - BESIDE * span, high + BEYOND * span])
    # Words would move the first and the last bar away from the edges.
    chart.update_yaxes(autorange=False, range=[len(bar.x) - 0.5, -0.5])


def stacked(
    years: Sequence[int],
    groups: Mapping[str, Sequence[float]],
    names: Mapping[str, str],
    unit: str,
    changed: Sequence[Seam] = (),
) -> go.Figure:
    """Return yearly bars stacked by group of fuels, in the order of the palette.

    ``changed`` are the years from which another standing holds.
    """
    chart = figure(340, barmode="stack", bargap=0.2)
    for group in (key for key in FUEL_FILL if key in groups):
        chart.add_bar(
            x=list(years),
            y=list(groups[group]),
            name=names[group],
            marker=filled(FUEL_FILL[group], FUEL_PATTERN.get(group, "")),
            text=_shares(groups, group),
            textposition="none",
            hovertemplate=hover.card(names[group], f"%{{x}}: %{{y:,.0f}} {unit}", "%{text}")
            + "<extra></extra>",
        )
    seams.mark(chart, changed)
    chart.update_xaxes(tickformat="d", dtick=2 if len(years) <= 12 else 5)
    chart.update_yaxes(tickformat=",.0f")
    return chart


def _shares(groups: Mapping[str, Sequence[float]], group: str) -> list[str]:
    """Return what part of all groups one is, year by year, nothing where there is no whole."""
    wholes = [sum(parts) for parts in zip(*groups.values(), strict=True)]
    return [
        f"{part / whole:.0%}" if whole > 0 else ""
        for part, whole in zip(groups[group], wholes, strict=True)
    ]


def _room(
    values: Sequence[float], labels: Sequence[str], names: Sequence[str]
) -> tuple[float, float]:
    """Return an axis range that leaves room for the labels outside the bars, on a phone too."""
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    room = max(1.0, PHONE - _pixels(line for name in names for line in name.split("<br>")))
    labelled = list(zip(values, labels, strict=True))
    left = min(_pixels(text for value, text in labelled if value < 0) / room, MOST_LABEL)
    right = min(_pixels(text for value, text in labelled if value >= 0) / room, MOST_LABEL)
    whole = span / (1 - min(left + right, MOST_LABEL))
    return (
        low - (max(LEAST_LEFT * span, left * whole) if low < 0 else 0.0),
        high + (max(LEAST_RIGHT * span, right * whole) if high > 0 else BESIDE * span),
    )


def _pixels(texts: Iterable[str]) -> float:
    """Return how wide the widest text is at most."""
    return LETTER * FONT_SIZE * max(map(end_labels.letters, texts), default=0.0)
