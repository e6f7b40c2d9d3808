"""After a click nothing fades, and what is chosen is outlined where it lies."""

import pytest

from carbonpeak.charts import bars, clicks, matrix, tiles
from carbonpeak.charts.sent import Sent
from carbonpeak.charts.style import INK, PEAK_FILL, PEAK_INK
from carbonpeak.charts.tiles import Tile
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF
from carbonpeak.words.speaker import Speaker

LEGEND = [("rising", "▲ rising"), ("peaked", "▼ peaked")]


def grid():
    shown = [
        Tile("110000", 3, 7, "rising", "BJ", "▲", "Beijing"),
        Tile("310000", 5, 8, "peaked", "SH", "▼", "Shanghai"),
    ]
    return tiles.draw(shown, LEGEND, PEAK_FILL, PEAK_INK)


def cells():
    drawn = [
        [matrix.Cell("1/a", "rising", ("▲",), ""), matrix.Cell("1/b", "peaked", ("▼",), "")],
    ]
    return matrix.draw(["1"], ["a", "b"], drawn, LEGEND, PEAK_FILL, PEAK_INK)


def ranks():
    return bars.ranked(["x", "y"], [3.0, -2.0], ["3", "-2"], ["31", "32"])


def rings(chart, code):
    shapes = Sent(chart, code).to_dict()["layout"].get("shapes", ())
    return [shape for shape in shapes if shape.get("name") == "chosen"]


@pytest.mark.parametrize(
    ("chart", "code", "box"),
    [
        (grid(), "310000", (7.53, 8.47, 4.53, 5.47)),
        (cells(), "1/b", (0.5, 1.5, -0.5, 0.5)),
        (ranks(), "32", (-2.0, 0.0, 0.625, 1.375)),
    ],
    ids=["tiles", "matrix", "bars"],
)
def test_what_is_chosen_is_outlined_where_it_lies(chart, code, box):
    below, above = rings(chart, code)
    assert (above["x0"], above["x1"], above["y0"], above["y1"]) == pytest.approx(box)
    assert above["line"]["color"] == INK
    assert below["line"]["width"] > above["line"]["width"]
    assert not rings(chart, "")
    assert not rings(chart, "999999")


def test_a_mark_without_a_code_is_not_outlined_where_nothing_is_chosen():
    assert not rings(bars.ranked(["x"], [3.0], ["3"], [""]), "")


def test_an_outline_is_of_one_reader_alone():
    chart = grid()
    before = chart.to_json()
    assert rings(chart, "110000")
    assert chart.to_json() == before


@pytest.mark.parametrize("chart", [grid(), cells(), ranks()], ids=["tiles", "matrix", "bars"])
def test_what_is_not_chosen_looks_as_before(chart):
    """By default Plotly draws it at a fifth of its strength, until somebody clicks twice."""
    fallback = chart.layout.template.data
    for trace in chart.data:
        common = fallback.bar[0] if trace.type == "bar" else fallback.scatter[0]
        if trace.type == "scatter" and trace.mode == "text":
            assert trace.unselected.textfont.color == trace.textfont.color
        elif trace.customdata is not None and trace.marker.opacity == 0:
            assert trace.selected.marker.opacity == trace.unselected.marker.opacity == 0
        else:
            assert trace.unselected.marker.opacity is None
            assert common.selected.marker.opacity == common.unselected.marker.opacity == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["region_tiles", "peak_tiles"])
def test_no_line_of_the_legend_lies_on_a_tile(data, name, lang):
    given = registry.chosen(data, PAGE_OF[name], {})
    chart = registry.figure(data, name, given, Speaker(lang)).chart
    assert FIGURES[name]
    lines = chart.layout.annotations
    assert len(lines) > 3
    half = tiles.LEGEND_LINE / 2
    for line in lines:
        right = tiles.legend_right(line.text)
        reached = [y0 for x0, _, y0, _ in chart.layout.meta[clicks.PLACES].values() if x0 < right]
        assert line.y + half <= min(reached) + 1e-9
        assert line.y - half >= chart.layout.yaxis.range[1]


def test_a_grid_without_room_for_its_legend_becomes_taller():
    crowded = [Tile("1", 1, 1, "rising", "x", "▲", ""), Tile("2", 1, 2, "peaked", "y", "▼", "")]
    chart = tiles.draw(crowded, LEGEND, PEAK_FILL, PEAK_INK)
    assert max(note.y for note in chart.layout.annotations) < 0.5
    assert chart.layout.yaxis.range[1] < min(note.y for note in chart.layout.annotations)
