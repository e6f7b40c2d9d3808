"""A series with maximum and window; counts of states over years."""

from carbonpeak.charts.lines import Line
from carbonpeak.charts.style import NO_TIER_FILL, PEAK_FILL, PEAK_INK
from carbonpeak.topics.peak import charts as peaks
from carbonpeak.topics.peak.charts import Window


def line(values, first=2000):
    years = list(range(first, first + len(values)))
    kinds = ["published"] * len(values)
    return Line("x", years, values, kinds, [""] * len(values))


def texts(chart):
    return [note.text for note in chart.layout.annotations]


def test_the_maximum_is_marked_where_it_is_and_named():
    chart = peaks.series(line([1.0, 5.0, 3.0]), 2001, "highest", None)
    (mark,) = [trace for trace in chart.data if trace.marker.symbol == "diamond"]
    assert (list(mark.x), list(mark.y)) == ([2001], [5.0])
    assert texts(chart) == ["highest"]
    assert chart.layout.yaxis.rangemode == "tozero"


def test_a_series_without_a_maximum_has_no_mark():
    chart = peaks.series(line([0.0, 0.0]), None, "", None)
    assert texts(chart) == []
    assert len(chart.data) == 1


def test_the_words_of_the_maximum_lean_inwards():
    late = peaks.series(line([1.0, 2.0, 3.0, 9.0]), 2003, "highest", None)
    early = peaks.series(line([9.0, 2.0, 3.0, 1.0]), 2000, "highest", None)
    assert late.layout.annotations[0].xanchor == "right"
    assert early.layout.annotations[0].xanchor == "left"


def test_the_window_is_shaded_over_its_years_and_its_words_keep_off_the_line():
    window = Window(2001.5, 2003.5, "n = 2")
    high = peaks.series(line([1.0, 9.0, 8.0, 7.0]), 2001, "highest", window)
    assert (high.layout.shapes[0].x0, high.layout.shapes[0].x1) == (2001.5, 2003.5)
    assert texts(high) == ["highest", "n = 2"]
    assert high.layout.annotations[1].yanchor == "bottom"
    low = peaks.series(line([1.0, 9.0, 2.0, 1.0]), 2001, "highest", window)
    assert low.layout.annotations[1].yanchor == "top"


def test_the_words_of_the_window_stand_above_those_of_a_break():
    broken = Line(
        "x", [2000, 2002, 2003], [9.0, 8.0, 8.0], ["published"] * 3, [""] * 3, frozenset({2002})
    )
    chart = peaks.series(broken, 2000, "", Window(2000.5, 2003.5, "n = 2"), "2001 not shown")
    assert texts(chart) == ["2001 not shown", "", "n = 2"]
    assert chart.layout.annotations[2].y > 0.3


def test_the_words_of_a_narrow_window_reach_out_to_the_left():
    values = [9.0, *[8.0] * 12]
    for last, side in ((2012.5, "left"), (2004.5, "right")):
        chart = peaks.series(line(values), 2000, "", Window(2000.5, last, "n"))
        assert chart.layout.annotations[1].xanchor == side


def test_counts_are_stacked_in_the_order_of_the_states_with_their_numbers():
    groups = {"peaked": [1, 2], "rising": [3, 0], "unknown": [0, 1]}
    chart = peaks.counts([2021, 2022], groups, {key: key for key in groups}, PEAK_FILL, PEAK_INK)
    assert [bar.name for bar in chart.data] == list(groups)
    assert list(chart.data[1].text) == ["3", ""]
    assert chart.data[1].marker.color == PEAK_FILL["rising"]
    assert chart.data[2].marker.color == NO_TIER_FILL
    assert chart.data[1].textfont.color == PEAK_INK["rising"]
