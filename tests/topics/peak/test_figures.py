"""The figures of the page Peak: whole in both languages, and saying what their numbers say."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.indicators.peak import STATES
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis as findings
from carbonpeak.topics.peak import cards as peak_cards
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak import matrix as peak_matrix
from carbonpeak.topics.peak import rule as peak_rule
from carbonpeak.topics.peak import sentence as peak_sentence
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.peak import tiles as peaks
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.sentence import Subject
from carbonpeak.topics.peak.words import PEAK_SECTORS, PEAK_SYMBOLS
from carbonpeak.words import WORDS
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData

SERIES = [
    (NATION, ALL),
    (NATION, "steel"),
    ("110000", ALL),
    ("220000", ALL),
    ("360000", ALL),
    ("110000", "06"),
    ("640000", "31"),
    ("130000", "11-12"),
    ("440000", "rest"),
]


def every(data, basis, until, lang):
    tell, chosen = Speaker(lang), PeakChoices(until, basis)
    yield peaks.tile_grid(data, chosen, tell)
    yield peaks.rule_table(data, chosen, tell)
    yield peak_rule.provinces(data, chosen, tell)
    for columns in peak_matrix.COLUMNS:
        yield peak_matrix.figure(data, replace(chosen, columns=columns), tell)
    for region, sector in SERIES:
        of_series = replace(chosen, region=region, sector=sector)
        yield peak_series.line(data, of_series, tell)
        yield peak_series.ageing(data, of_series, tell)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("basis", "until"), [("total", 2022), ("energy_related", 2017)])
def test_every_figure_is_whole(data, basis, until, lang):
    sources = set(data.ask("sources__all")["source_id"])
    for one in every(data, basis, until, lang):
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert one.source_ids
        assert set(one.source_ids) <= sources
        assert len(one.table.texts()) > 0
        assert not one.table.texts().isna().any().any()
        assert not (one.table.texts() == "").any().any()
        assert not one.table.texts().isin(["nan", "<NA>", "None", "nan%"]).any().any()


def test_the_verdict_counts_what_the_states_say(data):
    said = peak_cards.verdict(data, "total", 2022, Speaker("en"))
    assert said == (
        "By this rule and to 2022, industrial CO₂ (sum of 30 provinces) is rising, highest in "
        "2022. Of 30 provinces, 4 peaked, with 8.6% of CO₂ (10 by the years alone, without the "
        "test); 12 rise, with 52.3%. Of 38 divisions, 23 peaked, with 3.8% of CO₂; 3 rise, with "
        "66.6%."
    )
    judged = findings.states(data, "energy_related", 2019)
    provinces = findings.of_sector(judged, ALL).drop(index=NATION)["state"]
    said = peak_cards.verdict(data, "energy_related", 2019, Speaker("zh"))
    peaked = int(provinces.isin(peak_labels.PEAKED).sum())
    assert f"30 个地区中 {peaked} 个已达峰（占排放" in said
    assert f"{int((provinces == 'rising').sum())} 个仍在上升（占" in said


def test_the_cards_name_states_shares_and_the_national_inventory(data):
    nation, provinces, divisions = peak_cards.cards(data, "total", 2022, Speaker("en"))
    assert nation.value == "▲ rising"
    assert "9,868 Mt in 2022" in nation.lines[0]
    assert "to 2019): rising, highest in 2019" in nation.lines[-1]
    assert provinces.value == "8.6% of CO₂ peaked (4 of 30)"
    assert provinces.lines[0].startswith("By the years alone (t − M ≥ 5, no test): 10, ")
    assert provinces.lines[1].startswith("4 peaked, 8.6% of CO₂: Henan, Sichuan, Jilin, Beijing")
    assert provinces.lines[-1].endswith("Inner Mongolia, Jiangsu, Shanxi, Guangdong, ...")
    assert divisions.value == "3.8% of CO₂ peaked (23 of 38)"
    shares = [float(re.search(r"([\d.]+)%", line)[1]) for line in divisions.lines]
    assert sum(shares) == pytest.approx(100, abs=0.2)


def test_before_the_end_of_the_national_inventory_nothing_is_compared(data):
    nation, *_ = peak_cards.cards(data, "total", 2018, Speaker("en"))
    assert "ends in 2019" in nation.lines[-1]


def test_the_title_of_the_tiles_is_counted_from_the_tiles(data):
    shown = peaks.tile_grid(data, PeakChoices(2022), Speaker("en"))
    assert shown.title == "By 2022, 4 of 30 provinces have peaked, with 8.6% of CO₂"
    assert shown.notes[0] == (
        "States by 2022: 4 peaked; 6 below their maximum, falling (too early to say); 2 below "
        "their maximum, no trend; 1 on a plateau; 5 just past their maximum; 12 rising."
    )
    assert (
        "alone (t − M ≥ 5 years, no test) 10 provinces have peaked, with the test 4"
        in (shown.notes[1])
    )
    texts = [text for trace in shown.chart.data for text in trace.text or ()]
    symbols = [text.rpartition("<br>")[2] for text in texts]
    assert (symbols.count("▼"), symbols.count("▲"), symbols.count("–")) == (4, 12, 1)
    assert "Xizang" in shown.alt


def test_the_table_holds_the_numbers_of_the_rule(data):
    table = (
        peaks.rule_table(data, PeakChoices(2022), Speaker("en")).table.texts().set_index("Region")
    )
    assert len(table) == 30
    beijing = table.loc["Beijing"]
    assert list(beijing) == [
        *("▼ peaked", "2007", "61.8", "2022", "35.2", "43.1%", "15", "15", "−87", "p < 0.001"),
        *("not known", "none"),
    ]
    assert table.loc["Sichuan", "Value added meanwhile"] == "+58.5%"
    assert table.loc["Jilin", "Years without data"] == "2020"
    assert table.loc["Jiangxi", "Last year"] == "2021"
    assert list(table.loc["Shanxi"])[-6:] == ["0", "0", "none", "none", "none", "none"]
    assert list(table.loc["Shandong"])[-6:] == ["1", "1", "none", "none", "+4.4%", "none"]


def test_the_table_says_when_no_province_has_peaked(data):
    def rising(name, rows):
        is_series = name == "peak__series"
        return rows.assign(co2_t=rows["year"].astype(float)) if is_series else rows

    none_peaked = AlteredData(data, rising)
    shown = peaks.rule_table(none_peaked, PeakChoices(2022), Speaker("en"))
    assert shown.title == "By 2022 no province is judged to have peaked"
    assert peak_cards.cards(none_peaked, "total", 2022, Speaker("en"))[1].value.startswith(
        "none judged"
    )


@pytest.mark.parametrize("columns", peak_matrix.COLUMNS)
def test_the_matrix_shows_the_states_of_its_cells(data, columns):
    shown = peak_matrix.figure(data, PeakChoices(2022, columns=columns), Speaker("en"))
    judged = findings.states(data, "total", 2022)
    (cells,) = [trace for trace in shown.chart.data if trace.customdata is not None]
    codes = [tuple(code.split("/")) for code in cells.customdata]
    assert len(codes) == 31 * len(peak_matrix.sectors_of(data, columns))
    for code, hover in zip(codes, cells.hovertext, strict=True):
        assert PEAK_SYMBOLS[judged.loc[code, "state"]] in hover
    assert shown.table.texts().shape == (31, 1 + len(peak_matrix.sectors_of(data, columns)))
    assert "Xizang" not in set(shown.table.texts()["Region"])
    shandong = shown.table.texts().set_index("Region").loc["Shandong"]
    assert set(shandong.drop("All industry")) == {"× withheld: split conflicts"}


SUMS = {ALL, WITHOUT_POWER}


def test_the_title_of_the_matrix_weighs_its_cells_and_a_note_counts_them(data):
    shown = peak_matrix.figure(data, PeakChoices(2022, columns="plan"), Speaker("en"))
    assert shown.title == "Cells that have peaked hold 6.4% of CO₂, rising ones 42.8%"
    provinces = shown.table.texts().drop(index=0)
    assert provinces["Consumer goods"].str.startswith("▼").sum() == 20
    said = " ".join(shown.notes)
    assert "never exceeded 0.1 Mt: Consumer goods peaked in the largest number" in said
    judged = findings.states(data, "total", 2022)
    peaked = [
        judged.loc[(region, sector)]
        for region, sector in judged.index
        if region != NATION and sector in set(peak_matrix.sectors_of(data, "plan")) - SUMS
        if judged.loc[(region, sector), "state"] == "peaked"
    ]
    small = sum(row["maximum"] <= 1e5 for row in peaked)
    assert f"Of {len(peaked)} cells that have peaked, {small} never exceeded 0.1 Mt." in said
    tested = re.search(r"at 5%: (\d+) are 5 or more years .+ about (\d+) of them", said)
    assert len(peaked) < int(tested[1]) < 29 * len(peak_matrix.sectors_of(data, "plan"))
    assert int(tested[2]) == round(0.05 * int(tested[1]))


def test_the_sentence_of_a_peaked_province(data):
    said = peak_series.sentence(data, PeakChoices(2022, region="110000", sector=ALL), Speaker("en"))
    assert said == (
        "Industry of Beijing: CO₂ was highest in 2007 (61.8 Mt); in 2022 it was 43.1% below; "
        "Mann-Kendall on the 15 years after: S = −87, p < 0.001 (one-sided, fall). At least 5 "
        "years have passed and the fall is significant: it has peaked. Value added in 2007 is not "
        "known (only from 2013), so whether output fell too cannot be said."
    )


@pytest.mark.parametrize(
    ("region", "sector", "words"),
    [
        ("510000", ALL, "Value added rose 58.5% over those years, so not passively."),
        ("430000", ALL, "the fall is not significant (p is not below 0.05)"),
        ("130000", ALL, "Fewer than 5 years have passed"),
        ("210000", ALL, "No later year lies below 95% of the maximum: a plateau."),
        ("370000", ALL, "Only one year with data lies after the maximum"),
        (NATION, ALL, "The highest year is the last one with data: rising."),
        ("110000", "06", "Value added by region and sector is not known"),
        ("130000", "11-12", "has no CO₂ in any year"),
        ("640000", "31", "There is no usable figure for 2000, 2001, 2002"),
        ("360000", ALL, "There is no usable figure for 2022"),
    ],
)
def test_the_sentence_names_the_clause_that_decided(data, region, sector, words):
    assert words in peak_series.sentence(
        data, PeakChoices(2022, region=region, sector=sector), Speaker("en")
    )


SUBJECT = Subject("X", ALL, value_added_from=2013)


def made(**changes):
    row = {
        "state": "peaked_passively",
        "first_year": 2001,
        "last_year": 2022,
        "years": 22,
        "peak_year": 2014,
        "maximum": 2e6,
        "below_maximum": 0.25,
        "years_after": 8,
        "tested": 8,
        "s": -20,
        "p": 0.0496,
        "value_added_change": -0.1,
        "is_past_window": True,
        "gaps": (),
    }
    return pd.Series(row | changes, dtype=object)


def test_a_passive_peak_says_by_how_much_output_fell():
    said = peak_sentence.sentence(made(), SUBJECT, Speaker("en"))
    assert "value added fell 10.0% over those years: peaked, passively." in said
    assert "S = −20, p = 0.0496" in said
    assert "同期增加值下降 10.0%，判定为已达峰（同期产出下降）。" in peak_sentence.sentence(
        made(), SUBJECT, Speaker("zh")
    )


def test_too_few_years_are_counted_against_the_least():
    said = peak_sentence.sentence(made(state="unknown", years=7), SUBJECT, Speaker("en"))
    assert said == "X has data for 7 years, fewer than 10: it cannot be judged."


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.0372, "p = 0.037"),
        (0.0009, "p < 0.001"),
        (0.001, "p = 0.001"),
        (0.04996, "p = 0.04996"),
        (0.0504, "p = 0.0504"),
        (0.05, "p = 0.050"),
        (1.0, "p = 1.000"),
    ],
)
def test_a_probability_is_never_rounded_onto_its_threshold(p, words):
    assert peak_labels.probability(p) == words


@pytest.mark.parametrize(
    ("tonnes", "zh", "en"),
    [
        (9.868e9, "98.68 亿吨", "9,868 Mt"),
        (6.18e7, "6,180 万吨", "61.8 Mt"),
        (97_800, "9.78 万吨", "97.8 kt"),
        (5_200, "5,200 吨", "5.20 kt"),
    ],
)
def test_amounts_keep_their_first_digits_in_each_language(tonnes, zh, en):
    assert (
        peak_labels.amount(tonnes, Speaker("zh")),
        peak_labels.amount(tonnes, Speaker("en")),
    ) == (zh, en)


def test_the_line_marks_the_maximum_and_the_window_of_the_test(data):
    shown = peak_series.line(data, PeakChoices(2022, region="220000", sector=ALL), Speaker("en"))
    texts = [note.text for note in shown.chart.layout.annotations]
    assert "highest 2011: 205.0 Mt" in texts
    assert "test window 2012-2022<br>n = 10, S = −21<br>p = 0.037" in texts
    assert "2020 not shown" in texts
    shades = [shape for shape in shown.chart.layout.shapes if shape.type == "rect"]
    assert (shades[0].x0, shades[0].x1) == (2011.5, 2022.5)
    table = shown.table.texts().set_index("Year")
    assert table.loc["2020", "CO₂ (Mt)"] == "no data"
    assert table.loc["2011", "CO₂ (Mt)"] == "205.0"
    assert list(table.loc[["2019", "2021"], "Standing"]) == ["published", "reconstructed"]


def test_a_window_of_one_year_says_it_is_too_short(data):
    shown = peak_series.line(data, PeakChoices(2022, region="370000", sector=ALL), Speaker("en"))
    assert "too short to test" in shown.chart.layout.annotations[-1].text


def test_an_earlier_last_year_hides_what_came_later(data):
    shown = peak_series.line(data, PeakChoices(2017, region="110000", sector=ALL), Speaker("en"))
    assert shown.table.texts()["Year"].max() == "2017"
    assert "reconstructed" not in shown.standings
    assert shown.source_ids == ("ceads-co2",)


def test_the_strip_says_how_often_the_state_changed(data):
    shown = peak_series.ageing(data, PeakChoices(2022, region="220000", sector=ALL), Speaker("en"))
    assert shown.title == (
        'Industry of Jilin: "below its maximum, falling: too early to say" with last year 2015, '
        '"peaked" with 2022; changes on the way: 3'
    )
    assert list(shown.table.texts()["Last year used"]) == [
        str(year) for year in findings.last_years(data)
    ]
    same = peak_series.ageing(data, PeakChoices(2022, region="110000", sector=ALL), Speaker("en"))
    assert same.title == (
        'Industry of Beijing: with every last year from 2015 to 2022 the rule says "peaked"'
    )


def test_the_bars_name_the_provinces_whose_peak_was_taken_back(data):
    shown = peak_rule.provinces(data, PeakChoices(2022), Speaker("en"))
    assert shown.title == (
        "Peaked provinces: 1 with last year 2015, 4 with 2022; 3 once judged peaked no longer are"
    )
    assert "Shanghai, Zhejiang, Hubei" in shown.notes[0]
    assert [int(row[1:].astype(int).sum()) for _, row in shown.table.texts().iterrows()] == [30] * 8


def test_what_is_not_shown_says_why(data):
    assert (
        peak_series.line(data, PeakChoices(2022, region="370000", sector="31"), Speaker("en"))
        is None
    )
    assert (
        peak_series.ageing(data, PeakChoices(2022, region="540000", sector=ALL), Speaker("en"))
        is None
    )
    assert (
        peak_series.sentence(data, PeakChoices(2022, region="540000", sector=ALL), Speaker("en"))
        == ""
    )
    assert "split by sector conflicts" in peak_series.remark(data, "370000", "31", Speaker("en"))
    assert "do not cover it" in peak_series.remark(data, "540000", ALL, Speaker("en"))
    assert peak_series.remark(data, "370000", ALL, Speaker("en")) == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_rule_prints_its_constants_and_every_state(data, lang):
    said = peak_rule.rule(Speaker(lang))
    for figure in ("5", "0.05", "5%", "10"):
        assert figure in said
    assert all(peak_labels.state(key, Speaker(lang)) in said for key in STATES)
    remarks = peak_rule.remarks(data, Speaker(lang))
    assert peak_labels.zero_note(data, Speaker(lang)) in remarks
    assert ("Chongqing" if lang == "en" else "重庆") in remarks


def test_a_state_between_both_rules_names_both(data):
    for region, is_between in (("420000", True), ("430000", True), ("110000", False)):
        said = peak_series.sentence(data, PeakChoices(2022, region=region), Speaker("en"))
        assert ("By the years alone" in said) == is_between


def test_every_state_has_words_and_a_shape_of_its_own():
    shapes = [PEAK_SYMBOLS[key] for key in (*STATES, "not_split", "no_data")]
    assert len(set(shapes)) == len(shapes)
    assert {f"peak.state.{key}" for key in PEAK_SYMBOLS} <= set(WORDS)
    assert {f"peak.clause.{key}" for key in STATES} <= set(WORDS)


def test_every_column_of_the_matrix_has_a_short_name(data):
    codes = set(findings.sectors(data))
    assert set(PEAK_SECTORS) <= codes
    assert {
        one for columns in peak_matrix.COLUMNS for one in peak_matrix.sectors_of(data, columns)
    } == codes


def test_a_series_that_does_not_fall_is_not_said_to(data):
    hubei = peak_series.sentence(
        data, PeakChoices(2022, region="420000", sector=ALL), Speaker("en")
    )
    assert "S = 7" in hubei
    assert "The later years do not fall" in hubei
    assert "the fall is not significant" in peak_series.sentence(
        data, PeakChoices(2022, region="430000", sector=ALL), Speaker("en")
    )


@pytest.mark.parametrize(
    ("until", "sector", "is_said"),
    [(2022, "26", True), (2022, "petrochemicals", True), (2021, "26", False), (2022, "31", False)],
)
def test_feedstock_is_said_where_it_lowers_the_last_year(data, until, sector, is_said):
    line = peak_series.line(data, PeakChoices(until, region=NATION, sector=sector), Speaker("en"))
    assert any("feedstock" in note for note in line.notes) == is_said
