"""The figures of the page Compare: colours, gaps, words for what is missing, no blank chart."""

import pytest

from carbonpeak.charts.style import NO_TIER_FILL, PALETTE, REFERENCE, RULE
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests.whole_figures import assert_whole

NAMES = ("compare_lines", "compare_bars", "compare_table", "compare_tiles")
TWO = "320000,330000"


def figure(data, name, lang="en", **codes):
    raw = {key.rstrip("_"): [value] for key, value in codes.items()}
    given = registry.chosen(data, registry.PAGE_OF[name], raw)
    assert not given.notices
    return registry.figure(data, name, given, Speaker(lang))


def texts(chart):
    return [one.text for one in chart.layout.annotations]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "codes",
    [
        {"chosen": TWO},
        {"chosen": "31,44,26", "quantity": "co2_intensity", "reference": "target"},
        {"chosen": "25,06", "quantity": "value_added"},
        {"chosen": "220000,360000", "quantity": "co2"},
        {"chosen": "540000", "quantity": "energy", "scale": "level"},
        {"chosen": "31,44", "scale": "level"},
        {"chosen": "31,44", "from_": "2013", "to": "2014"},
        {"chosen": "000000,130000", "quantity": "energy", "scale": "change"},
    ],
    ids=lambda codes: codes["chosen"],
)
def test_every_figure_is_whole(data, name, lang, codes):
    if name == "compare_table":
        codes = {key: value for key, value in codes.items() if key not in ("scale", "reference")}
    assert_whole(data, figure(data, name, lang, **codes))


@pytest.mark.parametrize("name", NAMES[:3])
def test_without_a_choice_there_is_no_figure(data, name):
    assert figure(data, name) is None


def test_all_provinces_stand_there_without_a_choice(data):
    made = figure(data, "compare_tiles")
    assert len(made.table) == 32
    assert {cell.value for cell in made.table.column("chosen").cells} == {"no"}


def test_a_place_has_one_colour_in_all_figures(data):
    six = "320000,330000,440000,350000,150000,370000"
    lines = figure(data, "compare_lines", chosen=six).chart
    own = [one for one in lines.data if one.showlegend is False and one.name]
    drawn = {one.name.rstrip("※"): one.line.color for one in own}
    names = ["Jiangsu", "Zhejiang", "Guangdong", "Fujian", "Inner Mongolia", "Shandong"]
    assert [drawn[name] for name in names] == list(PALETTE)
    (bars,) = figure(data, "compare_bars", chosen=six).chart.data
    fills = dict(zip(bars.customdata, bars.marker.color, strict=True))
    assert [fills[code] for code in six.split(",")] == list(PALETTE)
    assert fills["nation"] == REFERENCE
    tiles = figure(data, "compare_tiles", chosen=six).chart
    edges = {one.line.color for one in tiles.layout.shapes if one.line.width}
    # Places that nobody chose have the edge of all panels.
    assert edges - {RULE, NO_TIER_FILL} == set(PALETTE)


def test_lines_are_labelled_at_their_ends_and_not_in_a_legend(data):
    chart = figure(data, "compare_lines", chosen=TWO).chart
    assert {"Jiangsu 93.1", "Zhejiang 105.3", "China 94.1"} <= set(texts(chart))
    assert not any(one.showlegend for one in chart.data if "Jiangsu" in (one.name or ""))


def test_a_doubtful_place_is_marked_wherever_it_is_named_with_the_reason(data):
    for name in NAMES[:2]:
        made = figure(data, name, chosen="140000,320000")
        assert any(note.startswith("Shanxi ※ Doubtful: over 2020-2022") for note in made.notes)
        assert "Shanxi" not in made.title
        assert made.title.startswith("Apart from doubtful ones (※)")
    alone = figure(data, "compare_lines", chosen="140000")
    assert alone.title.startswith("Shanxi※: ")
    # Prices say nothing against an amount of energy.
    assert figure(data, "compare_lines", chosen="140000", quantity="co2").notes[0][:6] != "Shanxi"


def test_a_revision_is_drawn_as_a_gap_and_a_change_across_it_is_doubtful(data):
    made = figure(data, "compare_lines", chosen="130000,320000", quantity="energy")
    signs = [one for one in made.chart.data if one.mode == "text"]
    assert [(one.x[0], one.text[0]) for one in signs] == [(2017.5, "//")]
    assert any("Hebei※ 2018" in note for note in made.notes)
    after = figure(data, "compare_lines", chosen="130000,320000", quantity="energy", from_="2018")
    assert not [one for one in after.chart.data if one.mode == "text"]
    assert "※" not in after.title


