"""The page Peak at a glance: one sentence, and the cards of nation, provinces and divisions."""

import pandas as pd

from carbonpeak.exhibits import peak_labels
from carbonpeak.exhibits.exhibit import Card
from carbonpeak.findings import peaks
from carbonpeak.findings.peaks import ALL
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.thresholds import NATION
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent
from carbonpeak.wording.terms import SECTOR_SHORT

SHOWN = 4


def verdict(ask: Ask, basis: str, until: int, lang: Lang) -> str:
    """Return the page in one sentence: the nation, and how many have peaked or still rise."""
    judged = peaks.states(ask, basis, until)
    regions, divisions = _provinces(judged), _divisions(judged)
    peaked = divisions[divisions["state"].isin(peak_labels.PEAKED)]
    rising = divisions[divisions["state"] == "rising"]
    return say(
        "peak.verdict",
        lang,
        until=until,
        nation=peak_labels.clause(judged.loc[[(NATION, ALL)]].iloc[0], lang),
        total=len(regions),
        peaked=int(regions["state"].isin(peak_labels.PEAKED).sum()),
        rising=int((regions["state"] == "rising").sum()),
        divisions_total=len(divisions),
        peaked_divisions=len(peaked),
        peaked_share=percent(peaked["last"].sum() / divisions["last"].sum()),
        rising_divisions=len(rising),
        rising_share=percent(rising["last"].sum() / divisions["last"].sum()),
    )


def cards(ask: Ask, basis: str, until: int, lang: Lang) -> tuple[Card, Card, Card]:
    """Return the cards of the nation, of the provinces and of the divisions."""
    judged = peaks.states(ask, basis, until)
    sector_names = {code: peak_labels.sector(code, lang) for code in SECTOR_SHORT}
    return (
        _nation(ask, judged, basis, until, lang),
        _group("provinces", _provinces(judged), region_names(ask, lang), lang),
        _group("divisions", _divisions(judged), sector_names, lang),
    )


def _provinces(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces the inventories cover."""
    found = peaks.of_sector(judged, ALL).drop(index=NATION)
    return found[found["state"] != "no_data"]


def _divisions(judged: pd.DataFrame) -> pd.DataFrame:
    return peaks.of_region(judged, NATION).loc[list(SECTOR_SHORT)]


def _nation(ask: Ask, judged: pd.DataFrame, basis: str, until: int, lang: Lang) -> Card:
    row = judged.loc[[(NATION, ALL)]].iloc[0]
    maximum = peak_labels.amount(row["maximum"], lang)
    lines = [say("peak.card.highest", lang, year=row["peak_year"], amount=maximum)]
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        lines.append(say("peak.card.last", lang, year=row["last_year"], below=below))
    kinds = [say(f"standing.{one}", lang) for one in peak_labels.standings(until)]
    return Card(
        name=say("peak.card.nation", lang),
        value=peak_labels.state(row["state"], lang),
        since="",
        tiers=(),
        lines=(*lines, _inventory(ask, basis, until, lang)),
        small=say("figure.standing", lang, standings=say("list.separator", lang).join(kinds)),
        value_is_words=True,
    )


def _inventory(ask: Ask, basis: str, until: int, lang: Lang) -> str:
    """Return what the rule says of the nation's own inventory, beside the sum to that year."""
    own = peaks.national_inventory(ask, basis)
    last = int(own["last_year"])
    if until < last:
        return say("peak.card.inventory_later", lang, year=last)
    provinces = peaks.by_last_year(ask, basis, NATION, ALL, (last,)).iloc[0]
    return say(
        "peak.card.inventory",
        lang,
        year=last,
        clause=peak_labels.clause(own, lang),
        provinces=peak_labels.clause(provinces, lang),
    )


def _group(kind: str, table: pd.DataFrame, names: dict[str, str], lang: Lang) -> Card:
    """Return how many stand in each state, what part of CO2 is theirs, and the largest of them."""
    whole = table["last"].sum()
    lines = []
    for key, counted in peak_labels.counted(table["state"], lang):
        found = table["last"][table["state"] == key].sort_values(ascending=False)
        words = {"share": percent(found.sum() / whole), "names": _largest(found, names, lang)}
        lines.append(say("peak.count.share", lang, counted=counted, **words))
    return Card(
        name=say(f"peak.card.{kind}", lang, total=len(table)),
        value=_peaked(int(table["state"].isin(peak_labels.PEAKED).sum()), lang),
        since="",
        tiers=(),
        lines=tuple(lines),
        small=say("peak.card.share_note", lang, shown=SHOWN),
        value_is_words=True,
    )


def _largest(found: "pd.Series[float]", names: dict[str, str], lang: Lang) -> str:
    """Return the names of the first few, and that there are more."""
    shown = say("list.separator", lang).join(names[str(code)] for code in found.index[:SHOWN])
    return say("peak.count.more", lang, names=shown) if len(found) > SHOWN else shown


def _peaked(count: int, lang: Lang) -> str:
    if count == 0:
        return say("peak.card.no_members", lang)
    return say("peak.count.peaked", lang, count=count)
