"""The figures of the Outlook: whole in both languages, and every sentence says its numbers."""

import math
import re

import pytest

from carbonpeak.domain import nation
from carbonpeak.domain.official import official_intensity
from carbonpeak.indicators.scenarios import Rates
from carbonpeak.thresholds import CO2_TARGET, PATHS, SEED
from carbonpeak.topics.outlook import analysis_nowcast as nowcasts
from carbonpeak.topics.outlook import analysis_projection as projections
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import chances as projection_chances
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook import nowcast, nowcast_inputs, per_gdp, projection, sharing
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS, ProjectionQuestion, project
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, UNITS, shared_out
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import number, percent, share
from carbonpeak.words.speaker import Speaker
from tests.topics.read_back import made

EN, ZH = Speaker("en"), Speaker("zh")
CHOSEN = OutlookChoices()
OWN = ProjectionQuestion("co2", "own", own=Rates(0.02, -0.06))
QUESTIONS = [
    *(
        ProjectionQuestion(measure, one)
        for measure, all_ in SCENARIOS.items()
        for one in all_
        if one != "own"
    ),
    OWN,
    ProjectionQuestion("energy", "plan", "130000"),
    ProjectionQuestion("co2", "trend5", "140000"),
]


def shared(goal, unit, rule):
    return OutlookChoices(goal=goal, unit=unit, rule=rule)


def every(data, lang):
    yield nowcast.range_of_methods(data, CHOSEN, Speaker(lang))
    yield nowcast.table_of_methods(data, CHOSEN, Speaker(lang))
    yield nowcast_inputs.figure(data, CHOSEN, Speaker(lang))
    yield per_gdp.figure(data, CHOSEN, Speaker(lang))
    for question in QUESTIONS:
        yield projection.quantity(data, OutlookChoices(question), Speaker(lang))
        yield projection.index(data, OutlookChoices(question), Speaker(lang))
        yield projection_chances.peak_years(data, OutlookChoices(question), Speaker(lang))
        yield projection_chances.scenarios(data, OutlookChoices(question), Speaker(lang))
    for goal in GOALS:
        for unit in UNITS:
            for rule in RULES:
                yield sharing.ranking(data, shared(goal, unit, rule), Speaker(lang))
            yield sharing.table(data, shared(goal, unit, "benchmark"), Speaker(lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_whole(data, lang):
    sources = set(data.ask("sources__all")["source_id"])
    for one in every(data, lang):
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert one.source_ids
        assert set(one.source_ids) <= sources
        assert len(one.table.texts()) > 0
        assert (one.table.texts() != "").all().all()
        assert "{" not in " ".join((one.title, one.subtitle, one.alt, *one.notes))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_nowcast_is_its_range(data, lang):
    found = nowcasts.methods(data)
    title = nowcast.range_of_methods(data, CHOSEN, Speaker(lang)).title
    for value in (found["cumulative"].max(), found["cumulative"].min(), -0.135):
        assert percent(-value) in title
    lone = {
        "zh": "仅按主要产品产量法（待核实）达到",
        "en": "only the unverified one, physical output, reaches",
    }
    assert lone[lang] in nowcast.range_of_methods(data, CHOSEN, Speaker(lang)).alt
    assert lone[lang] in outlook_cards.verdict(data, ProjectionQuestion(), Speaker(lang))
    assert any(lone[lang] in line for line in outlook_cards.landed(data, Speaker(lang)).lines)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ([-0.14, -0.15, -0.16], "all 3 methods reach"),
        ([-0.14, -0.12, -0.16], "2 of 3 methods reach"),
        ([-0.10, -0.08, -0.13], "none of 3 methods reaches"),
    ],
)
def test_the_verdict_follows_the_methods(data, ends, words):
    found = nowcasts.methods(data).assign(cumulative=ends)
    assert words in nowcast.reach(found, EN)


def test_a_range_that_does_not_fall_throughout_keeps_its_signs(data):
    """A negative fall is no fall."""
    found = nowcasts.methods(data).assign(cumulative=[0.01, -0.02, -0.05])
    assert "a change of +1.0% to −5.0%" in nowcast.sentence(found, EN)
    assert "变化 +1.0% 至 −5.0%" in nowcast.sentence(found, ZH)


