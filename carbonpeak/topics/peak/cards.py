"""The page Peak at a glance: one sentence, and the cards of nation, provinces and divisions."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import power, sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import power as power_words
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import BASE_YEAR, NATION, PEAK_WINDOW
from carbonpeak.topics.peak import analysis, labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.facts import facts
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

SHOWN = 4


def verdict(data: Dataset, basis: str, until: int, tell: Speaker) -> str:
    """Return the page in one sentence: the nation, and how many have peaked or still rise."""
    judged = analysis.states(data, basis, until)
    regions, divisions = analysis.covered_provinces(judged), analysis.divisions(data, judged)
    return tell(
        "peak.verdict",
        until=labels.until(data, basis, until, tell),
        nation=labels.clause(judged.loc[[(NATION, ALL)]].iloc[0], tell),
        by_years=int(regions["is_past_window"].sum()),
        **_weighed("", regions, tell),
        **_weighed("_divisions", divisions, tell),
    )


def _weighed(kind: str, judged: pd.DataFrame, tell: Speaker) -> dict[str, object]:
    """Return how many have peaked and how many rise, each with its share of CO2."""
    found: dict[str, object] = {f"total{kind}": len(judged)}
    for key, states in (("peaked", labels.PEAKED), ("rising", ("rising",))):
        members = judged["state"].isin(states)
        found[f"{key}{kind}"] = int(members.sum())
        found[f"{key}{kind}_share"] = percent(analysis.share(judged, members))
    return found


def cards(data: Dataset, basis: str, until: int, tell: Speaker) -> tuple[Card, Card, Card]:
    """Return the cards of the nation, of the provinces and of the divisions."""
    judged = analysis.states(data, basis, until)
    provinces, divisions = analysis.covered_provinces(judged), analysis.divisions(data, judged)
    summed = {"total": len(divisions), "count": facts(data).split_count}
    return (
        _nation(data, judged.loc[[(NATION, ALL)]].iloc[0], basis, until, tell),
        _group(
            tell("peak.card.provinces", total=len(provinces)),
            provinces.assign(name=provinces.index.map(region_names(data, tell.lang))),
            tell,
            _by_years(provinces, tell),
        ),
        _group(
            tell("peak.card.divisions", **summed),
            divisions.assign(name=divisions.index.map(sectors.names(data, tell.lang))),
            tell,
        ),
    )


def power_and_others(data: Dataset, basis: str, until: int, tell: Speaker) -> tuple[Card, ...]:
    """Return the card of power and heat and all other industry since the base year, if after it."""
    if until <= BASE_YEAR:
        return ()
    return (power_words.card(data, power.split(data, basis, BASE_YEAR, until), tell),)


def _nation(data: Dataset, row: "pd.Series[Any]", basis: str, until: int, tell: Speaker) -> Card:
    maximum = labels.amount(row["maximum"], tell)
    lines = [tell("peak.card.highest", year=row["peak_year"], amount=maximum)]
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        lines.append(tell("peak.card.last", year=row["last_year"], below=below))
    standings = tell.listed(tell(f"standing.{code}") for code in labels.standings(data, until))
    return Card(
        name=tell("peak.card.nation", count=len(facts(data).covered)),
        value=labels.state(row["state"], tell),
        since="",
        tiers=(),
        lines=(*lines, _inventory(data, basis, until, tell)),
        small=tell("figure.standing", standings=standings),
        value_is_words=True,
    )


def _inventory(data: Dataset, basis: str, until: int, tell: Speaker) -> str:
    """Return what the rule says of the nation's own inventory, beside the sum to that year."""
    own = analysis.national_inventory(data, basis)
    last = int(own["last_year"])
    if until < last:
        return tell("peak.card.inventory_later", year=last)
    provinces = analysis.by_last_year(data, basis, NATION, ALL, (last,)).iloc[0]
    return tell(
        "peak.card.inventory",
        year=last,
        clause=labels.clause(own, tell),
        provinces=labels.clause(provinces, tell),
    )


def _by_years(judged: pd.DataFrame, tell: Speaker) -> str:
    """Return how many the rule of Shan et al. without the test calls peaked, and their share."""
    members = judged["is_past_window"]
    share = percent(analysis.share(judged, members))
    count = int(members.sum())
    return tell("peak.count.by_years", window=PEAK_WINDOW, count=count, share=share)


def _group(title: str, judged: pd.DataFrame, tell: Speaker, *more: str) -> Card:
    """Return how many stand in each state, what part of CO2 is theirs, and the largest of them."""
    lines = list(more)
    for state, counted in labels.counted(judged["state"], tell):
        is_member = judged["state"] == state
        names = _largest(judged[is_member].sort_values("last", ascending=False)["name"], tell)
        share = percent(analysis.share(judged, is_member))
        lines.append(tell("peak.count.share", counted=counted, share=share, names=names))
    return Card(
        name=title,
        value=_peaked(judged, tell),
        since="",
        tiers=(),
        lines=tuple(lines),
        small=tell("peak.card.share_note", shown=SHOWN),
        value_is_words=True,
    )


def _largest(names: "pd.Series[str]", tell: Speaker) -> str:
    """Return the first few names, and that there are more."""
    shown = tell.listed(names.iloc[:SHOWN])
    return tell("peak.count.more", names=shown) if len(names) > SHOWN else shown


def _peaked(judged: pd.DataFrame, tell: Speaker) -> str:
    """Return the share of CO2 of those that have peaked, and their number."""
    members = judged["state"].isin(labels.PEAKED)
    if not members.any():
        return tell("peak.card.no_members")
    share = percent(analysis.share(judged, members))
    return tell("peak.count.value", share=share, count=int(members.sum()), total=len(judged))
