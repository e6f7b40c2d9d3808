"""A tall chart in parts: every row stands in one of them, on the scale of the whole."""

import plotly.graph_objects as go
import pytest

from carbonpeak.charts import bars, demand, matrix, parts
from carbonpeak.charts.demand import Asked
from carbonpeak.charts.matrix import Cell

NAMES = [f"p{n}" for n in range(7)]


def ranked():
    values = [5.0, 4.0, 3.0, 2.0, 1.0, -1.0, -6.0]
    fills = [f"#00000{n}" for n in range(7)]
    return bars.ranked(NAMES, values, [f"{v:g}" for v in values], NAMES, fills)


def test_parts_of_bars_with_long_names_keep_their_higher_rows():
    long = "small petrol passenger vehicle, mean of grades"
    whole = bars.ranked([long, *"abc"], [4.0, 3.0, 2.0, 1.0], ["1"] * 4, [*"wabc"])
    [first, _] = parts.by_rows(whole, 2)
    lost = whole.layout.height - first.layout.height
    assert lost == 2 * bars.row_height(whole.layout.yaxis.ticktext) > 2 * bars.BAR_HEIGHT


def grid(rows, columns):
    cells = [
        [Cell(f"{y}/{x}", "a", (f"{y}.{x}",), "") for x in range(columns)] for y in range(rows)
    ]
    heads = [f"c{n}" for n in range(columns)]
    return matrix.draw(
        [f"r{n}" for n in range(rows)], heads, cells, [("a", "A")], {"a": "#fff"}, {}
    )


def test_rows_are_cut_with_all_that_belongs_to_them():
    whole = ranked()
    first, second = parts.by_rows(whole, 2)
    assert [list(one.layout.yaxis.ticktext) for one in (first, second)] == [NAMES[:4], NAMES[4:]]
    bar = second.data[0]
    assert (bar.x, bar.text) == ((1.0, -1.0, -6.0), ("1", "-1", "-6"))
    assert bar.marker.color == ("#000004", "#000005", "#000006")
    assert list(bar.customdata) == NAMES[4:]
    assert list(second.layout.yaxis.range) == [6.5, 3.5]
    assert first.layout.xaxis.range == second.layout.xaxis.range == whole.layout.xaxis.range
    assert first.layout.height == whole.layout.height - 3 * bars.BAR_HEIGHT
    assert len(whole.data[0].x) == 7


def test_marks_and_labels_go_with_their_bars():
    shown = demand.draw([Asked(n, 1.0, 2.0, False, f"L{n}", "") for n in NAMES], "w", "b", "best")
    _, second = parts.by_rows(shown, 2)
    assert [len(trace.y) for trace in second.data] == [3, 3, 3]
    assert list(second.data[-1].text) == ["Lp4", "Lp5", "Lp6"]


def test_a_matrix_is_cut_along_both_sides():
    whole = grid(6, 20)
    assert (parts.rows(whole), parts.columns(whole)) == (6, 20)
    left, right = parts.by_columns(whole, 2)
    assert list(right.layout.xaxis.range) == [9.5, 19.5]
    assert list(right.layout.xaxis.ticktext)[0] == "c10"
    lost = 10 * matrix.COLUMN_WIDTH[True]
    assert right.layout.meta["least_width"] == whole.layout.meta["least_width"] - lost
    assert [one.x for one in left.layout.annotations] == [pytest.approx(10 - 0.4)] * 6
    upper, lower = parts.by_rows(left, 2)
    assert [one.text for one in lower.layout.annotations] == ["r3", "r4", "r5"]
    assert upper.layout.height == whole.layout.height - 3 * matrix.ROW_HEIGHT[True]
    _, low_right = parts.by_rows(right, 2)
    assert low_right.layout.height == upper.layout.height
    assert list(low_right.layout.yaxis.range) == [5.5, 2.5]
    _, last = parts.by_columns(right, 2)
    assert last.layout.xaxis.range == (14.5, 19.5)
    texts = {text for trace in right.data for text in trace.text or ()}
    assert "0.10" in texts
    assert "0.9" not in texts


@pytest.mark.parametrize(("whole", "count"), [(7, 2), (30, 4), (3, 1)])
def test_parts_are_of_about_one_length(whole, count):
    found = parts.cuts(whole, count)
    assert [place for first, end in found for place in range(first, end)] == list(range(whole))
    lengths = [end - first for first, end in found]
    assert max(lengths) - min(lengths) <= 1


def test_other_charts_have_no_rows():
    assert parts.rows(go.Figure(go.Scatter(y=[1, 2]))) == 0
    assert parts.columns(ranked()) == 0