def test_no_line_of_a_method_is_drawn_as_official_or_joined_to_it(data):
    chart = nowcast.range_of_methods(data, CHOSEN, EN).chart
    methods = [trace for trace in chart.data if (trace.name or "").startswith("By ")]
    assert len(methods) == 3
    for trace in methods:
        assert trace.line.dash == "dot"
        assert min(trace.x) == 2023
    official = [trace for trace in chart.data if (trace.name or "").startswith("Official")]
    assert max(official[0].x) == 2022


def test_the_inputs_stand_with_value_standing_and_source(data):
    table = nowcast_inputs.figure(data, CHOSEN, EN).table.texts().set_index("Input")
    steel = table.loc["Iron and steel: energy per tonne of steel"]
    assert steel["Standing"] == "unverified"
    assert steel["2022"] == "+1.7%"
    assert steel["2024"] == "none found"
    assert table["2020"]["Electricity of secondary industry (level)"] == "51,215"
    assert table["Source"].str.len().min() > 0


def test_the_break_in_definitions_is_said(data):
    notes = " ".join(nowcast.range_of_methods(data, CHOSEN, EN).notes)
    assert "since the 2023 communique" in notes
    assert "no figure for industry can be computed" in notes


def fall(figure, key):
    """Return how far the last value of an index lies below 100, as it is printed."""
    last = [cell.value for cell in figure.table.column(key).cells if cell.value is not None][-1]
    return f"{100 - last:.1f}%"


def test_per_gdp_names_both_metrics_and_joins_nothing(data):
    one = per_gdp.figure(data, CHOSEN, EN)
    old, new = (fall(one, key) for key in ("co2_yearly", "co2_revised"))
    assert f"fall since 2020: {old} on the old metric, {new} on the revised" in one.title
    by_name = {trace.name: trace for trace in one.chart.data}
    assert list(by_name["CO₂, revised metric (2021-2025)"].x) == [2025]


@pytest.mark.parametrize("question", [ProjectionQuestion(), OWN], ids=["trend5", "own"])
def test_the_sentences_of_a_projection_say_its_numbers(data, question):
    found = project(data, question)
    median = found.quantity[0.5][2030]
    one = projection.quantity(data, OutlookChoices(question), EN)
    assert f"median {number(median / 1e6)};" in one.subtitle
    change = median / found.past["quantity"][2022] - 1
    assert f"{percent(abs(change))} {'above' if change > 0 else 'below'} 2022" in one.title
    assert share(found.meets, 1) in projection.index(data, OutlookChoices(question), EN).title
    peak = projection_chances.peak_years(data, OutlookChoices(question), EN)
    assert peak.title.startswith(f"China: {share(found.peaks)} of")
    assert sum(
        float(one.strip("<%")) for one in peak.table.texts()["Share of paths"]
    ) == pytest.approx(100, abs=0.5)


def test_seed_count_and_history_are_printed(data):
    notes = " ".join(projection.quantity(data, CHOSEN, EN).notes)
    assert f"{PATHS:,} simulated paths, seed {SEED}" in notes
    assert "9 yearly changes of 2013-2022" in notes
    assert "+4.2%, +5.7%, +5.9%" in notes


def test_the_fan_is_labelled_in_words_and_the_scenario_has_its_own_line(data):
    chart = projection.quantity(data, CHOSEN, EN).chart
    names = [trace.name for trace in chart.data]
    assert names[:2] == ["Middle 90% of paths", "Middle 50% of paths"]
    median = chart.data[-1]
    assert median.line.dash == "dashdot"
    assert min(median.x) == 2023


def test_the_readers_own_rates_stand_among_the_scenarios_only_when_asked(data):
    shown = projection_chances.scenarios(data, OutlookChoices(OWN), EN).table.texts()["Scenario"]
    assert "Your own rates" in set(shown)
    others = projection_chances.scenarios(data, CHOSEN, EN).table.texts()["Scenario"]
    assert "Your own rates" not in set(others)


def test_scenarios_that_agree_share_one_number(data):
    """Where least and most are printed alike, one is enough; those of the nation differ."""
    found = {"least": "0%", "most": "0%"}
    assert projection_chances._scenarios_key(found, "co2") == "projection.scenarios.same.co2"
    said = projection_chances.scenarios(
        data, OutlookChoices(ProjectionQuestion("co2", "trend5")), EN
    ).title
    assert said == (
        "China: 11% to 43% of simulated paths peak before 2030 under the 4 preset scenarios"
    )


