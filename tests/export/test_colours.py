"""On grey paper and with the common colour-vision deficiencies every legend entry stays apart.

Two entries are apart where a mark, dash, pattern or symbol in words differs, or else where their
colours do, in grey as in every deficiency. Matrices of full deficiency: Machado, Oliveira and
Fernandes 2009.
"""

from itertools import combinations

import numpy as np
import pytest

from carbonpeak.charts import style
from carbonpeak.topics.registry import FIGURES
from tests import figure_rows, needed
from tests.of_all import of_all

GREY = np.full((3, 3), [0.2126, 0.7152, 0.0722])
VISIONS = {
    "full": np.eye(3),
    "grey": GREY,
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# Distance in CIELAB from which two patches side by side are told apart without effort.
APART = 10.0


def rgb(colour: str) -> np.ndarray:
    """Return a colour of the palette on white paper, 0-1."""
    if colour.startswith("rgba"):
        *parts, alpha = (float(one) for one in colour[5:-1].split(","))
        return np.array(parts) / 255 * alpha + (1 - alpha)
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255


def lab(linear: np.ndarray) -> np.ndarray:
    """Return CIELAB under D65 for linear RGB."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratios = np.clip(to_xyz @ linear / [0.95047, 1.0, 1.08883], 0, None)
    f = np.where(ratios > 216 / 24389, np.cbrt(ratios), (24389 / 27 * ratios + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, vision: str) -> float:
    """Return how far two colours lie apart as someone sees them."""
    seen = []
    for colour in (one, other):
        values = rgb(colour)
        linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
        seen.append(lab(np.clip(VISIONS[vision] @ linear, 0, 1)))
    return float(np.linalg.norm(seen[0] - seen[1]))


def colour_of(trace) -> str:
    for part in (
        trace.marker if "marker" in trace else None,
        trace.line if "line" in trace else None,
    ):
        colour = part.color if part is not None else None
        if isinstance(colour, str):
            return colour
    return trace.fillcolor if "fillcolor" in trace and trace.fillcolor else "#000000"


def looks(chart):
    """Return (name, colour, everything else that tells it apart) of every legend entry."""
    found = []
    for trace in chart.data:
        if trace.showlegend is False or not trace.name:
            continue
        marker = trace.marker if "marker" in trace else None
        pattern = getattr(marker, "pattern", None) if trace.type == "bar" else None
        line = trace.line if "line" in trace else None
        form = (
            trace.type,
            trace.mode if "mode" in trace else "",
            str(getattr(marker, "symbol", "")) if trace.type == "scatter" else "",
            str(getattr(line, "dash", "")) if trace.type == "scatter" else "",
            str(getattr(pattern, "shape", "") or ""),
            trace.fill if "fill" in trace and trace.fill else "",
        )
        found.append(
            (trace.name, colour_of(trace), (*form, trace.name[0] in SYMBOLS and trace.name[0]))
        )
    for shape in chart.layout.shapes:
        if shape.name:
            symbol = next((sign for sign in shape.name if sign in SYMBOLS), False)
            found.append((shape.name, shape.fillcolor, ("shape", symbol)))
    return found


SYMBOLS = set("●◐○–◆◇▼▽↘→■▲×?※·")
CHARTS = sorted(FIGURES.keys() - needed.OF_OWN_FIGURES)


@of_all("name", CHARTS)
@of_all("vision", [one for one in VISIONS if one != "full"])
def test_entries_of_a_legend_stay_apart(data, name, vision):
    chart = figure_rows.printable(data, name, "en").figure.chart
    entries = looks(chart) if chart is not None else []
    for (one, colour, form), (other, second, another) in combinations(entries, 2):
        if form == another:
            apart = distance(colour, second, vision)
            assert apart >= APART, f"{one} and {other}: {apart:.1f}"


@pytest.mark.parametrize("vision", VISIONS)
def test_ink_is_read_on_every_fill_it_stands_on(vision):
    fills = {**style.TIER_FILL, **style.PEAK_FILL}
    inks = {**style.TIER_INK, **style.PEAK_INK}
    for state, fill in fills.items():
        assert distance(fill, inks.get(state, style.INK), vision) > 35


def test_the_check_itself_sees_red_and_green_as_one():
    assert (
        distance("#b22222", "#6b6b00", "deuteranopia")
        < APART
        < distance("#b22222", "#6b6b00", "full")
    )
