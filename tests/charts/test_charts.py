"""Breaks are breaks, standing is a line style, tiers survive grey paper."""

import plotly.io as pio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.charts import bars, board, lines, months, stages, style, tiles
from carbonpeak.charts.board import Row
from carbonpeak.charts.lines import Band, Line
from carbonpeak.charts.months import MonthLine
from carbonpeak.charts.seams import Seam
from carbonpeak.charts.tiles import Tile
from carbonpeak.words.widths import width


def line(standings, breaks=()):
    years = list(range(2013, 2013 + len(standings)))
    return Line(
        "energy",
        years,
        [float(year) for year in years],
        standings,
        [""] * len(years),
        frozenset(breaks),
    )


def test_a_break_leaves_a_gap_in_the_line():
    assert lines.runs(line(["published"] * 5, {2015})) == [(0, 2), (2, 5)]


def test_a_change_of_standing_changes_the_style_without_a_gap():
    assert lines.runs(line(["published", "published", "reconstructed", "reconstructed"])) == [
        (0, 2),
        (1, 4),
    ]


def test_two_breaks_in_a_row_leave_a_lone_point():
    assert lines.runs(line(["published"] * 4, {2014, 2015})) == [(0, 1), (1, 2), (2, 4)]


@given(
    st.lists(
        st.sampled_from(["published", "reconstructed", "unverified"]), min_size=1, max_size=12
    ),
    st.sets(st.integers(2014, 2024)),
)
def test_every_point_is_drawn_and_no_stretch_crosses_a_break(standings, breaks):
    drawn = lines.runs(line(standings, breaks))
    assert {position for start, stop in drawn for position in range(start, stop)} == set(
        range(len(standings))
    )
    for start, stop in drawn:
        assert not breaks & {2013 + position for position in range(start + 1, stop)}


def test_each_stretch_wears_the_style_of_its_standing():
    chart = lines.draw([line(["published", "reconstructed", "unverified"])])
    drawn = [trace for trace in chart.data if trace.name == "energy"]
    assert [trace.line.dash for trace in drawn] == ["solid", "dash", "dot"]
    assert [trace.showlegend for trace in drawn] == [True, False, False]
    assert [len([size for size in trace.marker.size if size]) for trace in drawn] == [1, 1, 1]


def test_years_without_a_figure_are_shaded_and_named():
    chart = lines.draw([line(["official"] * 3)], band=Band(2015.5, 2018, "not known"))
    assert chart.layout.shapes[0].x0 == 2015.5
    assert [note.text for note in chart.layout.annotations] == ["not known"]


def test_a_break_is_marked_with_its_words():
    chart = lines.draw([line(["published"] * 4, {2015})], break_text="revision")
    assert [note.text for note in chart.layout.annotations] == ["revision"]
    assert chart.layout.shapes[0].x0 == 2014.5


def test_bars_leave_room_for_their_labels():
    chart = bars.ranked(["a", "b"], [3.0, -1.0], ["+3", "−1"], ["1", "2"])
    low, high = chart.layout.xaxis.range
    assert low < -1.0
    assert high > 3.0
    assert list(chart.data[0].customdata) == ["1", "2"]


def room_on_a_phone(chart, value, longest_name):
    """Return how many pixels stand right of a bar where names and bars have a phone's width."""
    low, high = chart.layout.xaxis.range
    return (high - value) / (high - low) * (343 - longest_name)


@pytest.mark.parametrize(
    ("name", "label"),
    [("黑龙江", "100% · 1,969 万千瓦"), ("Example Motors 18, plant 1", "244 days overdue")],
)
def test_a_long_label_has_room_on_a_phone(name, label):
    chart = bars.ranked([name, "a"], [100.0, 40.0], [label, "1"], ["1", "2"])
    # 13 pixels a Chinese character, half of it a Latin letter; the margin of the chart is free.
    size, named = (13 * width(text) for text in (label, name))
    assert room_on_a_phone(chart, 100.0, named) >= size - 13


def test_a_short_label_takes_no_more_than_it_did():
    chart = bars.ranked(["a", "b"], [100.0, 40.0], ["100", "40"], ["1", "2"])
    assert tuple(chart.layout.xaxis.range) == (0.0, 145.0)


