"""Drivers stacked up or down from a line, with a mark where they add up to."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import hover, seams
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import (
    DRIVER_FILL,
    DRIVER_PATTERN,
    GREY,
    INK,
    PAPER,
    figure,
    filled,
)

ROW_HEIGHT = 46
# Room for the legend, which takes several lines on a narrow screen.
LEGEND_HEIGHT = 130
# Up to so many standing bars leave more room between them.
FEW = 3
# The axis of the amounts, by the axis along which the labels stand.
ACROSS = {"x": "y", "y": "x"}
# Steps between the ticks of a ratio axis, the first that leaves few enough.
RATIO_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
MOST_TICKS = 7


@dataclass(frozen=True)
class Stack:
    """What is stacked: labels of the bars, per driver the amounts and their texts, and the nets.

    On a ratio axis the amounts are natural logarithms, so that stacked ratios multiply.
    """

    labels: Sequence[str]
    parts: Mapping[str, Sequence[float]]
    texts: Mapping[str, Sequence[str]]
    nets: Sequence[float]
    net_texts: Sequence[str]
    is_ratio: bool = False


def upright(stack: Stack, names: Mapping[str, str], changed: Sequence[Seam] = ()) -> go.Figure:
    """Return one standing bar per year; ``names`` has the words of drivers and of ``net``.

    ``changed`` are the years from which another standing holds.
    """
    gap = 0.25 if len(stack.labels) > FEW else 0.6
    chart = figure(360, barmode="relative", bargap=gap)
    _add(chart, stack, names, "x")
    chart.update_xaxes(type="category")
    chart.update_yaxes(tickformat=",")
    _ticks(chart.update_yaxes, stack)
    chart.add_hline(y=0, line={"color": GREY, "width": 1})
    seams.mark(chart, changed, {int(year): place for place, year in enumerate(stack.labels)})
    return chart


def lying(stack: Stack, names: Mapping[str, str], codes: Sequence[str]) -> go.Figure:
    """Return one lying bar per label, the first on top; a click gives its code.

    Labels stand above their bars, so that bars keep the whole width of a narrow screen.
    """
    height = LEGEND_HEIGHT + ROW_HEIGHT * len(stack.labels)
    chart = figure(height, barmode="relative", bargap=0.62)
    _add(chart, stack, names, "y", list(codes))
    # All at once: to add one, Plotly reads those before it again.
    chart.update_layout(annotations=list(map(_above, stack.labels)))
    chart.update_yaxes(type="category", autorange="reversed", visible=False)
    chart.update_xaxes(nticks=5, tickformat=",")
    _ticks(chart.update_xaxes, stack)
    chart.add_vline(x=0, line={"color": GREY, "width": 1}, layer="below")
    return chart


def _above(label: str) -> dict[str, object]:
    """Return a label above its bar."""
    return {
        **{"x": 0, "xref": "paper", "xanchor": "left", "y": label, "yshift": ROW_HEIGHT * 0.41},
        **{"text": label, "showarrow": False, "font": {"size": 12}},
        **{"bgcolor": PAPER, "borderpad": 0},
    }


def _add(
    chart: go.Figure,
    stack: Stack,
    names: Mapping[str, str],
    along: str,
    codes: Sequence[str] | None = None,
) -> None:
    """Add the bars of every driver and the marks of the nets; ``along`` is the axis of labels."""
    labels, across = list(stack.labels), ACROSS[along]
    for driver in (key for key in DRIVER_FILL if key in stack.parts):
        texts = [
            hover.card(label, f"{names[driver]}: {text}")
            for label, text in zip(labels, stack.texts[driver], strict=True)
        ]
        chart.add_bar(
            **{along: labels, across: list(stack.parts[driver])},
            orientation="v" if along == "x" else "h",
            name=names[driver],
            marker=filled(DRIVER_FILL[driver], DRIVER_PATTERN.get(driver, "")),
            customdata=codes,
            hovertext=texts,
            hoverinfo="text",
        )
    _mark_nets(chart, stack, names["net"], along, codes)


def _mark_nets(
    chart: go.Figure,
    stack: Stack,
    name: str,
    along: str,
    codes: Sequence[str] | None,
) -> None:
    """Add a diamond where the drivers of each bar add up to."""
    texts = zip(stack.labels, stack.net_texts, strict=True)
    chart.add_scatter(
        **{along: list(stack.labels), ACROSS[along]: list(stack.nets)},
        name=name,
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": PAPER,
            "line": {"color": INK, "width": 2},
        },
        customdata=codes,
        cliponaxis=False,
        hovertext=[hover.card(label, f"{name}: {text}") for label, text in texts],
        hoverinfo="text",
    )


def ratio_ticks(low: float, high: float) -> list[float]:
    """Return round ratios from below to above 1 that lie between two logarithms."""
    least, most = math.exp(low), math.exp(high)
    few = (step for step in RATIO_STEPS if (most - least) / step <= MOST_TICKS)
    step = next(few, RATIO_STEPS[-1])
    first, last = math.ceil((least - 1) / step), math.floor((most - 1) / step)
    return [round(1 + place * step, 2) for place in range(first, last + 1)]


def _ticks(update: Callable[..., object], stack: Stack) -> None:
    """Name the ticks of an axis of logarithms by the ratios they stand for."""
    if not stack.is_ratio:
        return
    stacked = list(zip(*stack.parts.values(), strict=True))
    low = min(sum(size for size in bar if size < 0) for bar in stacked)
    high = max(sum(size for size in bar if size > 0) for bar in stacked)
    ratios = ratio_ticks(low, high)
    update(
        tickmode="array",
        tickvals=[math.log(ratio) for ratio in ratios],
        ticktext=[f"{ratio:g}" for ratio in ratios],
    )
