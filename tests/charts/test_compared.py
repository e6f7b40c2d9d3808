"""Several lines in one chart, and the same as many little ones."""

from dataclasses import replace

import pytest

from carbonpeak.charts import compared, multiples
from carbonpeak.charts.compared import Labelled
from carbonpeak.charts.lines import Line
from carbonpeak.charts.multiples import Panel
from carbonpeak.charts.style import NO_TIER_FILL, PAPER, REFERENCE

YEARS = [2017, 2018, 2019]


def labelled(values, revised=(), breaks=(), **more):
    line = Line(
        "A", YEARS[: len(values)], values, ["published"] * len(values), ["t"] * len(values),
        frozenset(breaks),
    )  # fmt: skip
    return Labelled(line, "A 1", revised=frozenset(revised), **more)


def traces(chart):
    return [one for one in chart.data if one.mode != "text" and one.x[0] is not None]


def test_a_revision_is_a_gap_with_its_sign_and_a_missing_year_a_gap_alone():
    chart = compared.draw(
        [labelled([1, 5, 6], revised=[2018], breaks=[2018], colour="#111111")], {}
    )
    assert [list(one.x) for one in traces(chart)] == [[2017], [2018, 2019]]
    (sign,) = [one for one in chart.data if one.mode == "text"]
    assert (sign.x[0], sign.y[0], sign.text[0]) == (2017.5, 3.0, "//")
    plain = compared.draw([labelled([1, 5, 6], breaks=[2018], colour="#111111")], {})
    assert [list(one.x) for one in traces(plain)] == [[2017], [2018, 2019]]
    assert [one for one in plain.data if one.mode == "text"] == []


def test_lines_stand_in_no_legend_and_a_reference_is_grey():
    chart = compared.draw(
        [labelled([1, 2], colour="#111111"), labelled([3, 4], is_reference=True)], {}
    )
    assert not any(one.showlegend for one in chart.data)
    assert {one.line.color for one in traces(chart)} == {"#111111", REFERENCE}
    assert len(chart.layout.annotations) == 2


def test_a_scale_from_zero_begins_there_and_another_near_its_values():
    assert compared.scale([50, 100], True) == [0, 106]
    low, high = compared.scale([90, 100], False)
    assert low == pytest.approx(89.4)
    assert high == pytest.approx(100.6)
    low, high = compared.scale([100], False)
    assert low < 100 < high


def panel(code, column, values, colour=""):
    return Panel(code, 1, column, code, YEARS[: len(values)], values, code, colour)


def test_all_panels_have_one_scale_and_the_chosen_one_its_colour():
    panels = [
        panel("a", 1, [0.0, 100.0]),
        panel("b", 2, [50.0, 50.0], "#111111"),
        panel("c", 3, []),
    ]
    panels[2] = replace(panels[2], missing="no data")
    scale = multiples.scale(panels, None, False)
    chart = multiples.draw(panels, None, scale, ["words"])
    lines = {one.line.color: one for one in chart.data if one.mode == "lines"}
    assert len(lines) == 2
    # Grey is for what is not known.
    assert [one.fillcolor for one in chart.layout.shapes] == [PAPER, PAPER, NO_TIER_FILL]
    chosen = lines["#111111"]
    # Half of the scale lies half way down, in the second column.
    box = panels[1].box
    middle = (box.y0 + multiples.NAME + box.y1 - multiples.SIDE) / 2
    assert list(chosen.y)[:2] == pytest.approx([middle, middle])
    assert box.x0 < chosen.x[0] < chosen.x[1] < box.x1
    assert chosen.x[2] is None
    framed = [one.line.color for one in chart.layout.shapes if one.line.width > 1]
    assert framed == ["#111111"]
    (clicks,) = [one for one in chart.data if one.customdata is not None]
    assert list(clicks.customdata) == ["a", "b", "c"]
    written = [text for one in chart.data for text in one.text or ()]
    assert "no data" in written


def test_a_reference_lies_in_every_panel_with_values():
    panels = [panel("a", 1, [1.0, 2.0]), panel("b", 2, [1.0, 3.0]), panel("c", 3, [])]
    reference = ([2017, 2018], [1.0, 1.5])
    scale = multiples.scale(panels, reference, False)
    chart = multiples.draw(panels, reference, scale, [])
    (grey,) = [one for one in chart.data if one.mode == "lines" and one.line.color == REFERENCE]
    assert sum(one is None for one in grey.x) == 2
