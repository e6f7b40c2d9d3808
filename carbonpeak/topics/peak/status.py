"""The page Peak in five seconds: one sentence, and cards of one number each."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import power
from carbonpeak.figures import power as power_words
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import BASE_YEAR, NATION
from carbonpeak.topics.peak import analysis, labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.facts import facts
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker

RISING = ("rising",)


def headline(data: Dataset, basis: str, until: int, tell: Speaker) -> str:
    """Return how many provinces have peaked and what part of CO2 is theirs, in one sentence."""
    provinces = analysis.covered_provinces(analysis.states(data, basis, until))
    peaked = provinces["state"].isin(labels.PEAKED)
    counted = {
        "until": labels.until(data, basis, until, tell),
        "peaked": int(peaked.sum()),
        "total": len(provinces),
    }
    if not peaked.any():
        return tell("peak.status.none", **counted)
    part = share(analysis.share(provinces, peaked), 1)
    return tell("peak.status", share=part, **counted)


def cards(data: Dataset, basis: str, until: int, tell: Speaker) -> tuple[Card, ...]:
    """Return the cards of nation, provinces and divisions, and of power where it can be told."""
    judged = analysis.states(data, basis, until)
    provinces = analysis.covered_provinces(judged)
    divisions = analysis.divisions(data, judged)
    return (
        _nation(data, judged.loc[[(NATION, ALL)]].iloc[0], tell),
        _rising("provinces", provinces, len(provinces), tell),
        _rising("divisions", divisions, facts(data).split_count, tell),
        *_power(data, basis, until, tell),
    )


def _nation(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> Card:
    words = tell("peak.status.highest", year=row["peak_year"])
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        words = tell("peak.status.below", year=row["peak_year"], below=below)
    name = tell("peak.card.nation", count=len(facts(data).covered))
    return _card(name, labels.state(row["state"], tell), words)


def _rising(kind: str, judged: pd.DataFrame, count: int, tell: Speaker) -> Card:
    """Return the card of what part of CO2 is that of members which still rise."""
    members = judged["state"].isin(RISING)
    counted = tell(f"peak.status.{kind}.of", count=int(members.sum()), total=len(judged))
    name = tell(f"peak.status.{kind}", count=count)
    return _card(name, share(analysis.share(judged, members), 1), counted)


def _power(data: Dataset, basis: str, until: int, tell: Speaker) -> tuple[Card, ...]:
    """Return the card of power and heat since the base year, nothing up to that year."""
    if until <= BASE_YEAR:
        return ()
    found = power.split(data, basis, BASE_YEAR, until)
    name = tell("peak.status.power", first=found.first, last=found.last, count=found.provinces)
    other = tell("peak.status.other", moved=power_words.amount_moved(found.other_t, tell))
    return (_card(name, power_words.amount_moved(found.power_t, tell), other),)


def _card(name: str, value: str, line: str) -> Card:
    return Card(name, value, since="", tiers=(), lines=(line,), small="", value_is_words=True)
