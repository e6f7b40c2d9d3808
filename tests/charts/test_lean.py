"""A chart as it is sent: in fewer bytes, and read back it says the same."""

import re

import plotly.graph_objects as go
import pytest
from plotly.io import to_json

from carbonpeak.charts import bars, hover, tiles
from carbonpeak.charts.lean import leaner
from carbonpeak.charts.sent import Sent
from carbonpeak.charts.tiles import Tile
from carbonpeak.topics import registry
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

COUNT = 9
NAMES = sorted(registry.FIGURES)
# What the charts of a new year on Regions are made of; they took 19.4 and 12.3 kB.
MOST_BYTES = {"region_tiles": 11_000, "region_ranking": 10_000}


def said(trace, name):
    """Read back what each point of a sent trace says."""
    template = trace.get(f"{name}template")
    if template is None or "customdata[" not in template:
        return list(trace.get("hovertext" if name == "hover" else "text") or ())
    return [
        re.sub(r"%\{customdata\[(\d+)\]\}", lambda at, own=own: own[int(at[1])], template)
        .removesuffix("<extra></extra>")
        for own in trace["customdata"]
    ]  # fmt: skip


def every(traces):
    """Return all that the traces say, written or pointed at, point by point."""
    found = []
    for trace in traces:
        if (
            trace.get("hovertemplate") in (None, hover.TEMPLATE)
            or "customdata[" in trace["hovertemplate"]
        ):
            found += said(trace, "hover")
            text = said(trace, "text")
            found += [text] if isinstance(text, str) else map(str, text)
    return found


def corners(shapes):
    """Return the corners of boxes, of those in paths too, with their fill."""
    found = []
    for one in shapes:
        if one["type"] == "rect":
            found.append((one["fillcolor"], *(round(one[k], 6) for k in ("x0", "x1", "y0", "y1"))))
        for x0, y0, x1, y1 in re.findall(
            r"M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)H", one.get("path") or ""
        ):
            found.append((one["fillcolor"], float(x0), float(x1), float(y0), float(y1)))
    return sorted(found)


def grid():
    texts = [hover.card(f"P{n}", f"since 2020: {n}%", "in the year: ※", "") for n in range(COUNT)]
    made = [
        Tile(f"{n}", 1 + n // 3, 1 + n % 3, "good", f"P{n}", f"{n}%", text)
        for n, text in enumerate(texts)
    ]
    made.append(Tile("x", 5, 5, "good", "X", "–", "<b>X</b><br>none"))
    return tiles.draw(made, [("good", "good")]).to_dict()


def test_tiles_that_are_sent_say_and_show_the_same():
    before = grid()
    after = leaner(before)
    clicks = [one for one in after["data"] if one.get("mode") == "markers"]
    whole = before["data"][-1]
    assert [text for one in clicks for text in said(one, "hover")] == list(whole["hovertext"])
    codes = [c if isinstance(c, str) else c[0] for one in clicks for c in one["customdata"]]
    assert codes == list(whole["customdata"])
    texts = [text for one in before["data"] for text in one.get("text") or ()]
    assert [text for one in after["data"] for text in said(one, "text")] == texts
    assert corners(after["layout"]["shapes"]) == corners(before["layout"]["shapes"])
    assert [one["name"] for one in after["layout"]["shapes"] if one["type"] == "rect"] == ["good"]


def test_bars_that_are_sent_say_the_same_and_give_their_codes():
    names = [f"name {n}" for n in range(COUNT)]
    chart = bars.ranked(names, [n / 7 for n in range(COUNT)], ["+1"] * COUNT, names).to_dict()
    [trace] = leaner(chart)["data"]
    assert said(trace, "hover") == list(chart["data"][0]["hovertext"])
    assert [one[0] for one in trace["customdata"]] == names
    assert trace["x"][1] == 0.1428571
    assert list(chart["data"][0]["x"])[1] == 1 / 7


@pytest.mark.parametrize("texts", [["a"] * 3, ["%{x}"] * COUNT, [""] * COUNT, ["a", "a<br>b"] * 5])
def test_what_has_no_template_is_sent_as_it_is(texts):
    chart = bars.ranked(texts, [1.0] * len(texts), texts, texts, hovers=texts).to_dict()
    [trace] = leaner(chart)["data"]
    assert trace["hovertext"] == chart["data"][0]["hovertext"]
    assert "hovertemplate" not in trace


def test_lines_that_begin_with_a_sign_of_another_keep_their_tags_whole():
    texts = [hover.card(f"{n}</b>", f"&amp;{n}") for n in range(10, 10 + COUNT)]
    chart = go.Figure()
    chart.add_scatter(x=[1] * COUNT, y=[1] * COUNT, mode="markers", hovertext=texts)
    [trace] = leaner(chart.to_dict())["data"]
    assert said(trace, "hover") == texts


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_that_is_sent_says_what_its_chart_says(data, in_full, name):
    """In one language by turns, with ``--in-full`` in both."""
    turn = NAMES.index(name) % len(LANGS)
    given = registry.chosen(data, registry.PAGE_OF[name], {})
    for lang in LANGS if in_full or name in MOST_BYTES else (LANGS[turn],):
        figure = registry.figure(data, name, given, Speaker(lang))
        if figure is None or figure.is_table:
            return
        before = figure.chart.to_dict()
        after = leaner(before)
        assert sorted(every(after["data"])) == sorted(every(before["data"]))
        if name in MOST_BYTES:
            assert len(to_json(Sent(figure.chart), validate=False).encode()) < MOST_BYTES[name]
