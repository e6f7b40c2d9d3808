"""Columns: one upright bar per year, its label on top; those that stand apart wear a pattern."""

import re
from collections.abc import Sequence

import plotly.graph_objects as go

from carbonpeak.charts import hover
from carbonpeak.charts.style import GREY, MEASURE_FILL, figure, filled

# Seven months in one line would touch each other on a phone.
MONTH = re.compile(r"^(\d{4})-(\d{2})$")


def draw(
    names: Sequence[str], values: Sequence[float], labels: Sequence[str], apart: Sequence[bool]
) -> go.Figure:
    """Return the columns in their order; ``apart`` says which ones wear grey and a pattern."""
    chart = figure(330, bargap=0.25, showlegend=False)
    chart.add_bar(
        x=list(range(len(names))),
        y=list(values),
        text=list(labels),
        textposition="outside",
        cliponaxis=False,
        marker=filled(
            [GREY if one else MEASURE_FILL for one in apart], ["/" if one else "" for one in apart]
        ),
        hovertext=list(map(hover.card, names, labels)),
        hoverinfo="text",
    )
    chart.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=[MONTH.sub(r"\1-<br>\2", name) for name in names],
        tickangle=0,
        # The outermost names may reach a little beyond the plot: without it they are left out.
        ticklabeloverflow="allow",
    )
    chart.update_yaxes(visible=False, range=[0, 1.15 * (max(values, default=0.0) or 1.0)])
    return chart
