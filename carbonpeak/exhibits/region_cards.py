"""The cards of one province: both intensities against their targets, and the state of its peak."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits import labels, peak_labels
from carbonpeak.exhibits.cards import target_lines
from carbonpeak.exhibits.exhibit import Card
from carbonpeak.exhibits.origin import INTENSITY_STANDINGS, LAST_YEAR
from carbonpeak.exhibits.region import remarks
from carbonpeak.findings import peaks, regions
from carbonpeak.findings.view import Ask, View, region_names
from carbonpeak.thresholds import PEAK_BEFORE
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, percent
from carbonpeak.wording.terms import DOUBT


def cards(ask: Ask, region_code: str, lang: Lang) -> tuple[Card, Card, Card]:
    """Return the cards of energy, of CO2 and of the peak of a province."""
    return (
        _intensity(ask, View(), region_code, lang),
        _intensity(ask, carbon_view(ask, region_code), region_code, lang),
        _peak(ask, region_code, lang),
    )


def carbon_view(ask: Ask, region_code: str) -> View:
    """Return the view of CO2: without process CO2 where the province's is withheld."""
    whole = View("co2")
    is_withheld = stand(ask, whole, region_code)["missing"] == "withheld"
    return View("co2", "energy_related") if is_withheld else whole


def stand(ask: Ask, view: View, region_code: str) -> "pd.Series[Any]":
    """Return where one province stands."""
    return regions.judged(ask, view).loc[[region_code]].iloc[0]


def peak_row(ask: Ask, region_code: str) -> "pd.Series[Any] | None":
    """Return what the rule says of all industry of a province, None where it is not covered."""
    found = peaks.by_last_year(ask, "total", region_code, peaks.ALL, (LAST_YEAR,))
    return None if found.empty else found.iloc[0]


def _intensity(ask: Ask, view: View, region_code: str, lang: Lang) -> Card:
    row = stand(ask, view, region_code)
    kind = "energy_related" if view.basis == "energy_related" else view.measure
    name = say(f"template.card.{kind}", lang)
    target = say(f"card.target.{view.measure}", lang, target=percent(row["target"]))
    if is_missing(row["cumulative"]):
        return _unknown(name, say(f"missing.{row['missing']}", lang), target)
    kinds = [say(f"standing.{one}", lang) for one in INTENSITY_STANDINGS[view.measure]]
    standing = say("list.separator", lang).join(kinds)
    last = say("card.last", lang, year=view.year, standing=standing)
    stop, joint = ("。", "") if lang == "zh" else (".", " ")
    said = _remarks(ask, view, region_code, lang)
    return Card(
        name=name,
        value=f"{percent(row['cumulative'], 1, sign=True)} {labels.doubt(row)}".strip(),
        since=say("card.since", lang, year=view.year),
        tiers=(
            (say("card.by_schedule", lang), str(row["tier_schedule"])),
            (say("card.by_year", lang), str(row["tier_annual"])),
        ),
        lines=(target, *target_lines(float(row["target"]), row, lang)),
        small=joint.join((last + stop, *said)) if said else last,
    )


def _remarks(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    """Return why a number is doubtful, as far as the card of energy does not say it already."""
    said = _doubts(ask, view, region_code, lang)
    if view.measure == "energy":
        return said
    there = _doubts(ask, View(), region_code, lang)
    withheld = say("template.withheld", lang, name=region_names(ask, lang)[region_code])
    return [*([withheld] if view.basis else []), *(one for one in said if one not in there)]


def _doubts(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    return [one for one in remarks(ask, view, region_code, lang) if one.startswith(DOUBT)]


def _peak(ask: Ask, region_code: str, lang: Lang) -> Card:
    row, name = peak_row(ask, region_code), say("card.peak.name", lang)
    target = say("card.target.peak", lang, year=PEAK_BEFORE)
    if row is None:
        return _unknown(name, say("missing.no_data", lang), target)
    maximum = peak_labels.amount(row["maximum"], lang)
    lines = [target, say("peak.card.highest", lang, year=row["peak_year"], amount=maximum)]
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        lines.append(say("peak.card.last", lang, year=row["last_year"], below=below))
    standing = say("standing.reconstructed", lang)
    return Card(
        name=name,
        value=peak_labels.state(row["state"], lang),
        since="",
        tiers=(),
        lines=tuple(lines),
        small=say("card.last", lang, year=row["last_year"], standing=standing),
        value_is_words=True,
    )


def _unknown(name: str, why: str, target: str) -> Card:
    return Card(name, why, "", (), (target,), "", value_is_words=True)