def test_the_change_across_a_revision_is_left_out(data):
    made = figure(data, "compare_lines", chosen="130000", quantity="energy", scale="change")
    years = [cell.value for cell in made.table.column("year").cells]
    column = dict(zip(years, made.table.column("region_130000").cells, strict=True))
    assert column[2018].missing == "no_data"
    assert column[2019].value is not None


def test_series_that_end_in_different_years_are_compared_up_to_the_first(data):
    made = figure(data, "compare_lines", chosen="360000,320000", quantity="co2")
    assert made.title.startswith("2011-2021: ")
    assert any("Jiangxi to 2021; Jiangsu to 2022" in note for note in made.notes)


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ({"chosen": "25"}, "the growth of value added was not found"),
        ({"chosen": "31", "scale": "level"}, "choose the index instead"),
        ({"chosen": "220000", "quantity": "co2"}, "choose the level instead"),
        ({"chosen": "540000"}, "not covered by the CEADs inventories"),
        ({"chosen": "31", "from_": "2013", "to": "2015"}, "choose other years"),
    ],
)
@pytest.mark.parametrize("name", NAMES[:2])
def test_where_nothing_can_be_drawn_words_say_why(data, name, codes, said):
    made = figure(data, name, **codes)
    assert made.chart is None
    assert said in made.notes[0]
    assert said in made.alt
    assert made.title.endswith("has no values for these choices")


def test_one_without_values_does_not_hide_the_others(data):
    made = figure(data, "compare_lines", chosen="25,31")
    assert made.title.startswith("Iron and steel: energy intensity fell")
    assert "Fuel processing" in made.notes[0]


def test_the_other_kind_is_left_out_aloud(data):
    made = figure(data, "compare_lines", chosen="320000,44,31")
    assert made.notes[0].endswith("left out of the choice: Power and heat and Iron and steel.")
    tiles = figure(data, "compare_tiles", chosen="44")
    assert "Power and heat" in tiles.notes[0]


def test_a_reference_is_not_drawn_twice(data):
    chart = figure(data, "compare_lines", chosen="000000,320000").chart
    assert sum(text.startswith("China") for text in texts(chart)) == 1


def test_a_reference_that_is_chosen_itself_is_no_filter(data):
    page, spec = registry.PAGES["compare"], registry.FIGURES["compare_lines"]
    for chosen, counts in [("000000,320000", False), ("000000,31", True), ("320000", True)]:
        given = registry.chosen(data, page, {"chosen": [chosen]})
        assert ("reference" in given.counting(spec)) == counts


@pytest.mark.parametrize(
    ("reference", "value"), [("target", 100 * 0.865**0.4), ("median", None), ("nation", None)]
)
def test_a_reference_stands_in_the_rows(data, reference, value):
    made = figure(data, "compare_lines", chosen=TWO, reference=reference)
    cells = made.table.column(f"reference_{reference}").cells
    assert value is None or cells[-1].value == pytest.approx(value)
    assert len(figure(data, "compare_lines", chosen=TWO, reference="none").table.shown) == 3


def test_an_amount_has_no_nation_on_its_level_and_no_pace(data):
    page = registry.PAGES["compare"]
    level = {"quantity": ["energy"], "scale": ["level"], "reference": ["nation"]}
    assert [one.name for one in registry.chosen(data, page, level).notices] == ["reference"]
    pace = {"quantity": ["energy"], "scale": ["needed"]}
    assert [one.name for one in registry.chosen(data, page, pace).notices] == ["scale"]


def test_years_the_wrong_way_round_are_the_span_between(data):
    turned = figure(data, "compare_lines", chosen=TWO, from_="2022", to="2020")
    assert turned.title == figure(data, "compare_lines", chosen=TWO).title


def test_more_than_six_and_doubles_are_no_figure_on_the_command_line(data):
    def fault(chosen):
        with pytest.raises(FigureError) as raised:
            printable(data, "compare_lines", (("chosen", chosen),), Speaker("en"))
        return raised.value.reason

    assert fault("110000,120000,130000,140000,150000,210000,220000") == "too_many"
    assert fault("110000,Beijing") == "twice"
    assert fault("110000,zz") == "choice"