def test_a_doubtful_province_has_no_number_in_a_title(data):
    """Every path of Xinjiang rises, and its data are no ground to say so."""
    xinjiang = OutlookChoices(ProjectionQuestion("co2", "trend5", "650000"))
    titles = {
        projection.quantity: "新疆 ※：数据存疑，2030 年二氧化碳直接排放量情景不作判断",
        projection.index: "新疆 ※：数据存疑，2025 年强度目标情景不作判断",
        projection_chances.peak_years: "新疆 ※：数据存疑，2030 年前达峰情景不作判断",
        projection_chances.scenarios: "新疆 ※：数据存疑，各情景不作判断",
    }
    for make, title in titles.items():
        one = make(data, xinjiang, ZH)
        assert one.title == title
        assert "中位数" not in one.subtitle
        assert one.notes[0].startswith("新疆 ※ 存疑，情景不作判断：2017—2022 年工业增加值")
        assert "组合" not in " ".join(one.notes)


def test_a_place_without_projection_says_why(data):
    for code, words in (("360000", "withheld"), ("540000", "do not cover it")):
        question = ProjectionQuestion("co2", "trend5", code)
        assert projection.quantity(data, OutlookChoices(question), EN) is None
        assert projection_chances.scenarios(data, OutlookChoices(question), EN) is None
        assert words in " ".join(projection_words.remarks(data, question, EN))
        assert "cannot be projected" in outlook_cards.verdict(data, question, EN)
        assert outlook_cards.peak(data, question, EN).value == "Cannot be calculated"
    doubtful = projection_words.remarks(data, ProjectionQuestion(region_code="140000"), EN)
    assert "doubtful" in doubtful[0]


def test_a_doubtful_province_has_no_headline(data):
    shanxi = ProjectionQuestion(region_code="140000")
    assert "Shanxi ※ are doubtful and nothing is judged" in outlook_cards.verdict(data, shanxi, EN)
    for card in (outlook_cards.peak, outlook_cards.target):
        assert card(data, shanxi, EN).value == "Doubtful: not judged"
        assert "real GDP rose 14.2%: prices are not" in card(data, shanxi, EN).lines[0]
        assert card(data, shanxi, ZH).value == "存疑，不作判断"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_cards_and_the_verdict_say_the_same_numbers(data, lang):
    found = project(data, ProjectionQuestion())
    verdict = outlook_cards.verdict(data, ProjectionQuestion(), Speaker(lang))
    for card, number_of_chosen in (
        (outlook_cards.peak, share(found.peaks)),
        (outlook_cards.target, share(found.meets, 1)),
    ):
        shown = card(data, ProjectionQuestion(), Speaker(lang))
        assert shown.value.startswith(number_of_chosen)
        assert any(line.endswith(number_of_chosen) for line in shown.lines)
    landed = outlook_cards.landed(data, Speaker(lang)).value
    falls = -nowcasts.methods(data)["cumulative"]
    for figure in (f"{100 * falls.min():.1f}%", f"{100 * falls.max():.1f}%"):
        assert figure in landed
        assert figure in verdict
    assert share(found.peaks) in verdict
    plan = projections.project(data, ProjectionQuestion("co2", "plan"))
    assert share(plan.peaks) in verdict


def test_the_cards_speak_of_co2_whatever_is_projected(data):
    energy, co2 = ProjectionQuestion("energy", "plan"), ProjectionQuestion("co2", "plan")
    assert outlook_cards.peak(data, energy, EN) == outlook_cards.peak(data, co2, EN)


@pytest.mark.parametrize("goal", GOALS)
def test_the_total_row_is_the_gap_under_every_rule(data, goal):
    found = shared_out(data, goal, "region")
    table = (
        sharing.table(data, shared(goal, "region", "equal_share"), EN)
        .table.texts()
        .set_index("Province")
    )
    columns = [name for name in table.columns if "fall a year" not in name][2:]
    assert len(columns) == 3
    for rule, column in zip(RULES, columns, strict=True):
        assert table[column]["Total (the gap)"] == number(found.gap_t / 1e6, 1)
        assert table[column]["Not covered by this rule"] == number(found.left_t[rule] / 1e6, 1)


