"""What a mark says when it is pointed at stands in our words, dark on paper, one fact a line."""

from carbonpeak.charts import bars, hover, lines, style, waterfall
from carbonpeak.charts.lines import Line
from carbonpeak.charts.waterfall import Step


def test_a_name_stands_above_its_facts_and_nothing_for_what_is_not_known():
    assert hover.card("Fujian", "+17.1%", "", "derived") == "<b>Fujian</b><br>+17.1%<br>derived"


def test_labels_are_dark_on_paper_and_never_cut_short():
    label = style.figure(200).layout.template.layout.hoverlabel
    assert (label.bgcolor, label.bordercolor, label.namelength) == (style.PAPER, style.GREY, -1)
    assert style.figure(200).layout.hoverlabel.font.color == style.INK


def test_bars_say_what_they_are_given_or_their_name_and_label():
    given = (["a"], [1.0], ["+1"], ["1"])
    assert list(bars.ranked(*given).data[0].hovertext) == ["<b>a</b><br>+1"]
    assert list(bars.ranked(*given, hovers=["other"]).data[0].hovertext) == ["other"]


def test_stacked_bars_say_unit_and_share_of_the_year():
    chart = bars.stacked(
        [2021, 2022], {"coal": [3.0, 0.0], "oil": [1.0, 0.0]}, {"coal": "Coal", "oil": "Oil"}, "Mt"
    )
    assert list(chart.data[0].text) == ["75%", ""]
    assert (
        chart.data[0].hovertemplate == "<b>Coal</b><br>%{x}: %{y:,.0f} Mt<br>%{text}<extra></extra>"
    )
    assert chart.data[0].textposition == "none"


def test_a_waterfall_says_the_unit_with_the_amount():
    chart = waterfall.draw(
        [Step("2015", 0, 10, "10"), Step("Activity", 10, 12, "+2<br>+20%", "activity")], "Mt"
    )
    assert list(chart.data[0].hovertext) == [
        "<b>2015</b><br>10 Mt",
        "<b>Activity</b><br>+2 Mt<br>+20%",
    ]


def test_a_line_says_the_words_of_its_points():
    chart = lines.draw([Line("x", [2020], [1.0], ["official"], ["words"])])
    assert chart.data[0].hovertemplate == "%{text}<extra></extra>"
    assert list(chart.data[0].text) == ["words"]
