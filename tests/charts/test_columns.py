"""Columns: their names are whole on a phone."""

from carbonpeak.charts import columns


def draw(names):
    count = len(names)
    return columns.draw(names, [1.0] * count, ["1"] * count, [False] * count)


def test_a_month_stands_in_two_lines_and_any_other_name_in_its_own():
    chart = draw(["2020-12", "2023", "batch 1"])
    assert list(chart.layout.xaxis.ticktext) == ["2020-<br>12", "2023", "batch 1"]
    assert "2020-12" in chart.data[0].hovertext[0]


def test_the_outermost_names_are_not_left_out():
    assert draw(["2021<br>months 7-12", "2022"]).layout.xaxis.ticklabeloverflow == "allow"