def test_who_is_asked_for_more_than_ever_is_marked_and_counted(data):
    found = shared_out(data, "energy2025", "region")
    one = sharing.ranking(data, shared("energy2025", "region", "equal_share"), EN)
    table = one.table.texts().set_index("Province")
    rates = table["Equal share of own gap: fall a year"]
    marked = {name for name, text in rates.items() if "▲" in text}
    assert len(marked) == found.table["is_record_equal_share"].sum() == 3
    assert marked == {"Fujian", "Shandong ※", "Zhejiang"}
    assert "Of 30 provinces, 3 would need more than their best five years (▲)." in one.notes
    assert "Of 30 provinces, 3 would need" in one.alt
    assert "Fujian, 9.6% a year" in one.title
    assert table["Best five years, a year"]["Hebei"] == "no five years known"
    assert rates["Tianjin"] == "not asked"
    assert rates["Xizang"] == "no data"


def test_doubtful_provinces_stay_out_of_the_title(data):
    one = sharing.ranking(data, shared("energy2025", "region", "benchmark"), EN)
    assert "※" not in one.title
    assert "Liaoning" in one.title


def test_what_a_rule_leaves_is_in_the_title(data):
    left = sharing.table(data, shared("co2_2025", "region", "equal_rate"), EN)
    assert left.title == "A gap of 1,098.6 Mt, not wholly shared out by 1 of three rules"
    assert left.notes[0] == "202.8 Mt left over by the own-gap rule."
    assert (
        "share it out whole"
        in sharing.table(data, shared("energy2025", "region", "equal_rate"), EN).title
    )


def test_what_a_rule_leaves_is_said_below_its_ranking(data):
    found = shared_out(data, "co2_2030", "sector")
    one = sharing.ranking(data, shared("co2_2030", "sector", "benchmark"), EN)
    part = percent(found.left_t["benchmark"] / found.gap_t, 0)
    assert f"This rule leaves {part} of the gap uncovered." in one.notes
    assert one.alt.endswith(f"leaves {part} of the gap uncovered.")
    assert part == "59%"
    whole = sharing.ranking(data, shared("co2_2030", "sector", "equal_rate"), EN)
    assert "uncovered" not in " ".join(whole.notes)


def test_a_method_that_alone_reaches_the_target_is_only_called_unverified_where_it_is(data):
    sound = nowcasts.methods(data).assign(standing="estimated")
    assert "1 of 3 methods reach" in nowcast.reach(sound, EN)
    two = nowcasts.methods(data).assign(cumulative=[-0.14, -0.12, -0.15])
    assert "2 of 3 methods reach" in nowcast.reach(two, EN)


def test_the_variant_of_output_is_marked_and_not_counted(data):
    one = nowcast.table_of_methods(data, CHOSEN, EN)
    last = one.table.texts().iloc[-1]
    assert "not counted as a method" in last["Method"]
    assert (last["2020-2025"], last["Miss (points)"]) == ("−13.2%", "+0.5")
    assert last["Against the target"] == "○ not reached"
    said = "intensity fell 13.2% over 2020-2025, with a miss of +0.5 points"
    assert said in " ".join(one.notes)
    assert "unweighted mean of ethylene and sulphuric acid" in " ".join(one.notes)


def test_the_chart_of_the_nowcast_cites_the_official_points_alone(data):
    one = nowcast.range_of_methods(data, CHOSEN, EN)
    assert set(one.source_ids) == set(official_intensity(data)["source_id"])
    assert "see “Inputs of the methods”" in one.notes[-1]


