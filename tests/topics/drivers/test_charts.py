"""Stacked drivers: order, patterns and the mark of the net; ratios on an axis of logarithms."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.charts.style import DRIVER_FILL, DRIVER_PATTERN
from carbonpeak.topics.drivers import charts as drivers
from carbonpeak.topics.drivers.charts import Stack

NAMES = {one: one for one in (*DRIVER_FILL, "net")}


def stack(parts, nets, is_ratio=False):
    labels = [str(2016 + place) for place in range(len(nets))]
    texts = {name: [f"{value:+}" for value in values] for name, values in parts.items()}
    return Stack(labels, parts, texts, nets, [f"{net:+}" for net in nets], is_ratio)


AMOUNTS = stack({"intensity": [-2.0, 1.0], "activity": [5.0, 4.0]}, [3.0, 5.0])


def test_drivers_keep_their_order_and_patterns_and_the_net_has_a_mark():
    chart = drivers.upright(AMOUNTS, NAMES)
    assert [trace.name for trace in chart.data] == ["activity", "intensity", "net"]
    assert chart.layout.barmode == "relative"
    assert [trace.marker.pattern.shape for trace in chart.data[:2]] == ["", "/"]
    assert chart.data[2].marker.symbol == "diamond"
    assert list(chart.data[2].y) == [3, 5]


def test_no_two_drivers_look_alike_on_grey_paper():
    assert len({DRIVER_PATTERN.get(one, "") for one in DRIVER_FILL}) == len(DRIVER_FILL)
    assert len(set(DRIVER_FILL.values())) == len(DRIVER_FILL)


def test_lying_bars_give_their_code_on_a_click():
    chart = drivers.lying(AMOUNTS, NAMES, ["110000", "120000"])
    assert all(list(trace.customdata) == ["110000", "120000"] for trace in chart.data)
    assert list(chart.data[0].x) == [5, 4]
    assert list(chart.data[0].y) == ["2016", "2017"]
    assert chart.layout.yaxis.autorange == "reversed"
    assert [note.text for note in chart.layout.annotations] == ["2016", "2017"]


def test_ratios_are_named_on_the_axis():
    logs = {"activity": [math.log(1.2)], "intensity": [math.log(0.9)]}
    chart = drivers.upright(stack(logs, [math.log(1.08)], is_ratio=True), NAMES)
    ticks = dict(zip(chart.layout.yaxis.ticktext, chart.layout.yaxis.tickvals, strict=True))
    assert ticks["1"] == 0
    assert ticks["1.1"] == pytest.approx(math.log(1.1))


@given(st.floats(-0.7, 0), st.floats(0, 3))
def test_a_ratio_axis_has_few_round_ticks_with_one_among_them(low, high):
    ticks = drivers.ratio_ticks(low, high)
    assert 1.0 in ticks
    assert 1 <= len(ticks) <= drivers.MOST_TICKS + 1
    assert all(math.exp(low) - 1e-9 <= one <= math.exp(high) + 1e-9 for one in ticks)
    assert len(set(ticks)) == len(ticks)
    assert all(one > 0 for one in ticks)
