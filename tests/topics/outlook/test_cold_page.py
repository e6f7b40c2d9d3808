"""A page that nothing was computed for yet: every dear finding is made once, in both languages."""

import cProfile
from collections.abc import Callable

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.indicators.projection import simulate
from carbonpeak.topics import registry
from carbonpeak.topics.outlook import (
    analysis_inputs,
    analysis_nowcast,
    analysis_projection,
    analysis_sharing,
    cards,
    labels,
)
from carbonpeak.topics.outlook.page import PAGE
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

PRESET = {"co2": 4, "energy": 3}


def counted(run: Callable[[], None]) -> Callable[[Callable[..., object]], int]:
    """Return how often a function ran while something else did; one kept once by what it keeps."""
    profile = cProfile.Profile()
    profile.runcall(run)
    calls = {entry.code: entry.callcount for entry in profile.getstats()}

    def count(function: Callable[..., object]) -> int:
        return calls.get(getattr(function, "__wrapped__", function).__code__, 0)

    return count


def whole_page(data: Dataset, url: dict[str, list[str]]) -> None:
    """Build every figure, card and remark of the page, in both languages."""
    given = registry.chosen(data, PAGE, url)
    question = PAGE.choices(given.values).question
    for tell in map(Speaker, LANGS):
        for spec in PAGE.figures:
            assert registry.figure(data, spec.name, given, tell) is not None
        cards.verdict(data, question, tell)
        cards.landed(data, tell)
        cards.peak(data, question, tell)
        cards.target(data, question, tell)
        labels.remarks(data, question, tell)


@pytest.fixture
def fresh(shipped):
    return Dataset(shipped)


def test_a_cold_page_simulates_each_scenario_once(fresh):
    count = counted(lambda: whole_page(fresh, {}))
    assert count(simulate) == PRESET["co2"] == 4
    assert count(analysis_projection.project) == 4


def test_rates_of_the_readers_own_are_one_simulation_more(fresh):
    whole_page(fresh, {})
    own = {"scenario": ["own"], "growth": ["3"], "fall": ["5.5"]}
    assert counted(lambda: whole_page(fresh, own))(simulate) == 1


def test_a_page_on_energy_simulates_energy_and_the_co2_of_its_cards(fresh):
    count = counted(lambda: whole_page(fresh, {"quantity": ["energy"]}))
    assert count(simulate) == sum(PRESET.values())


def test_a_cold_page_makes_the_nowcast_and_the_shares_once(fresh):
    count = counted(lambda: whole_page(fresh, {}))
    for finding in (
        analysis_nowcast.methods,
        analysis_nowcast.yearly,
        analysis_nowcast.output_throughout,
        analysis_inputs.every,
        analysis_inputs.value_added,
        analysis_sharing.shared_out,
    ):
        assert count(finding) == 1
    # By all divisions, and by those whose output is known in every year.
    assert count(analysis_inputs.by_output) == 2
