"""The figures of the page Regions carry their words, and their titles say what their rows say."""

import pytest

from carbonpeak.domain import doubts
from carbonpeak.domain.view import View
from carbonpeak.topics.regions import page as regions_page
from carbonpeak.topics.regions import province, provinces
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.speaker import Speaker
from tests import needed
from tests.altered_data import AlteredData
from tests.whole_figures import assert_whole

TIANJIN, SHANXI, INNER_MONGOLIA, SHANDONG = "120000", "140000", "150000", "370000"
JIANGSU, JIANGXI, TIBET = "320000", "360000", "540000"
EN = Speaker("en")
VIEWS = [
    View(year=2022),
    View("co2", year=2022),
    View("co2", "energy_related", year=2022),
    View(year=2021),
    View(year=2022, target="own"),
]


SHIPPED = [one for one in regions_page.PAGE.figures if one.name not in needed.OF_OWN_FIGURES]


def chosen(view=VIEWS[0], yardstick="schedule", region=JIANGSU):
    return RegionsChoices(view, yardstick, region)


def row(table, region):
    """Return the cells of a row by the names of their columns."""
    place = [cell.value for cell in table.column("region").cells].index(region)
    return {column.head.key: column.cells[place] for column in table.columns}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("yardstick", provinces.YARDSTICKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_whole(data, lang, yardstick, view):
    for spec in SHIPPED:
        assert_whole(data, spec.build(data, chosen(view, yardstick), Speaker(lang)))


def test_figures_of_one_province_wait_for_it(data):
    of_one = [spec for spec in SHIPPED if "region" in spec.uses]
    assert len(of_one) == 3
    assert all(spec.build(data, chosen(region=""), EN) is None for spec in of_one)


def test_doubtful_provinces_stay_out_of_titles_but_not_out_of_pictures(data):
    ranking = provinces.ranking(data, chosen(), EN)
    assert ranking.title.startswith("Apart from doubtful ones (※), ")
    tiles = provinces.tile_grid(data, chosen(), EN)
    texts = [text for trace in tiles.chart.data for text in trace.text or ()]
    marked = [text for text in texts if "※" in text]
    judged = provinces.rows(data, VIEWS[0], "schedule")
    assert len(marked) == judged["is_doubtful"].sum() > 0


def test_the_tiles_say_how_it_stands_on_the_other_basis(data):
    for one, other in (("final", "with_transformation"), ("with_transformation", "final")):
        shown = provinces.tile_grid(data, chosen(View(basis=one, year=2022)), EN)
        cells = provinces.tile_grid(data, chosen(View(basis=other, year=2022)), EN).table
        tiers = [cell.value for cell in cells.column("tier").cells]
        on, rest = tiers.count("on_schedule"), tiers.count("behind") + tiers.count("far_behind")
        assert f"”, {on} would be on schedule and {rest} not." in shown.notes[1]


def test_a_decimal_point_in_the_wrong_place_does_not_become_the_title(data):
    def spoilt(name, rows):
        own = rows["region_code"].eq(JIANGSU) if name.startswith("regions__") else None
        if name == "regions__yearly":
            rows.loc[own & (rows["year"] == 2022), "value_added_real_cny"] *= 10
        if name == "regions__growth":
            rows.loc[own, "value_added_growth"] = 9.0
        return rows

    figure = provinces.ranking(AlteredData(data, spoilt), chosen(), EN)
    assert row(figure.table, "Jiangsu")["change"].value < -0.9
    assert row(figure.table, "Jiangsu")["region"].marks == ("doubtful",)
    assert "Jiangsu" not in figure.title
    assert figure.title.startswith("Apart from doubtful ones (※), Tianjin fell most")


def test_the_mark_of_doubt_is_no_part_of_a_name_or_a_tier(data):
    listed = row(provinces.overview_table(data, chosen(), EN).table, "Shanxi")
    assert listed["region"].text == "Shanxi ※"
    assert listed["region"].marks == ("doubtful",)
    ranked = row(provinces.ranking(data, chosen(), EN).table, "Shanxi")
    assert ranked["region"].text == "Shanxi ※"
    assert ranked["region"].marks == ("doubtful",)
    assert ranked["tier"].value == "on_schedule"
    assert row(provinces.ranking(data, chosen(), EN).table, "Tianjin")["region"].marks == ()
    # Without a target there is no tier, and the doubt is still said.
    own = row(provinces.ranking(data, chosen(VIEWS[4]), EN).table, "Shanxi")
    assert own["tier"].missing == "no_target"
    assert own["region"].marks == ("doubtful",)


def test_cells_hold_the_judgement_in_full_precision(data):
    judged = provinces.rows(data, VIEWS[0], "schedule").loc[TIANJIN]
    cells = row(provinces.overview_table(data, chosen(), EN).table, "Tianjin")
    assert cells["change"].value == judged["cumulative"]
    assert cells["change"].text == f"−{-100 * judged['cumulative']:.1f}%"
    assert cells["change_in_year"].value == judged["change"]
    assert cells["progress"].value == judged["progress"]
    assert cells["intensity"].value == judged["intensity"]
    assert cells["intensity"].form.unit == "tce per 10⁴ yuan (2020 prices)"
    assert cells["change"].form.unit == "%"


def test_a_target_that_is_passed_keeps_its_number_behind_the_words(data):
    cells = row(provinces.overview_table(data, chosen(), EN).table, "Tianjin")
    assert cells["rate_needed"].text == "target’s fall reached"
    assert cells["rate_needed"].value < 0


def test_files_have_the_movement_of_a_tier_in_a_column_of_its_own(data):
    table = provinces.overview_table(data, chosen(), EN).table
    cells = row(table, "Tianjin")
    assert cells["tier_schedule"].value == "on_schedule"
    assert cells["movement_schedule"].value in {"better", "same", "worse"}
    assert cells["tier_schedule"].text.endswith(cells["movement_schedule"].text)
    assert "movement_schedule" not in [column.head.key for column in table.shown]
    assert row(table, "Xizang")["movement_schedule"].missing == "no_data"


def test_what_is_missing_says_why(data):
    carbon = provinces.overview_table(data, chosen(VIEWS[1]), EN).table
    assert row(carbon, "Jiangxi")["change"].missing == "withheld"
    assert row(carbon, "Jiangxi")["change"].value is None
    assert row(carbon, "Xizang")["change"].missing == "no_data"
    own = provinces.overview_table(data, chosen(VIEWS[4]), EN).table
    assert row(own, "Tianjin")["progress"].missing == "no_target"
    assert row(own, "Tianjin")["tier_schedule"].missing == "no_target"
    judged = provinces.rows(data, VIEWS[0], "schedule").loc[TIANJIN]
    assert row(own, "Tianjin")["change"].value == judged["cumulative"]


def test_tibet_is_no_data_even_where_it_has_no_target(data):
    assert provinces.rows(data, VIEWS[4], "schedule")["state"][TIBET] == "no_data"


def test_a_province_says_why_it_is_doubtful(data):
    shanxi = " ".join(province.remarks(data, VIEWS[0], SHANXI, EN))
    growth = doubts.of_regions(data, VIEWS[0]).loc[SHANXI]
    added, gdp = (f"{100 * growth[key]:.1f}%" for key in ("value_added_growth", "gdp_growth"))
    assert f"added rose {added} while real GDP rose {gdp}" in shanxi
    assert "Fuel processing" in " ".join(province.remarks(data, VIEWS[0], SHANDONG, EN))
    assert len(province.remarks(data, VIEWS[0], TIBET, EN)) == 1


def test_a_regions_own_target_keeps_its_qualifier(data):
    listed = provinces.own_targets(data, "energy", EN)
    assert "Inner Mongolia (a fall of 20% or more)" in listed
    assert "Chongqing (a fall of 14.5%, draft) (unverified)" in listed


def test_the_path_of_a_province_stands_beside_its_intensity(data):
    table = province.path(data, chosen(), EN).table
    years = [cell.value for cell in table.column("year").cells]
    path = dict(zip(years, table.column("path").cells, strict=True))
    own = dict(zip(years, table.column("intensity").cells, strict=True))
    assert path[2025].value == pytest.approx(86.5)
    assert own[2020].value == 100.0
    assert (own[2025].missing, path[2019].missing) == ("none", "not_applicable")
    assert own[2022].value / 100 - 1 == pytest.approx(
        provinces.rows(data, VIEWS[0], "schedule")["cumulative"][JIANGSU]
    )


def test_the_largest_divisions_are_in_tonnes_and_shown_in_ten_thousand(data):
    table = province.sectors(data, chosen(), Speaker("zh")).table
    first = table.column("amount").cells[0]
    assert first.form.unit == "万吨标准煤"
    assert first.value > 1e6
    assert first.text == f"{first.value / 1e4:,.0f}"
    assert province.sectors(data, chosen(region=SHANDONG), EN) is None


def test_fuels_are_in_tonnes_by_year_and_group(data):
    build = {spec.name: spec.build for spec in regions_page.PAGE.figures}["region_fuels"]
    table = build(data, chosen(VIEWS[1], region=JIANGXI), EN).table
    coal = table.column("coal")
    assert coal.unit == "Mt"
    assert coal.cells[-1].value > 1e6
    assert [cell.value for cell in table.column("year").cells] == list(range(2011, 2023))


def test_one_more_year_of_data_is_shown(longer_data):
    later = View(year=longer_data.last_year)
    assert later.year == 2023
    assert " · 2023 · " in provinces.tile_grid(longer_data, chosen(later), EN).subtitle
    table = provinces.overview_table(longer_data, chosen(later), EN).table
    assert "Needed a year 2024-2025" in [column.head.label for column in table.columns]
    assert row(table, "Tianjin")["change_in_year"].value == 0
    path = province.path(longer_data, chosen(later), EN).table
    assert path.column("year").cells[-3].value == 2023
    assert path.column("intensity").cells[-3].missing == ""
