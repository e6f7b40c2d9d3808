"""What the rule says of one series, in sentences made from the numbers it used."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits import peak_labels
from carbonpeak.findings.peaks import ALL
from carbonpeak.thresholds import (
    PEAK_MIN_YEARS,
    PEAK_SIGNIFICANCE,
    PEAK_WINDOW,
    PLATEAU_BAND,
)
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, number, percent

LIMITS: dict[str, object] = {
    "window": PEAK_WINDOW,
    "alpha": PEAK_SIGNIFICANCE,
    "band": percent(PLATEAU_BAND, 0),
    "floor": percent(1 - PLATEAU_BAND, 0),
    "least": PEAK_MIN_YEARS,
}


def sentence(row: "pd.Series[Any]", sector_code: str, name: str, lang: Lang) -> str:
    """Return the maximum, the depth below it, the test, the state and why, and what is missing."""
    if row["state"] == "unknown":
        return _unjudged(row, name, lang)
    maximum = peak_labels.amount(row["maximum"], lang)
    said = say("peak.said.highest", lang, name=name, year=row["peak_year"], maximum=maximum)
    if row["state"] != "rising":
        below = percent(row["below_maximum"])
        said += say("peak.said.below", lang, last=row["last_year"], below=below)
    if not is_missing(row["p"]):
        test = {"n": row["tested"], "s": number(row["s"]), "p": peak_labels.probability(row["p"])}
        said += say("peak.said.test", lang, **test)
    parts = [
        said + say("peak.said.end", lang),
        _reason(row, lang),
        _value_added(row, sector_code, lang),
        gaps(row, lang),
    ]
    return ("" if lang == "zh" else " ").join(part for part in parts if part)


def gaps(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return which years have no usable figure, nothing where all have one."""
    if not row["gaps"]:
        return ""
    years = say("list.separator", lang).join(str(year) for year in row["gaps"])
    return say("peak.said.gaps", lang, years=years)


def _unjudged(row: "pd.Series[Any]", name: str, lang: Lang) -> str:
    if row["maximum"] == 0:
        return say("peak.said.zero", lang, name=name)
    return say("peak.said.few", lang, name=name, years=row["years"], least=PEAK_MIN_YEARS)


def _reason(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return which clause of the rule decided."""
    key = row["state"]
    if key == "declining":
        key = _why_declining(row)
    added = row["value_added_change"]
    shown = "" if is_missing(added) else percent(added, 1, sign=True)
    return say(f"peak.said.{key}", lang, added=shown, **LIMITS)


def _why_declining(row: "pd.Series[Any]") -> str:
    if row["years_after"] < PEAK_WINDOW:
        return "too_recent"
    return "not_significant" if row["s"] < 0 else "no_fall"


def _value_added(row: "pd.Series[Any]", sector_code: str, lang: Lang) -> str:
    """Return whether output fell too, for a series of which the rest of the rule holds."""
    if row["state"] != "peaked":
        return ""
    if sector_code != ALL:
        return say("peak.said.added_sector", lang)
    if is_missing(row["value_added_change"]):
        return say("peak.said.added_unknown", lang, year=row["peak_year"])
    return say("peak.said.added", lang, added=percent(row["value_added_change"], 1, sign=True))
