"""With one more year in the tables the figures of the Outlook follow, in numbers and in words."""

import pytest

from carbonpeak.topics.outlook import analysis_nowcast as nowcasts
from carbonpeak.topics.outlook import chances, nowcast, per_gdp, projection, sharing
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, project
from carbonpeak.topics.outlook.analysis_sharing import shared_out
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.speaker import Speaker
from tests.topics.outlook.later_year import LATER, LaterYear

EN, ZH = Speaker("en"), Speaker("zh")
CHOSEN = OutlookChoices()


@pytest.fixture(scope="module")
def later(data):
    return LaterYear(data)


def test_the_projection_starts_a_year_later(later):
    result = project(later, ProjectionQuestion())
    assert later.last_year == LATER
    assert list(result.quantity.index) == list(range(2024, 2031))
    assert result.past.index[-1] == LATER
    assert len(result.changes) == 10
    assert list(result.course.index[result.course["is_given"]]) == [2024, 2025]


def test_the_words_of_a_projection_name_the_later_year(later):
    fan = projection.quantity(later, CHOSEN, EN)
    notes = " ".join(fan.notes)
    assert "above 2023" in fan.title
    assert "10 yearly changes of 2013-2023" in notes
    assert "the inventories end in 2023" in notes
    table = chances.scenarios(later, CHOSEN, EN)
    assert "all known yearly changes of 2013-2023 (10 at most" in " ".join(table.notes)
    assert "Intensity a year from 2024" in table.table.texts().columns
    remark = projection_words.remarks(later, ProjectionQuestion(), EN)[0]
    assert "CO₂ intensity over 2020-2023 fell" in remark


def test_a_peak_by_the_later_year_is_one_bar(later):
    peak = chances.peak_years(later, CHOSEN, ZH).table.column("peak_year").cells
    assert peak[0].value == LATER
    assert peak[0].text == "2023 及以前"


def test_a_further_official_figure_moves_the_nowcast(later):
    assert nowcasts.official_end(later) == (LATER, pytest.approx(-0.08))
    figure = nowcast.range_of_methods(later, CHOSEN, EN)
    assert "from 2024 on the range" in figure.subtitle
    assert "Lines and range of 2024-2025" in " ".join(figure.notes)
    assert "2021, 2022 and 2023 are official" in " ".join(figure.notes)
    methods = nowcast.table_of_methods(later, CHOSEN, ZH)
    assert "2021—2023 年累计与官方数" in methods.subtitle
    assert "2021—2023 年累计" in methods.table.texts().columns
    assert "stand in for industry in 2024-2025" in " ".join(per_gdp.figure(later, CHOSEN, EN).notes)


@pytest.mark.parametrize("unit", ["region", "sector"])
def test_two_years_are_left_to_close_the_gap_of_2025(later, unit):
    found = shared_out(later, "co2_2025", unit)
    assert (found.first_year, found.last_year, found.years_left) == (2013, LATER, 2)
    figure = sharing.ranking(later, OutlookChoices(goal="co2_2025", unit=unit), ZH)
    assert "2024—2025 年" in figure.subtitle
    heads = {
        "region": "强度：2023 年比 2020 年",
        "sector": "与全部工业增加值之比：2023 年比 2020 年",
    }
    assert heads[unit] in figure.table.texts().columns
    assert any("2013—2023 年最好连续五年" in note for note in figure.notes)


def test_a_province_without_figures_names_the_years(data, later):
    jilin = ProjectionQuestion(region_code="220000")
    assert "CO2 of 2020 is" in projection_words.remarks(data, jilin, EN)[0].replace("₂", "2")
    jiangxi = ProjectionQuestion(region_code="360000")
    assert "2023 年水泥" in projection_words.remarks(later, jiangxi, ZH)[0]
