"""Labels at the ends of lines: none lies on another, all stay in order and near their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.charts import end_labels, style
from carbonpeak.charts.end_labels import End, spread, wrapped

PLACES = some.lists(some.floats(-1e3, 1e3), min_size=1, max_size=9)


@given(PLACES, some.data())
def test_no_label_lies_on_another_or_outside(wanted, data):
    sizes = data.draw(some.lists(some.floats(1, 60), min_size=len(wanted), max_size=len(wanted)))
    low, high = -500.0, 500.0
    found = spread(wanted, sizes, low, high)
    placed = sorted(zip(found, sizes, strict=True))
    for (below, one), (above, two) in zip(placed, placed[1:], strict=False):
        assert above - below >= (one + two) / 2 - 1e-6
    assert all(low - 1e-6 <= at - size / 2 for at, size in placed)
    assert all(at + size / 2 <= high + 1e-6 for at, size in placed)


@given(PLACES)
def test_labels_keep_the_order_of_their_lines(wanted):
    found = spread(wanted, [10.0] * len(wanted), -2e3, 2e3)
    pairs = sorted(zip(wanted, found, strict=True))
    assert [at for _, at in pairs] == sorted(at for _, at in pairs)


def test_a_label_with_room_stands_where_its_line_ends():
    assert spread([0.0, 50.0, 90.0], [10.0, 10.0, 10.0], -5, 100) == [0.0, 50.0, 90.0]


def test_two_on_one_place_share_the_way():
    assert spread([50.0, 50.0], [10.0, 10.0], 0, 100) == [45.0, 55.0]
    # Worked by hand: 40, 50, 60 touch at 42, 52, 62 round the mean of 48, 50, 58.
    assert spread([48.0, 50.0, 58.0], [10.0] * 3, 0, 100) == pytest.approx([42.0, 52.0, 62.0])


def test_more_than_there_is_room_for_are_made_smaller():
    found = spread([5.0, 5.0, 5.0], [10.0] * 3, 0, 15)
    assert found == pytest.approx([2.5, 7.5, 12.5])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("江苏 93.1", "江苏 93.1"),
        ("Inner Mongolia※ 104.9", "Inner Mongolia※<br>104.9"),
        ("Cement, glass, ceramics 99.1", "Cement, glass,<br>ceramics 99.1"),
        ("Averyveryverylongname", "Averyveryverylongname"),
    ],
)
def test_a_long_label_goes_on_in_a_second_line(text, lines):
    assert wrapped(text) == lines


def test_each_label_is_written_and_joined_to_its_line_in_its_colour():
    chart = style.figure(400)
    chart.update_yaxes(range=[0, 100])
    ends = [End(2022, 50.0, "江苏 50.0", "#111111"), End(2021, 51.0, "浙江 51.0", "#222222")]
    end_labels.write(chart, ends, 2022, 0.5, 300)
    assert [one.text for one in chart.layout.annotations] == ["江苏 50.0", "浙江 51.0"]
    below, above = (one.y for one in chart.layout.annotations)
    assert above - below == pytest.approx((end_labels.LINE + end_labels.BETWEEN) / 3)
    joins = chart.layout.shapes
    assert [(one.x0, one.y0, one.x1) for one in joins] == [(2022, 50, 2022.5), (2021, 51, 2022.5)]
    assert [one.line.color for one in joins] == ["#111111", "#222222"]
    assert [one.y1 for one in joins] == [below, above]
    assert chart.layout.margin.r > 60
