"""What the rule says of one series, in sentences made from the numbers it used."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.thresholds import (
    PEAK_MIN_YEARS,
    PEAK_SIGNIFICANCE,
    PEAK_WINDOW,
    PLATEAU_BAND,
    PLATEAU_YEARS,
)
from carbonpeak.topics.peak import labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.words.numbers import is_missing, number, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

LIMITS: dict[str, object] = {
    "window": PEAK_WINDOW,
    "alpha": PEAK_SIGNIFICANCE,
    "band": percent(PLATEAU_BAND, 0),
    "floor": percent(1 - PLATEAU_BAND, 0),
    "least": PEAK_MIN_YEARS,
    "least_later": PLATEAU_YEARS,
}


@dataclass(frozen=True)
class Subject:
    """The series spoken of: its name, its sector, and from when value added is known."""

    name: str
    sector_code: str
    value_added_from: int


def sentence(row: "pd.Series[Any]", subject: Subject, tell: Speaker) -> str:
    """Return the maximum, the depth below it, the test, the state and why, and what is missing."""
    if row["state"] == "unknown":
        return _unjudged(row, subject.name, tell)
    parts = (
        _numbers(row, subject.name, tell),
        _reason(row, tell),
        _by_years_alone(row, tell),
        _value_added(row, subject, tell),
        gaps(row, tell),
    )
    return tell.sentences(part for part in parts if part)


def gaps(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return which years have no usable figure, nothing where all have one."""
    if not row["gaps"]:
        return ""
    return tell("peak.said.gaps", years=tell.listed(str(year) for year in row["gaps"]))


def _unjudged(row: "pd.Series[Any]", name: str, tell: Speaker) -> str:
    if row["maximum"] == 0:
        return tell("peak.said.zero", name=name)
    return tell("peak.said.few", name=name, years=row["years"], least=PEAK_MIN_YEARS)


def _numbers(row: "pd.Series[Any]", name: str, tell: Speaker) -> str:
    """Return the maximum, how far the last year lies below it, and the test."""
    maximum = labels.amount(row["maximum"], tell)
    said = tell("peak.said.highest", name=name, year=row["peak_year"], maximum=maximum)
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        said += tell("peak.said.below", last=row["last_year"], below=below)
    if not is_missing(row["p"]):
        test = {"n": row["tested"], "s": number(row["s"]), "p": labels.probability(row["p"])}
        said += tell("peak.said.test", **test)
    return said + tell("peak.said.end")


def _reason(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return which clause of the rule decided."""
    key = row["state"]
    if key == "falling":
        key = "not_significant" if row["is_past_window"] else "too_recent"
    added = row["value_added_change"]
    change = "" if is_missing(added) else moved(added, tell, amount=True)
    return tell(f"peak.said.{key}", added=change, **LIMITS)


def _by_years_alone(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return that the rule without the test would call it a peak, nothing where both agree."""
    if row["state"] in labels.PEAKED or not row["is_past_window"]:
        return ""
    return tell("peak.said.window_alone", **LIMITS)


def _value_added(row: "pd.Series[Any]", subject: Subject, tell: Speaker) -> str:
    """Return whether output fell too, for a series of which the rest of the rule holds."""
    if row["state"] != "peaked":
        return ""
    if subject.sector_code != ALL:
        return tell("peak.said.added_sector")
    if is_missing(row["value_added_change"]):
        first = subject.value_added_from
        return tell("peak.said.added_unknown", year=row["peak_year"], first=first)
    return tell("peak.said.added", added=moved(row["value_added_change"], tell, amount=True))