def test_a_name_that_a_phone_has_no_room_for_goes_on_in_another_line_and_its_row_is_higher():
    long = "small petrol passenger vehicle, mean of grades (cradle to gate)"
    chart, usual = (bars.ranked([name], [1.0], ["1"], ["1"]) for name in (long, "a"))
    assert chart.layout.yaxis.ticktext[0].replace("<br>", " ") == long
    assert max(map(len, chart.layout.yaxis.ticktext[0].split("<br>"))) <= 36
    assert chart.layout.height > usual.layout.height
    # Lines that somebody chose stay as they are.
    own = "units in the cycle of 2019-20,<br>list (2021)"
    [kept] = bars.ranked([own], [1.0], ["1"], ["1"]).layout.yaxis.ticktext
    assert kept == own


def test_words_inside_bars_are_left_out_before_they_are_too_small_to_read():
    rows = [Row("a", "a", {"met": 20, "late": 1}, "")]
    drawn = board.draw(rows, [("met", "met"), ("late", "late")])
    for chart in (drawn, stages.one_bar({"a": 9.0, "b": 1.0}, ["90%", "10%"])):
        assert chart.layout.uniformtext.mode == "hide"
        assert chart.layout.uniformtext.minsize >= 9


def test_small_panels_beside_each_other_have_the_same_axes():
    panels = [MonthLine(name, ["2021-01", "2024-01"], [1.0, 2.0], ["", ""]) for name in "abc"]
    chart = months.multiples(panels, 2.0)
    looks = {(one.showgrid, one.gridcolor, one.ticks) for one in chart.select_xaxes()}
    assert len(looks) == 1


def test_no_bars_is_still_a_picture():
    assert len(bars.ranked([], [], [], []).data[0].x) == 0


def test_stacked_bars_keep_the_order_and_patterns_of_the_groups():
    groups = {"gas": [1.0], "coal": [2.0], "process": [3.0]}
    chart = bars.stacked([2022], groups, {group: group for group in style.FUEL_FILL}, "t")
    assert [bar.name for bar in chart.data] == ["coal", "gas", "process"]
    assert chart.data[1].marker.pattern.shape == "."


def test_a_tile_grid_has_one_square_a_tile_and_each_tier_once_in_the_legend():
    shown = [
        Tile(str(n), n, n, state, "x", "●", "")
        for n, state in enumerate(["behind", "on_schedule", "behind"])
    ]
    chart = tiles.draw(shown, [("on_schedule", "good"), ("behind", "late"), ("none", "none")])
    assert len([shape for shape in chart.layout.shapes if not shape.name]) == 3
    assert [shape.name for shape in chart.layout.shapes if shape.name] == ["good", "late"]
    assert [note.text for note in chart.layout.annotations] == ["good", "late"]
    assert list(chart.data[-1].customdata) == ["0", "1", "2"]


