"""The projection on the real tables: closed form of its middle, published growth, who has none."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from carbonpeak.indicators.scenarios import Rates
from carbonpeak.thresholds import HORIZON, NATION, PLAN15_CO2_TARGET
from carbonpeak.topics.outlook.analysis_projection import (
    SCENARIOS,
    ProjectionQuestion,
    known_growth,
    project,
    question_of,
    start_of,
)
from tests.reference import outlook_by_loops as loops_outlook

EVERY = [
    ProjectionQuestion(measure, one)
    for measure, all_ in SCENARIOS.items()
    for one in all_
    if one != "own"
]
OWN = ProjectionQuestion("co2", "own", own=Rates(0.02, -0.06))


def test_the_rate_of_the_next_plan_is_that_of_the_table(data):
    rows = data.ask("official__series", dataset="gdp_intensity", indicators=["target_co2_per_gdp"])
    plan = rows[rows["unit"] == "% vs 2025"]
    assert plan["value"].to_list() == [pytest.approx(-100 * PLAN15_CO2_TARGET)]


def test_published_growth_is_all_industry_where_known(data):
    assert known_growth(data, 2022) == pytest.approx({2023: 0.042, 2024: 0.057, 2025: 0.059})


def test_the_history_is_that_of_the_nation(data):
    start = start_of(data, ProjectionQuestion())
    rows = data.ask("nation__yearly").set_index("year")
    added = rows["value_added_real_cny"]
    assert list(start.changes.index) == list(range(2014, 2023))
    assert math.exp(start.changes["growth"].sum()) == pytest.approx(added[2022] / added[2013])
    assert start.value_added * start.intensity == pytest.approx(rows["co2_t"][2022])
    trend = start.course.loc[2026]
    level = rows["co2_t"] / added
    assert (1 + trend["change"]) ** 5 == pytest.approx(level[2022] / level[2017])
    assert (1 + trend["growth"]) ** 5 == pytest.approx(added[2022] / added[2017])


@pytest.mark.parametrize("question", [*EVERY, OWN], ids=lambda one: f"{one.measure}-{one.scenario}")
def test_shares_are_shares_and_quantiles_are_ordered(data, question):
    found = project(data, question)
    assert 0 <= found.meets <= 1
    assert 0 <= found.falls <= found.peaks <= 1
    assert found.peak_years.sum() == pytest.approx(1)
    assert found.peaks == pytest.approx(found.peak_years.loc[: HORIZON - 1].sum())
    for fan in (found.quantity, found.index):
        assert list(fan.index) == list(range(2023, HORIZON + 1))
        assert (np.diff(fan.to_numpy(), axis=1) >= 0).all()


def test_the_middle_of_the_fan_is_near_the_course_without_noise(data):
    found = project(data, ProjectionQuestion("co2", "plan"))
    steady = found.past["index"][2022] * (1 + found.course["change"]).prod()
    assert found.index[0.5][2030] == pytest.approx(steady, rel=0.01)


def test_the_same_question_has_the_same_answer(data):
    one, other = project(data, ProjectionQuestion()), project(data, ProjectionQuestion())
    assert one.quantity.equals(other.quantity)
    assert one.peaks == other.peaks == pytest.approx(0.111, abs=0.001)


def test_a_faster_fall_peaks_no_later_and_meets_no_less(data):
    slow, fast = (project(data, replace(OWN, own=Rates(0.05, fall))) for fall in (-0.02, -0.06))
    assert fast.peaks >= slow.peaks
    assert fast.meets >= slow.meets
    assert (fast.quantity <= slow.quantity).all().all()


@pytest.mark.parametrize(
    ("measure", "region"), [("co2", "220000"), ("co2", "360000"), ("energy", "540000")]
)
def test_a_place_without_its_figures_has_no_projection(data, measure, region):
    assert project(data, ProjectionQuestion(measure, region_code=region)) is None


def test_a_province_has_its_own_noise_and_no_published_growth(data):
    found = project(data, ProjectionQuestion("energy", region_code="130000"))
    assert not found.course["is_given"].any()
    # The suspected revision of 2018 is no change.
    assert 2018 not in found.changes.index
    assert len(found.changes) == 8
    assert found.left_out == (2018,)


def test_a_revision_of_energy_is_one_of_co2(data):
    found = project(data, ProjectionQuestion("co2", region_code="130000"))
    assert found.left_out == (2018,)
    assert list(found.changes.index[-5:]) == [2017, 2019, 2020, 2021, 2022]
    change = found.quantity[0.5][2030] / found.past["quantity"][2022] - 1
    assert change == pytest.approx(-0.095, abs=0.003)
    harbin = project(data, ProjectionQuestion("co2", region_code="230000"))
    assert harbin.left_out == (2018, 2019)
    assert project(data, ProjectionQuestion()).left_out == ()


def test_the_whole_society_is_passed_by_more_paths_than_the_number(data):
    found = project(data, ProjectionQuestion())
    base = found.past["index"][2020]
    society = 0.962 * 0.992 * 1.0 * 0.966 * 0.95
    fan = found.index.loc[2025]
    assert base == 100
    assert (fan[0.5] < 100 * society) == (found.passes > 0.5)
    assert found.meets < found.passes == pytest.approx(451 / 729)
    assert project(data, ProjectionQuestion("energy")).passes is None


def test_the_readers_rates_are_percent_and_a_fall_is_negative():
    question = question_of("co2", "own", "", 3.0, 5.5)
    assert question == ProjectionQuestion("co2", "own", NATION, Rates(0.03, -0.055))
    assert question_of("co2", "plan", "130000", 3.0, 5.5) == ProjectionQuestion(
        "co2", "plan", "130000"
    )


def test_plain_loops_over_the_same_draws_agree(data):
    one, other = loops_outlook.vectorised(data), loops_outlook.loop(data)
    assert one.shape == (10_000, 8)
    assert np.allclose(one, other, rtol=1e-12, atol=0)


def landed_by_loops(start, changes):
    """The change of CO2 intensity 2020-2025 for every triple of past years, as it reads in words.

    Growth of 2023-2025 is published, so only what did not move with it is drawn.
    """
    growth, change = (changes[one] - changes[one].mean() for one in ("growth", "change"))
    slope = (growth * change).sum() / (growth**2).sum()
    own = (change - slope * growth).tolist()
    trend = float(start.course["change"].iloc[0])
    begin = start.intensity / start.past["intensity"][2020]
    return [
        begin * math.prod((1 + trend) * math.exp(one) for one in triple) - 1
        for triple in itertools.product(own, repeat=3)
    ]


def test_the_share_that_lands_is_counted_over_all_ways_to_draw(data):
    start, found = start_of(data, ProjectionQuestion()), project(data, ProjectionQuestion())
    every = landed_by_loops(start, start.changes)
    assert len(every) == found.landing.ways == 729
    assert sum(one <= -0.18 for one in every) == found.landing.met == 49
    assert found.meets == 49 / 729


def test_one_past_year_carries_most_of_the_share(data):
    start, found = start_of(data, ProjectionQuestion()), project(data, ProjectionQuestion()).landing
    for year in start.changes.index:
        every = landed_by_loops(start, start.changes.drop(year))
        assert found.without[year] == pytest.approx(sum(one <= -0.18 for one in every) / 512)
    assert found.weightiest == 2015
    others = found.without.drop(2015)
    shown = [round(100 * one, 1) for one in (found.without[2015], others.min(), others.max())]
    assert shown == [1.6, 5.5, 8.4]