def test_years_left_out_are_named_with_what_the_last_five_then_are(data):
    notes = " ".join(
        projection.quantity(
            data, OutlookChoices(ProjectionQuestion(region_code="130000")), EN
        ).notes
    )
    assert "8 yearly changes of 2013-2022; 2018 left out: suspected revision" in notes
    assert "the last five are 2017, 2019, 2020, 2021, 2022" in notes
    notes = " ".join(
        projection_chances.scenarios(
            data, OutlookChoices(ProjectionQuestion(region_code="500000")), EN
        ).notes
    )
    assert "8 yearly changes of 2013-2022; 2014 left out: suspected revision." in notes
    nation = " ".join(projection.quantity(data, CHOSEN, EN).notes)
    assert "left out" not in nation
    assert "the change 2019-2020 crosses that seam" in nation
    assert "seam" not in " ".join(
        projection.quantity(data, OutlookChoices(ProjectionQuestion("energy")), EN).notes
    )
    listed = " ".join(sharing.ranking(data, shared("co2_2030", "region", "equal_rate"), EN).notes)
    assert "Heilongjiang ※ 2018, 2019" in listed


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (ProjectionQuestion(), "a year from 2026, and intensity {} a year from 2023."),
        (
            ProjectionQuestion("co2", "plan15"),
            "a year from 2026, and intensity {} a year from 2026 (before that it ",
        ),
        (
            ProjectionQuestion(region_code="130000"),
            "a year from 2023, and intensity {} a year from 2023.",
        ),
    ],
)
def test_every_rate_is_said_from_its_own_first_year(data, question, words):
    change = project(data, question).course["change"][2030]
    rate = f"falls by {percent(-change)}"
    notes = " ".join(projection.quantity(data, OutlookChoices(question), EN).notes)
    assert words.format(rate) in notes
    table = (
        projection_chances.scenarios(data, OutlookChoices(question), EN)
        .table.texts()
        .set_index("Scenario")
    )
    first = 2023 if question.region_code == "130000" else 2026
    assert f"Value added a year from {first}" in table.columns
    late = table["Intensity a year from 2023"]["Rate of the 15th plan (from 2026)"]
    assert late.endswith("(from 2026)")


def test_the_stricter_share_stands_beside_the_generous_one(data):
    found = project(data, ProjectionQuestion())
    column = "… and 2030 at least 1% below it"
    table = projection_chances.scenarios(data, CHOSEN, EN).table.texts()
    assert table[column].iloc[0] == share(found.falls)
    assert f"highest year: {share(found.falls)}" in " ".join(
        outlook_cards.peak(data, ProjectionQuestion(), EN).lines
    )
    notes = " ".join(projection_chances.peak_years(data, CHOSEN, EN).notes)
    assert f"in {share(found.falls)} of paths 2030 lies at least 1% below" in notes
    assert "steps of about one part in 9" in notes


def test_the_verdict_rounds_in_words_but_not_at_the_ends(data):
    assert "about 11% of 10,000" in outlook_cards.verdict(data, ProjectionQuestion(), EN)
    assert "约 11% 在 2030 年前达峰" in outlook_cards.verdict(data, ProjectionQuestion(), ZH)
    assert projection_words.about(0.004, EN) == "<1%"
    assert projection_words.about(1.0, EN) == "about 100%"


def test_the_range_for_2025_leaves_out_what_starts_from_the_target(data):
    shares = [
        project(data, ProjectionQuestion("co2", one)).meets
        for one in ("trend5", "trend10", "plan15")
    ]
    card = outlook_cards.target(data, ProjectionQuestion(), EN)
    assert card.value == f"{share(min(shares), 1)} to {share(max(shares), 1)}"
    assert "3 preset scenarios (without the one that starts from the target rate)" in card.since


def test_what_one_past_year_does_stands_beside_the_share(data):
    """Without 2015 the share is a quarter of what it is."""
    said = "without 2015 the share is 1.6%, without any other one 5.5% to 8.4%"
    exact = "make 729 equally likely courses, of which 49 meet the target (6.7%)"
    notes = " ".join(projection.index(data, CHOSEN, EN).notes)
    assert said in notes
    assert exact in notes
    assert said in " ".join(outlook_cards.target(data, ProjectionQuestion(), EN).lines)
    table = " ".join(projection_chances.scenarios(data, CHOSEN, EN).notes)
    assert "Trend of the last five years: 1.6% without 2015, 5.5% to 8.4% without" in table


def test_the_co2_target_is_cited_as_it_is_worded_and_held_against_society(data, shipped):
    found = project(data, ProjectionQuestion())
    one = projection.index(data, CHOSEN, EN)
    notes = " ".join(one.notes)
    assert "“more than the whole society's”, without a number" in notes
    old = fall(per_gdp.figure(data, CHOSEN, EN), "co2_yearly")
    assert (
        f"fell {old} by its yearly figures of 2021-2025 (old metric); "
        f"in {share(found.passes, 1)}" in notes
    )
    rows = shipped.rows("select target_id, value from targets order by target_id")
    values = rows.set_index("target_id")["value"]
    assert math.isnan(values["T003"])
    assert values["T006"] == 100 * CO2_TARGET
    assert "rows T003, T006" in notes
    assert f"(fell {old}, old metric): {share(found.passes, 1)}" in " ".join(
        outlook_cards.target(data, ProjectionQuestion(), EN).lines
    )
    energy = projection.index(data, OutlookChoices(ProjectionQuestion("energy")), EN)
    assert len(energy.source_ids) < len(one.source_ids)
    assert "old metric" not in " ".join(energy.notes)


