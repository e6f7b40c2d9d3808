"""Labels at the ends of lines: in lines of few letters, none on another, in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.charts import end_labels, lines
from carbonpeak.charts.lines import Line
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.style import GREY, LINES, PALETTE


def line(name, values, years=(2020, 2021, 2022), end=""):
    years = list(years)[: len(values)]
    return Line(name, years, values, ["official"] * len(years), [""] * len(years), end=end)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 20)), min_size=1, max_size=6))
def test_labels_keep_their_order_and_none_lies_on_another(given_ends):
    wanted, sizes = [one for one, _ in given_ends], [size for _, size in given_ends]
    middles = end_labels.spread(wanted, sizes, 0.0, 100.0)
    shrink = min(1.0, 100.0 / sum(sizes))
    placed = sorted(zip(middles, sizes, wanted, strict=True))
    for (low, size, _), (high, other, _) in zip(placed, placed[1:], strict=False):
        assert high - low >= shrink * (size + other) / 2 - 1e-6
    for middle, size, _ in placed:
        assert middle - shrink * size / 2 >= -1e-6
        assert middle + shrink * size / 2 <= 100 + 1e-6
    ordered = [want for _, _, want in placed]
    assert ordered == sorted(ordered)


def test_labels_with_room_stand_where_their_lines_end():
    assert end_labels.spread([10.0, 90.0], [5.0, 5.0], 0.0, 100.0) == [10.0, 90.0]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Path to the target 86.5", "Path to the<br>target 86.5"),
        ("Short", "Short"),
        ("含净调入电力热力的估计 96.8", "含净调入电力热力<br>的估计 96.8"),
        ("官方（规模以上） 93.2", "官方（规模以上）<br>93.2"),
    ],
)
def test_a_long_label_goes_on_in_another_line(text, broken):
    assert end_labels.wrapped(text) == broken


def test_a_few_lines_are_named_at_their_ends_and_leave_the_legend():
    drawn = [line("official", [100.0, 95.0, 93.2], end="93.2"), line("other", [100.0, 96.0])]
    path = line("path", [100.0, 97.0, 94.0], end="94.0")
    chart = lines.draw(drawn, path)
    assert {note.text for note in chart.layout.annotations} == {
        "official 93.2",
        "other",
        "path 94.0",
    }
    assert not any(trace.showlegend for trace in chart.data)
    joined = {shape.line.color: (shape.x0, shape.y0) for shape in chart.layout.shapes}
    assert joined == {GREY: (2022, 94.0), LINES[0]: (2022, 93.2), LINES[1]: (2021, 96.0)}
    low, high = chart.layout.yaxis.range
    assert low < 93.2
    assert high > 100
    assert chart.layout.margin.r > 50


def test_many_lines_keep_a_legend():
    chart = lines.draw([line(str(place), [1.0, 2.0 + place]) for place in range(7)])
    assert len(chart.layout.annotations) == 0
    assert sum(trace.showlegend for trace in chart.data) == 7
    assert chart.data[0].line.color == PALETTE[0]


def test_one_line_alone_needs_no_name():
    assert len(lines.draw([line("only", [1.0, 2.0])]).layout.annotations) == 0


def test_the_scale_holds_what_else_must_be_seen():
    chart = lines.draw([line("a", [5.0, 6.0]), line("b", [5.0, 7.0])], reach=[0.0, 20.0])
    assert chart.layout.yaxis.range[0] == 0
    assert chart.layout.yaxis.range[1] > 20


def test_one_label_is_told_from_the_next_by_room_between_them():
    """Lines that end at one place: their labels do not read as one text."""
    drawn = [line(name, [100.0, 95.0, 93.0]) for name in ("first", "second", "third")]
    chart = lines.draw(drawn)
    low, high = chart.layout.yaxis.range
    pixels = (chart.layout.height - lines.MARGINS) / (high - low)
    places = sorted(note.y for note in chart.layout.annotations)
    gaps = [(upper - lower) * pixels for lower, upper in zip(places, places[1:], strict=False)]
    assert min(gaps) >= end_labels.LINE + 6


def test_labels_know_that_words_above_take_room_of_the_plot():
    drawn = [line(name, [100.0, 95.0, 93.0]) for name in ("first", "second", "third")]
    chart = lines.draw(drawn, changed=[Seam(2022, "draft")])
    (bottom, top), (low, high) = chart.layout.yaxis.domain, chart.layout.yaxis.range
    pixels = (top - bottom) * (chart.layout.height - lines.MARGINS) / (high - low)
    places = sorted(note.y for note in chart.layout.annotations if note.text != "draft")
    gaps = [(upper - lower) * pixels for lower, upper in zip(places, places[1:], strict=False)]
    assert min(gaps) >= end_labels.LINE + 6
