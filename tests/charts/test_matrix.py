"""A matrix of states: one fill and one text a cell, clicks that carry codes, a key in words."""

import pytest

from carbonpeak.charts import matrix
from carbonpeak.charts.matrix import NARROW_FROM, Cell
from carbonpeak.charts.style import INK, NO_TIER_FILL, PEAK_FILL, PEAK_INK
from carbonpeak.indicators.peak import STATES
from tests.charts.test_charts import contrast, lightness

LEGEND = [("peaked", "▼ peaked"), ("rising", "▲ rising"), ("no_data", "– none")]


def drawn(columns):
    states = ["peaked", "rising", "no_data"]
    cells = [
        [
            Cell(f"{row}/{place}", states[(row + place) % 3], ("▼", "2013"), "hover")
            for place in range(columns)
        ]
        for row in range(2)
    ]
    heads = [str(place) for place in range(columns)]
    return matrix.draw(["a", "b"], heads, cells, LEGEND, PEAK_FILL, PEAK_INK)


def test_each_state_has_one_layer_with_its_fill_and_only_its_own_cells():
    layers = [trace for trace in drawn(3).data if trace.fill == "toself"]
    assert [layer.fillcolor for layer in layers] == [
        PEAK_FILL["peaked"],
        PEAK_FILL["rising"],
        NO_TIER_FILL,
    ]
    # Two cells of four corners, closed, with a gap after each.
    assert list(layers[0].x) == [-0.5, 0.5, 0.5, -0.5, -0.5, None, 1.5, 2.5, 2.5, 1.5, 1.5, None]
    assert list(layers[0].y) == [-0.5, -0.5, 0.5, 0.5, -0.5, None, 0.5, 0.5, 1.5, 1.5, 0.5, None]


def texts(chart):
    """Return by place what is written there and in which ink."""
    return {
        (x, y): (text, trace.textfont.color)
        for trace in chart.data
        if trace.mode == "text"
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }


def test_every_cell_is_written_in_the_ink_of_its_state():
    written = texts(drawn(3))
    assert set(written) == {(column, row) for row in range(2) for column in range(3)}
    assert {text for text, _ in written.values()} == {"▼ 2013"}
    inks = [INK, PEAK_INK["rising"], INK, PEAK_INK["rising"], INK, INK]
    assert [written[column, row][1] for row in range(2) for column in range(3)] == inks


def test_a_click_gives_the_codes_of_its_cell():
    (clicks,) = [trace for trace in drawn(3).data if trace.customdata is not None]
    assert list(clicks.customdata) == ["0/0", "0/1", "0/2", "1/0", "1/1", "1/2"]
    assert list(zip(clicks.x, clicks.y, strict=True))[4] == (1, 1)
    assert set(clicks.hovertext) == {"hover"}


def test_the_key_says_every_state_in_words():
    named = [trace.name for trace in drawn(3).data if trace.name]
    assert named == [words for _, words in LEGEND]


def test_the_first_row_stands_on_top():
    low, high = drawn(3).layout.yaxis.range
    assert low > high


def test_many_columns_stack_the_text_and_name_the_rows_at_both_ends():
    chart = drawn(NARROW_FROM)
    assert texts(chart)[0, 0][0] == "▼<br>2013"
    assert [note.text for note in chart.layout.annotations] == ["a", "b"]
    assert chart.layout.xaxis.tickangle == -90
    assert chart.layout.meta["least_width"] > 28 * NARROW_FROM
    assert drawn(NARROW_FROM - 1).layout.meta["least_width"] > 60 * (NARROW_FROM - 1)
    assert not drawn(NARROW_FROM - 1).layout.annotations


def test_a_single_row_stacks_its_text():
    cells = [[Cell("1", "peaked", ("▼", "2013"), "hover")]]
    chart = matrix.draw([""], ["2015"], cells, LEGEND, PEAK_FILL, PEAK_INK)
    assert texts(chart)[0, 0][0] == "▼<br>2013"


def test_states_get_darker_from_the_peak_that_is_over_to_the_rise():
    shades = [lightness(PEAK_FILL[key]) for key in PEAK_FILL]
    assert list(PEAK_FILL) == [state for state in STATES if state != "unknown"]
    assert all(one - other > 9 for one, other in zip(shades, shades[1:], strict=False))


@pytest.mark.parametrize("state", list(PEAK_FILL))
def test_words_on_a_state_can_be_read(state):
    assert contrast(PEAK_FILL[state], PEAK_INK.get(state, "#1A1A1A")) >= 4.5


def test_only_cells_of_which_nothing_is_known_are_hatched():
    """Words stand on the others."""
    cells = [[Cell("a", "rising", ("▲",), ""), Cell("b", "no_data", ("–",), "")]]
    legend = [("rising", "rising"), ("no_data", "unknown")]
    chart = matrix.draw(["1"], ["a", "b"], cells, legend, PEAK_FILL, PEAK_INK)
    rising, unknown = chart.data[:2]
    assert rising.fillpattern.shape is None
    assert (unknown.fillpattern.shape, unknown.fillpattern.bgcolor) == ("/", NO_TIER_FILL)


def test_the_key_of_a_matrix_is_a_column_that_no_scrolling_hides():
    chart = drawn(3)
    assert chart.layout.legend.orientation == "v"
    longer = matrix.draw(["a"], ["1"], [[Cell("a", "rising", ("▲",), "")]], LEGEND, {}, {})
    assert longer.layout.legend.orientation == "h"
