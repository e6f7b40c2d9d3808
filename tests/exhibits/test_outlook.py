"""The exhibits of the Outlook: whole in both languages, and every sentence says its numbers."""

import pytest

from carbonpeak.exhibits import (
    nowcast,
    outlook_cards,
    per_gdp,
    projection,
    projection_chances,
    projection_words,
    sharing,
)
from carbonpeak.findings import nowcast as nowcasts
from carbonpeak.findings import projection as projections
from carbonpeak.findings.projection import SCENARIOS, Asked, project
from carbonpeak.findings.sharing import GOALS, RULES, UNITS, shared_out
from carbonpeak.indicators.scenarios import Rates
from carbonpeak.thresholds import PATHS, SEED
from carbonpeak.wording.numbers import number, percent

OWN = Asked("co2", "own", own=Rates(0.02, -0.06))
ASKED = [
    *(Asked(measure, one) for measure, all_ in SCENARIOS.items() for one in all_ if one != "own"),
    OWN,
    Asked("energy", "plan", "130000"),
    Asked("co2", "trend5", "140000"),
]


def every(ask, lang):
    yield nowcast.range_of_methods(ask, lang)
    yield nowcast.methods(ask, lang)
    yield nowcast.inputs(ask, lang)
    yield per_gdp.exhibit(ask, lang)
    for asked in ASKED:
        yield projection.quantity(ask, asked, lang)
        yield projection.index(ask, asked, lang)
        yield projection_chances.peak_years(ask, asked, lang)
        yield projection_chances.scenarios(ask, asked, lang)
    for goal in GOALS:
        for unit in UNITS:
            for rule in RULES:
                yield sharing.ranking(ask, goal, unit, rule, lang)
            yield sharing.table(ask, goal, unit, "benchmark", lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_exhibit_is_whole(ask, lang):
    sources = set(ask("sources__all")["source_id"])
    for one in every(ask, lang):
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert one.source_ids
        assert set(one.source_ids) <= sources
        assert len(one.table) > 0
        assert (one.table != "").all().all()
        assert "{" not in " ".join((one.title, one.subtitle, one.alt, *one.notes))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_nowcast_is_its_range(ask, lang):
    found = nowcasts.methods(ask)
    title = nowcast.range_of_methods(ask, lang).title
    for value in (found["cumulative"].max(), found["cumulative"].min(), -0.135):
        assert percent(value, 1, sign=True) in title
    assert ("3 种方法中 1 种" if lang == "zh" else "1 of 3 methods") in title


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ([-0.14, -0.15, -0.16], "all 3 methods reach"),
        ([-0.14, -0.12, -0.16], "2 of 3 methods reach"),
        ([-0.10, -0.08, -0.13], "no method reaches"),
    ],
)
def test_the_verdict_follows_the_methods(ask, ends, words):
    found = nowcasts.methods(ask).assign(cumulative=ends)
    assert words in nowcast.sentence(found, "en")


def test_no_line_of_a_method_is_drawn_as_official_or_joined_to_it(ask):
    chart = nowcast.range_of_methods(ask, "en").chart
    methods = [trace for trace in chart.data if (trace.name or "").startswith("By ")]
    assert len(methods) == 3
    for trace in methods:
        assert trace.line.dash == "dot"
        assert min(trace.x) == 2023
    official = [trace for trace in chart.data if (trace.name or "").startswith("Official")]
    assert max(official[0].x) == 2022


def test_the_inputs_stand_with_value_standing_and_source(ask):
    table = nowcast.inputs(ask, "en").table.set_index("Input")
    steel = table.loc["Iron and steel: energy per tonne of steel"]
    assert steel["Standing"] == "unverified"
    assert steel["2022"] == "+1.7%"
    assert steel["2024"] == "none found"
    assert table["2020"]["Electricity of secondary industry (level)"] == "51,215"
    assert table["Source codes"].str.len().min() > 0


def test_the_break_in_definitions_is_said(ask):
    notes = " ".join(nowcast.range_of_methods(ask, "en").notes)
    assert "since the 2023 communique" in notes
    assert "no figure for industry can be computed" in notes


def test_per_gdp_names_both_metrics_and_joins_nothing(ask):
    one = per_gdp.exhibit(ask, "en")
    assert "−12.4%" in one.title
    assert "−17.7%" in one.title
    by_name = {trace.name: trace for trace in one.chart.data}
    assert list(by_name["CO₂, revised metric (2021-2025)"].x) == [2025]


@pytest.mark.parametrize("asked", [Asked(), OWN], ids=["trend5", "own"])
def test_the_sentences_of_a_projection_say_its_numbers(ask, asked):
    found = project(ask, asked)
    median = found.quantity[0.5][2030]
    title = projection.quantity(ask, asked, "en").title
    assert number(median / 1e6) in title
    assert percent(median / found.past["quantity"][2022] - 1, 1, sign=True) in title
    assert percent(found.meets, 0) in projection.index(ask, asked, "en").title
    peak = projection_chances.peak_years(ask, asked, "en")
    assert peak.title.startswith(percent(found.peaks, 0))
    assert sum(float(one.rstrip("%")) for one in peak.table["Share of paths"]) == pytest.approx(
        100, abs=0.5
    )


