"""With one more year of inventories the page follows: its choices, its figures, its words."""

import pytest

from carbonpeak.topics import registry
from carbonpeak.topics.peak import analysis, cards, labels, rule
from carbonpeak.topics.peak.facts import facts
from carbonpeak.topics.peak.page import PAGE
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData

FIGURES = [spec.name for spec in PAGE.figures]


@pytest.fixture(scope="module")
def given(longer_data):
    return registry.chosen(longer_data, PAGE, {})


def test_the_new_year_can_be_chosen_and_is_the_default(longer_data, given):
    assert longer_data.last_year == 2023
    assert analysis.last_years(longer_data) == tuple(range(2015, 2024))
    assert given.controls["until"].choice.allowed[-1] == given.values.one("until") == "2023"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_reaches_to_the_new_year(longer_data, given, name, lang):
    shown = registry.figure(longer_data, name, given, Speaker(lang))
    assert "2023" in f"{shown.title} {shown.subtitle}"
    assert "reconstructed" in shown.standings


def test_series_and_ageing_have_a_row_for_the_new_year(longer_data, given):
    for name, column, first in (
        ("peak_series", "year", 1997),
        ("peak_age", "last_year", 2015),
        ("peak_provinces", "last_year", 2015),
    ):
        table = registry.figure(longer_data, name, given, Speaker("en")).table
        years = [cell.value for cell in table.column(column).cells]
        assert years == list(range(first, 2024))


def test_the_cards_judge_to_the_new_year(longer_data):
    said = cards.verdict(longer_data, "total", 2023, Speaker("en"))
    assert said.startswith("By this rule and to 2023, industrial CO₂ (sum of 30 provinces) is ")
    nation, *_ = cards.cards(longer_data, "total", 2023, Speaker("en"))
    assert nation.name == "Industry of the nation (30 provinces)"


def test_the_remarks_name_the_years_of_the_tables(longer_data, data):
    said = rule.remarks(longer_data, Speaker("en"))
    assert "Jilin in 2020 and Jiangxi in 2022-2023 is implausible" in said
    assert "(Jiangxi is judged to 2021)" in said
    assert "2020-2023 is reconstructed" in said
    assert "known for 2013-2023 only, growth before 2020 unverified" in said
    shipped = rule.remarks(data, Speaker("zh"))
    assert "吉林 2020 年、江西 2022 年水泥生产过程排放数据异常" in shipped
    assert "海南 2002 年、宁夏 2000—2002 年仅有水泥生产过程排放" in shipped


def test_the_facts_of_the_shipped_tables(data):
    found = facts(data)
    assert found.first_year == 1997
    assert (len(found.covered), found.split_count) == (30, 29)
    assert (found.unsplit, found.uncovered) == (("370000",), ("540000",))
    assert found.empty == (("460000", (2002,)), ("640000", (2000, 2001, 2002)))
    assert found.withheld == (("220000", (2020,)), ("360000", (2022,)))
    assert found.ends == (("360000", 2021),)


def test_tables_without_a_fault_say_nothing_of_it(data):
    def whole(name, rows):
        if name != "peak__series":
            return rows
        filled = rows["co2_energy_t"].fillna(1.0)
        return rows.assign(co2_energy_t=filled, co2_t=rows["co2_t"].fillna(filled))

    sound = AlteredData(data, whole)
    assert labels.withheld_note(sound, "total", Speaker("en")) == ()
    assert labels.zero_note(sound, Speaker("en")).endswith("a division without a cell is a zero.")
    assert "implausible" not in rule.remarks(sound, Speaker("en"))
