"""The figures of the page Overview carry their words, and their rows hold what is shown."""

import pytest

from carbonpeak.domain import nation, official
from carbonpeak.domain.view import View
from carbonpeak.topics.overview import cards, glide, known
from carbonpeak.topics.overview.choices import OverviewChoices
from carbonpeak.topics.overview.page import PAGE
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.words.speaker import Speaker
from tests.whole_figures import assert_whole

EN, NONE = Speaker("en"), OverviewChoices()


def by_year(table, key):
    """Return the cells of a column by year."""
    years = [cell.value for cell in table.column("year").cells]
    return dict(zip(years, table.column(key).cells, strict=True))


@pytest.mark.parametrize("name", [spec.name for spec in PAGE.figures])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_whole(data, lang, name):
    build = {spec.name: spec.build for spec in PAGE.figures}[name]
    assert_whole(data, build(data, NONE, Speaker(lang)))


def test_the_glide_path_of_energy_sets_the_official_index_beside_both_estimates(data):
    figure = glide.glide("energy", data, NONE, EN)
    assert by_year(figure.table, "official")[2022].value == official.official_index(data)[2022]
    estimate = nation.yearly(data, "energy", "final")["index"]
    assert by_year(figure.table, "final")[2022].value == estimate[2022]
    assert by_year(figure.table, "with_transformation")[2022].form.unit == "2020 = 100"
    assert by_year(figure.table, "official")[2025].missing == "none"
    assert by_year(figure.table, "path")[2025].value == pytest.approx(86.5)


def test_years_without_a_figure_begin_after_the_last_one(data):
    chart = glide.glide("co2", data, NONE, EN).chart
    said = [note.text for note in chart.layout.annotations]
    assert "2023-2025:<br>no inventory yet" in said


def test_lagging_provinces_are_those_without_doubt(data):
    table = glide.lagging_regions(data, NONE, EN).table
    names = [cell.value for cell in table.column("region").cells]
    assert not {"Shanxi", "Inner Mongolia", "Shandong"} & set(names)
    gaps = [cell.value for cell in table.column("energy").cells]
    judged = regions.judged(data, View(year=2022))
    assert gaps[0] == judged[~judged["is_doubtful"]]["gap_t"].max()
    assert gaps == sorted(gaps, reverse=True)


def test_what_divisions_added_is_in_tonnes_with_its_sign(data):
    figure = glide.pulling_sectors(data, NONE, EN)
    assert "2020-2022, Mtce, 29 provinces (without Shandong)" in figure.subtitle
    first = figure.table.column("energy").cells[0]
    assert first.value > 1e6
    assert first.text == f"+{first.value / 1e6:,.1f}"


def test_divisions_that_hang_on_one_province_are_left_out_and_said(data):
    figure = glide.pulling_sectors(data, NONE, EN)
    names = {cell.value for cell in figure.table.column("sector").cells}
    assert not {"Gas supply", "Instruments", "Rubber and plastics"} & names
    assert "doubtful divisions (※) left out" in figure.subtitle
    assert "Gas supply ※: Anhui from 3.99 to 0.08 Mtce" in figure.notes[-1]


def test_yearly_changes_are_fractions_and_a_new_basis_is_marked(data):
    table = known.known_after(data, NONE, EN).table
    industry, per_gdp, *_ = table.column("change_2022").cells
    assert (industry.value, industry.text) == (pytest.approx(-0.013, abs=1e-3), "−1.3")
    assert per_gdp.marks == ()
    broken = table.column("change_2023").cells[1]
    assert broken.text.startswith("new basis ")
    assert broken.marks == table.column("change_2024").cells[1].marks == ("new_basis",)
    assert table.column("change_2023").cells[0].missing == "none"


def test_what_the_estimate_depends_on_is_named_by_the_data(data):
    said, _ = known.sureness(data, EN)
    fell = 1 - nation.yearly(data, "co2", "total")["index"][2022] / 100
    assert said.startswith(f"2020-2022: CO₂ intensity fell {100 * fell:.1f}%")
    assert "without the faulty cement data of Jilin and Jiangxi in any year" in said
    assert "without Shandong Fuel processing" in said


def test_one_more_year_of_inventories_moves_the_estimate_and_not_the_official_figure(longer_data):
    energy = glide.glide("energy", longer_data, NONE, EN)
    assert energy.title.endswith("in 2022")
    assert by_year(energy.table, "final")[2023].value == by_year(energy.table, "final")[2022].value
    carbon = glide.glide("co2", longer_data, NONE, EN)
    assert carbon.title.endswith("in 2023")
    said = [note.text for note in carbon.chart.layout.annotations]
    assert "2024-2025:<br>no inventory yet" in said
    assert ", 2023, " in glide.lagging_regions(longer_data, NONE, EN).subtitle
    assert "2020-2023" in glide.pulling_sectors(longer_data, NONE, EN).subtitle
    assert cards.energy(longer_data, EN).since == "2022 against 2020"
    carbon_card = cards.carbon(longer_data, EN)
    assert carbon_card.since == "2023 against 2020"
    assert "2024-2025 would need" in carbon_card.lines[3]
