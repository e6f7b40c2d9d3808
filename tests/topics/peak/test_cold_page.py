"""A page that nothing was computed for yet: every dear finding is made once, in both languages."""

import cProfile

from carbonpeak.data.dataset import Dataset
from carbonpeak.indicators.peak import judge
from carbonpeak.topics import registry
from carbonpeak.topics.peak import analysis, cards, facts, rule, series
from carbonpeak.topics.peak.page import PAGE
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker


def whole_page(data, url):
    """Build every figure, card and sentence of the page, in both languages."""
    given = registry.chosen(data, PAGE, url)
    chosen = PAGE.choices(given.values)
    for tell in map(Speaker, LANGS):
        cards.verdict(data, chosen.scope, chosen.until, tell)
        cards.cards(data, chosen.scope, chosen.until, tell)
        rule.remarks(data, tell)
        assert series.sentence(data, chosen, tell)
        for spec in PAGE.figures:
            assert registry.figure(data, spec.name, given, tell) is not None


def calls(run):
    """Return how often each function ran while something else did."""
    profile = cProfile.Profile()
    profile.runcall(run)
    counts = {entry.code: entry.callcount for entry in profile.getstats()}
    return lambda function: counts.get(getattr(function, "__wrapped__", function).__code__, 0)


def test_a_cold_page_loads_and_judges_each_thing_once(shipped):
    count = calls(lambda: whole_page(Dataset(shipped), {"region": ["220000"]}))
    assert count(analysis._amounts) == 1
    assert count(analysis._states) == 1
    assert count(analysis.provinces_by_last_year) == 1
    assert count(facts.facts) == 1
    # All series, the provinces by last year, the province and the nation by last year, and the
    # nation's own inventory.
    assert count(judge) == 5


def test_another_year_judges_all_series_again_but_loads_nothing(shipped):
    data = Dataset(shipped)
    whole_page(data, {})
    count = calls(lambda: whole_page(data, {"until": ["2018"]}))
    assert count(analysis._amounts) == 0
    assert count(judge) == 1
