"""Ranked bars with rules: where a rule stands no number is written, and it is seen over bars."""

from carbonpeak.charts import bars
from carbonpeak.charts.bars import Rule

VALUES = [-0.365, -0.13, -0.02, 0.171]
LABELS = ["−36.5%", "−13.0%", "−2.0%", "+17.1%"]
RULES = [Rule(-0.135, "target"), Rule(-0.056, "due")]


def ruled(values=VALUES, labels=LABELS):
    names = [str(place) for place in range(len(values))]
    return bars.with_rules(bars.ranked(names, values, labels, names), RULES)


def test_no_number_is_written_where_a_rule_stands():
    bar, numbers = ruled().data
    # Right of zero, each in the row of its bar; a bar that rose has its number at its own end.
    assert all(place > 0 for place in numbers.x)
    assert dict(zip(numbers.y, numbers.text, strict=True)) == dict(enumerate(LABELS[:3]))
    assert list(bar.text) == ["", "", "", "+17.1%"]
    assert list(numbers.customdata) == ["0", "1", "2"]
    assert list(numbers.hovertext) == list(bar.hovertext[:3])
    assert (numbers.textposition, bar.textposition) == ("middle right", "outside")


def test_the_first_bar_stands_at_the_upper_edge():
    assert tuple(ruled().layout.yaxis.range) == (len(VALUES) - 0.5, -0.5)


def test_rules_are_drawn_over_the_bars():
    rules = [one for one in ruled().layout.shapes if one.x0 in (-0.135, -0.056)]
    assert len(rules) == 2
    assert {one.layer for one in rules} == {None}


def test_bars_and_numbers_have_room():
    low, high = ruled().layout.xaxis.range
    assert low < min(VALUES)
    assert high > max(VALUES)
    # Where nothing rose the numbers right of zero need as much.
    low, high = ruled(VALUES[:3], LABELS[:3]).layout.xaxis.range
    assert high >= 0.45 * -min(VALUES)


def test_bars_without_rules_keep_their_numbers():
    [bar] = bars.with_rules(bars.ranked(["a"], [-0.1], ["−10%"], ["a"]), []).data
    assert list(bar.text) == ["−10%"]
