"""The cards of one province: both intensities against their targets, and the state of its peak."""

from dataclasses import replace
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import View, region_names
from carbonpeak.figures import labels
from carbonpeak.figures.cards import target_lines
from carbonpeak.figures.figure import Card
from carbonpeak.figures.origin import INTENSITY_STANDINGS
from carbonpeak.thresholds import PEAK_BEFORE
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.regions import analysis
from carbonpeak.topics.regions.province import remarks
from carbonpeak.words.numbers import as_written, is_missing, percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT


def cards(data: Dataset, region_code: str, tell: Speaker) -> tuple[Card, Card, Card]:
    """Return the cards of energy, of CO2 and of the peak of a province."""
    return (
        _intensity(data, energy_view(data), region_code, tell),
        _intensity(data, carbon_view(data, region_code), region_code, tell),
        _peak(data, region_code, tell),
    )


def energy_view(data: Dataset) -> View:
    """Return the view of energy in the last year of the data."""
    return View("energy", year=data.last_year)


def carbon_view(data: Dataset, region_code: str) -> View:
    """Return the view of CO2: without process CO2 where the province's is withheld."""
    whole = View("co2", year=data.last_year)
    is_withheld = stand(data, whole, region_code)["missing"] == "withheld"
    return replace(whole, basis="energy_related") if is_withheld else whole


def stand(data: Dataset, view: View, region_code: str) -> "pd.Series[Any]":
    """Return where one province stands."""
    return analysis.judged(data, view).loc[[region_code]].iloc[0]


def peak_row(data: Dataset, region_code: str) -> "pd.Series[Any] | None":
    """Return what the rule says of all industry of a province, None where it is not covered."""
    found = peaks.by_last_year(data, "total", region_code, peaks.ALL, (data.last_year,))
    return None if found.empty else found.iloc[0]


def _intensity(data: Dataset, view: View, region_code: str, tell: Speaker) -> Card:
    row = stand(data, view, region_code)
    kind = "energy_related" if view.basis == "energy_related" else view.measure
    name = tell(f"template.card.{kind}")
    target = tell(f"card.target.{view.measure}", target=as_written(row["target"]))
    if is_missing(row["cumulative"]):
        return _unknown(name, tell(f"missing.{row['missing']}"), target)
    standing = tell.listed(tell(f"standing.{one}") for one in INTENSITY_STANDINGS[view.measure])
    last = tell("card.last", year=view.year, standing=standing)
    stop = tell("sentence.stop")
    said = _remarks(data, view, region_code, tell)
    return Card(
        name=name,
        value=f"{percent(row['cumulative'], 1, sign=True)} {labels.doubt(row)}".strip(),
        since=tell("card.since", year=view.year),
        tiers=(
            (tell("card.by_schedule"), str(row["tier_schedule"])),
            (tell("card.by_year"), str(row["tier_annual"])),
        ),
        lines=(target, *_progress(row, view, tell)),
        small=tell.sentences((last + stop, *said)) if said else last,
    )


def _progress(row: "pd.Series[Any]", view: View, tell: Speaker) -> tuple[str, ...]:
    """Return how far a province has come; of a doubtful one, that its progress is not judged."""
    reached, *others = target_lines(float(row["target"]), row, view.year, tell)
    if row["is_doubtful"]:
        return (tell("template.card.doubtful"), *others)
    return (reached, *others)


def _remarks(data: Dataset, view: View, region_code: str, tell: Speaker) -> list[str]:
    """Return why a number is doubtful, as far as the card of energy does not say it already."""
    said = _doubts(data, view, region_code, tell)
    if view.measure == "energy":
        return said
    there = _doubts(data, energy_view(data), region_code, tell)
    withheld = tell("template.withheld", name=region_names(data, tell.lang)[region_code])
    return [*([withheld] if view.basis else []), *(one for one in said if one not in there)]


def _doubts(data: Dataset, view: View, region_code: str, tell: Speaker) -> list[str]:
    return [one for one in remarks(data, view, region_code, tell) if one.startswith(DOUBT)]


def _peak(data: Dataset, region_code: str, tell: Speaker) -> Card:
    row, name = peak_row(data, region_code), tell("card.peak.name")
    target = tell("card.target.peak", year=PEAK_BEFORE)
    if row is None:
        return _unknown(name, tell("missing.no_data"), target)
    maximum = peak_labels.amount(row["maximum"], tell)
    lines = [target, tell("peak.card.highest", year=row["peak_year"], amount=maximum)]
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        lines.append(tell("peak.card.last", year=row["last_year"], below=below))
    standing = tell("standing.reconstructed")
    return Card(
        name=name,
        value=peak_labels.state(row["state"], tell),
        since="",
        tiers=(),
        lines=tuple(lines),
        small=tell("card.last", year=row["last_year"], standing=standing),
        value_is_words=True,
    )


def _unknown(name: str, why: str, target: str) -> Card:
    return Card(name, why, "", (), (target,), "", value_is_words=True)
