"""A chart as it goes to the browser: copied out of Plotly's own object once, not at every run."""

from typing import Any

import plotly.graph_objects as go

from carbonpeak.charts import clicks, lean


class Sent(go.Figure):  # type: ignore[misc]
    """What a chart holds, for a widget that asks a figure for nothing else; never drawn on."""

    def __init__(self, chart: go.Figure, chosen: str = "") -> None:
        """Take a copy of the chart with what is chosen outlined.

        What Plotly sets up to change a chart is left out, and where the places lie: only the
        outline needs it. The rest is said in as few bytes as can be.
        """
        self._content: dict[str, Any] = clicks.outlined(lean.leaner(chart.to_dict()), chosen)
        self._content["layout"] = {
            key: one for key, one in self._content["layout"].items() if key != "meta"
        }

    def to_dict(self) -> dict[str, Any]:
        """Return the same content at every call, the outermost level of it anew."""
        return dict(self._content)
