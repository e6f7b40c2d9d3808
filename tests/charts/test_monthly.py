"""Small lines and histograms: gaps stay gaps, each panel has its own scale, words and bound."""

from carbonpeak.charts import histograms, monthly
from carbonpeak.charts.histograms import Histogram
from carbonpeak.charts.monthly import Months

DAYS = ("2026-01-01", "2026-02-01", "2026-03-01")
ONE = Months("One", DAYS, (1.0, None, 3.0), ("published",) * 3, ("a", "", "c"), "3 (March)")
OTHER = Months("Other", DAYS[:1], (500.0,), ("estimated",), ("x",), "500")
LOW = Histogram("Low", (0.1, 0.2), (5.0, 7.0), ("a", "b"), (False, True), 0.15, "bound 0.15")
HIGH = Histogram("High", (0.9,), (70.0,), ("c",), (True,), 0.8, "bound 0.8")


def test_a_gap_stays_a_gap() -> None:
    chart = monthly.line(ONE, has_zero=False)
    assert chart.data[0].y == (1.0, None, 3.0)
    assert chart.data[0].connectgaps is None
    assert not chart.layout.shapes


def test_a_change_has_a_line_at_nought() -> None:
    assert monthly.line(ONE, has_zero=True).layout.shapes[0].y0 == 0


def test_small_lines_have_a_scale_each_and_share_the_lowest_axis() -> None:
    chart = monthly.small([ONE, OTHER])
    assert [trace.yaxis for trace in chart.data] == ["y", "y2"]
    upper, lower = chart.layout.yaxis.domain, chart.layout.yaxis2.domain
    assert upper[0] > lower[1]
    assert chart.layout.xaxis.anchor == "y2"
    assert [note.text for note in chart.layout.annotations] == [
        "One<br><b>3 (March)</b>",
        "Other<br><b>500</b>",
    ]


def test_only_the_newest_point_of_a_small_line_has_a_mark() -> None:
    one, other = monthly.small([ONE, OTHER]).data
    assert one.marker.size == (0, 0, 7)
    assert other.marker.size == (7,)


def test_an_estimate_is_dotted() -> None:
    assert monthly.small([ONE, OTHER]).data[1].line.dash == "dot"


def test_bars_above_the_bound_wear_a_pattern_and_each_panel_its_bound() -> None:
    chart = histograms.draw([LOW, HIGH], 0.1, "t/MWh")
    assert chart.data[0].marker.pattern.shape == ("", "/")
    assert chart.data[0].marker.color[0] != chart.data[0].marker.color[1]
    assert [shape.x0 for shape in chart.layout.shapes] == [0.15, 0.8]
    for shape, axis in zip(chart.layout.shapes, ("yaxis", "yaxis2"), strict=True):
        assert (shape.y0, shape.y1) == chart.layout[axis].domain
    assert chart.layout.annotations[1].text == "High<br>bound 0.8"
