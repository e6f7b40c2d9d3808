"""The cells behind the figures: full precision, units, and why a number is missing."""

import pytest

from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis, matrix, rule, series, tiles
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.words.speaker import Speaker

ZH, EN = Speaker("zh"), Speaker("en")
BEIJING, JILIN, JIANGXI, SHANXI, SHANDONG = "110000", "220000", "360000", "140000", "370000"


@pytest.fixture(scope="module")
def judged(data):
    return analysis.states(data, "total", 2022)


@pytest.fixture(scope="module")
def rule_rows(data):
    """The rows of the table of the rule by name of the province, their cells by column."""
    return rows(tiles.rule_table(data, PeakChoices(2022), EN).table)


def rows(table):
    heads = [column.head.key for column in table.columns]
    return {cells[0].value: dict(zip(heads, cells, strict=True)) for cells in table.rows()}


def test_the_table_of_the_rule_holds_what_was_judged_in_full_precision(rule_rows, judged):
    row, found = rule_rows["Beijing"], judged.loc[(BEIJING, ALL)]
    assert {key: cell.value for key, cell in row.items()} == {
        "region": "Beijing",
        "state": "peaked",
        "peak_year": 2007,
        "maximum": found["maximum"],
        "last_year": 2022,
        "last": found["last"],
        "below_maximum": found["below_maximum"],
        "years_after": 15,
        "years_tested": 15,
        "s": -87,
        "p": found["p"],
        "value_added_change": None,
        "gaps": "",
    }
    assert row["p"].text == "p < 0.001"
    assert 0 < row["p"].value < 0.001
    assert row["maximum"].text == "61.8"
    assert row["maximum"].value == pytest.approx(61.8e6, rel=1e-3)


def test_years_and_counts_are_whole_numbers(rule_rows):
    for row in rule_rows.values():
        for key in ("peak_year", "last_year", "years_after", "years_tested"):
            assert isinstance(row[key].value, int)
    assert rule_rows["Beijing"]["peak_year"].form.is_year


def test_amounts_are_tonnes_that_each_language_writes_in_its_unit(data):
    for tell, unit in ((ZH, "万吨"), (EN, "Mt")):
        column = tiles.rule_table(data, PeakChoices(2022), tell).table.column("maximum")
        assert column.unit == unit
        assert max(cell.value for cell in column.cells) > 5e8


@pytest.mark.parametrize(
    ("name", "column", "kind", "text"),
    [
        ("Beijing", "value_added_change", "no_value_added", "not known"),
        ("Shanxi", "value_added_change", "no_years_since", "none"),
        ("Shanxi", "s", "not_tested", "none"),
        ("Shandong", "p", "not_tested", "none"),
    ],
)
def test_what_the_rule_lacks_says_why(rule_rows, name, column, kind, text):
    cell = rule_rows[name][column]
    assert (cell.value, cell.missing, cell.text) == (None, kind, text)


def test_years_without_data_are_listed_for_files_in_either_language(data):
    chosen = PeakChoices(2022)
    found = rows(tiles.rule_table(data, chosen, ZH).table)
    assert (found["宁夏"]["gaps"].value, found["宁夏"]["gaps"].text) == (
        "2000 2001 2002",
        "2000、2001、2002",
    )
    assert (found["北京"]["gaps"].value, found["北京"]["gaps"].text) == ("", "无")


def test_a_tile_without_an_inventory_has_a_state_and_no_year(data):
    tibet = rows(tiles.tile_grid(data, PeakChoices(2022), EN).table)["Xizang"]
    assert (tibet["state"].value, tibet["state"].text) == ("no_data", "– no data")
    assert (tibet["peak_year"].value, tibet["peak_year"].missing) == (None, "no_data")
    assert tibet["peak_year"].text == "none"


@pytest.mark.parametrize("columns", matrix.COLUMNS)
def test_the_matrix_holds_states_as_codes_and_the_year_of_each_maximum(data, judged, columns):
    table = matrix.figure(data, PeakChoices(2022, columns=columns), EN).table
    nation = rows(table)["China"]
    key = "steel" if columns == "plan" else "sector_31"
    found = judged.loc[(NATION, "steel" if columns == "plan" else "31")]
    assert nation[key].value == found["state"]
    assert nation[f"{key}_peak_year"].value == int(found["peak_year"])
    assert nation[key].text.endswith(str(found["peak_year"]))
    assert nation["all_industry"].value == "rising"


def test_a_sector_that_is_not_split_has_a_state_and_no_year(data):
    table = matrix.figure(data, PeakChoices(2022), EN).table
    shandong = rows(table)["Shandong"]
    assert shandong["steel"].value == "not_split"
    assert shandong["steel_peak_year"].missing == "not_split"
    assert all(
        column.head.key.endswith("_peak_year") == column.head.in_files for column in table.columns
    )


def test_a_division_of_zeros_has_no_maximum(data):
    table = matrix.figure(data, PeakChoices(2022, columns="division"), EN).table
    hebei = rows(table)["Hebei"]
    assert hebei["sector_11_12"].value == "unknown"
    assert hebei["sector_11_12_peak_year"].missing == "no_maximum"


def test_a_series_holds_tonnes_and_says_which_year_has_none(data):
    table = series.line(data, PeakChoices(2022, region=JILIN), EN).table
    found = {cells[0].value: cells for cells in table.rows()}
    amounts = analysis.series(data, "total", JILIN, ALL)["co2_t"]
    assert found[2011][1].value == amounts[2011]
    assert (found[2020][1].value, found[2020][1].missing) == (None, "no_data")
    assert (found[2021][2].value, found[2021][2].text) == ("reconstructed", "reconstructed")
    assert table.column("co2").unit == "Mt"


def test_a_small_series_is_written_in_finer_numbers_but_held_in_tonnes(data):
    chosen = PeakChoices(2022, region=BEIJING, sector="06")
    amounts = analysis.series(data, "total", *chosen.series)["co2_t"]
    for tell, digits in ((ZH, 2), (EN, 1)):
        column = series.line(data, chosen, tell).table.column("co2")
        assert [cell.value for cell in column.cells] == list(amounts)
        assert column.cells[0].form.digits == digits


def test_how_a_state_ages_is_held_by_last_year(data):
    table = series.ageing(data, PeakChoices(2022, region=SHANXI), EN).table
    judged = analysis.by_last_year(data, "total", SHANXI, ALL)
    assert [cell.value for cell in table.column("last_year").cells] == list(judged.index)
    assert [cell.value for cell in table.column("state").cells] == list(judged["state"])
    assert table.column("p").cells[-1].missing == "not_tested"


def test_provinces_are_counted_by_state_and_last_year(data):
    table = rule.provinces(data, PeakChoices(2022), EN).table
    assert [cell.value for cell in table.column("last_year").cells] == list(range(2015, 2023))
    assert [cell.value for cell in table.column("peaked").cells] == [1, 4, 2, 5, 3, 4, 3, 4]
    assert table.column("rising").head.label == "▲ rising"


def test_figures_of_both_bases_differ_in_value_not_in_shape(data):
    for region in (JIANGXI, SHANDONG):
        total, energy = (
            series.line(data, PeakChoices(2022, basis, region=region), EN).table
            for basis in ("total", "energy_related")
        )
        assert len(total) == len(energy) == 26
        assert total.column("co2").cells[0].value > energy.column("co2").cells[0].value
