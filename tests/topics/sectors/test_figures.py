"""The figures of the page Sectors carry their words, and their rows hold what is shown."""

import pytest

from carbonpeak.domain.view import View
from carbonpeak.topics.sectors import analysis, division, divisions
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.topics.sectors.listing import SORTS, Listing
from carbonpeak.topics.sectors.page import PAGE
from carbonpeak.words.speaker import Speaker
from tests.whole_figures import assert_whole

STEEL, FUEL_PROCESSING, CEMENT = "31", "25", "30"
EN = Speaker("en")


def chosen(measure="energy", sector=STEEL, **listing):
    return SectorsChoices(View(measure, year=2022), Listing(**listing), sector)


def row(table, name):
    """Return the cells of a row by the names of their columns."""
    place = [cell.value for cell in table.column("sector").cells].index(name)
    return {column.head.key: column.cells[place] for column in table.columns}


@pytest.mark.parametrize("group", ["division", "plan"])
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("measure", ["energy", "co2"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_of_all_divisions_is_whole(data, lang, measure, sort, group):
    asked = chosen(measure, sort=sort, group=group)
    assert_whole(data, divisions.ranking(data, asked, Speaker(lang)))
    assert_whole(data, divisions.overview_table(data, asked, Speaker(lang)))


@pytest.mark.parametrize("sector", [STEEL, FUEL_PROCESSING, CEMENT])
@pytest.mark.parametrize("measure", ["energy", "co2"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_of_one_division_is_whole(data, lang, measure, sector):
    of_one = [spec for spec in PAGE.figures if "sector" in spec.uses]
    assert len(of_one) == 3
    for spec in of_one:
        assert_whole(data, spec.build(data, chosen(measure, sector), Speaker(lang)))
        assert spec.build(data, chosen(measure, ""), Speaker(lang)) is None


def test_nothing_listed_is_no_figure(data):
    asked = chosen(chosen=())
    assert divisions.ranking(data, asked, EN) is None
    assert divisions.overview_table(data, asked, EN) is None


def test_the_table_holds_tonnes_and_fractions(data):
    cells = row(divisions.overview_table(data, chosen(), EN).table, "Iron and steel")
    assert cells["energy"].form.unit == "Mtce"
    assert cells["energy"].value > 1e8
    assert cells["energy"].text == f"{cells['energy'].value / 1e6:,.1f}"
    assert cells["co2"].text == f"{cells['co2'].value / 1e6:,.1f}"
    assert 0 < cells["energy_share"].value < 1
    steel = analysis.sector_intensity(data, View(year=2022), "31")
    assert cells["intensity_change"].value == pytest.approx(steel[2022] / steel[2020] - 1)
    assert cells["tier"].value == "behind"
    unsure = row(divisions.overview_table(data, chosen(), EN).table, "Fuel processing")
    assert unsure["intensity_change"].missing == unsure["tier"].missing == "no_value_added"


def test_a_contribution_is_a_fraction_shown_in_points(data):
    cells = divisions.ranking(data, chosen(), EN).table.column("energy_contribution").cells
    assert cells[0].form.unit == "percentage points"
    assert cells[0].text == f"+{100 * cells[0].value:.2f}"


def test_feedstock_is_said_wherever_the_co2_of_chemicals_is_ranked(data):
    carbon = divisions.ranking(data, chosen("co2"), EN)
    assert any("feedstock" in note for note in carbon.notes)
    assert not any("leaps" in note for note in divisions.ranking(data, chosen(), EN).notes)


def test_a_judgement_on_a_recalled_growth_rate_is_unverified(data):
    table = divisions.overview_table(data, chosen(), EN).table
    recalled, sound = row(table, "Chemicals"), row(table, "Iron and steel")
    for key in ("tier", "intensity_change"):
        assert recalled[key].text.endswith("unverified")
        assert recalled[key].marks == ("unverified",)
        assert sound[key].marks == ()
    assert recalled["tier"].value == "on_schedule"
    assert sound["tier"].text.endswith("(II)")


def test_how_many_divisions_have_growth_is_counted(data):
    notes = divisions.overview_table(data, chosen(), EN).notes
    assert any("known for 10 divisions only" in note for note in notes)


def test_a_division_without_intensity_shows_its_quantity(data):
    table = division.path(data, chosen(sector=FUEL_PROCESSING), EN).table
    assert [column.head.key for column in table.columns] == ["year", "quantity"]
    assert table.column("year").cells[0].value == 2011
    steel = division.path(data, chosen(), EN).table
    assert [column.head.key for column in steel.columns] == ["year", "path", "intensity"]


def test_the_provinces_left_out_are_named_by_the_data(data):
    figure = division.provinces(data, chosen(), EN)
    assert "Shandong's split" in figure.notes[0]
    assert "the other 29 provinces" in figure.notes[0]
    assert "sum of 29 provinces (without Shandong and Xizang)" in (
        division.path(data, chosen(), EN).subtitle
    )


def test_one_more_year_of_data_is_shown(longer_data):
    later = SectorsChoices(View(year=2023), Listing(), CEMENT)
    assert ", 2023" in divisions.ranking(longer_data, later, EN).subtitle
    build = {spec.name: spec.build for spec in PAGE.figures}["sector_fuels"]
    assert build(longer_data, later, EN).table.column("year").cells[-1].value == 2023