def lightness(colour: str) -> float:
    """Return CIE L* of a hex colour: what grey print keeps of it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    luminance = sum(
        weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
    return 116 * luminance ** (1 / 3) - 16


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    low, high = sorted(((lightness(colour) + 16) / 116) ** 3 for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def test_tiers_get_darker_as_things_get_worse():
    shades = [lightness(style.TIER_FILL[tier]) for tier in ("on_schedule", "behind", "far_behind")]
    assert shades[0] - shades[1] > 15
    assert shades[1] - shades[2] > 15


@pytest.mark.parametrize("tier", list(style.TIER_FILL))
def test_words_on_a_tier_can_be_read(tier):
    assert contrast(style.TIER_FILL[tier], style.TIER_INK[tier]) >= 4.5


def test_the_palette_is_the_one_that_was_chosen():
    assert style.PALETTE == ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
    assert style.SEQUENTIAL == ("#12436D", "#2073BC", "#6BACE6")


def test_every_standing_has_a_line_and_a_mark():
    kinds = {
        "official",
        "published",
        "reconstructed",
        "derived",
        "estimated",
        "scenario",
        "unverified",
    }
    assert set(style.DASH) == set(style.MARK) == kinds
    looks = {
        (style.DASH[kind], style.MARK[kind])
        for kind in ("official", "published", "reconstructed", "unverified")
    }
    assert len(looks) == 4


def test_a_chart_is_the_same_whatever_plotly_falls_back_on():
    """Streamlit changes the default template when it is imported; the command line does not."""
    before, drawn = pio.templates.default, []
    for template in ("plotly", "none", "ggplot2"):
        pio.templates.default = template
        drawn.append(style.figure(200).add_bar(x=[1], y=[2]).to_json())
    pio.templates.default = before
    assert len(set(drawn)) == 1
    assert style.figure(200).layout.template.data.bar[0].marker.line.color == style.PAPER


def test_what_is_done_to_one_chart_shows_in_no_other():
    before = style.figure(200)
    changed = style.figure(200, bargap=0.5)
    changed.update_xaxes(title="changed", gridcolor="red")
    changed.update_layout(font={"size": 99}, margin={"t": 99})
    changed.layout.template.layout.hovermode = "x"
    changed.add_shape(type="line")
    assert style.figure(200) == before


def test_the_words_of_a_seam_stand_above_the_plot_and_below_the_legend():
    chart = lines.draw(
        [line(["published", "reconstructed"])], changed=[Seam(2014, "from 2014: reconstructed")]
    )
    [words], [rule] = chart.layout.annotations, chart.layout.shapes
    top = chart.layout.yaxis.domain[1]
    assert (words.x, words.y, words.yref, words.yanchor) == (2013.5, top, "paper", "bottom")
    assert (1 - top) * chart.layout.height * 0.6 == pytest.approx(15)
    assert (rule.x0, rule.x1, rule.yref) == (2013.5, 2013.5, "y domain")
    assert lines.draw([line(["published"])]).layout.yaxis.domain is None


def test_a_legend_stands_at_the_edge_of_the_chart_whatever_the_width():
    legend = style.figure(200).layout.legend
    assert (legend.yref, legend.y, legend.yanchor) == ("container", 1, "top")


def test_the_legend_explains_standings_by_the_marks_of_the_lines():
    chart = lines.draw([line(["published", "reconstructed"])], standings={"reconstructed": "re"})
    key = next(trace for trace in chart.data if trace.name == "re")
    assert (key.line.dash, key.marker.symbol) == ("dash", "circle-open")
    assert list(key.x) == [None]


def test_a_tile_says_name_value_and_mark_one_a_line_and_leaves_out_what_is_not_there():
    whole = Tile("1", 1, 1, "behind", "JS", "◐", "", "−6.9%")
    assert whole.text == "<b>JS</b><br>−6.9%<br>◐"
    assert Tile("1", 1, 1, "no_data", "XZ", "–", "").text == "<b>XZ</b><br>–"


def test_a_tile_of_which_nothing_is_known_is_hatched_and_so_is_its_legend():
    shown = [Tile("1", 1, 1, "no_data", "x", "–", ""), Tile("2", 1, 2, "behind", "y", "◐", "")]
    chart = tiles.draw(shown, [("behind", "late"), ("no_data", "unknown")])
    hatched = [shape for shape in chart.layout.shapes if shape.type == "path"]
    assert len(hatched) == 2
    places = [float(part) for part in hatched[0].path.replace(",", " ").split() if part not in "ML"]
    assert min(places) == pytest.approx(0.53)
    assert max(places) == pytest.approx(1.47)


def test_a_fill_that_is_nearly_paper_has_an_edge_that_is_seen():
    fills = {"peaked": "#F1F8FE", "rising": "#741148"}
    made = [Tile(one, 1, 1 + n, one, one, "", "") for n, one in enumerate(fills)]
    chart = tiles.draw(made, [(one, one) for one in fills], fills)
    edges = {shape.fillcolor: shape.line.color for shape in chart.layout.shapes}
    assert edges == {"#F1F8FE": style.GREY, "#741148": style.PAPER}
    assert style.edge("rgba(1, 2, 3, 0.4)") == style.PAPER
