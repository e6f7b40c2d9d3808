"""Fans, columns and demands: bands below lines, what stands apart wears a pattern, marks."""

import math

from carbonpeak.charts import columns, demand, fan
from carbonpeak.charts.demand import Asked
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.charts.style import ACCENT_FILL, FAN_FILL


def test_bands_lie_below_the_lines_the_widest_lowest():
    known = Line("known", [2021, 2022], [1.0, 2.0], ["published"] * 2, ["", ""])
    wide = Ribbon("wide", [2022, 2023], [2.0, 1.0], [2.0, 4.0])
    half = Ribbon("half", [2022, 2023], [2.0, 2.0], [2.0, 3.0])
    chart = fan.draw([known], [wide, half])
    assert [trace.name for trace in chart.data] == ["wide", "half", "known"]
    assert [trace.fillcolor for trace in chart.data[:2]] == list(FAN_FILL)
    assert list(chart.data[0].x) == [2022, 2023, 2023, 2022]
    assert list(chart.data[0].y) == [2.0, 4.0, 1.0, 2.0]


def test_columns_that_stand_apart_wear_a_pattern():
    chart = columns.draw(["2029", "2030"], [0.1, 0.9], ["10%", "90%"], [False, True])
    bar = chart.data[0]
    assert list(bar.marker.pattern.shape) == ["", "/"]
    assert bar.marker.color[0] != bar.marker.color[1]
    assert chart.layout.yaxis.range[1] > 0.9
    assert list(chart.layout.xaxis.ticktext) == ["2029", "2030"]


def test_no_columns_is_still_a_picture():
    assert len(columns.draw([], [], [], []).data[0].x) == 0


BARS = [
    Asked("a", 0.09, 0.05, True, "9.0% ▲", ""),
    Asked("b", 0.03, math.nan, False, "3.0%", ""),
    Asked("c", 0.02, -0.01, False, "2.0%", ""),
]


def test_bars_beyond_the_best_so_far_wear_their_own_fill_and_pattern():
    chart = demand.draw(BARS, "within", "beyond", "best")
    by_name = {trace.name: trace for trace in chart.data if trace.name}
    assert list(by_name["beyond"].y) == [0]
    assert by_name["beyond"].marker.color == ACCENT_FILL
    assert by_name["beyond"].marker.pattern.shape == "/"
    assert list(by_name["within"].y) == [1, 2]


def test_only_a_known_best_has_a_mark_and_every_bar_a_label():
    chart = demand.draw(BARS, "within", "beyond", "best")
    by_name = {trace.name: trace for trace in chart.data if trace.name}
    assert list(by_name["best"].x) == [0.05, -0.01]
    assert list(by_name["best"].y) == [0, 2]
    assert list(chart.data[-1].text) == ["9.0% ▲", "3.0%", "2.0%"]
    low, high = chart.layout.xaxis.range
    assert low < -0.01
    assert high > 0.09
