"""Outlook at a glance: its sentence and cards follow the methods and the simulated paths."""

from dataclasses import replace

import pytest

from carbonpeak.thresholds import ENERGY_TARGET
from carbonpeak.topics.outlook import analysis_nowcast, status
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, project
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

EN, ZH = Speaker("en"), Speaker("zh")
CO2 = ProjectionQuestion()


def shifted(data, monkeypatch, by: float) -> None:
    """Let all methods end lower or higher than they do."""
    methods = analysis_nowcast.methods(data)
    moved = methods.assign(cumulative=methods["cumulative"] + by)
    monkeypatch.setattr(analysis_nowcast, "methods", lambda _: moved)


def test_the_sentence_says_how_many_methods_reach_the_target(data):
    methods = analysis_nowcast.methods(data)
    met = int((methods["cumulative"] <= -ENERGY_TARGET).sum())
    assert f"reached by {met} of {len(methods)} estimates" in status.headline(data, CO2, EN)
    assert f"{len(methods)} 种估算中 {met} 种达到" in status.headline(data, CO2, ZH)


@pytest.mark.parametrize(
    ("by", "said", "value"),
    [(-0.5, "reached by all 3 estimates", "3 of 3"), (0.5, "none of 3 estimates", "0 of 3")],
)
def test_the_sentence_says_when_all_or_none_do(data, monkeypatch, by, said, value):
    shifted(data, monkeypatch, by)
    assert said in status.headline(data, CO2, EN)
    assert status.at_a_glance(data, CO2, EN)[0].value == value


@pytest.mark.parametrize("scenario", ["trend5", "trend10", "plan15"])
def test_the_cards_say_the_shares_of_the_scenario(data, scenario):
    question = replace(CO2, scenario=scenario)
    found = project(data, question)
    _, target, peak = status.at_a_glance(data, question, EN)
    assert float(target.value.rstrip("%")) == pytest.approx(100 * found.meets, abs=0.0501)
    assert float(peak.value.rstrip("%")) == pytest.approx(100 * found.peaks, abs=0.501)
    assert f"about {peak.value} of simulated CO₂ paths" in status.headline(data, question, EN)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("code", "word"), [("140000", "doubtful"), ("360000", "unprojected")])
def test_a_place_that_is_not_judged_has_no_number(data, lang, code, word):
    question, tell = replace(CO2, region_code=code), Speaker(lang)
    _, target, peak = status.at_a_glance(data, question, tell)
    assert not any(letter.isdigit() for letter in target.value + peak.value)
    assert not target.lines
    assert not peak.lines
    assert tell(f"outlook.status.{word}", place="#").partition("#")[2] in status.headline(
        data, question, tell
    )


def test_the_cards_of_the_paths_speak_of_co2_whatever_is_drawn(data):
    energy = replace(CO2, measure="energy")
    assert status.at_a_glance(data, energy, EN) == status.at_a_glance(data, CO2, EN)
