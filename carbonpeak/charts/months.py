"""Charts over months: average prices with breaks and events, volumes stacked, small multiples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts.style import GREY, INK, PALETTE, RULE, figure

# Stacked parts in the order of the palette; patterns tell them apart on grey paper.
PATTERNS = ("", "/", "x")
PANELS_PER_ROW = 2
PANEL_HEIGHT = 150
# So many months at most are named below a chart that has no start of a year in it.
MOST_MONTHS = 4
# How far the axis reaches beyond a few days at least, in years.
SHORTEST = 0.02
# How much of the axis of years the sign of an event takes.
SIGN_YEARS = 0.12


@dataclass(frozen=True)
class MonthLine:
    """One series: name, months (YYYY-MM), values (None: no value), words of each point."""

    name: str
    months: Sequence[str]
    values: Sequence[float | None]
    texts: Sequence[str]


@dataclass(frozen=True)
class Event:
    """A dated event: its date (YYYY-MM-DD), the sign that stands in the chart, and its words."""

    date: str
    sign: str
    words: str


def place(date: str) -> float:
    """Return where a month (its middle) or a day lies on an axis of years."""
    year, month, *day = (int(part) for part in date.split("-"))
    within = (day[0] - 0.5) / 31 if day else 0.5
    return year + (month - 1 + within) / 12


def lines(
    series: Sequence[MonthLine], events: Sequence[Event], breaks: Mapping[str, str]
) -> go.Figure:
    """Return lines over months, the first the main one; events stand as signs above them.

    ``breaks`` are the words of each day (YYYY-MM-DD) from which the series are something else.
    """
    chart = figure(360)
    cuts = frozenset(first_month_after(date) for date in breaks)
    for order, one in enumerate(series):
        _add(chart, one, PALETTE[order], is_main=order == 0, cuts=cuts)
    for date, words in breaks.items():
        _rule(chart, date, words)
    _add_events(chart, events, _top(series))
    days = [one.date[:7] for one in events]
    _fit(chart, [*days, *(month for one in series for month in one.months)])
    chart.update_yaxes(rangemode="tozero", tickformat=",.0f")
    return chart


def first_month_after(date: str) -> str:
    """Return the first month that lies wholly after the day before a date."""
    year, month, day = (int(part) for part in date.split("-"))
    return date[:7] if day == 1 else f"{year + month // 12}-{month % 12 + 1:02d}"


def stacked(
    months: Sequence[str], parts: Mapping[str, Sequence[float]], texts: Sequence[str]
) -> go.Figure:
    """Return a bar a month with its parts on each other, named by the keys; texts say a month."""
    chart = figure(300, barmode="stack", bargap=0.15)
    for order, (name, values) in enumerate(parts.items()):
        chart.add_bar(
            x=[place(month) for month in months],
            y=list(values),
            name=name,
            marker={
                "color": PALETTE[order],
                "pattern": {
                    "shape": PATTERNS[order],
                    "fillmode": "overlay",
                    "fgcolor": "#FFFFFF",
                    "fgopacity": 0.6,
                    "size": 7,
                },
            },
            hovertext=list(texts),
            hoverinfo="text",
        )
    _fit(chart, months)
    chart.update_yaxes(tickformat=",.0f")
    return chart


def multiples(panels: Sequence[MonthLine], highest: float) -> go.Figure:
    """Return a small panel for each series, all on one scale from 0 to ``highest``."""
    rows = -(-len(panels) // PANELS_PER_ROW)
    chart = figure(40 + PANEL_HEIGHT * rows, showlegend=False)
    chart.set_subplots(
        rows, PANELS_PER_ROW, shared_xaxes=True, shared_yaxes=True, horizontal_spacing=0.04
    )
    for order, one in enumerate(panels):
        where = {"row": order // PANELS_PER_ROW + 1, "col": order % PANELS_PER_ROW + 1}
        _add(chart, one, PALETTE[0], where=where)
        chart.add_annotation(
            text=one.name,
            x=0.02,
            y=1,
            xref="x domain",
            yref="y domain",
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            font={"size": 12, "color": INK},
            **where,
        )
    _fit(chart, [month for one in panels for month in one.months], step=3)
    chart.update_xaxes(
        linecolor=GREY, fixedrange=True, showgrid=True, gridcolor=RULE, ticks="", automargin=True
    )
    chart.update_yaxes(range=[0, highest], gridcolor=RULE, fixedrange=True, nticks=4)
    chart.update_layout(margin_t=24)
    return chart


def _add(
    chart: go.Figure,
    line: MonthLine,
    colour: str,
    is_main: bool = True,
    cuts: frozenset[str] = frozenset(),
    where: Mapping[str, int] | None = None,
) -> None:
    """Draw a line with a gap before each cut and where a value is missing."""
    points = [
        point
        for month, value, text in zip(line.months, line.values, line.texts, strict=True)
        for point in ([(None, None, "")] if month in cuts else []) + [(place(month), value, text)]
    ]
    xs, ys, texts = zip(*points, strict=True)
    chart.add_scatter(
        x=xs,
        y=ys,
        name=line.name,
        mode="lines",
        connectgaps=False,
        line={
            "color": colour,
            "width": 2.5 if is_main and not where else 1.5,
            "dash": "solid" if is_main else "dot",
        },
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        # A panel of its own has its name above it.
        showlegend=not where,
        **(where or {}),
    )


def _rule(chart: go.Figure, date: str, words: str) -> None:
    edge = place(date)
    chart.add_vline(x=edge, line={"color": GREY, "width": 1, "dash": "dot"})
    chart.add_annotation(
        x=edge,
        y=0.02,
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        text=words,
        showarrow=False,
        font={"size": 11, "color": GREY},
    )


def _add_events(chart: go.Figure, events: Sequence[Event], height: float) -> None:
    """Put a sign above each event; those that lie too close for two signs share one."""
    groups = _close_together(events)
    if not groups:
        return
    chart.add_scatter(
        x=[sum(place(one.date) for one in group) / len(group) for group in groups],
        y=[height] * len(groups),
        mode="markers+text",
        text=["–".join(dict.fromkeys((group[0].sign, group[-1].sign))) for group in groups],
        textposition="top center",
        marker={"symbol": "triangle-down", "size": 9, "color": GREY},
        hovertext=["<br>".join(f"{one.date} {one.words}" for one in group) for group in groups],
        hoverinfo="text",
        showlegend=False,
    )


def _close_together(events: Sequence[Event]) -> list[list[Event]]:
    """Return events in the order of time, in groups of those within a sign's width."""
    groups: list[list[Event]] = []
    for one in sorted(events, key=lambda event: event.date):
        if groups and place(one.date) - place(groups[-1][-1].date) < SIGN_YEARS:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _top(series: Sequence[MonthLine]) -> float:
    values = [value for one in series for value in one.values if value is not None]
    return 1.12 * max(values, default=1.0)


def _fit(chart: go.Figure, months: Sequence[str], step: int = 1) -> None:
    """Give a tick at the start of every year, or of every so many; of months within one year."""
    first, last = place(min(months)), place(max(months))
    ticks = {float(year): str(year) for year in range(int(first) + 1, int(last) + 1, step)}
    if not ticks:
        ticks = _month_ticks(min(months)[:7], max(months)[:7])
    beyond = min(0.1, max(SHORTEST, 0.1 * (last - first)))
    chart.update_xaxes(
        range=[first - beyond, last + beyond],
        tickmode="array",
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
    )


def _month_ticks(first: str, last: str) -> dict[float, str]:
    """Return the starts of some months of a year and of the month after, with their words."""
    year = int(first[:4])
    numbers = range(int(first[5:]), int(last[5:]) + 2)
    starts = numbers[:: -(-len(numbers) // MOST_MONTHS)]
    names = ((divmod(number - 1, 12)) for number in starts)
    return {year + more + at / 12: f"{year + more}-{at + 1:02d}" for more, at in names}
