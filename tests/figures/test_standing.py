"""Where numbers of several standings share a figure, rows, notes and picture say which is which."""

import re

import pytest

from carbonpeak.figures import standing
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF
from carbonpeak.words import say
from carbonpeak.words.speaker import Speaker

EN = Speaker("en")
MIXED = {2018: ("published",), 2019: ("published",), 2020: ("reconstructed",)}
# A change between two years rests on both.
BETWEEN = {
    2019: ("published",),
    2020: ("published", "reconstructed"),
    2021: ("reconstructed",),
}
# Figures over years whose CO2 has two standings, with what must be chosen.
OF_CO2 = {
    "region_path": {"region": "130000", "measure": "co2"},
    "region_fuels": {"region": "130000", "measure": "co2"},
    "sector_fuels": {"sector": "31", "measure": "co2"},
    "sector_path": {"sector": "06", "measure": "co2"},
    "inventories": {},
    "driver_years": {"measure": "co2", "from": "2015", "to": "2022"},
}


def figure(data, name, codes, tell=EN):
    raw = {key: [code] for key, code in codes.items()}
    return registry.figure(data, name, registry.chosen(data, PAGE_OF[name], raw), tell)


def test_years_of_one_standing_need_no_column_no_note_and_no_rule():
    same = dict.fromkeys((2019, 2020), ("published",))
    assert not standing.column(same, [2019, 2020], EN)
    assert not standing.notes(same, EN)
    assert not standing.seams(same, EN)


def test_the_standing_of_every_year_is_a_code_and_a_word():
    [(head, cells)] = standing.column(MIXED, [2018, 2020, 2021], EN).items()
    assert (head.key, head.label) == ("standing", "Standing")
    assert [cell.value for cell in cells] == ["published", "reconstructed", None]
    assert [cell.text for cell in cells][:2] == ["published", "reconstructed"]
    assert cells[2].missing == "not_applicable"


def test_the_note_gives_the_years_of_each_standing():
    assert standing.notes(MIXED, EN) == (
        "Standing by year: published 2018-2019; reconstructed 2020.",
    )
    published, rebuilt = (say(f"standing.{one}", "zh") for one in ("published", "reconstructed"))
    assert standing.notes(MIXED, Speaker("zh"), "各省合计") == (
        f"各年数据性质（各省合计）：2018—2019 年{published}；2020 年{rebuilt}。",
    )


def test_the_rule_stands_before_the_first_year_of_another_standing():
    assert [(one.year, one.words) for one in standing.seams(MIXED, EN)] == [
        (2020, "from 2020: reconstructed")
    ]


def test_a_change_between_two_standings_names_both_and_has_one_rule():
    [cells] = standing.column(BETWEEN, [2020], EN).values()
    assert cells[0].value == "published, reconstructed"
    assert cells[0].text == "published and reconstructed"
    assert [one.year for one in standing.seams(BETWEEN, EN)] == [2020]


def standings_of(data):
    """Return the standing of the CO2 of each year, as the tables have it."""
    return data.ask("inventories__compared").set_index("year")["standing"]


def ends(name, year):
    """Return the years whose inventories the row of a year rests on."""
    return (year - 1, year) if name == "driver_years" else (year,)


@pytest.mark.parametrize("name", OF_CO2)
def test_rows_say_what_the_tables_say_of_each_year(data, name):
    of_year = standings_of(data)
    table = figure(data, name, OF_CO2[name]).table
    told = dict(
        zip(
            [cell.value for cell in table.column("year").cells],
            [cell.value for cell in table.column("standing").cells],
            strict=True,
        )
    )
    assert len(set(told.values())) > 1
    for year, value in told.items():
        if value is not None and "unverified" not in str(value):
            assert value == ", ".join(dict.fromkeys(of_year[end] for end in ends(name, year)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OF_CO2)
def test_notes_and_picture_say_from_which_year_the_method_is_another(data, name, lang):
    drawn = figure(data, name, OF_CO2[name], Speaker(lang))
    rebuilt = say("standing.reconstructed", lang)
    said = f"2020 年起：{rebuilt}" if lang == "zh" else f"from 2020: {rebuilt}"
    assert said in [one.text for one in drawn.chart.layout.annotations]
    years = f"202[01].2022 年{rebuilt}" if lang == "zh" else f"{rebuilt} 202[01]-2022"
    assert [note for note in drawn.notes if re.search(years, note)]


@pytest.mark.parametrize("name", ["region_path", "sector_path", "inventories"])
def test_the_legend_explains_every_dash_and_mark_of_the_lines(data, name):
    drawn = figure(data, name, OF_CO2[name])
    named = {trace.name for trace in drawn.chart.data if trace.x[0] is None}
    assert named == {EN(f"standing.{one}") for one in drawn.standings}
    lines = [one for one in drawn.chart.data if one.marker.symbol and one.x[0] is not None]
    key = {(one.line.dash, one.marker.symbol) for one in drawn.chart.data if one.x[0] is None}
    assert {(one.line.dash, one.marker.symbol) for one in lines} <= key


def test_no_figure_over_years_mixes_standings_in_one_column_in_silence(data):
    """Every figure with a row for each year that holds years before and after the change."""
    silent, rebuilt_from = [], int(standings_of(data).eq("reconstructed").idxmax())
    for name, spec in FIGURES.items():
        given = {"region": "130000"} if "region" in spec.uses else {}
        for measure in ("energy", "co2"):
            more = {one: measure for one in ("measure", "quantity") if one in spec.uses}
            shown = figure(data, name, given | more)
            if shown is None or "reconstructed" not in shown.standings:
                continue
            keys = [column.head.key for column in shown.table.columns]
            if keys[0] != "year" or shown.table.column("year").cells[0].value >= rebuilt_from:
                continue
            if not any(key.endswith("standing") for key in keys):
                silent.append(name)
    assert not silent
