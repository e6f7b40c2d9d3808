"""The cards that are read in five seconds say what their own rows say."""

import pytest

from carbonpeak.domain import nation, power
from carbonpeak.domain.official import official_index
from carbonpeak.domain.sectors import coverage
from carbonpeak.topics.overview import status
from carbonpeak.words import LANGS, say
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


@pytest.mark.parametrize("lang", LANGS)
def test_each_target_is_told_by_one_verdict_its_value_and_what_was_due(data, lang):
    energy, co2, peak = status.cards(data, Speaker(lang))
    assert (energy.verdict, co2.verdict, peak.verdict) == ("at_risk", "off_track", "at_risk")
    assert (energy.standing, co2.standing) == ("official", "reconstructed")
    indices = (official_index(data), nation.yearly(data, "co2", "total")["index"])
    assert energy.words.startswith(say(f"verdict.{energy.verdict}", lang))
    assert say("headline.pace.ahead.late", lang) in energy.words
    for card, index in zip((energy, co2), indices, strict=True):
        assert card.value == percent(index.iloc[-1] / 100 - 1, sign=True)
        assert card.bullet.done == pytest.approx(1 - index.iloc[-1] / 100)
        assert card.trends[0].values[0] == 100


def test_the_reason_of_the_peak_is_power_and_heat(data):
    tell = Speaker("en")
    found = power.split(data)
    peak = status.cards(data, tell)[2]
    assert percent(found.other_below) in peak.small
    assert peak.since == f"{data.last_year}, {len(coverage(data).covered)} provinces"
    assert f"({found.provinces} provinces)" in peak.small
    assert say("headline.power", "en") in status.headline(data, tell)


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_takes_few_words_and_numbers(data, lang):
    for card in status.cards(data, Speaker(lang)):
        said = " ".join((card.value, *card.yardsticks, card.reason))
        years_aside = [word for word in said.split() if any(sign.isdigit() for sign in word)]
        assert len(years_aside) <= 14
        assert len(card.reason.split()) <= 25
