"""The waterfall: steps meet, each driver wears its colour, a cut axis is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.charts import waterfall
from carbonpeak.charts.style import DRIVER_FILL, DRIVER_PATTERN, LEVEL_FILL
from carbonpeak.charts.waterfall import Step

DRIVERS = list(DRIVER_FILL)


def steps(start, *effects):
    found, at = [Step("2015", 0, start, f"{start}")], start
    for number, effect in enumerate(effects):
        found.append(Step(f"driver {number}", at, at + effect, f"{effect:+}<br>%", DRIVERS[number]))
        at += effect
    return [*found, Step("2022", 0, at, f"{at}")]


def test_bars_float_where_the_one_before_ended():
    bar = waterfall.draw(steps(100.0, 60.0, -40.0)).data[0]
    assert list(bar.base) == [0, 100, 120, 0]
    assert list(bar.x) == [100, 60, 40, 120]


def test_each_driver_wears_its_own_colour_and_pattern_whichever_way_it_goes():
    marker = waterfall.draw(steps(100.0, 60.0, -40.0)).data[0].marker
    assert list(marker.color) == [LEVEL_FILL, *list(DRIVER_FILL.values())[:2], LEVEL_FILL]
    assert list(marker.pattern.shape) == ["", "", DRIVER_PATTERN["structure"], ""]


def test_every_bar_is_joined_to_the_next():
    chart = waterfall.draw(steps(100.0, 60.0, -40.0))
    joints = [shape for shape in chart.layout.shapes if shape.x0 == shape.x1]
    assert [shape.x0 for shape in joints] == [100, 160, 120]


def test_small_steps_cut_the_axis_and_the_cut_is_drawn_through_both_levels():
    small = steps(100.0, 5.0, -2.0)
    floor = waterfall.cut_at(small)
    assert 90 < floor < 100
    chart = waterfall.draw(small)
    assert chart.layout.xaxis.range[0] == floor
    strokes = [shape for shape in chart.layout.shapes if shape.x0 != shape.x1]
    assert len(strokes) == 4
    assert waterfall.cut_at(steps(100.0, 60.0, -40.0)) == 0


def test_an_axis_is_not_cut_where_a_level_is_zero_or_a_step_passes_below():
    assert waterfall.cut_at(steps(0.0, 5.0)) == 0
    below = steps(10.0, -30.0, 25.0)
    assert waterfall.cut_at(below) == 0
    assert waterfall.draw(below).layout.xaxis.range[0] == -20


def test_nothing_changed_is_still_a_picture():
    same = steps(100.0, 0.0, 0.0)
    low, high = waterfall.draw(same).layout.xaxis.range
    assert low < 100 < high


@given(st.floats(0, 1e6), st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=6))
def test_every_bar_and_room_for_its_label_lies_within_the_axis(start, effects):
    shown = steps(start, *effects)
    chart = waterfall.draw(shown)
    low, high = chart.layout.xaxis.range
    bar = chart.data[0]
    ends = [base + length for base, length in zip(bar.base, bar.x, strict=True)]
    assert low <= min(bar.base)
    assert high >= max(ends)
    assert all(length >= 0 for length in bar.x[1:-1])


@pytest.mark.parametrize("label", ["+1<br>+2%"])
def test_a_label_stands_beside_its_bar_and_under_the_pointer_one_fact_a_line(label):
    chart = waterfall.draw([Step("2015", 0, 1, "1"), Step("x", 1, 2, label)])
    assert chart.data[1].text[1] == "\u00a0+1<br>\u00a0+2%"
    assert chart.data[0].hovertext[1] == "<b>x</b><br>+1<br>+2%"
