"""The page Peak at a glance: one sentence, and the cards of nation, provinces and divisions."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis, labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.facts import facts
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

SHOWN = 4


def verdict(data: Dataset, basis: str, until: int, tell: Speaker) -> str:
    """Return the page in one sentence: the nation, and how many have peaked or still rise."""
    judged = analysis.states(data, basis, until)
    regions, divisions = _provinces(judged), _divisions(data, judged)
    peaked = divisions[divisions["state"].isin(labels.PEAKED)]
    rising = divisions[divisions["state"] == "rising"]
    return tell(
        "peak.verdict",
        until=until,
        nation=labels.clause(judged.loc[[(NATION, ALL)]].iloc[0], tell),
        total=len(regions),
        peaked=int(regions["state"].isin(labels.PEAKED).sum()),
        rising=int((regions["state"] == "rising").sum()),
        divisions_total=len(divisions),
        peaked_divisions=len(peaked),
        peaked_share=percent(peaked["last"].sum() / divisions["last"].sum()),
        rising_divisions=len(rising),
        rising_share=percent(rising["last"].sum() / divisions["last"].sum()),
    )


def cards(data: Dataset, basis: str, until: int, tell: Speaker) -> tuple[Card, Card, Card]:
    """Return the cards of the nation, of the provinces and of the divisions."""
    judged = analysis.states(data, basis, until)
    provinces, divisions = _provinces(judged), _divisions(data, judged)
    summed = {"total": len(divisions), "count": facts(data).split_count}
    return (
        _nation(data, judged.loc[[(NATION, ALL)]].iloc[0], basis, until, tell),
        _group(
            tell("peak.card.provinces", total=len(provinces)),
            provinces.assign(name=provinces.index.map(region_names(data, tell.lang))),
            tell,
        ),
        _group(
            tell("peak.card.divisions", **summed),
            divisions.assign(name=divisions.index.map(sectors.names(data, tell.lang))),
            tell,
        ),
    )


def _provinces(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces the inventories cover."""
    provinces = analysis.of_sector(judged, ALL).drop(index=NATION)
    return provinces[provinces["state"] != "no_data"]


def _divisions(data: Dataset, judged: pd.DataFrame) -> pd.DataFrame:
    return analysis.of_region(judged, NATION).loc[list(sectors.codes(data))]


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


def _group(title: str, judged: pd.DataFrame, tell: Speaker) -> Card:
    """Return how many stand in each state, what part of CO2 is theirs, and the largest of them."""
    whole = judged["last"].sum()
    lines = []
    for state, counted in labels.counted(judged["state"], tell):
        members = judged[judged["state"] == state].sort_values("last", ascending=False)
        share = percent(members["last"].sum() / whole)
        names = _largest(members["name"], tell)
        lines.append(tell("peak.count.share", counted=counted, share=share, names=names))
    return Card(
        name=title,
        value=_peaked(int(judged["state"].isin(labels.PEAKED).sum()), tell),
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


def _peaked(count: int, tell: Speaker) -> str:
    if count == 0:
        return tell("peak.card.no_members")
    return tell("peak.count.peaked", count=count)
