"""What was counted on a few days: a row for each thing, a mark with its count at each day."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from carbonpeak.charts import hover
from carbonpeak.charts.style import PALETTE, RULE, figure

ROW, ROOM = 40, 40


@dataclass(frozen=True)
class Counted:
    """One thing: its name, the days or months (YYYY-MM-DD, YYYY-MM), what was counted then."""

    name: str
    days: Sequence[str]
    texts: Sequence[str]


def draw(every: Sequence[Counted]) -> go.Figure:
    """Return the things from top to bottom over time; counts of one thing are joined."""
    chart = figure(ROOM + ROW * len(every), showlegend=False)
    for place, one in enumerate(every):
        chart.add_scatter(
            x=[_day(day) for day in one.days],
            y=[place] * len(one.days),
            mode="lines+markers+text",
            line={"color": RULE, "width": 2},
            marker={"size": 12, "color": PALETTE[0]},
            text=[f"<b>{text}</b>" for text in one.texts],
            textposition="top center",
            cliponaxis=False,
            hovertext=[
                hover.card(one.name, f"{day}: {text}")
                for day, text in zip(one.days, one.texts, strict=True)
            ],
            hoverinfo="text",
        )
    chart.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(every))),
        ticktext=[one.name for one in every],
        range=[len(every) - 0.5, -0.8],
        showgrid=False,
        zeroline=False,
    )
    years = sorted(int(day[:4]) for one in every for day in one.days)
    chart.update_xaxes(
        type="date",
        # The sign of the first year stands too, by which a day in it is read.
        range=[f"{years[0] - 1}-12-01", f"{years[-1] + 1}-06-30"],
        dtick="M12",
        tickformat="%Y",
    )
    return chart


def _day(text: str) -> str:
    """Return a day; a month stands in its middle."""
    return f"{text}-15" if len(text) == len("2021-12") else text