def test_the_revised_metric_is_explained_with_its_standing(data):
    one = per_gdp.figure(data, CHOSEN, EN)
    new = fall(one, "co2_revised")
    assert f"{new} on the revised one (unverified)" in one.title
    assert (
        f"adds industrial process CO₂. By the revised one it fell {new} (unverified); source: "
        in one.notes[-1]
    )
    note = sharing.ranking(data, shared("co2_2030", "region", "equal_rate"), EN).notes[1]
    assert "set in 2026, when the metric changed" in note


def test_the_nation_carries_its_faulty_data(data):
    (co2,) = projection_words.remarks(data, ProjectionQuestion(), EN)
    assert "Cement process CO2 of Jiangxi" in co2
    total, energy_related = (
        f"{100 - nation.yearly(data, 'co2', basis)['index'][2022]:.1f}%"
        for basis in ("total", "energy_related")
    )
    cementless = f"{-100 * nation.co2_change_without_faulty_cement(data, 2022):.1f}%"
    assert f"fell {total} in all; without the cement process" in co2
    assert f"it fell {cementless}, energy-related only it fell {energy_related}" in co2
    (energy,) = projection_words.remarks(data, ProjectionQuestion("energy"), EN)
    assert "Shandong" in energy


@pytest.mark.parametrize(
    ("code", "doubtful"), [("130000", True), ("230000", True), ("320000", False)]
)
def test_the_doubt_of_a_projection_covers_the_years_of_its_trend(data, code, doubtful):
    said = projection_words.remarks(data, ProjectionQuestion(region_code=code), EN)
    assert bool(said) == doubtful
    assert not doubtful or re.search("over 20(17|20)-2022, real GDP", said[0])


def test_the_fan_says_that_it_is_too_narrow(data):
    notes = " ".join(projection.quantity(data, CHOSEN, EN).notes)
    assert "not the uncertainty of the rates themselves" in notes
    assert "one national deflator" not in notes
    hebei = OutlookChoices(ProjectionQuestion("co2", "trend5", "130000"))
    assert "one national deflator" in projection.quantity(data, hebei, EN).notes[-1]
    table = " ".join(projection_chances.scenarios(data, CHOSEN, EN).notes)
    assert "about half of all paths by construction" in table


def test_the_readers_own_scenario_is_no_part_of_a_range(data):
    with_own = projection_chances.scenarios(data, OutlookChoices(OWN), EN)
    assert with_own.title == projection_chances.scenarios(data, CHOSEN, EN).title
    assert with_own.title.endswith("under the 4 preset scenarios")


def test_an_amount_is_drawn_from_zero_and_an_index_is_not(data):
    assert projection.quantity(data, CHOSEN, EN).chart.layout.yaxis.rangemode == "tozero"
    assert projection.index(data, CHOSEN, EN).chart.layout.yaxis.rangemode != "tozero"


def test_the_cards_say_that_they_speak_of_co2(data):
    for card in (outlook_cards.peak, outlook_cards.target):
        shown = card(data, ProjectionQuestion("energy"), EN)
        assert "CO₂" in shown.name
        assert any(line.startswith("CO₂") for line in shown.lines)


def test_the_step_to_the_first_year_ahead_is_said_with_its_reason(data):
    for lang in ("zh", "en"):
        read = made(data, "projection_quantity", {}, lang)
        assert read is not None
        known = [one for one in read.values("known") if one is not None]
        ahead = [one for one in read.values("percentile_50") if one is not None]
        years = [int(one) for one in read.values("year")]
        start = years[len(known)]
        said = [one for one in read.figure.notes if f"{abs(ahead[0] / known[-1] - 1):.1%}" in one]
        assert any(str(start) in one and str(start - 1) in one for one in said), read.figure.notes
        assert str(start) in read.figure.subtitle
