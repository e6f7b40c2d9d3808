"""The one place for palette, fonts, marks and layout."""

from typing import Any

import plotly.graph_objects as go

# In this order; distinguishable in grey print and with the common colour-vision deficiencies.
PALETTE = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
SEQUENTIAL = ("#12436D", "#2073BC", "#6BACE6")
# What stands beside for comparison: the nation, a median, a target.
REFERENCE = "#6B7785"
INK, GREY, RULE, PAPER = "#1A1A1A", "#5C5C5C", "#D9D9D9", "#FFFFFF"

# Light to dark as things get worse, so grey print keeps the order; symbol and word say it too.
TIER_FILL = {
    "on_schedule": SEQUENTIAL[2],
    "behind": SEQUENTIAL[1],
    "far_behind": "#801650",
}
TIER_INK = {"on_schedule": INK, "behind": PAPER, "far_behind": PAPER}
NO_TIER_FILL = "#F2F2F2"

# Light to dark from the peak that is over to the rise that goes on; symbol and word say it too.
PEAK_FILL = {
    "peaked": "#DFEEFA",
    "peaked_passively": "#AFD2F0",
    "falling": "#80B6EA",
    "no_trend": "#5593D0",
    "plateau": "#3A74B4",
    "just_past": "#265792",
    "rising": "#741148",
}
PEAK_INK = {"plateau": PAPER, "just_past": PAPER, "rising": PAPER}

# What rose or lies above its path; what fell or lies below wears the first colour.
RISE_FILL = PALETTE[3]

# Bands of a fan, the widest first: the darker where both lie, on grey paper too.
FAN_FILL = ("rgba(107, 172, 230, 0.40)", "rgba(32, 115, 188, 0.45)")

FUEL_FILL = {
    "coal": PALETTE[4],
    "oil": PALETTE[2],
    "gas": PALETTE[5],
    "electricity": PALETTE[0],
    "heat": PALETTE[3],
    "other": PALETTE[1],
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

# What drives a change: one colour each, with patterns for grey paper; what it starts and ends with.
DRIVER_FILL = {
    "activity": PALETTE[0],
    "structure": PALETTE[1],
    "intensity": PALETTE[2],
    "fuel_mix": PALETTE[5],
    "carbon_factor": PALETTE[3],
    "process": "#9A9A9A",
}
DRIVER_PATTERN = {
    "structure": "x",
    "intensity": "/",
    "fuel_mix": ".",
    "carbon_factor": "\\",
    "process": "-",
}
LEVEL_FILL = PALETTE[4]
RISE_PATTERN = "/"

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
        "hoverlabel": {"align": "left"},
        "xaxis": {"zeroline": False},
        "annotationdefaults": {"arrowcolor": INK, "arrowhead": 0, "arrowwidth": 1},
    },
)

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def figure(height: int, **layout: Any) -> go.Figure:
    """Return an empty figure with the common layout."""
    empty = go.Figure()
    empty.update_layout(
        template=TEMPLATE,
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font={"family": FONT, "size": FONT_SIZE, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        hoverlabel={"font": {"family": FONT, "size": FONT_SIZE}},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": None},
        dragmode=False,
        **layout,
    )
    empty.update_xaxes(
        showgrid=False,
        linecolor=GREY,
        ticks="outside",
        tickcolor=GREY,
        fixedrange=True,
        automargin=True,
    )
    empty.update_yaxes(
        gridcolor=RULE,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        exponentformat="none",
        separatethousands=True,
    )
    return empty