def test_seed_count_and_history_are_printed(ask):
    notes = " ".join(projection.quantity(ask, Asked(), "en").notes)
    assert f"{PATHS:,} simulated paths, seed {SEED}" in notes
    assert "9 yearly changes of 2013-2022" in notes
    assert "+4.2%, +5.7%, +5.9%" in notes


def test_the_fan_is_labelled_in_words_and_the_scenario_has_its_own_line(ask):
    chart = projection.quantity(ask, Asked(), "en").chart
    names = [trace.name for trace in chart.data]
    assert names[:2] == ["Nine in ten paths", "Half of all paths"]
    median = chart.data[-1]
    assert median.line.dash == "dashdot"
    assert min(median.x) == 2023


def test_the_readers_own_rates_stand_among_the_scenarios_only_when_asked(ask):
    shown = projection_chances.scenarios(ask, OWN, "en").table["Scenario"]
    assert "Your own rates" in set(shown)
    others = projection_chances.scenarios(ask, Asked(), "en").table["Scenario"]
    assert "Your own rates" not in set(others)


def test_a_place_without_projection_says_why(ask):
    for code, words in (("360000", "withheld"), ("540000", "do not cover it")):
        asked = Asked("co2", "trend5", code)
        assert projection.quantity(ask, asked, "en") is None
        assert projection_chances.scenarios(ask, asked, "en") is None
        assert words in " ".join(projection_words.remarks(ask, asked, "en"))
        assert "cannot be projected" in outlook_cards.verdict(ask, asked, "en")
        assert outlook_cards.peak(ask, asked, "en").value == "Cannot be calculated"
    doubtful = projection_words.remarks(ask, Asked(region_code="140000"), "en")
    assert "doubtful" in doubtful[0]
    assert "(Shanxi ※)" in outlook_cards.verdict(ask, Asked(region_code="140000"), "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_cards_and_the_verdict_say_the_same_numbers(ask, lang):
    found = project(ask, Asked())
    verdict = outlook_cards.verdict(ask, Asked(), lang)
    assert outlook_cards.peak(ask, Asked(), lang).value == percent(found.peaks, 0)
    assert outlook_cards.target(ask, Asked(), lang).value == percent(found.meets, 0)
    landed = outlook_cards.landed(ask, lang).value
    for figure in ("−7.6%", "−14.3%"):
        assert figure in landed
        assert figure in verdict
    assert percent(found.peaks, 0) in verdict
    plan = projections.project(ask, Asked("co2", "plan"))
    assert percent(plan.peaks, 0) in verdict


def test_the_cards_speak_of_co2_whatever_is_projected(ask):
    energy, co2 = Asked("energy", "plan"), Asked("co2", "plan")
    assert outlook_cards.peak(ask, energy, "en") == outlook_cards.peak(ask, co2, "en")


@pytest.mark.parametrize("goal", GOALS)
def test_the_total_row_is_the_gap_under_every_rule(ask, goal):
    found = shared_out(ask, goal, "region")
    table = sharing.table(ask, goal, "region", "equal_share", "en").table.set_index("Unit")
    scale, digits = (1e4, 0) if goal == "energy2025" else (1e6, 1)
    columns = [name for name in table.columns if "fall a year" not in name][2:]
    assert len(columns) == 3
    for rule, column in zip(RULES, columns, strict=True):
        assert table[column]["Total (the gap)"] == number(found.gap_t / scale, digits)
        assert table[column]["Not covered by this rule"] == number(
            found.left_t[rule] / scale, digits
        )


def test_who_is_asked_for_more_than_ever_is_marked_and_counted(ask):
    found = shared_out(ask, "energy2025", "region")
    one = sharing.ranking(ask, "energy2025", "region", "equal_share", "en")
    table = one.table.set_index("Unit")
    rates = table["Equal share of own gap: fall a year"]
    marked = {name for name, text in rates.items() if "▲" in text}
    assert len(marked) == found.table["is_record_equal_share"].sum() == 3
    assert marked == {"Fujian", "Shandong ※", "Zhejiang"}
    assert "3 of 30 provinces" in one.title
    assert "Fujian, 9.6% a year" in one.title
    assert table["Best five years, a year"]["Hebei"] == "no five years known"
    assert rates["Tianjin"] == "none"
    assert rates["Tibet"] == "no data"


def test_doubtful_provinces_stay_out_of_the_title(ask):
    one = sharing.ranking(ask, "energy2025", "region", "benchmark", "en")
    assert "※" not in one.title
    assert "Liaoning" in one.title


def test_what_a_rule_leaves_is_in_the_title(ask):
    assert (
        "Equal share of own gap 202.8"
        in sharing.table(ask, "co2_2025", "region", "equal_rate", "en").title
    )
    assert (
        "share it out whole" in sharing.table(ask, "energy2025", "region", "equal_rate", "en").title
    )


def test_what_a_rule_leaves_is_in_the_title_of_its_ranking(ask):
    found = shared_out(ask, "co2_2030", "sector")
    one = sharing.ranking(ask, "co2_2030", "sector", "benchmark", "en")
    part = percent(found.left_t["benchmark"] / found.gap_t, 0)
    assert one.title.endswith(f"{part} of the gap is left uncovered")
    assert part == "59%"
    whole = sharing.ranking(ask, "co2_2030", "sector", "equal_rate", "en")
    assert "uncovered" not in whole.title
